package dev.toward;

import dev.toward.text.Draft;
import org.jspecify.annotations.Nullable;

/**
 * A draft to be read, and what is wanted of the reading.
 *
 * @param suggestions how many warmer wordings at most, 0 to 10
 * @param them the first name of the one who is answered, or null when not known
 */
public record Ask(Draft draft, int suggestions, @Nullable String them) {
    /** The most wordings that may be asked for. */
    private static final int MOST = 10;

    public Ask {
        if (suggestions < 0 || suggestions > MOST) {
            throw new IllegalArgumentException("suggestions: expected 0 to 10, got " + suggestions);
        }
    }
}
