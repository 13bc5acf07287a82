package dev.toward.train;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.toward.verdict.Label;
import dev.toward.verdict.Scores;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * How often the most probable label is right, by how probable it was said to be (Guo et al. 2017).
 *
 * @param bins ten, by probability
 */
public record Reliability(List<Bin> bins) {
    private static final int BINS = 10;
    /** Where the drawing's axes cross, and how long each is. */
    private static final int LEFT = 60;

    private static final int BASE = 345;
    private static final int SIDE = 300;

    /**
     * Drafts of about one probability.
     *
     * @param said the mean probability of the winning label; 0 for none
     * @param right the share of them that was right, alternatives accepted; 0 for none
     */
    public record Bin(int n, double said, double right) {}

    public Reliability {
        bins = List.copyOf(bins);
    }

    /** Over drafts and the verdicts on them; a draft without a label counts for nothing. The bars for a flag play no part. */
    public static Reliability of(List<Evaluation.Scored> rows) {
        double[][] sums = new double[BINS][3];
        for (Evaluation.Scored row : rows) {
            if (row.example().label() == null) {
                continue;
            }
            Scores scores = row.verdict().scores();
            Label top = Arrays.stream(Label.values())
                    .max(Comparator.comparingDouble(scores::of))
                    .orElseThrow();
            double[] bin = sums[Math.min(BINS - 1, (int) (scores.of(top) * BINS))];
            bin[0]++;
            bin[1] += scores.of(top);
            bin[2] += row.example().accepts(top) ? 1 : 0;
        }
        return new Reliability(Arrays.stream(sums)
                .map(b -> new Bin((int) b[0], b[0] == 0 ? 0 : b[1] / b[0], b[0] == 0 ? 0 : b[2] / b[0]))
                .toList());
    }

    /** The expected calibration error: the mean distance of said and true, over drafts. */
    public double error() {
        double n = bins.stream().mapToInt(Bin::n).sum();
        return bins.stream()
                        .mapToDouble(b -> b.n() * Math.abs(b.said() - b.right()))
                        .sum()
                / Math.max(1, n);
    }

    /** The diagram as SVG. */
    public String svg(String name) throws IOException {
        List<Map<String, Object>> bars = new ArrayList<>();
        for (int i = 0; i < bins.size(); i++) {
            Bin bin = bins.get(i);
            if (bin.n() > 0) {
                bars.add(Map.of(
                        "x", LEFT + i * SIDE / BINS + 1.5,
                        "y", drawn(BASE - bin.right() * SIDE),
                        "height", drawn(bin.right() * SIDE),
                        "at", drawn(LEFT + bin.said() * SIDE),
                        "hit", drawn(BASE - bin.right() * SIDE),
                        "n", bin.n(),
                        "said", share(bin.said()),
                        "right", share(bin.right())));
            }
        }
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int fifth = 0; fifth <= 5; fifth++) {
            int along = fifth * SIDE / 5;
            lines.add(
                    Map.of("y", BASE - along, "text", BASE - along + 4, "x", LEFT + along, "share", fifth * 20 + "%"));
        }
        int n = bins.stream().mapToInt(Bin::n).sum();
        return template()
                .execute(Map.of(
                        "name",
                        name,
                        "n",
                        n,
                        "error",
                        String.format(Locale.ROOT, "%.3f", error()),
                        "bars",
                        bars,
                        "lines",
                        lines,
                        "height",
                        440));
    }

    private static Template template() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Reliability.class.getResourceAsStream("reliability.svg.mustache"))) {
            return Mustache.compiler().escapeHTML(true).compile(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
    }

    private static String drawn(double at) {
        return String.format(Locale.ROOT, "%.1f", at);
    }

    private static String share(double share) {
        return Math.round(100 * share) + "%";
    }
}
