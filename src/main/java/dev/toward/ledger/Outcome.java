package dev.toward.ledger;

import java.util.Locale;

/** How a bid was met (taxonomy, section 3). The order is that of every output. */
public enum Outcome {
    /** A reply turned toward it. */
    MET,
    /** Answered plainly: facts, a picture, a sticker or a call; no turn either way. */
    ANSWERED,
    TURNED_AWAY,
    TURNED_AGAINST,
    /** No answer in the time that is usual in this chat. */
    MISSED,
    /** Too near the end of the chat to say. */
    OPEN;

    /** The id that callers see, as {@code turned-away}; never changes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
