package dev.toward;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.suggest.Part;
import dev.toward.suggest.Suggestion;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import dev.toward.verdict.Finding;
import dev.toward.verdict.Label;
import dev.toward.verdict.Provenance;
import dev.toward.verdict.Scores;
import dev.toward.verdict.Turn;
import dev.toward.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers by the first word alone, for tests of the surfaces: {@code at least} is minimizing up to the comma, {@code danger} is
 * met with care, {@code 123} has no words, {@code fail} fails with the draft in its message, everything else is neutral.
 */
public final class FixedAnswers implements Analyses {
    public static final String CARE = "This may be about somebody's life. Stay with them, and call for help.";

    @Override
    public Analysis analyze(Draft draft, int suggestions, @Nullable String them) {
        String text = draft.text();
        BidKind bid = draft.bid().isKnown() ? BidKind.DISTRESS : null;
        if (text.startsWith("fail")) {
            throw new IllegalStateException("cannot read: " + text);
        }
        if (text.startsWith("123") || text.isBlank()) {
            return analysis(draft, new Verdict.Undecided(Verdict.Reason.NO_WORDS), List.of(), null);
        }
        if (text.startsWith("at least")) {
            int comma = text.indexOf(',');
            Span span = new Span(0, comma < 0 ? text.length() : comma);
            Verdict verdict = new Verdict.Decided(
                    Label.MINIMIZING,
                    new Scores(0.03, 0.16, 0.78, 0.03),
                    Turn.AWAY,
                    bid,
                    List.of(new Finding(Tactic.AT_LEAST, span, 0.91)),
                    List.of());
            String words = them == null ? "that must sting" : "that must sting, " + them;
            Suggestion warmer = new Suggestion(
                    span,
                    words,
                    words + text.substring(span.end()),
                    Gesture.MIRROR_FEELING,
                    "mirror-feeling/loss-014",
                    Map.of(Part.NAMED, 1.6, Part.GESTURE, 0.45, Part.LENGTH, 0.0));
            return analysis(
                    draft,
                    verdict,
                    Stream.generate(() -> warmer).limit(suggestions).toList(),
                    null);
        }
        Verdict verdict = new Verdict.Decided(
                Label.NEUTRAL, new Scores(0.1, 0.1, 0.1, 0.7), Turn.NONE, bid, List.of(), List.of());
        Care care = text.startsWith("danger") ? new Care("possible-danger", CARE) : null;
        return analysis(draft, verdict, List.of(), care);
    }

    private static Analysis analysis(Draft draft, Verdict verdict, List<Suggestion> suggestions, @Nullable Care care) {
        return new Analysis(draft, verdict, suggestions, care, "en", Tier.FULL, new Provenance("2026.11-test"));
    }

    @Override
    public String model() {
        return "2026.11-test";
    }
}
