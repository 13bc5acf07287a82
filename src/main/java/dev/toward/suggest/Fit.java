package dev.toward.suggest;

import dev.toward.phrase.Phrase;
import java.util.Comparator;
import java.util.Map;

/**
 * A phrase and how well it fits a moment.
 *
 * @param score higher is better; comparable within one moment only
 * @param parts what the score is the sum of; empty for phrases that are in an order of their own
 */
record Fit(Phrase phrase, double score, Map<Part, Double> parts) {
    /** Best first, equals by id. */
    static final Comparator<Fit> BEST_FIRST = Comparator.comparingDouble(Fit::score)
            .reversed()
            .thenComparing(f -> f.phrase().id());

    static Fit of(Phrase phrase, Map<Part, Double> parts) {
        double score = 0;
        for (double part : parts.values()) {
            score += part;
        }
        return new Fit(phrase, score, parts);
    }
}
