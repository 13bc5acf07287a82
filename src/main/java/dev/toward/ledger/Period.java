package dev.toward.ledger;

import dev.toward.text.Message;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days to look at, by the clock that the messages carry. With a bound set, a message without a time is in no period.
 *
 * @param since first day, or null for no bound
 * @param until last day, or null for no bound
 */
public record Period(@Nullable LocalDate since, @Nullable LocalDate until) {
    public static final Period ALL = new Period(null, null);

    public Period {
        if (since != null && until != null && until.isBefore(since)) {
            throw new IllegalArgumentException("the period ends before it begins: since " + since + ", until " + until);
        }
    }

    boolean isAfter(Message message) {
        return until != null
                && message.time() != null
                && message.time().clock().toLocalDate().isAfter(until);
    }

    boolean contains(Message message) {
        if (since == null && until == null) {
            return true;
        }
        if (message.time() == null) {
            return false;
        }
        LocalDate day = message.time().clock().toLocalDate();
        return (since == null || !day.isBefore(since)) && (until == null || !day.isAfter(until));
    }
}
