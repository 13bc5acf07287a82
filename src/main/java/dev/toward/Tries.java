package dev.toward;

import dev.toward.suggest.Reading;
import dev.toward.text.Draft;
import dev.toward.verdict.Label;
import dev.toward.verdict.Scores;
import dev.toward.verdict.Turn;
import dev.toward.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lets nothing through, and keeps what was tried in place of a whole draft. Serves one moment. */
final class Tries implements Reading {
    private static final Verdict COLD =
            new Verdict.Decided(Label.DISMISSIVE, new Scores(0, 1, 0, 0), Turn.AWAY, null, List.of(), List.of());

    private final Set<Draft> tried = new LinkedHashSet<>();

    @Override
    public List<Verdict> of(List<Draft> drafts, boolean ours) {
        if (ours) {
            tried.addAll(drafts);
        }
        return Collections.nCopies(drafts.size(), COLD);
    }

    /** In the order in which they were tried. */
    List<Draft> all() {
        return new ArrayList<>(tried);
    }
}
