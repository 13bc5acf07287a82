package dev.toward.verdict;

/** Calibrated probabilities of the four labels; they sum to 1. */
public record Scores(double validating, double dismissive, double minimizing, double neutral) {
    /** All on neutral: what an undecided text gets. */
    public static final Scores NOTHING = new Scores(0, 0, 0, 1);

    public double of(Label label) {
        return switch (label) {
            case VALIDATING -> validating;
            case DISMISSIVE -> dismissive;
            case MINIMIZING -> minimizing;
            case NEUTRAL -> neutral;
        };
    }

    /** The probability that the reply turns away, by either label. */
    public double flag() {
        return dismissive + minimizing;
    }
}
