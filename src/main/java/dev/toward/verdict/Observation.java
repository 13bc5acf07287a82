package dev.toward.verdict;

import dev.toward.annotate.Parsed;
import dev.toward.cue.Cue;
import dev.toward.encode.Reading;
import dev.toward.text.Draft;
import java.util.List;

/**
 * What was seen in a draft, or in one stretch of a long one, before anything is decided.
 *
 * @param draft the stretch that was read, with the bid
 * @param start where the stretch begins in the whole draft
 */
public record Observation(Draft draft, int start, Reading reading, Parsed parsed, List<Cue> cues) {
    public Observation {
        cues = List.copyOf(cues);
    }

    /** What the reader alone sees: no grammar, no cues. */
    public static Observation ofReading(Draft draft, Reading reading) {
        return new Observation(draft, 0, reading, new Parsed(draft.text(), List.of(), List.of()), List.of());
    }
}
