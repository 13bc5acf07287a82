package dev.toward.ledger;

/**
 * How much of something is so, with the 95% interval of Wilson (1927), which stays sensible for few cases and near the ends.
 *
 * @param yes how many are so
 * @param of out of how many
 * @param low lower end of the interval, 0 to 1
 * @param high upper end of it
 */
public record Share(long yes, long of, double low, double high) {
    /** Under so many cases the interval is wider than anything one could say with it (half width above 0.2 at one half). */
    public static final int ENOUGH = 20;

    private static final double Z = 1.959963984540054;

    public static Share of(long yes, long of) {
        if (yes < 0 || yes > of) {
            throw new IllegalArgumentException("share: expected 0 <= yes <= of, got " + yes + " of " + of);
        }
        if (of == 0) {
            return new Share(0, 0, 0, 1);
        }
        double p = (double) yes / of;
        double z2 = Z * Z;
        double centre = (p + z2 / (2 * of)) / (1 + z2 / of);
        double half = Z * Math.sqrt(p * (1 - p) / of + z2 / (4.0 * of * of)) / (1 + z2 / of);
        return new Share(yes, of, Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /** The share itself; one half when there are no cases, which {@link #isEnough} tells apart. */
    public double value() {
        return of == 0 ? 0.5 : (double) yes / of;
    }

    /** False where there is too little text to say. */
    public boolean isEnough() {
        return of >= ENOUGH;
    }
}
