package dev.toward.suggest;

import java.util.Locale;

/** What the fit of a phrase to a moment is made of. */
public enum Part {
    /** The gesture answers such a bid. */
    GESTURE("its gesture answers such a message"),
    /** It is a good replacement for what the draft does. */
    HEALS("it suits what the draft does"),
    /** It was written for what the message is about, or fits anywhere. */
    SITUATION("it suits what the message is about"),
    /** It is said the way they speak: at work, in play, plainly. */
    REGISTER("it is said the way you two speak"),
    /** It is as heavy as the message. */
    INTENSITY("it is as heavy as the message"),
    /** It is about as long as what it replaces. */
    LENGTH("it is about as long as what it replaces"),
    /** It names what happened, the feeling, or what it is about. */
    NAMED("it names something of theirs"),
    /** The message is like the one that it was written for. */
    NEARNESS("the message is like the one that it was written for"),
    /** People who read such wordings would find it fit to send. */
    FITS("people would find it fit to send as an answer to this"),
    /** It is warm at first sight, and need not be read twice. */
    SURE("it is warm at first sight"),
    /** Chance, the same for the same message: it tells near equals apart. */
    VARIETY("chance, the same for the same message"),
    /** It fits whatever is said, and so says less. */
    GENERAL("it fits whatever is said"),
    /** It would be offered too often: what everybody is told means less. */
    COMMON("it is offered often");

    private final String plainly;

    Part(String plainly) {
        this.plainly = plainly;
    }

    /** In a few plain words. */
    public String plainly() {
        return plainly;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
