package dev.toward.cue;

import dev.toward.annotate.Parsed;
import dev.toward.text.Draft;
import java.util.List;

/** Finds the traces of one tactic. Stateless; threads may share it. */
public interface CueFinder {
    Tactic tactic();

    /** Traces in the draft, in order; guards already weighed. */
    List<Cue> find(Draft draft, Parsed reply);
}
