package dev.toward.jmh;

import dev.toward.Analysis;
import dev.toward.Analyzer;
import dev.toward.Tier;
import dev.toward.fast.Glance;
import dev.toward.fast.Student;
import dev.toward.models.ModelStore;
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

/** The student alone, and all of the fast tier: language, danger, student. Run: {@code bench/jmh.sh FastTier}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FastTier {
    private Corpus corpus;
    private Student student;
    private Analyzer analyzer;

    @Setup
    public void load() throws IOException {
        corpus = Corpus.everyday();
        student = Student.open(ModelStore.open(Path.of("models")));
        analyzer = Analyzer.builder().models(Path.of("models")).build();
    }

    @TearDown
    public void close() {
        analyzer.close();
    }

    @Benchmark
    public Glance student() {
        return student.read(corpus.draft());
    }

    @Benchmark
    public Analysis tier() {
        return analyzer.analyze(corpus.draft(), 0, null, Tier.FAST);
    }
}
