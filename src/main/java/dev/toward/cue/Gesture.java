package dev.toward.cue;

import java.util.Locale;

/** A way of turning toward (taxonomy, section 2). The order is that of the reader's output. */
public enum Gesture {
    ACKNOWLEDGE("It says that the feeling makes sense."),
    MIRROR_FEELING("It names the feeling that was heard."),
    NORMALIZE("It says that anyone would feel so."),
    INVITE("It opens the door to more."),
    CARING_QUESTION("A small, thoughtful question about them."),
    FOLLOW_UP("It remembers something and asks after it."),
    NOTICE_PATTERN("It has noticed how things have been lately."),
    APPRECIATE("Specific thanks."),
    COMPLIMENT("It says the good thing aloud."),
    CELEBRATE("It joins in the good news."),
    PRESENCE("It says: I am here."),
    OFFER_HELP("It asks what would help, or does something for their sake."),
    AFFECTION("Warmth, a hug in words."),
    JUST_BECAUSE("It reaches out for no reason but them."),
    WARM_GREETING("It is glad that it is them."),
    CLOSING_RITUAL("It ends the day together."),
    REPAIR("It owns a miss and turns back."),
    USES_NAME("It speaks to them by name.");

    private final String why;

    Gesture(String why) {
        this.why = why;
    }

    /** The id that callers see, as {@code mirror-feeling}; never changes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it does, in plain words. */
    public String why() {
        return why;
    }

    /** @throws IllegalArgumentException for an id that is none of ours */
    public static Gesture of(String id) {
        for (Gesture gesture : values()) {
            if (gesture.id().equals(id)) {
                return gesture;
            }
        }
        throw new IllegalArgumentException("no such gesture; the ids are those of the taxonomy");
    }
}
