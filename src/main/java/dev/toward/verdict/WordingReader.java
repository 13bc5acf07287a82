package dev.toward.verdict;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.cue.BidKind;
import dev.toward.encode.SmallReader;
import dev.toward.encode.SmallReader.Skim;
import dev.toward.encode.WordPiece;
import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import dev.toward.text.Draft;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads drafts that are nothing but a phrase of the bank, and says of most of them at a tenth of the cost what full reading would: that they are warm.
 * And how well they answer the message, as people who read such wordings found ({@code corpus/fit}). A small reader that was taught on such drafts
 * alone. Threads may share it.
 */
public final class WordingReader implements AutoCloseable {
    /** The file under {@code models/}. */
    public static final String MODEL = "wording.onnx";

    /** The bars, beside it. */
    public static final String BARS = "wording.json";

    private final WordPiece pieces;
    private final SmallReader reader;
    private final Bars bars;
    private final Classifier classifier;

    /**
     * When it is sure; fitted on {@code corpus/labelled/dev} by {@code toward train --small --wordings}.
     *
     * @param flag how probable a flag may be at most
     * @param validating how probable it must be that the draft validates
     */
    public record Bars(double flag, double validating) {
        /** Whether full reading need not be asked. */
        public boolean pass(Scores scores) {
            return scores.flag() < flag && scores.validating() > validating;
        }
    }

    private WordingReader(WordPiece pieces, SmallReader reader, Bars bars, Classifier classifier) {
        this.pieces = pieces;
        this.reader = reader;
        this.bars = bars;
        this.classifier = classifier;
    }

    /** Loads the reader and its bars, digests checked. */
    public static WordingReader open(ModelStore store, WordPiece pieces, Classifier classifier) throws ModelException {
        Path file = store.path(BARS);
        try {
            Bars bars = new JsonMapper().readValue(file.toFile(), Bars.class);
            return new WordingReader(pieces, SmallReader.open(store.path(MODEL)), bars, classifier);
        } catch (IOException e) {
            throw new ModelException(file + " cannot be read; run './toward train --small --wordings'", e);
        }
    }

    /** An impression of each wording, in order, as if it were read alone. */
    public List<Impression> read(List<Draft> wordings) {
        return Skimmer.each(wordings, pieces, reader, this::impression).stream()
                .map(i -> i == null ? Impression.NONE : i)
                .toList();
    }

    private Impression impression(Skim skim, boolean known) {
        // how it answers can only be told where it is known what is answered
        return new Impression(verdict(skim, known), known ? Skimmer.likely(skim.fits()) : 0);
    }

    private Verdict.@Nullable Decided verdict(Skim skim, boolean known) {
        Scores scores = Skimmer.scores(skim.labels());
        if (!bars.pass(scores)) {
            return null;
        }
        return new Verdict.Decided(
                Label.VALIDATING,
                scores,
                Turn.TOWARD,
                known ? BidKind.values()[Classifier.largest(skim.bids())] : null,
                List.of(),
                classifier.gestures(Label.VALIDATING, skim.gestures()));
    }

    @Override
    public void close() {
        reader.close();
    }
}
