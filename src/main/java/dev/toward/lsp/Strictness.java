package dev.toward.lsp;

import java.util.Locale;
import java.util.Optional;

/** How sure a finding must be to be told. */
enum Strictness {
    /** Only what is as good as sure. */
    GENTLE,
    /** What the verdict flags. */
    DEFAULT,
    /** Also what only perhaps turns away. */
    PICKY;

    private static final double AS_GOOD_AS_SURE = 0.9;

    /** @param score 0 to 1 */
    boolean tells(double score) {
        return this != GENTLE || score >= AS_GOOD_AS_SURE;
    }

    static Optional<Strictness> of(String name) {
        for (Strictness each : values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
