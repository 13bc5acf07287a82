package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.Ask;
import dev.toward.text.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads drafts; {@link dev.toward.Analyzer} is the real one. Threads must be able to share it. */
@FunctionalInterface
public interface DraftReader {
    /**
     * @param suggestions how many warmer wordings at most
     * @param them the first name of the one who is answered, or null when not known
     */
    Analysis analyze(Draft draft, int suggestions, @Nullable String them);

    /** Several at once; each gets the answer that it would get by itself, in the order of the asks. */
    default List<Analysis> analyzeAll(List<Ask> asks) {
        return asks.stream()
                .map(ask -> analyze(ask.draft(), ask.suggestions(), ask.them()))
                .toList();
    }
}
