package dev.toward.report;

import dev.toward.ledger.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a scan.
 *
 * @param me the name by which they go in the chats; without it, and without everyone, nothing that anybody wrote is shown
 * @param out the folder to write into, made when it is not there
 * @param formats what to write, at least one
 * @param since first day, or null for no bound
 * @param until last day, or null for no bound
 * @param pseudonyms whether names, mentions, mail addresses and telephone numbers are replaced
 * @param everyone whether the page shows what others wrote too, and how they answered
 * @param threads how many messages are analysed at a time, 1 or more
 */
public record ScanRequest(
        @Nullable String me,
        Path out,
        Set<Format> formats,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        boolean pseudonyms,
        boolean everyone,
        int threads) {
    public ScanRequest {
        if (formats.isEmpty()) {
            throw new IllegalArgumentException("formats: expected at least one of html, json, jsonl, csv");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads: expected 1 or more, got " + threads);
        }
        if (me != null && me.isBlank()) {
            throw new IllegalArgumentException("me: expected a name, got a blank");
        }
        formats = Collections.unmodifiableSet(EnumSet.copyOf(formats));
        var unused = new Period(since, until);
    }

    /** Page, counts and messages of the whole time, on as many threads as there are processors. */
    public static ScanRequest into(Path out) {
        return new ScanRequest(
                null,
                out,
                EnumSet.of(Format.HTML, Format.JSON, Format.JSONL),
                null,
                null,
                false,
                false,
                Runtime.getRuntime().availableProcessors());
    }

    Period period() {
        return new Period(since, until);
    }
}
