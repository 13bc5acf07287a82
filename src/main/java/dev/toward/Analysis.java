package dev.toward;

import dev.toward.suggest.Suggestion;
import dev.toward.text.Draft;
import dev.toward.verdict.Provenance;
import dev.toward.verdict.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything there is to say of one draft.
 *
 * @param suggestions warmer wordings, best first; empty unless asked for
 * @param care set when the draft or its context suggests danger to somebody's life
 * @param language the language read, as {@code en}
 * @param tier how deep the reading went: {@link Tier#FAST}, by student or small reader, or {@link Tier#FULL}
 */
public record Analysis(
        Draft draft,
        Verdict verdict,
        List<Suggestion> suggestions,
        @Nullable Care care,
        String language,
        Tier tier,
        Provenance provenance) {
    public Analysis {
        suggestions = List.copyOf(suggestions);
    }
}
