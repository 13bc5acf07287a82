package dev.toward.verdict;

import java.util.Locale;

/** What a reply does with a bid (taxonomy, section 1). The order is that of the reader's output. */
public enum Label {
    VALIDATING,
    DISMISSIVE,
    MINIMIZING,
    NEUTRAL;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True for the two that turn away. */
    public boolean isFlag() {
        return this == DISMISSIVE || this == MINIMIZING;
    }

    /** @throws IllegalArgumentException for an id that is none of ours */
    public static Label of(String id) {
        for (Label label : values()) {
            if (label.id().equals(id)) {
                return label;
            }
        }
        throw new IllegalArgumentException("no such label; the ids are those of the taxonomy");
    }
}
