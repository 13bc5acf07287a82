package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.text.Author;
import dev.toward.text.Message;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A message with what it answers and what was read in it.
 *
 * @param inReplyTo null when it answers nothing that is known
 * @param analysis null for what has no words: media, notices, calls
 * @param own true for the messages of whoever asked for the scan
 * @param to whom it is said to: the other one in a chat of two, whoever is answered or called by name in a group; else null
 */
public record Entry(
        Message message,
        @Nullable InReplyTo inReplyTo,
        @Nullable Analysis analysis,
        boolean own,
        @Nullable Author to) {
    /** Takes the entries of a scan, in the order of the messages. */
    @FunctionalInterface
    public interface Sink {
        void accept(Entry entry) throws IOException;

        /** A bid whose time is over, after the entries of all that answered it. */
        default void settled(SettledBid bid) throws IOException {}

        /** What was taken out of the messages, once at the end of a scan with other names. */
        default void hidden(Hidden hidden) throws IOException {}
    }
}
