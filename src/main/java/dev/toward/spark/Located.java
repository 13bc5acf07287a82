package dev.toward.spark;

import dev.toward.ledger.Utterance;
import java.io.Serializable;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A record and where it stands. */
record Located(Place place, Item item) implements Serializable {
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\p{Cc}]+");
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX]")
            .toFormatter(Locale.ROOT);

    static Located bad(String reason, int file, long position) {
        return new Located(Place.outsideTalks(file, position), new Item.Bad(reason));
    }

    static Located draft(byte[] line, int file, long position) {
        return new Located(Place.outsideTalks(file, position), new Item.Asked(line));
    }

    /** @param time null, a string of ISO 8601, or what Spark gives for a column of times */
    static Located message(
            @Nullable String talk,
            @Nullable String id,
            @Nullable String author,
            @Nullable Object time,
            @Nullable String text,
            int file,
            long position) {
        if (talk == null || talk.isEmpty()) {
            return bad("/conversation: expected a string, and there is none", file, position);
        }
        String name = author == null ? "" : plain(author);
        if (name.isEmpty()) {
            return bad("/author: expected a string, and there is none", file, position);
        }
        if (text == null) {
            return bad("/text: expected a string, and there is none", file, position);
        }
        LocalDateTime clock;
        try {
            clock = time == null ? null : clock(time);
        } catch (DateTimeException e) {
            return bad("/time: expected a date and a time as 2024-05-01T18:03:00Z", file, position);
        }
        long micros = clock == null
                ? Place.NO_TIME
                : ChronoUnit.MICROS.between(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), clock);
        return new Located(
                new Place(talk, micros, file, position),
                new Item.Said(id, new Utterance(name, clock, text), isMoment(time)));
    }

    private static String plain(String name) {
        return SPACES.matcher(Normalizer.normalize(name, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    private static boolean isMoment(@Nullable Object time) {
        return time instanceof Instant
                || time instanceof String text && TIME.parse(text).isSupported(ChronoField.OFFSET_SECONDS);
    }

    private static LocalDateTime clock(Object time) {
        if (time instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        if (time instanceof LocalDateTime local) {
            return local;
        }
        if (time instanceof LocalDate day) {
            return day.atStartOfDay();
        }
        if (time instanceof String text) {
            TemporalAccessor read = TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime offset
                    ? LocalDateTime.ofInstant(offset.toInstant(), ZoneOffset.UTC)
                    : LocalDateTime.from(read);
        }
        throw new DateTimeException("not a time");
    }
}
