package dev.toward.train;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the corpus itself is like, as Markdown: counts, agreement of two readers, leaks. */
public final class CorpusTable {
    private CorpusTable() {}

    /**
     * Counts and measures; the leaks take some seconds for every ten thousand drafts.
     *
     * @throws IOException when a probe cannot be taught
     */
    public static String of(List<Example> examples) throws IOException {
        StringBuilder table = new StringBuilder("| drafts | |\n| --- | --- |\n");
        row(table, "all", examples.size());
        counts(examples, Grouping.LABEL::of).forEach((label, n) -> row(table, label, n));
        row(
                table,
                "with a context",
                examples.stream().filter(e -> e.draft().bid().isKnown()).count());
        row(
                table,
                "situations",
                examples.stream()
                        .map(Example::situation)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count());
        row(table, "contrast sets", ContrastSets.count(examples));
        table.append("\n| phenomenon | drafts |\n| --- | --- |\n");
        counts(examples, Grouping.PHENOMENON::of).forEach((name, n) -> row(table, name, n));
        if (examples.stream().anyMatch(e -> e.label() != null && e.second() != null)) {
            agreement(table, Agreement.of(examples));
        }
        table.append(
                "\n| a reader that sees | macro-F1, likeliest label | labels as if equally common |\n| --- | --- | --- |\n");
        for (LeakProbe probe : LeakProbe.values()) {
            LeakProbe.Told told = probe.tell(examples);
            row(table, probe.title(), figure(told.likeliest()) + " | " + figure(told.even()));
        }
        return table.toString();
    }

    private static void agreement(StringBuilder table, Agreement agreement) {
        table.append("\n| two readers, of these drafts | |\n| --- | --- |\n");
        row(table, "drafts that both labelled", agreement.n());
        row(table, "same label", figure(agreement.same()));
        row(table, "same or the accepted alternative", figure(agreement.accepted()));
        row(table, "Cohen's kappa", figure(agreement.kappa()));
        agreement.kappas().forEach((label, kappa) -> row(table, "kappa of " + label.id(), figure(kappa)));
    }

    private static Map<String, Long> counts(List<Example> examples, Function<Example, String> key) {
        return examples.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }

    private static void row(StringBuilder table, String name, Object value) {
        table.append("| ").append(name).append(" | ").append(value).append(" |\n");
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
