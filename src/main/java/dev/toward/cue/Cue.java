package dev.toward.cue;

import dev.toward.text.Span;
import java.util.Set;

/**
 * A trace of a tactic in a draft, found by its words and grammar.
 *
 * @param tactic what it is a trace of
 * @param span where, in the draft as given
 * @param guards reasons not to believe it; a cue with any is kept for the record and speaks for nothing
 */
public record Cue(Tactic tactic, Span span, Set<Guard> guards) {
    /** Why the words of a tactic may stand in a draft without meaning it (taxonomy, section 4). */
    public enum Guard {
        /** Somebody else's words, in quotation marks or reported (rule 4). */
        QUOTED,
        /** The draft denies saying it (rule 5). */
        NEGATED,
        /** It speaks of the writer's own feeling (rule 3). */
        ABOUT_WRITER
    }

    public Cue {
        guards = Set.copyOf(guards);
    }

    public boolean stands() {
        return guards.isEmpty();
    }
}
