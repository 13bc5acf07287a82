package dev.toward.verdict;

import java.util.Locale;

/**
 * How probable a flag must be before it is told. The others move each bar that ships by one step in log-odds, chosen on {@code
 * corpus/labelled/dev}: half the false flags there, and twice as many. What each does elsewhere stands in reports/reading.md.
 */
public enum Strictness {
    /** Tells only what is all but certain. */
    GENTLE(1),
    /** The bars that ship. */
    DEFAULT(0),
    /** Tells also what is likely. */
    PICKY(-0.7);

    private final double step;

    Strictness(double step) {
        this.step = step;
    }

    /** The name that callers use. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a name that is none; the message says which there are */
    public static Strictness of(String id) {
        for (Strictness strictness : values()) {
            if (strictness.id().equals(id)) {
                return strictness;
            }
        }
        throw new IllegalArgumentException("expected gentle, default or picky");
    }

    /** The bar in place of one that ships. */
    public double bar(double shipped) {
        return step == 0 ? shipped : 1 / (1 + (1 - shipped) / shipped * StrictMath.exp(-step));
    }
}
