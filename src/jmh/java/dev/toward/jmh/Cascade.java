package dev.toward.jmh;

import dev.toward.Analysis;
import dev.toward.AnalysisJson;
import dev.toward.Analyzer;
import dev.toward.Ask;
import dev.toward.Tier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Whole drafts, as deep as each needs, alone and many at once; with everything; and with wordings. Run: {@code bench/jmh.sh Cascade}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Cascade {
    private static final int TOGETHER = 64;

    private Corpus corpus;
    private Corpus away;
    private Analyzer analyzer;

    @Setup
    public void load() throws IOException {
        corpus = Corpus.everyday();
        away = Corpus.away();
        analyzer = Analyzer.builder().models(Path.of("models")).build();
    }

    @TearDown
    public void close() {
        analyzer.close();
    }

    @Benchmark
    public Analysis auto() {
        return analyzer.analyze(corpus.draft(), 0, null, Tier.AUTO);
    }

    @Benchmark
    @OperationsPerInvocation(TOGETHER)
    public List<Analysis> autoTogether() {
        List<Ask> asks = new ArrayList<>(TOGETHER);
        for (int i = 0; i < TOGETHER; i++) {
            asks.add(new Ask(corpus.draft(), 0, null));
        }
        return analyzer.analyzeAll(asks, Tier.AUTO);
    }

    @Benchmark
    public Analysis full() {
        return analyzer.analyze(corpus.draft(), 0, null, Tier.FULL);
    }

    @Benchmark
    public Analysis suggestions() {
        return analyzer.analyze(away.draft(), 3, null, Tier.AUTO);
    }

    /** As the service answers: three wordings where wanted, as JSON. */
    @Benchmark
    public String endToEnd() {
        return AnalysisJson.line(analyzer.analyze(corpus.draft(), 3, null, Tier.AUTO));
    }
}
