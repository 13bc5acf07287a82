package dev.toward.cue;

import dev.toward.annotate.Parsed;
import dev.toward.text.Draft;
import java.util.List;

/** Finds a tactic that words and grammar show by themselves: what its pattern file finds, with the guards weighed. */
record PatternFinder(Tactic tactic) implements CueFinder {
    @Override
    public List<Cue> find(Draft draft, Parsed reply) {
        return reply.matches(tactic.id()).stream()
                .map(match -> new Cue(tactic, match.span(), Guards.of(reply, match.span())))
                .toList();
    }
}
