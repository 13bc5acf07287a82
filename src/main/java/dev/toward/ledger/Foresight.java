package dev.toward.ledger;

/**
 * What was learnt of things ahead and of promises: which messages tell of one, and whether anybody came back to it. Immutable; threads may share it.
 *
 * @param events whether something is ahead
 * @param promises whether something is promised
 * @param back whether a later message comes back to what was ahead
 * @param done whether it shows that what was promised was done
 * @param due whether nobody came back to what was ahead
 * @param open whether nothing shows that it was done
 */
record Foresight(Weights events, Weights promises, Weights back, Weights done, Weights due, Weights open) {
    private static final class Shipped {
        static final Foresight ALL = new Foresight(
                Weights.shipped("events.tsv"),
                Weights.shipped("promises.tsv"),
                Weights.shipped("back.tsv"),
                Weights.shipped("done.tsv"),
                Weights.shipped("due.tsv"),
                Weights.shipped("open.tsv"));
    }

    static final String YES = "yes";

    /** How probable a follow-up must be: so that most of those told are right, a sixth of the conversations left out in turn. */
    static final double DUE = 0.5;

    static final double AHEAD = 0.5;
    static final double OPEN = 0.5;

    static Foresight shipped() {
        return Shipped.ALL;
    }

    double event(Signs signs) {
        return events.odds(YES, signs);
    }

    double promise(Signs signs) {
        return promises.odds(YES, signs);
    }

    /** How probable it is that a later message comes back to what was ahead. */
    double comesBack(Signs signs) {
        return back.odds(YES, signs);
    }

    /** How probable it is that it shows a promise kept, or asks after it. */
    double isDone(Signs signs) {
        return done.odds(YES, signs);
    }

    boolean isDue(double event, Signs after) {
        return both(event, due.odds(YES, after)) >= DUE;
    }

    /** Whether it can be due at all, whatever is written after it. */
    boolean mayBeDue(double event) {
        return both(event, 1) >= DUE;
    }

    boolean isAhead(double event) {
        return event >= AHEAD;
    }

    /** Whether it can be open at all, likewise. */
    boolean mayBeOpen(double promise) {
        return both(promise, 1) >= OPEN;
    }

    boolean isOpen(double promise, Signs after) {
        return both(promise, open.odds(YES, after)) >= OPEN;
    }

    /** That it is one counts for more, for to be asked after nothing is worse. */
    static double both(double one, double left) {
        return left * one * StrictMath.sqrt(one);
    }
}
