package dev.toward.train;

import com.sun.management.ThreadMXBean;
import dev.toward.Analyzer;
import dev.toward.Ask;
import dev.toward.Tier;
import dev.toward.encode.Encoder;
import dev.toward.fast.Student;
import dev.toward.models.ModelStore;
import dev.toward.phrase.ManyPhrases;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseBank;
import dev.toward.phrase.PhraseQuery;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * How cost grows with messages, phrases, the length of a draft and the length of a conversation: a table and a figure of each, seconds of one thread's
 * processor time. Arguments: the folder for the figures, and the most messages, messages for {@code auto}, and phrases. Run by {@code bench/growth.sh}.
 */
final class Growth {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int BATCH = 64;

    private final Path figures;
    private final List<Draft> drafts;
    private final Analyzer analyzer;
    private final Student student;

    private Growth(Path figures, Analyzer analyzer) throws IOException {
        this.figures = figures;
        this.analyzer = analyzer;
        this.student = Student.open(ModelStore.open(Path.of("models")));
        this.drafts = new ArrayList<>(LabelledFile.readAll(Path.of("corpus/labelled/train")).stream()
                .map(Example::draft)
                .toList());
        Collections.shuffle(drafts, new Random(1));
    }

    public static void main(String[] args) throws IOException {
        Path figures = Path.of(args[0]);
        Files.createDirectories(figures);
        try (Analyzer analyzer = Analyzer.builder().models(Path.of("models")).build()) {
            Growth growth = new Growth(figures, analyzer);
            growth.warm();
            growth.length();
            growth.context();
            growth.messages(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
            growth.phrases(Integer.parseInt(args[3]));
        }
    }

    private void warm() {
        cost(1, n -> read(1_000, Tier.AUTO));
        cost(1, n -> read(30_000, Tier.FAST));
        cost(1, n -> read(200, Tier.FULL));
    }

    private void read(int messages, Tier tier) {
        for (int from = 0; from < messages; from += BATCH) {
            List<Ask> asks = new ArrayList<>(BATCH);
            for (int i = from; i < Math.min(messages, from + BATCH); i++) {
                asks.add(new Ask(drafts.get(i % drafts.size()), 0, null));
            }
            analyzer.analyzeAll(asks, tier);
        }
    }

    private void messages(int most, int mostInAuto) throws IOException {
        GrowthCurve alone = new GrowthCurve("the student alone");
        GrowthCurve fast = new GrowthCurve("--tier fast");
        GrowthCurve auto = new GrowthCurve("--tier auto");
        for (int n = 1_000; n <= most; n *= 10) {
            alone.add(n, cost(n, count -> {
                for (int i = 0; i < count; i++) {
                    student.read(drafts.get(i % drafts.size()));
                }
            }));
            if (n <= most / 10) {
                fast.add(n, cost(n, count -> read(count, Tier.FAST)));
            }
            if (n <= mostInAuto) {
                auto.add(n, cost(n, count -> read(count, Tier.AUTO)));
            }
        }
        show("messages", "messages", List.of(alone, fast, auto));
    }

    /** Sentences of plain drafts one after the other; what comes after some 20,000 characters is not read. */
    private void length() throws IOException {
        List<String> words = List.of(
                String.join(" ", drafts.stream().map(Draft::text).toList()).split("\\s+"));
        List<GrowthCurve> curves = new ArrayList<>();
        for (Tier tier : List.of(Tier.FAST, Tier.FULL)) {
            GrowthCurve curve = new GrowthCurve("--tier " + tier.id());
            for (int n : new int[] {1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000}) {
                int times = tier == Tier.FAST ? Math.max(3, 3_000 / n) : Math.max(2, 300 / n);
                curve.add(
                        n,
                        cost(n, count -> {
                                    for (int i = 0; i < times; i++) {
                                        String text = String.join(" ", words.subList(i * 31, i * 31 + count));
                                        analyzer.analyze(
                                                new Draft(text, drafts.get(i).bid()), 0, null, tier);
                                    }
                                })
                                / times);
            }
            curves.add(curve);
        }
        show("length", "words in a draft", curves);
    }

    private void context() throws IOException {
        List<GrowthCurve> curves = new ArrayList<>();
        for (Tier tier : List.of(Tier.FAST, Tier.FULL)) {
            GrowthCurve curve = new GrowthCurve("--tier " + tier.id());
            for (int n : new int[] {0, 1, 3, 10, 30, 100}) {
                int times = tier == Tier.FAST ? 2_000 : 100;
                curve.add(
                        n,
                        cost(n, count -> {
                                    for (int i = 0; i < times; i++) {
                                        List<String> before = new ArrayList<>();
                                        for (int k = 0; k < count; k++) {
                                            before.add(drafts.get((i + 31 * k) % drafts.size())
                                                    .text());
                                        }
                                        analyzer.analyze(
                                                new Draft(drafts.get(i).text(), new Bid(before)), 0, null, tier);
                                    }
                                })
                                / times);
            }
            curves.add(curve);
        }
        show("context", "messages before the draft", curves);
    }

    /** The index and its search, with vectors that cost nothing: making a true one takes the same few milliseconds whatever else there is. */
    private void phrases(int most) throws IOException {
        GrowthCurve building = new GrowthCurve("making the index");
        GrowthCurve search = new GrowthCurve("one search");
        List<String> asked = drafts.stream().map(Draft::text).limit(200).toList();
        for (int n = 1_000; n <= most; n *= 10) {
            List<Phrase> phrases = ManyPhrases.made(n);
            Path folder = Files.createTempDirectory("toward-growth");
            try {
                building.add(n, cost(n, count -> {
                    try {
                        PhraseBank.build(phrases, new WordSum(), "word-sum", folder);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                try (PhraseBank bank = PhraseBank.open(folder, new WordSum())) {
                    IntConsumer searching =
                            count -> asked.forEach(text -> bank.search(PhraseQuery.near(text, 40), bank.meaning(text)));
                    cost(n, searching);
                    search.add(n, cost(n, searching) / asked.size());
                }
            } finally {
                try (var files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
            }
        }
        show("phrases", "phrases", List.of(building, search));
    }

    /** Texts with words in common lie near each other. */
    private static final class WordSum implements Encoder {
        @Override
        public float[] vector(String text) {
            float[] sum = new float[width()];
            for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
                Random random = new Random(word.hashCode());
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += random.nextFloat() - 0.5f;
                }
            }
            double length = 1e-9;
            for (float v : sum) {
                length += v * v;
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] /= (float) Math.sqrt(length);
            }
            return sum;
        }

        @Override
        public int width() {
            return 384;
        }
    }

    private static double cost(int n, IntConsumer work) {
        long start = THREADS.getCurrentThreadCpuTime();
        work.accept(n);
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    }

    private void show(String name, String across, List<GrowthCurve> curves) throws IOException {
        System.out.println("### By " + across + "\n");
        curves.forEach(curve -> System.out.println(curve.table(across)));
        Files.writeString(figures.resolve("growth-" + name + ".svg"), GrowthCurve.svg(across, curves));
    }
}
