package dev.toward.phrase;

import java.util.Locale;

/** What sort of thing or event {@link Slot#THING} and {@link Slot#EVENT} are filled with, which decides what may be said of it. */
public enum Sort {
    /** It happened and is bad in itself: the breakup, the layoffs. */
    TROUBLE,
    /** It is gone, or went wrong: your job, your dog. */
    LOST,
    /** It is ahead, or just over, and may be hard: the interview, your surgery. */
    TEST,
    /** It is good, or was made, won, enjoyed: your new job, that song. */
    GLAD,
    /** Nobody can tell: your boss, the kitchen. */
    OTHER,
    /** They hold it against the writer: "I never listen to you". */
    CHARGE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
