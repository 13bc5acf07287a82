package dev.toward.suggest;

import dev.toward.cue.BidKind;
import dev.toward.phrase.Intensity;
import dev.toward.phrase.Situation;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a message is about, how heavy it is, and in what company it is said, as far as its words show.
 *
 * @param situations none when the words tell of none
 */
public record Occasion(Set<Situation> situations, Intensity gravity, boolean atWork, boolean playful) {
    public Occasion {
        situations = Set.copyOf(situations);
    }

    /**
     * Reads it off what was said.
     *
     * @param context what is answered, all of it
     * @param answer which tells of the company too
     */
    public static Occasion of(String context, String answer, @Nullable BidKind bid) {
        Circumstances read = Circumstances.of(context, answer, bid, null);
        return new Occasion(read.situations(), read.gravity(), read.atWork(), read.playful());
    }
}
