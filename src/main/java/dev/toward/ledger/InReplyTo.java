package dev.toward.ledger;

import java.util.List;
import java.util.Locale;

/**
 * What a message answers.
 *
 * @param ids the messages, oldest first
 * @param link how it is known
 * @param evidence what speaks for it, more finely than the link
 */
public record InReplyTo(List<String> ids, Link link, Evidence evidence) {
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

    /** What speaks for it that one person answers another, the strongest first. */
    public enum Evidence {
        /** The writer chose the message. */
        LINK,
        /** The writer mentions the other one: {@code @Ben}. */
        MENTION,
        /** The writer speaks to the other one by name: "Ben, when is it?" */
        NAME,
        /** It stands next: between two people mostly right, in a group often not. */
        TURN;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public InReplyTo {
        ids = List.copyOf(ids);
    }

    public InReplyTo(List<String> ids, Link link) {
        this(ids, link, link == Link.EXPLICIT ? Evidence.LINK : Evidence.TURN);
    }
}
