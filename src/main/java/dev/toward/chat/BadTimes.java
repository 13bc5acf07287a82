package dev.toward.chat;

import dev.toward.text.Timestamp;
import org.jspecify.annotations.Nullable;

/** Counts the times of a file that were written and could not be read. */
final class BadTimes {
    private long count;
    private long first;

    /** Passes {@code time} on, and counts it when it is missing though {@code written} is there. */
    @Nullable
    Timestamp check(@Nullable String written, @Nullable Timestamp time, long line) {
        if (time == null && written != null && !written.isBlank() && count++ == 0) {
            first = line;
        }
        return time;
    }

    /** Says how many there were, if any. */
    void report(Delivery delivery) {
        if (count > 0) {
            delivery.warning(count + " messages have a date or time that cannot be, the first on line " + first
                    + "; kept without a time");
        }
    }
}
