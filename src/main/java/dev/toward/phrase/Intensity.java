package dev.toward.phrase;

import java.util.Locale;

/** How heavy a message is, and how heavy a message a phrase suits. Lightest first. */
public enum Intensity {
    LIGHT,
    MEDIUM,
    GRAVE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
