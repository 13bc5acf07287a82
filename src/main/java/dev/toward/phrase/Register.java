package dev.toward.phrase;

import java.util.Locale;

/** The manner of speaking that a phrase fits. */
public enum Register {
    TENDER,
    PLAIN,
    WORK,
    PLAYFUL,
    FORMAL;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
