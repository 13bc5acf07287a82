package dev.toward.train;

import dev.toward.text.Draft;
import dev.toward.verdict.Verdict;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;

/** Reads labelled drafts and pairs each with its verdict. */
public final class Evaluator {
    private Evaluator() {}

    /** Reads all, in order, as wide as the machine. */
    public static List<Evaluation.Scored> read(List<Example> examples, Function<Draft, Verdict> reader) {
        try (ForkJoinPool pool = new ForkJoinPool(Runtime.getRuntime().availableProcessors())) {
            return pool.submit(() -> examples.parallelStream()
                            .map(e -> new Evaluation.Scored(e, reader.apply(e.draft())))
                            .toList())
                    .join();
        }
    }
}
