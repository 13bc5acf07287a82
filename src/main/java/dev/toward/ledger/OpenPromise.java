package dev.toward.ledger;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Timestamp;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody said they would do for another, with no trace of it afterwards. It may have been done where no chat
 * shows it.
 *
 * @param to the other one, or null in a group
 * @param id the message that promised
 * @param said the sentence in which it did
 * @param day by when, as far as the words tell; else some days after
 */
public record OpenPromise(
        Conversation conversation,
        Author by,
        @Nullable Author to,
        String id,
        Timestamp time,
        String said,
        LocalDate day) {}
