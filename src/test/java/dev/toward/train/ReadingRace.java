package dev.toward.train;

import com.sun.management.ThreadMXBean;
import dev.toward.Analyzer;
import dev.toward.Tier;
import dev.toward.fast.Student;
import dev.toward.models.ModelStore;
import dev.toward.text.Draft;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * What reading a draft with its context costs, ours beside what others would use, one after the other in one process and each on one thread. Lucene's
 * {@code StandardAnalyzer} is the floor: it only cuts words. OpenNLP's categorizer is trained here, on the train split. CoreNLP's sentiment takes part where its models
 * are on the class path. Messages a second of processor time, so that neighbours count little. Arguments: seconds for each, and rounds; run by
 * {@code bench/compare}.
 */
final class ReadingRace {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private ReadingRace() {}

    private record Lap(double rate, double bytes) {}

    public static void main(String[] args) throws IOException {
        double seconds = Double.parseDouble(args[0]);
        int rounds = Integer.parseInt(args[1]);
        List<Draft> drafts = new ArrayList<>(LabelledFile.readAll(Path.of("corpus/labelled/test")).stream()
                .map(Example::draft)
                .filter(d -> d.bid().isKnown())
                .toList());
        Collections.shuffle(drafts, new Random(1));
        int[] words = drafts.stream()
                .mapToInt(d -> d.text().strip().split("\\s+").length)
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "%d drafts of the test split with a context, median %d words; %d rounds of %.0f s%n%n",
                words.length,
                words[words.length / 2],
                rounds,
                seconds);
        try (Analyzer analyzer = Analyzer.builder().models(Path.of("models")).build()) {
            Map<String, Consumer<Draft>> racers = racers(analyzer);
            Map<String, List<Lap>> laps = new LinkedHashMap<>();
            racers.forEach((name, reading) -> lap(drafts, reading, seconds / 2));
            for (int round = 0; round < rounds; round++) {
                racers.forEach((name, reading) ->
                        laps.computeIfAbsent(name, n -> new ArrayList<>()).add(lap(drafts, reading, seconds)));
            }
            print(laps);
        }
    }

    private static Map<String, Consumer<Draft>> racers(Analyzer analyzer) throws IOException {
        Student student = Student.open(ModelStore.open(Path.of("models")));
        MaxEntBaseline maxEnt = MaxEntBaseline.train(LabelledFile.readAll(Path.of("corpus/labelled/train")));
        StandardAnalyzer standard = new StandardAnalyzer();
        Map<String, Consumer<Draft>> racers = new LinkedHashMap<>();
        racers.put("Lucene `StandardAnalyzer`, words alone", draft -> tokens(standard, draft));
        racers.put("our fast tier: the student", student::read);
        racers.put("our `--tier fast`: language, danger and the student", d -> analyzer.analyze(d, 0, null, Tier.FAST));
        racers.put("OpenNLP's categorizer, one to three words", maxEnt::read);
        racers.put("our `classify`, `--tier auto`", d -> analyzer.analyze(d, 0, null, Tier.AUTO));
        racers.put("our `classify --tier full`", d -> analyzer.analyze(d, 0, null, Tier.FULL));
        if (ReadingRace.class.getResource("/edu/stanford/nlp/models/lexparser/englishPCFG.ser.gz") != null) {
            StanfordCoreNLP sentiment = sentiment();
            racers.put("CoreNLP's sentiment, drafts alone", d -> sentiment.process(d.text()));
        }
        return racers;
    }

    private static StanfordCoreNLP sentiment() {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,ssplit,parse,sentiment");
        properties.setProperty("parse.model", "edu/stanford/nlp/models/lexparser/englishPCFG.ser.gz");
        properties.setProperty("parse.maxlen", "80");
        return new StanfordCoreNLP(properties);
    }

    private static void tokens(StandardAnalyzer standard, Draft draft) {
        Stream.concat(Stream.of(draft.text()), draft.bid().utterances().stream())
                .forEach(text -> {
                    try (TokenStream words = standard.tokenStream("text", text)) {
                        CharTermAttribute word = words.getAttribute(CharTermAttribute.class);
                        words.reset();
                        int letters = 0;
                        while (words.incrementToken()) {
                            letters += word.length();
                        }
                        words.end();
                        if (letters < 0) {
                            throw new IllegalStateException();
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static Lap lap(List<Draft> drafts, Consumer<Draft> reading, double seconds) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long start = THREADS.getCurrentThreadCpuTime();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        int read = 0;
        while (System.nanoTime() < end) {
            reading.accept(drafts.get(read++ % drafts.size()));
        }
        return new Lap(
                read / ((THREADS.getCurrentThreadCpuTime() - start) / 1e9),
                (THREADS.getCurrentThreadAllocatedBytes() - allocated) / (double) read);
    }

    private static void print(Map<String, List<Lap>> laps) {
        System.out.println("| reading | a second, median | lowest to highest | times the floor | bytes allocated |");
        System.out.println("| --- | --- | --- | --- | --- |");
        double floor = 0;
        for (Map.Entry<String, List<Lap>> racer : laps.entrySet()) {
            double[] rates =
                    racer.getValue().stream().mapToDouble(Lap::rate).sorted().toArray();
            double median = rates[rates.length / 2];
            floor = floor == 0 ? median : floor;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %,.0f to %,.0f | %,.1f | %,.0f |%n",
                    racer.getKey(),
                    median,
                    rates[0],
                    rates[rates.length - 1],
                    floor / median,
                    racer.getValue().get(racer.getValue().size() - 1).bytes());
        }
    }
}
