package dev.toward.suggest;

import dev.toward.annotate.Parsed;
import dev.toward.phrase.Meaning;
import dev.toward.text.Draft;
import dev.toward.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What is known when warmer words are asked for.
 *
 * @param reply the draft's text with its grammar
 * @param bid the last message before it with its grammar, or null when none is known
 * @param verdict how the draft was read
 * @param them the first name of the one who is answered, or null when not known; shown as written, never interpreted
 * @param wanted how many suggestions at most, 0 or more
 * @param danger whether somebody's life may be in danger
 * @param torn whether the message that is answered could as well be glad as heavy
 * @param meaning of what is answered, or null when it was not found ahead
 */
public record Moment(
        Draft draft,
        Parsed reply,
        @Nullable Parsed bid,
        Verdict verdict,
        @Nullable String them,
        int wanted,
        boolean danger,
        boolean torn,
        @Nullable Meaning meaning) {
    /** Of a message that is clearly one or the other. */
    public Moment(
            Draft draft,
            Parsed reply,
            @Nullable Parsed bid,
            Verdict verdict,
            @Nullable String them,
            int wanted,
            boolean danger) {
        this(draft, reply, bid, verdict, them, wanted, danger, false, null);
    }

    public Moment {
        if (wanted < 0) {
            throw new IllegalArgumentException("wanted: expected 0 or more, got " + wanted);
        }
        if (!reply.text().equals(draft.text())) {
            throw new IllegalArgumentException("reply: expected the grammar of the draft's own text");
        }
    }
}
