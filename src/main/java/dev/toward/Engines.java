package dev.toward;

import dev.toward.annotate.Annotator;
import dev.toward.annotate.Parser;
import dev.toward.annotate.WordsOnly;
import dev.toward.annotate.corenlp.CoreNlpParser;
import dev.toward.annotate.opennlp.OpenNlpAnnotator;
import dev.toward.cue.Cues;
import dev.toward.encode.PairReader;
import dev.toward.encode.WordPiece;
import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import dev.toward.verdict.Observer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Everything that looks at a draft, loaded: what an {@link Analyzer} sees with, and what training fits the rest on. */
public final class Engines implements AutoCloseable {
    private final PairReader reader;
    private final Observer observer;

    private Engines(PairReader reader, Observer observer) {
        this.reader = reader;
        this.observer = observer;
    }

    /** Loads side by side; the grammar takes longest. */
    public static Engines open(ModelStore store) throws ModelException {
        return open(store, loading(() -> WordPiece.open(store)), true);
    }

    /** As {@link #open(ModelStore)}, with the vocabulary that the sentence encoder shares; without grammar unless it is wanted. */
    static Engines open(ModelStore store, CompletableFuture<WordPiece> pieces, boolean grammar) throws ModelException {
        CompletableFuture<PairReader> reader = loading(() -> PairReader.open(store, loaded(pieces)));
        CompletableFuture<Annotator> annotator = loading(() -> OpenNlpAnnotator.load(store));
        try {
            Parser parser = grammar ? CoreNlpParser.load(store, Cues.patternFiles()) : new WordsOnly();
            PairReader pairs = loaded(reader);
            return new Engines(pairs, new Observer(loaded(annotator), parser, Cues.finders(), pairs));
        } catch (ModelException | RuntimeException e) {
            reader.thenAccept(PairReader::close);
            throw e;
        }
    }

    public Observer observer() {
        return observer;
    }

    PairReader reader() {
        return reader;
    }

    @Override
    public void close() {
        reader.close();
    }

    /** Something to load that may fail for want of a model. */
    interface Loading<T> {
        T load() throws ModelException;
    }

    static <T> CompletableFuture<T> loading(Loading<T> loading) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return loading.load();
            } catch (ModelException e) {
                throw new CompletionException(e);
            }
        });
    }

    static <T> T loaded(CompletableFuture<T> future) throws ModelException {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ModelException missing) {
                throw missing;
            }
            throw e;
        }
    }
}
