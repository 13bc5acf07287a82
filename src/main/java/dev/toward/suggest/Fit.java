package dev.toward.suggest;

import dev.toward.phrase.Phrase;
import java.util.Comparator;

/**
 * A phrase and how well it fits a moment.
 *
 * @param score higher is better; comparable within one moment only
 */
record Fit(Phrase phrase, double score) {
    /** Best first, equals by id. */
    static final Comparator<Fit> BEST_FIRST = Comparator.comparingDouble(Fit::score)
            .reversed()
            .thenComparing(f -> f.phrase().id());
}
