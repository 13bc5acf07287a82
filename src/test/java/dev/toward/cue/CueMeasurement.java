package dev.toward.cue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.toward.annotate.Annotated;
import dev.toward.annotate.Parsed;
import dev.toward.annotate.corenlp.CoreNlpParser;
import dev.toward.annotate.opennlp.OpenNlpAnnotator;
import dev.toward.models.ModelStore;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the finders on a part of the corpus: precision and recall by tactic, how many clean drafts get a cue, how exact the
 * spans are, and the time. Not a test; a program with the corpus's folder as argument, and {@code -v} to see each miss:
 *
 * <pre>{@code mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/cp
 * java -cp target/classes:target/test-classes:$(cat target/cp) dev.toward.cue.CueMeasurement corpus/labelled/dev}</pre>
 */
public final class CueMeasurement {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+|[\\p{So}]");

    private CueMeasurement() {}

    public static void main(String[] args) throws IOException {
        boolean verbose = args.length > 1 && args[1].startsWith("-v");
        String only = args.length > 2 ? args[2] : "";
        long start = System.nanoTime();
        ModelStore models = ModelStore.open(Path.of("models"));
        OpenNlpAnnotator annotator = OpenNlpAnnotator.load(models);
        long annotatorLoaded = System.nanoTime();
        CoreNlpParser parser = CoreNlpParser.load(models, Cues.patternFiles());
        System.out.printf(
                Locale.ROOT,
                "load: annotator %d ms, parser and patterns %d ms%n",
                (annotatorLoaded - start) / 1_000_000,
                (System.nanoTime() - annotatorLoaded) / 1_000_000);
        List<JsonNode> rows = rows(Path.of(args[0]));
        Map<Tactic, int[]> counts = new EnumMap<>(Tactic.class); // hit, false, missed
        Map<String, int[]> labels = new TreeMap<>(); // all, with a standing cue
        double spanF1 = 0;
        int spans = 0;
        int refused = 0;
        long annotating = 0;
        long parsing = 0;
        for (JsonNode row : rows) {
            Draft draft = new Draft(row.get("text").asText(), bid(row.get("context")));
            long a = System.nanoTime();
            Annotated annotated = annotator.annotate(draft.text());
            long b = System.nanoTime();
            Parsed parsed = parser.parse(annotated);
            List<Cue> cues = Cues.find(draft, parsed);
            annotating += b - a;
            parsing += System.nanoTime() - b;
            if (!annotated.language().english()) {
                refused++;
                System.out.println("refused\t" + annotated.language().code() + "\t"
                        + row.get("id").asText());
            }
            Set<Tactic> found = new HashSet<>();
            cues.stream().filter(Cue::stands).forEach(c -> found.add(c.tactic()));
            Map<Tactic, List<String>> expected = new EnumMap<>(Tactic.class);
            for (JsonNode t : row.get("tactics")) {
                expected.computeIfAbsent(Tactic.of(t.get("id").asText()), x -> new ArrayList<>())
                        .add(t.get("quote").asText());
            }
            for (Tactic tactic : Tactic.values()) {
                int[] c = counts.computeIfAbsent(tactic, x -> new int[3]);
                boolean is = expected.containsKey(tactic);
                boolean said = found.contains(tactic);
                c[0] += is && said ? 1 : 0;
                c[1] += !is && said ? 1 : 0;
                c[2] += is && !said ? 1 : 0;
                if (verbose && is != said && (only.isEmpty() || only.equals(tactic.id()))) {
                    System.out.println((said ? "FALSE\t" : "MISS\t") + tactic.id() + "\t"
                            + row.get("label").asText() + "\t"
                            + (said ? quotes(cues, tactic, draft.text()) : expected.get(tactic)) + "\t"
                            + draft.text().replace('\n', ' '));
                }
                if (is && said) {
                    for (String quote : expected.getOrDefault(tactic, List.of())) {
                        spanF1 += bestF1(draft.text(), quote, cues, tactic);
                        spans++;
                    }
                }
            }
            int[] l = labels.computeIfAbsent(row.get("label").asText(), x -> new int[3]);
            l[0]++;
            l[1] += found.isEmpty() ? 0 : 1;
            boolean right = found.stream().anyMatch(expected::containsKey);
            l[2] += right ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT, "%-20s %5s %5s %5s  %9s %6s%n", "tactic", "hit", "false", "miss", "precision", "recall");
        int[] sum = new int[3];
        counts.forEach((tactic, c) -> {
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %5d %5d %5d  %9.3f %6.3f%n",
                    tactic.id(),
                    c[0],
                    c[1],
                    c[2],
                    ratio(c[0], c[0] + c[1]),
                    ratio(c[0], c[0] + c[2]));
            for (int i = 0; i < 3; i++) {
                sum[i] += c[i];
            }
        });
        System.out.printf(
                Locale.ROOT,
                "%-20s %5d %5d %5d  %9.3f %6.3f%n",
                "all",
                sum[0],
                sum[1],
                sum[2],
                ratio(sum[0], sum[0] + sum[1]),
                ratio(sum[0], sum[0] + sum[2]));
        labels.forEach((label, l) -> System.out.printf(
                Locale.ROOT,
                "%-12s %5d drafts, %5d with a standing cue: %.4f; with one of its own tactics: %.4f%n",
                label,
                l[0],
                l[1],
                ratio(l[1], l[0]),
                ratio(l[2], l[0])));
        System.out.printf(Locale.ROOT, "span token F1 on hits: %.3f of %d%n", spans == 0 ? 0 : spanF1 / spans, spans);
        System.out.printf(Locale.ROOT, "taken for another language: %d of %d%n", refused, rows.size());
        System.out.printf(
                Locale.ROOT,
                "ms a message: annotate %.2f, parse and find %.2f%n",
                annotating / 1e6 / rows.size(),
                parsing / 1e6 / rows.size());
    }

    private static List<JsonNode> rows(Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (!line.isBlank()) {
                        rows.add(json.readTree(line));
                    }
                }
            }
        }
        return rows;
    }

    private static Bid bid(JsonNode context) {
        List<String> utterances = new ArrayList<>();
        if (context.isArray()) {
            context.forEach(c -> utterances.add(c.asText()));
        } else if (context.isTextual()) {
            utterances.add(context.asText());
        }
        return new Bid(utterances);
    }

    private static String quotes(List<Cue> cues, Tactic tactic, String text) {
        StringBuilder quotes = new StringBuilder();
        for (Cue cue : cues) {
            if (cue.tactic() == tactic && cue.stands()) {
                quotes.append('[').append(cue.span().in(text)).append(']');
            }
        }
        return quotes.toString();
    }

    private static double bestF1(String text, String quote, List<Cue> cues, Tactic tactic) {
        int at = Math.max(0, text.indexOf(quote));
        Set<Integer> gold = words(text, new Span(at, Math.min(text.length(), at + quote.length())));
        double best = 0;
        for (Cue cue : cues) {
            if (cue.tactic() == tactic && cue.stands()) {
                Set<Integer> ours = words(text, cue.span());
                Set<Integer> both = new HashSet<>(ours);
                both.retainAll(gold);
                best = Math.max(best, ratio(2 * both.size(), ours.size() + gold.size()));
            }
        }
        return best;
    }

    private static Set<Integer> words(String text, Span span) {
        Set<Integer> words = new HashSet<>();
        for (Matcher m = WORD.matcher(text); m.find(); ) {
            if (span.overlaps(new Span(m.start(), m.end()))) {
                words.add(m.start());
            }
        }
        return words;
    }

    private static double ratio(int a, int b) {
        return b == 0 ? 0 : (double) a / b;
    }
}
