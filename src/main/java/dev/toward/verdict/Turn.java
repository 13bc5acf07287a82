package dev.toward.verdict;

import java.util.Locale;

/** Where a reply turns: toward the bid, away from it, against the person, or nowhere. */
public enum Turn {
    TOWARD,
    AWAY,
    AGAINST,
    NONE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
