package dev.toward.match;

import dev.toward.text.Span;

/** Which matches somebody wants to be told of. */
public interface Wanted {
    /** @param score 0 to 1, how sure */
    boolean allows(Rule rule, double score);

    /** True where what turns away more likely than not is told too. */
    boolean likely();

    /** True where other words can take a place. */
    default boolean canGiveWay(Span place) {
        return true;
    }
}
