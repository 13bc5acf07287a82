package dev.toward.verdict;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How sure a reader must be for the next not to be asked, in logits; fitted on {@code corpus/labelled/dev} and held-out comments by {@code toward train
 * --small}. Kept as {@code models/small.json}.
 *
 * @param first the student's margin, for a reply to a bid
 * @param firstAlone the same where no bid is known
 * @param after the small reader's, for a reply to a bid that is neutral, or validating
 * @param alone the same where no bid is known
 * @param bid how probable the likeliest kind of a bid must be that is asked for by itself
 */
@JsonPropertyOrder({"first", "firstAlone", "after", "alone", "bid"})
public record SmallBars(float first, float firstAlone, float after, float alone, float bid) {
    /** The file under {@code models/}. */
    public static final String FILE = "small.json";

    /** Reads the file, digest checked. */
    static SmallBars open(ModelStore store) throws ModelException {
        Path file = store.path(FILE);
        try {
            return new JsonMapper().readValue(file.toFile(), SmallBars.class);
        } catch (IOException e) {
            throw new ModelException(file + " cannot be read; run './toward train --small'", e);
        }
    }
}
