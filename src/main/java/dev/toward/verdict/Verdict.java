package dev.toward.verdict;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a draft takes up the bid that it answers. */
public sealed interface Verdict {
    Label label();

    Scores scores();

    Turn turn();

    /** What was asked for, or null when nothing is known of it. */
    @Nullable
    BidKind bid();

    /** What the label rests on, by place; empty unless the label is a flag. */
    List<Finding> tactics();

    List<Gesture> gestures();

    /** What was found and is not told, because {@link Settings} ask for that; by place. */
    List<Finding> unsaid();

    /** Read and decided. */
    record Decided(
            Label label,
            Scores scores,
            Turn turn,
            @Nullable BidKind bid,
            List<Finding> tactics,
            List<Gesture> gestures,
            List<Finding> unsaid)
            implements Verdict {
        public Decided {
            tactics = List.copyOf(tactics);
            gestures = List.copyOf(gestures);
            unsaid = List.copyOf(unsaid);
        }

        /** With all that was found told. */
        public Decided(
                Label label,
                Scores scores,
                Turn turn,
                @Nullable BidKind bid,
                List<Finding> tactics,
                List<Gesture> gestures) {
            this(label, scores, turn, bid, tactics, gestures, List.of());
        }
    }

    /** Nothing to go by: neutral, and no flag. */
    record Undecided(Reason reason) implements Verdict {
        @Override
        public Label label() {
            return Label.NEUTRAL;
        }

        @Override
        public Scores scores() {
            return Scores.NOTHING;
        }

        @Override
        public Turn turn() {
            return Turn.NONE;
        }

        @Override
        public @Nullable BidKind bid() {
            return null;
        }

        @Override
        public List<Finding> tactics() {
            return List.of();
        }

        @Override
        public List<Gesture> gestures() {
            return List.of();
        }

        @Override
        public List<Finding> unsaid() {
            return List.of();
        }
    }

    /** Why nothing was decided. */
    enum Reason {
        NO_WORDS,
        NOT_ENGLISH;

        public String id() {
            return this == NO_WORDS ? "no-words" : "not-english";
        }
    }
}
