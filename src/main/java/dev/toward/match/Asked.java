package dev.toward.match;

import dev.toward.Analyses;
import dev.toward.Analysis;
import dev.toward.text.Draft;
import dev.toward.verdict.Settings;
import dev.toward.verdict.Strictness;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads drafts under somebody's settings, and knows which flags only those are told who want to hear of what is likely too. Threads may share it. */
public final class Asked {
    private static final Settings.Change DEFAULT =
            new Settings.Change(Strictness.DEFAULT, Set.of(), Set.of(), Set.of());

    private final Analyses analyses;
    private final @Nullable Analyses usual;

    private Asked(Analyses analyses, @Nullable Analyses usual) {
        this.analyses = analyses;
        this.usual = usual;
    }

    /** @param change what is asked for otherwise than {@code analyses} does */
    public static Asked under(Analyses analyses, Settings.Change change) {
        Analyses asked = analyses.under(change);
        boolean picky = asked.settings().strictness() == Strictness.PICKY;
        return new Asked(asked, picky ? asked.under(DEFAULT) : null);
    }

    public Analysis analyze(Draft draft, int suggestions, @Nullable String them) {
        return analyses.analyze(draft, suggestions, them);
    }

    /** True for a flag that is told for the sake of these settings alone. */
    public boolean perhaps(Draft draft, @Nullable String them, Analysis analysis) {
        return usual != null
                && analysis.verdict().label().isFlag()
                && !usual.analyze(draft, 0, them).verdict().label().isFlag();
    }
}
