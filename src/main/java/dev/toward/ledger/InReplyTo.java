package dev.toward.ledger;

import java.util.List;
import java.util.Locale;

/**
 * What a message answers.
 *
 * @param ids the messages, oldest first
 * @param link how it is known
 */
public record InReplyTo(List<String> ids, Link link) {
    /** The two kinds of evidence, never mixed. */
    public enum Link {
        /** The writer chose the message to answer. */
        EXPLICIT,
        /** Taken from the order and the time of the messages. */
        INFERRED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public InReplyTo {
        ids = List.copyOf(ids);
    }
}
