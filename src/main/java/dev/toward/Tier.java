package dev.toward;

import java.util.Locale;

/** How deep a draft is read. */
public enum Tier {
    /** By the small student alone: labels and scores, no words that are marked. */
    FAST,
    /**
     * By the student where it is sure that everything would find the draft neutral too, by the small reader where that is sure of neutral or
     * validating, else with everything.
     */
    AUTO,
    /** With everything. */
    FULL;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for an id that is none of ours */
    public static Tier of(String id) {
        for (Tier tier : values()) {
            if (tier.id().equals(id)) {
                return tier;
            }
        }
        throw new IllegalArgumentException("no such tier: " + id + "; there are fast, auto and full");
    }
}
