package dev.toward.train;

import dev.toward.encode.SentenceEncoder;
import dev.toward.models.ModelStore;
import dev.toward.text.Draft;
import dev.toward.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A simpler reader, taught on the corpus's train split, to say how much the real one is worth. */
@FunctionalInterface
public interface Baseline {
    /** What there is to compare with. */
    Set<String> NAMES = Set.of("maxent", "frozen");

    /** The most probable label, with nothing to back it. Threads may share it. */
    Verdict read(Draft draft);

    /**
     * Teaches one.
     *
     * @param name {@code maxent} or {@code frozen}
     * @throws IllegalArgumentException for another name
     */
    static Baseline of(String name, Path models, Path corpus) throws IOException {
        List<Example> train = LabelledFile.readAll(corpus.resolve("labelled/train"));
        return switch (name) {
            case "maxent" -> MaxEntBaseline.train(train)::read;
            case "frozen" -> FrozenBaseline.train(train, SentenceEncoder.open(ModelStore.open(models)))::read;
            default -> throw new IllegalArgumentException("no such baseline; there are maxent and frozen");
        };
    }
}
