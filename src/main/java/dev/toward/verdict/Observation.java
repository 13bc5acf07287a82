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
 * @param parsed its grammar; without sentences until {@link Observer#withGrammar} has looked
 * @param cues what the grammar shows; none until then
 */
public record Observation(Draft draft, int start, Reading reading, Parsed parsed, List<Cue> cues) {
    public Observation {
        cues = List.copyOf(cues);
    }

    /** What the reader alone sees: no grammar, no cues. */
    public static Observation ofReading(Draft draft, int start, Reading reading) {
        return new Observation(draft, start, reading, new Parsed(draft.text(), List.of(), List.of()), List.of());
    }
}
