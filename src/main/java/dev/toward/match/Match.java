package dev.toward.match;

import dev.toward.cue.Tactic;
import dev.toward.text.Span;
import dev.toward.verdict.Label;
import java.util.List;

/**
 * Words that turn away, and what could stand in their place.
 *
 * @param rule what leads
 * @param span in the plain text
 * @param label of what was read there
 * @param score 0 to 1, how sure
 * @param tactics all that is done in these words, the leading one first; none where none is sure
 * @param replacements of exactly the span, best first
 */
public record Match(
        Rule rule,
        Span span,
        Label label,
        double score,
        List<Tactic> tactics,
        String message,
        List<String> replacements) {
    public Match {
        tactics = List.copyOf(tactics);
        replacements = List.copyOf(replacements);
    }
}
