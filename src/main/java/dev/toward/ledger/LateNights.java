package dev.toward.ledger;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import java.time.LocalDate;
import java.util.List;

/**
 * Somebody who wrote after midnight, many nights in a row.
 *
 * @param from the evening that the first of the nights belongs to
 * @param to that of the last
 * @param ids the first message after midnight of each night, the latest few
 */
public record LateNights(
        Conversation conversation, Author by, LocalDate from, LocalDate to, int nights, List<String> ids) {
    /** Two nights happen to anybody. */
    public static final int MANY = 3;

    public LateNights {
        ids = List.copyOf(ids);
    }
}
