package dev.toward.match;

import dev.toward.cue.Tactic;
import dev.toward.text.Span;

/** Which matches somebody wants to be told of. */
public interface Wanted {
    /** @param score 0 to 1, how sure */
    boolean allows(Rule rule, double score);

    /** True where the writer asked in the text itself that a tactic be left unsaid. */
    default boolean silences(Tactic tactic, Span place) {
        return false;
    }

    /** True where other words can take a place. */
    default boolean canGiveWay(Span place) {
        return true;
    }
}
