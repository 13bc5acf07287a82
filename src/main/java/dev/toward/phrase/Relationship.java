package dev.toward.phrase;

import java.util.Locale;

/** Who the two are to each other. */
public enum Relationship {
    PARTNER,
    FRIEND,
    FAMILY,
    PARENT_CHILD,
    COWORKER,
    ONLINE,
    NEIGHBOUR;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
