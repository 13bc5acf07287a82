package dev.toward.learn;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.ledger.OwnAnswers.Answer;
import dev.toward.phrase.Sort;
import dev.toward.suggest.Occasion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words of an answer that were read as validating.
 *
 * @param text tidy, with slots
 * @param sort of the thing in it, or null
 * @param whole whether they are the whole answer
 */
record Warm(
        Answer answer,
        String text,
        @Nullable Sort sort,
        boolean whole,
        double warmth,
        List<Gesture> gestures,
        BidKind bid,
        Occasion occasion) {
    Warm {
        gestures = List.copyOf(gestures);
    }
}
