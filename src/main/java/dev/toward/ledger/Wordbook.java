package dev.toward.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@link Words} of the texts that are looked at together, those of some bids and of what answers them: a text that stands in several places is looked at
 * once. Made for one piece of work and let go with it. Not for several threads.
 */
final class Wordbook {
    private final Map<String, Words> known = new HashMap<>();

    Words of(String text) {
        return known.computeIfAbsent(text, Words::new);
    }

    /** Several texts as one. */
    Words together(List<String> texts) {
        return of(String.join(" ", texts));
    }
}
