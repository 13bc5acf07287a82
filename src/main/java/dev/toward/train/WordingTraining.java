package dev.toward.train;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.Analyzer;
import dev.toward.Tier;
import dev.toward.encode.PairPieces;
import dev.toward.encode.SmallReader;
import dev.toward.encode.WordPiece;
import dev.toward.models.ModelStore;
import dev.toward.text.Draft;
import dev.toward.verdict.Scores;
import dev.toward.verdict.Skimmer;
import dev.toward.verdict.WordingReader;
import dev.toward.verdict.WordingReader.Bars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Sets how sure the reader of wordings must be, on wordings for the dev split: so that hardly any that it passes would be flagged by full reading.
 * Writes {@code models/wording.json}.
 */
public final class WordingTraining {
    /** Of all wordings, how many may be passed that full reading flags. */
    private static final double OTHERWISE = 0;

    /** A draft that turns away is seldom found to validate by more than 0.3, and a wording must be 0.3 above it. */
    private static final double VALIDATING = 0.6;

    private WordingTraining() {}

    private record Held(Scores scores, boolean flagged) {}

    /** Fits the bars to the reader of wordings that lies under {@code models}, and records both files in the manifest. */
    public static Bars fit(Path models, Path corpus, Consumer<String> progress) throws IOException {
        ModelStore store = ModelStore.open(models);
        WordPiece vocabulary = WordPiece.open(store);
        // what is fitted here is not to be had before
        if (!Files.exists(models.resolve(WordingReader.BARS))) {
            write(models, new Bars(0, 1));
        }
        Manifest.record(models, WordingReader.MODEL);
        Manifest.record(models, WordingReader.BARS);
        List<Held> held = new ArrayList<>();
        try (Analyzer analyzer = Analyzer.builder().models(models).build();
                SmallReader reader = SmallReader.open(models.resolve(WordingReader.MODEL))) {
            for (Draft draft : StudyWordings.of(analyzer, corpus.resolve("labelled/dev"))) {
                PairPieces pair = PairPieces.of(vocabulary, draft.bid(), draft.text());
                Scores scores = Skimmer.scores(reader.read(List.of(pair)).get(0).labels());
                boolean flagged = analyzer.analyze(draft, 0, null, Tier.FULL)
                        .verdict()
                        .label()
                        .isFlag();
                held.add(new Held(scores, flagged));
            }
        }
        Bars bars = new Bars(bar(held), VALIDATING);
        write(models, bars);
        Manifest.record(models, WordingReader.BARS);
        List<Held> passed = held.stream().filter(h -> bars.pass(h.scores())).toList();
        progress.accept(String.format(
                Locale.ROOT,
                "passes %.1f%% of %d wordings, %d of them flagged in full; flagged in full are %d",
                100.0 * passed.size() / held.size(),
                held.size(),
                passed.stream().filter(Held::flagged).count(),
                held.stream().filter(Held::flagged).count()));
        return bars;
    }

    private static double bar(List<Held> held) {
        List<Held> coldest = held.stream()
                .filter(h -> h.flagged() && h.scores().validating() > VALIDATING)
                .sorted(Comparator.comparingDouble(h -> h.scores().flag()))
                .toList();
        int allowed = (int) (OTHERWISE * held.size());
        return allowed < coldest.size() ? coldest.get(allowed).scores().flag() : 0.5;
    }

    private static void write(Path models, Bars bars) throws IOException {
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(models.resolve(WordingReader.BARS), json.writeValueAsString(bars) + "\n");
    }
}
