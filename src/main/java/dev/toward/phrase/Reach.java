package dev.toward.phrase;

import java.util.Locale;

/** Which messages of its kinds of bid a phrase answers. */
public enum Reach {
    /** Any, once its slots are filled. */
    BROAD,
    /** Only one that is near to the message it was written for: it takes something for granted. */
    NEAR;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
