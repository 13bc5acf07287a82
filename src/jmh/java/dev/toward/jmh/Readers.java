package dev.toward.jmh;

import dev.toward.annotate.Annotator;
import dev.toward.annotate.Parsed;
import dev.toward.annotate.corenlp.CoreNlpParser;
import dev.toward.annotate.opennlp.OpenNlpAnnotator;
import dev.toward.cue.Cues;
import dev.toward.encode.PairReader;
import dev.toward.encode.Reading;
import dev.toward.encode.SentenceEncoder;
import dev.toward.models.ModelStore;
import dev.toward.text.Draft;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What the full reading is made of: the encoder over a pair, the sentence vector, CoreNLP's grammar. Run: {@code bench/jmh.sh Readers}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Readers {
    private Corpus corpus;
    private PairReader reader;
    private SentenceEncoder sentences;
    private Annotator annotator;
    private CoreNlpParser parser;

    @Setup
    public void load() throws IOException {
        ModelStore store = ModelStore.open(Path.of("models"));
        corpus = Corpus.everyday();
        reader = PairReader.open(store);
        sentences = SentenceEncoder.open(store);
        annotator = OpenNlpAnnotator.load(store);
        parser = CoreNlpParser.load(store, Cues.patternFiles());
    }

    @TearDown
    public void close() {
        reader.close();
        sentences.close();
    }

    @Benchmark
    public Reading encoder() {
        Draft draft = corpus.draft();
        return reader.read(draft.bid(), draft.text());
    }

    @Benchmark
    public float[] sentence() {
        return sentences.vector(corpus.draft().text());
    }

    @Benchmark
    public Parsed grammar() {
        return parser.parse(annotator.annotate(corpus.draft().text()));
    }
}
