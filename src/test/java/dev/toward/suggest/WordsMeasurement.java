package dev.toward.suggest;

import dev.toward.Analysis;
import dev.toward.Analyzer;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseFile;
import dev.toward.phrase.Slot;
import dev.toward.text.Draft;
import dev.toward.train.Example;
import dev.toward.train.LabelledFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures suggestions over every flagged draft of the given files and folders; the figures of {@code reports/words.md}. Run by hand:
 * {@code bench/words.sh}.
 */
public final class WordsMeasurement {
    private static final int WANTED = 3;
    private static final double OFTEN = 0.012;
    private static final double STEP = 0.25;

    private final Map<String, Phrase> phrases = new HashMap<>();
    private final List<Case> cases = new ArrayList<>();
    private final Weights weights = Weights.load();
    private boolean each;
    private @Nullable Path balanced;

    /**
     * A flagged draft, what was offered for it, and how long the offer took.
     *
     * @param coldAgain how many of the offered drafts are flagged when read again
     * @param warmth how probable it is that the first one validates, read again
     */
    private record Case(Draft draft, Analysis analysis, long nanos, int coldAgain, double warmth) {
        List<Suggestion> offered() {
            return analysis.suggestions();
        }
    }

    private WordsMeasurement() throws IOException {
        PhraseFile.readFolder(Path.of("corpus", "phrases")).forEach(p -> phrases.put(p.id(), p));
    }

