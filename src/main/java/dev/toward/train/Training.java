package dev.toward.train;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.Engines;
import dev.toward.encode.PairReader;
import dev.toward.models.ModelStore;
import dev.toward.text.Draft;
import dev.toward.verdict.Calibration;
import dev.toward.verdict.Observation;
import dev.toward.verdict.Observer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes what can be made without PyTorch: fits {@code models/verdict.json} on the dev split, records digests, and indexes the
 * phrases. The reader itself ({@code models/reader.onnx}) is made by {@code src/train/python}; this takes it as it lies there.
 */
public final class Training {
    private Training() {}

    /**
     * Fits the calibration of the reader that lies under {@code models}.
     *
     * @param real a folder of real comments to set the bars on as well, or null
     * @param progress takes a line at a time
     */
    public static Calibration calibrate(Path models, Path corpus, @Nullable Path real, Consumer<String> progress)
            throws IOException {
        Manifest.record(models, PairReader.MODEL);
        try (Engines engines = Engines.open(ModelStore.open(models))) {
            Observer observer = engines.observer();
            List<Example> dev = LabelledFile.readAll(corpus.resolve("labelled/dev"));
            progress.accept("reading " + dev.size() + " drafts of the dev split");
            CalibrationTrainer trainer = new CalibrationTrainer();
            List<Observation> seen =
                    dev.parallelStream().map(e -> look(observer, e.draft())).toList();
            for (int i = 0; i < dev.size(); i++) {
                trainer.add(dev.get(i), seen.get(i));
            }
            if (real != null) {
                List<String> plain = RealText.heldOut(real, corpus);
                progress.accept("reading " + plain.size() + " lines of real text that the reader was not taught on");
                plain.parallelStream()
                        .map(text -> look(observer, Draft.of(text)))
                        .toList()
                        .forEach(trainer::addPlain);
            }
            Calibration fitted = trainer.fit();
            JsonMapper json = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            Path written = Files.writeString(
                    models.resolve(Calibration.FILE + ".part"), json.writeValueAsString(fitted) + "\n");
            Files.move(written, models.resolve(Calibration.FILE), StandardCopyOption.REPLACE_EXISTING);
            Manifest.record(models, Calibration.FILE);
            return fitted;
        }
    }

    /** The first stretch is enough: drafts of the corpus are short. With grammar, for the bar of tactics is fitted too. */
    private static Observation look(Observer observer, Draft draft) {
        return observer.withGrammar(
                observer.observe(draft, observer.annotate(draft.text())).get(0));
    }
}
