package dev.toward.suggest;

import java.util.Locale;

/** What the fit of a phrase to a moment is made of. */
public enum Part {
    /** The gesture answers such a bid. */
    GESTURE,
    /** It is a good replacement for what the draft does. */
    HEALS,
    /** It was written for what the message is about, or fits anywhere. */
    SITUATION,
    /** It is said the way they speak: at work, in play, plainly. */
    REGISTER,
    /** It is as heavy as the message. */
    INTENSITY,
    /** It is about as long as what it replaces. */
    LENGTH,
    /** It names what happened, the feeling, or what it is about. */
    NAMED,
    /** The message is like the one that it was written for. */
    NEARNESS,
    /** Chance, the same for the same message: it tells near equals apart. */
    VARIETY,
    /** It fits whatever is said, and so says less. */
    GENERAL;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
