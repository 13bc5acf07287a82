package dev.toward;

import dev.toward.cue.Tactic;
import dev.toward.phrase.Phrase;
import dev.toward.text.Draft;
import dev.toward.verdict.Finding;
import dev.toward.verdict.Label;
import dev.toward.verdict.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a phrase may not be offered: as an answer to its own example it turns away. The one place where that is decided, whether the phrase
 * was typed, sent or comes in a pack. Immutable.
 *
 * @param label one that is a flag
 * @param tactics what it does, each once; may be empty
 */
public record ColdPhrase(Label label, List<Tactic> tactics) {
    public ColdPhrase {
        tactics = List.copyOf(tactics);
    }

    /** What is cold in a phrase, or null when it may be offered. One reading. */
    public static @Nullable ColdPhrase in(Phrase phrase, Analyses analyses) {
        Verdict verdict = analyses.analyze(
                        Draft.of(phrase.inItsExample(), phrase.example().context()), 0, null, Tier.FULL)
                .verdict();
        return verdict.label().isFlag()
                ? new ColdPhrase(
                        verdict.label(),
                        verdict.tactics().stream()
                                .map(Finding::tactic)
                                .distinct()
                                .toList())
                : null;
    }

    /** In words, without the phrase's own. */
    public String why() {
        return "as an answer to its example the phrase is read as " + label.id()
                + (tactics.isEmpty()
                        ? ""
                        : " ("
                                + String.join(
                                        ", ", tactics.stream().map(Tactic::id).toList()) + ")");
    }
}
