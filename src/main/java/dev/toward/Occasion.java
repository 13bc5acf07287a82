package dev.toward;

import java.util.Locale;

/** What may be a reason to write to somebody, though nothing of theirs waits for an answer. */
public enum Occasion {
    /** They were up late, many nights in a row. */
    LATE_NIGHTS,
    /** Nobody has written for long. */
    GONE_QUIET,
    /** Something was promised to them, and the chat shows no more of it. */
    PROMISE;

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
