package dev.toward.letter;

import dev.toward.text.Bid;
import dev.toward.text.Span;
import java.util.List;

/**
 * A stretch of a text that is said to somebody.
 *
 * @param span where, in the text as given
 * @param bid what it answers, quoted in the same text; {@link Bid#UNKNOWN} where nothing is quoted
 * @param cited places in it that repeat somebody's words or are code, in the text as given
 * @param opens true for what the answer begins with
 */
public record Passage(Span span, Bid bid, List<Span> cited, boolean opens) {
    public Passage {
        cited = List.copyOf(cited);
    }

    /** True when a place lies in words that are only repeated. */
    public boolean repeats(Span place) {
        return cited.stream().anyMatch(c -> c.contains(place) || (c.overlaps(place) && !place.contains(c)));
    }
}
