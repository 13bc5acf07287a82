package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.text.Draft;
import org.jspecify.annotations.Nullable;

/** Reads one draft; {@link dev.toward.Analyzer#analyze(Draft, int, String)} is the real one. Threads must be able to share it. */
@FunctionalInterface
public interface DraftReader {
    /**
     * @param suggestions how many warmer wordings at most
     * @param them the first name of the one who is answered, or null when not known
     */
    Analysis analyze(Draft draft, int suggestions, @Nullable String them);
}
