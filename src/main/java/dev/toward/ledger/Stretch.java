package dev.toward.ledger;

/** When a later message was written, beside the {@link DaysTold} that was told of or promised. */
enum Stretch {
    AT_ONCE("at once"),
    BEFORE("before"),
    EVE("eve"),
    DAY("day"),
    AFTER("after"),
    LATER("later");

    private final String word;

    Stretch(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** Those in which one would come back to it. */
    boolean isNear() {
        return this == EVE || this == DAY || this == AFTER;
    }

    /** The near ones under one name: what all that was written shows together needs no finer time. */
    String roughly() {
        return isNear() ? "about it" : word;
    }
}
