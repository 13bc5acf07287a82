package dev.toward.train;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import dev.toward.verdict.Label;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A labelled draft.
 *
 * @param label null where nobody has labelled it; such a line counts for nothing
 * @param alt a second acceptable label, or null
 * @param tactics the tactics with their places; empty where the file names none
 * @param bid what the context asks for, or null
 * @param phenomenon the hard case that it stands for, or null
 * @param second the label of a second reader who did not see the first, or null
 */
public record Example(
        String id,
        Draft draft,
        @Nullable Label label,
        @Nullable Label alt,
        List<Marked> tactics,
        Set<Gesture> gestures,
        @Nullable BidKind bid,
        @Nullable String situation,
        @Nullable String relationship,
        @Nullable String register,
        @Nullable String phenomenon,
        @Nullable Label second) {
    /** A tactic and the words that it lies in. */
    public record Marked(Tactic tactic, Span span) {}

    public Example {
        tactics = List.copyOf(tactics);
        gestures = Set.copyOf(gestures);
    }

    /** True when {@code predicted} is the label or the accepted alternative. */
    public boolean accepts(Label predicted) {
        return predicted == label || predicted == alt;
    }
}
