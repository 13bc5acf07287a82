package dev.toward.ledger;

/**
 * How far what was written later comes back to one thing told or promised: of each message that may, how probable it is. Many hardly probable ones do not make one
 * that does, so the most probable count beside the sum. Not for several threads.
 */
final class Comebacks {
    /** What stands for no message at all, as log odds. */
    private static final double NOTHING = -8;

    private static final double LEAST = 1e-6;

    private double most = NOTHING;
    private double second = NOTHING;
    private double sum;

    /** @param odds how probable it is that one more message comes back to it */
    void add(double odds) {
        double kept = Math.min(Math.max(odds, LEAST), 1 - LEAST);
        double log = StrictMath.log(kept / (1 - kept));
        if (log > most) {
            second = most;
            most = log;
        } else if (log > second) {
            second = log;
        }
        sum += kept;
    }

    /** Adds what all of them show together. */
    void show(Signs signs) {
        signs.put("back most", Math.max(most, NOTHING) / 3);
        signs.put("back second", Math.max(second, NOTHING) / 3);
        signs.put("back sum", Signs.steps(sum));
    }
}
