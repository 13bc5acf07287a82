package dev.toward.suggest;

import dev.toward.text.Draft;
import dev.toward.verdict.Verdict;
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
}