    /** Prints a table for each file or folder; for options see {@code bench/words.sh}. */
    public static void main(String[] args) throws IOException {
        WordsMeasurement measurement = new WordsMeasurement();
        Analyzer.Builder builder = Analyzer.builder();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--each" -> measurement.each = true;
                case "--without" -> builder.weights(without(args[++i]));
                case "--balance" -> measurement.balanced = Path.of(args[++i]);
                case "--own" -> builder.own(Path.of(args[++i]));
                default -> files.add(Path.of(args[i]));
            }
        }
        try (Analyzer analyzer = builder.build()) {
            for (Path file : files) {
                List<Example> examples = Files.isDirectory(file) ? LabelledFile.readAll(file) : LabelledFile.read(file);
                measurement.cases.clear();
                examples.forEach(e -> measurement.take(analyzer, e.draft()));
                measurement.print(String.valueOf(file.getFileName()));
                if (measurement.balanced != null) {
                    measurement.balance(measurement.balanced);
                }
            }
        }
    }

    /** Holds back what was offered too often, on top of what is held back already. */
    private void balance(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Map<String, Double> held = new TreeMap<>();
        lines.stream()
                .filter(l -> !l.startsWith("#"))
                .map(l -> l.split(": ", 2))
                .forEach(pair -> held.put(pair[0], Double.valueOf(pair[1])));
        used().forEach((id, times) -> {
            double share = times / (double) cases.size();
            if (share > OFTEN) {
                held.merge(id, STEP * Math.log(share / OFTEN) / Math.log(2), Double::sum);
            }
        });
        Files.write(
                file,
                Stream.concat(
                                lines.stream().filter(l -> l.startsWith("#")),
                                held.entrySet().stream()
                                        .map(e -> String.format(
                                                java.util.Locale.ROOT, "%s: %.2f", e.getKey(), e.getValue())))
                        .toList());
    }

    private static Properties without(String part) {
        Properties weights = Weights.shipped();
        if (weights.setProperty(part, "0") == null) {
            throw new IllegalArgumentException("--without: expected one of " + weights.stringPropertyNames());
        }
        return weights;
    }

    private void take(Analyzer analyzer, Draft draft) {
        if (!analyzer.analyze(draft).verdict().label().isFlag()) {
            return;
        }
        long before = System.nanoTime();
        analyzer.analyze(draft);
        long alone = System.nanoTime();
        Analysis analysis = analyzer.analyze(draft, WANTED, null);
        long nanos = System.nanoTime() - alone - (alone - before);
        int coldAgain = (int) analysis.suggestions().stream()
                .filter(s -> analyzer.analyze(draft.with(s.rewritten()))
                        .verdict()
                        .label()
                        .isFlag())
                .count();
        double warmth = analysis.suggestions().stream()
                .findFirst()
                .map(s -> analyzer.analyze(draft.with(s.rewritten()))
                        .verdict()
                        .scores()
                        .validating())
                .orElse(0.0);
        cases.add(new Case(draft, analysis, nanos, coldAgain, warmth));
    }

    private void print(String name) {
        Predicate<Case> content = c -> c.draft().bid().isKnown()
                && c.draft().bid().last().strip().split("\\s+").length >= 3
                && c.analysis().care() == null
                && !c.offered().isEmpty();
        List<Case> told = cases.stream().filter(content).toList();
        long[] nanos = cases.stream().mapToLong(Case::nanos).sorted().toArray();
        if (each) {
            cases.forEach(this::show);
        }
        System.out.printf("## %s%n| | |%n| --- | --- |%n", name);
        row("flagged drafts", cases.size());
        row("with three suggestions", share(cases, c -> c.offered().size() >= WANTED));
        row(
                "suggestions flagged when read again",
                cases.stream().mapToInt(Case::coldAgain).sum());
        row("text outside the span unchanged", share(cases, c -> c.offered().stream()
                .allMatch(s -> kept(c.draft(), s))));
        row("three gestures in three", share(cases, WordsMeasurement::differ));
        row(
                "first one names something of theirs, of messages with content",
                share(told, c -> names(c.offered().get(0))));
        row("any of three does", share(told, c -> c.offered().stream().anyMatch(this::names)));
        row(
                "probability that the first one validates, mean",
                String.format(
                        java.util.Locale.ROOT,
                        "%.3f",
                        cases.stream().mapToDouble(Case::warmth).average().orElse(0)));
        row(
                "how probable it is that people find the first one fit to send, by the reader of wordings, mean",
                fitness(1));
        row("the same of the first three", fitness(WANTED));
        row("different phrases in all", used().size());
        row("different phrases in the first 500 answers", used(500));
        used().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(3)
                .forEach(e -> row("most used: " + e.getKey(), percent(e.getValue() / (double) cases.size())));
        row(
                "milliseconds on top of the verdict, median",
                nanos.length == 0 ? "-" : String.format(java.util.Locale.ROOT, "%.1f", nanos[nanos.length / 2] / 1e6));
    }

    private void show(Case c) {
        System.out.printf(
                "> %s%n%s  [%s, %s]%n",
                String.join(" / ", c.draft().bid().utterances()),
                c.draft().text(),
                c.analysis().verdict().label().id(),
                c.analysis().verdict().bid());
        c.offered().forEach(s -> System.out.printf("  - %s  (%s)%n", s.rewritten(), s.phrase()));
    }

    /** Of what was looked at; what fills up is not. */
    private String fitness(int first) {
        double mean = cases.stream()
                .flatMap(c -> c.offered().stream().limit(first))
                .filter(s -> s.parts().getOrDefault(Part.FITS, 0.0) > 0)
                .mapToDouble(s -> s.parts().get(Part.FITS) / weights.of(Part.FITS))
                .average()
                .orElse(0);
        return String.format(java.util.Locale.ROOT, "%.3f", mean);
    }

    private long used(int answers) {
        return cases.stream()
                .limit(answers)
                .flatMap(c -> c.offered().stream())
                .map(Suggestion::phrase)
                .distinct()
                .count();
    }

    private Map<String, Integer> used() {
        Map<String, Integer> used = new HashMap<>();
        cases.forEach(c -> c.offered().forEach(s -> used.merge(s.phrase(), 1, Integer::sum)));
        return used;
    }

    private boolean names(Suggestion suggestion) {
        Phrase phrase = phrases.get(suggestion.phrase());
        return phrase != null
                && phrase.slots().stream()
                        .anyMatch(Arrays.asList(Slot.FEELING, Slot.THING, Slot.EVENT, Slot.NAME)::contains);
    }

    private static boolean kept(Draft draft, Suggestion suggestion) {
        String text = draft.text();
        return suggestion
                .rewritten()
                .equals(text.substring(0, suggestion.span().start())
                        + suggestion.text()
                        + text.substring(suggestion.span().end()));
    }

    private static boolean differ(Case c) {
        return c.offered().stream()
                        .limit(WANTED)
                        .map(Suggestion::gesture)
                        .distinct()
                        .count()
                == WANTED;
    }

    private static String share(List<Case> cases, Predicate<Case> which) {
        return percent(cases.stream().filter(which).count() / (double) Math.max(1, cases.size()));
    }

    private static String percent(double share) {
        return String.format(java.util.Locale.ROOT, "%.1f%%", 100 * share);
    }

    private static void row(String name, Object value) {
        System.out.println("| " + name + " | " + value + " |");
    }
}
