package dev.toward.cue;

import java.util.Locale;

/** What a message asks of the one who reads it (taxonomy, section 3). The order is that of the reader's output. */
public enum BidKind {
    DISTRESS("bad news, worry, hurt, a sigh"),
    GOOD_NEWS("good news, a small victory"),
    APPRECIATION("thanks or praise"),
    AFFECTION("warmth, missing someone, love"),
    SHARE("a link, a photo, a story: look at this"),
    QUESTION("a question about the other one"),
    HELP("asks for advice or a favour"),
    REPAIR("an apology, a step back towards each other"),
    CONFLICT("a complaint about the other one"),
    NONE("logistics and facts");

    private final String plainly;

    BidKind(String plainly) {
        this.plainly = plainly;
    }

    /** The id that callers see, as {@code good-news}; never changes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it is, in plain words. */
    public String plainly() {
        return plainly;
    }

    /** True where a feeling stands in the message: more than a question, a share, a request or facts. */
    public boolean isFelt() {
        return switch (this) {
            case DISTRESS, GOOD_NEWS, APPRECIATION, AFFECTION, REPAIR, CONFLICT -> true;
            case SHARE, QUESTION, HELP, NONE -> false;
        };
    }

    /** True where turning away would be felt: everything but logistics. */
    public boolean asksForConnection() {
        return this != NONE;
    }

    /** @throws IllegalArgumentException for an id that is none of ours */
    public static BidKind of(String id) {
        for (BidKind kind : values()) {
            if (kind.id().equals(id)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no such bid; the ids are those of the taxonomy");
    }
}
