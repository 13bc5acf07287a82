package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.Care;
import dev.toward.Tier;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.suggest.Suggestion;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import dev.toward.verdict.Finding;
import dev.toward.verdict.Label;
import dev.toward.verdict.Provenance;
import dev.toward.verdict.Scores;
import dev.toward.verdict.Turn;
import dev.toward.verdict.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads by a handful of words, so that tests know what comes out. */
public final class FakeReader implements DraftReader, BidReader {
    @Override
    public Analysis analyze(Draft draft, int suggestions, @Nullable String them) {
        String text = draft.text();
        BidKind bid = draft.bid().isKnown() ? kind(draft.bid()) : null;
        if (text.contains("hola")) {
            return analysis(draft, new Verdict.Undecided(Verdict.Reason.NOT_ENGLISH), List.of(), null);
        }
        if (text.equals("k")) {
            return flag(draft, suggestions, Label.DISMISSIVE, Turn.AWAY, Tactic.TOKEN_REPLY, bid, text, them);
        }
        if (text.contains("at least")) {
            return flag(draft, suggestions, Label.MINIMIZING, Turn.AWAY, Tactic.AT_LEAST, bid, "at least", them);
        }
        if (text.contains("your own fault")) {
            return flag(draft, suggestions, Label.DISMISSIVE, Turn.AGAINST, Tactic.BLAME, bid, "your own fault", them);
        }
        if (text.contains("so sorry")) {
            return toward(draft, Gesture.ACKNOWLEDGE, bid);
        }
        if (text.contains("congratulations")) {
            return toward(draft, Gesture.CELEBRATE, bid);
        }
        return analysis(
                draft,
                new Verdict.Decided(
                        Label.NEUTRAL, new Scores(0.05, 0.03, 0.02, 0.9), Turn.NONE, bid, List.of(), List.of()),
                List.of(),
                null);
    }

    @Override
    public @Nullable BidKind kind(Bid bid) {
        String all = String.join(" ", bid.utterances());
        if (all.contains("hola")) {
            return null;
        }
        if (all.contains("lost")) {
            return BidKind.DISTRESS;
        }
        if (all.contains("got the job")) {
            return BidKind.GOOD_NEWS;
        }
        return all.contains("how was") ? BidKind.QUESTION : BidKind.NONE;
    }

    private static Analysis toward(Draft draft, Gesture gesture, @Nullable BidKind bid) {
        Verdict verdict = new Verdict.Decided(
                Label.VALIDATING, new Scores(0.9, 0.03, 0.02, 0.05), Turn.TOWARD, bid, List.of(), List.of(gesture));
        return analysis(draft, verdict, List.of(), null);
    }

    private static Analysis flag(
            Draft draft,
            int suggestions,
            Label label,
            Turn turn,
            Tactic tactic,
            @Nullable BidKind bid,
            String words,
            @Nullable String them) {
        int start = draft.text().indexOf(words);
        Span span = new Span(start, start + words.length());
        Scores scores =
                label == Label.MINIMIZING ? new Scores(0.02, 0.1, 0.85, 0.03) : new Scores(0.02, 0.7, 0.08, 0.2);
        Verdict verdict =
                new Verdict.Decided(label, scores, turn, bid, List.of(new Finding(tactic, span, 0.9)), List.of());
        String warm = "That must sting" + (them == null ? "" : ", " + them) + ".";
        List<Suggestion> warmer = suggestions == 0
                ? List.of()
                : List.of(new Suggestion(
                        span,
                        warm,
                        draft.text().substring(0, start) + warm + draft.text().substring(span.end()),
                        Gesture.MIRROR_FEELING,
                        "mirror-feeling/loss-001"));
        Care care = draft.bid().last().contains("end it all")
                ? new Care("possible-danger", "This may be about somebody's life.")
                : null;
        return analysis(draft, verdict, care == null ? warmer : List.of(), care);
    }

    private static Analysis analysis(Draft draft, Verdict verdict, List<Suggestion> suggestions, @Nullable Care care) {
        return new Analysis(draft, verdict, suggestions, care, "en", Tier.FULL, new Provenance("fake-r1"));
    }
}
