package dev.toward.phrase;

import java.util.Locale;

/** How long a phrase is, in words as they are parted by blanks; a slot counts as one. */
public enum Length {
    /** Up to six words. */
    SHORT,
    /** Seven to twelve. */
    MEDIUM,
    /** More. */
    LONG;

    private static final int SHORT_WORDS = 6;
    private static final int MEDIUM_WORDS = 12;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Length of(String text) {
        int words = text.strip().split("\\s+").length;
        return words <= SHORT_WORDS ? SHORT : words <= MEDIUM_WORDS ? MEDIUM : LONG;
    }
}
