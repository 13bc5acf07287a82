package dev.toward.suggest;

import dev.toward.text.Draft;
import dev.toward.verdict.Impression;
import dev.toward.verdict.Verdict;
import java.util.Collections;
import java.util.List;

/** Reads rewritten drafts as drafts are read. Threads may share it. */
@FunctionalInterface
public interface Reading {
    /**
     * A verdict on each, in their order; each as if it were read alone.
     *
     * @param ours whether nothing of the writer's words is left in them, only a phrase
     */
    List<Verdict> of(List<Draft> drafts, boolean ours);

    /** A quick look at each of some drafts that are nothing but a phrase; {@link Impression#NONE} of those that it cannot take in. */
    default List<Impression> glance(List<Draft> wordings) {
        return Collections.nCopies(wordings.size(), Impression.NONE);
    }
}
