package dev.toward.phrase;

import java.util.List;

/**
 * Phrases to be taken in together, with tests of what they are for. Well formed by itself; whether it may be taken in depends on what is
 * there already and on how it is read. Immutable; threads may share it.
 */
public record PhrasePack(List<Placed<Phrase>> phrases, List<Placed<PackTest>> tests) {
    public PhrasePack {
        phrases = List.copyOf(phrases);
        tests = List.copyOf(tests);
    }
}
