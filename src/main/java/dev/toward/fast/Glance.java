package dev.toward.fast;

import dev.toward.cue.BidKind;
import dev.toward.verdict.Label;
import dev.toward.verdict.Scores;
import dev.toward.verdict.Turn;
import dev.toward.verdict.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the student makes of a draft.
 *
 * @param scores calibrated probabilities
 * @param label a flag only above the student's own bars
 * @param bid what is asked for, or null where no bid is known
 * @param margin how surely the full reading would be neutral too, a logit
 * @param surelyNeutral true when the full reading would all but certainly be neutral too: then it need not be asked
 */
public record Glance(Scores scores, Label label, @Nullable BidKind bid, float margin, boolean surelyNeutral) {
    /** The verdict where nothing deeper is asked: without words that do it and without gestures, which no sum can point at. */
    public Verdict.Decided verdict() {
        Turn turn =
                switch (label) {
                    case VALIDATING -> Turn.TOWARD;
                    case NEUTRAL -> Turn.NONE;
                    case MINIMIZING, DISMISSIVE -> Turn.AWAY;
                };
        return new Verdict.Decided(label, scores, turn, bid, List.of(), List.of());
    }
}
