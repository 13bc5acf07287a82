package dev.toward.train;

import dev.toward.encode.PairReader;
import dev.toward.encode.SentenceEncoder;
import dev.toward.models.ModelStore;
import dev.toward.text.Draft;
import dev.toward.verdict.Calibration;
import dev.toward.verdict.Classifier;
import dev.toward.verdict.Observation;
import dev.toward.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** A simpler reader, taught on the corpus's train split, to say how much the real one is worth. */
@FunctionalInterface
public interface Baseline {
    /** What there is to compare with. */
    Set<String> NAMES = Set.of("maxent", "frozen", "reader");

    /** What it says of a draft. Threads may share it. */
    Verdict read(Draft draft);

    /**
     * Teaches one.
     *
     * @param name {@code maxent}, {@code frozen}, or {@code reader}: the fine-tuned one without cues and calibration
     * @throws IllegalArgumentException for another name
     */
    static Baseline of(String name, Path models, Path corpus) throws IOException {
        Path train = corpus.resolve("labelled/train");
        return switch (name) {
            case "maxent" -> MaxEntBaseline.train(LabelledFile.readAll(train))::read;
            case "frozen" ->
                FrozenBaseline.train(LabelledFile.readAll(train), SentenceEncoder.open(ModelStore.open(models)))::read;
            case "reader" -> bare(PairReader.open(ModelStore.open(models)));
            default -> throw new IllegalArgumentException("no such baseline; there are maxent, frozen and reader");
        };
    }

    /** The reader as it was fine-tuned: flagged when dismissive and minimizing are more probable than not. */
    private static Baseline bare(PairReader reader) {
        Classifier classifier = new Classifier(Calibration.unfitted());
        return draft -> classifier.decide(Observation.ofReading(draft, 0, reader.read(draft.bid(), draft.text())));
    }
}
