package dev.toward.phrase;

/**
 * A phrase that was found, and how near it is to what was asked.
 *
 * @param words 0 to 1: shared words, as a part of the best among all found
 * @param meaning 0 to 1: nearness of meaning to the example that the phrase was written for
 */
public record ScoredPhrase(Phrase phrase, double words, double meaning) {
    /** 0 to 1. Meaning counts for more: few phrases share a telling word with any message. */
    public double score() {
        return score(words, meaning);
    }

    static double score(double words, double meaning) {
        return 0.3 * words + 0.7 * meaning;
    }
}
