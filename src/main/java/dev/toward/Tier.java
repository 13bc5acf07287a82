package dev.toward;

import java.util.Locale;

/** How deep a draft is read. Until there is a small student of the reader, all three read with everything. */
public enum Tier {
    FAST,
    AUTO,
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
