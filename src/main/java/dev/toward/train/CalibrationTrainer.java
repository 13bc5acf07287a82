package dev.toward.train;

import dev.toward.verdict.Calibration;
import dev.toward.verdict.Classifier;
import dev.toward.verdict.Features;
import dev.toward.verdict.Finding;
import dev.toward.verdict.Label;
import dev.toward.verdict.Observation;
import dev.toward.verdict.Scores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fits what stands between the reader's logits and a verdict: a small linear layer over logits and cues (temperature and
 * vector scaling after Guo et al. 2017, with the cues as further inputs), held near the identity, and the bars for a
 * flag, for a tactic and for a gesture.
 * Everything comes from the dev split and from held-out real text: the reader is far too sure on what it was taught with.
 * The same input gives the same numbers.
 */
final class CalibrationTrainer {
    private static final int STEPS = 3000;
    private static final double RATE = 0.02;
    /** Pull towards the identity, for each weight and example. */
    private static final double PULL = 0.002;
    /** What one line of real text weighs beside one of the corpus. */
    private static final double REAL_WEIGHT = 0.5;
    /**
     * Flags allowed on the dev split's neutral replies to a bid that is felt. Half of them are hard on purpose, and plain chat has
     * far fewer.
     */
    private static final double FALSE_FLAGS_FELT = 0.03;
    /** Flags allowed on neutral replies to a question, a share, a request or facts: most of what people write. */
    private static final double FALSE_FLAGS_PLAIN = 0.005;
    /** Flags allowed on neutral lines without a bid, most of them real text. */
    private static final double FALSE_FLAGS_ALONE = 0.005;

    /** Where a tactic's or a gesture's bar may lie. */
    private static final double[] BARS = {
        0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9
    };

    /** Something seen, what it should be, and how much it counts. */
    private record Row(double[] features, double[] target, double weight) {}

    /** A labelled draft and what was seen in it. */
    private record Seen(Example example, Observation observation) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<Seen> labelled = new ArrayList<>();
    /** Flag bars are set on these: neutral drafts by what they answer. */
    private final List<double[]> felt = new ArrayList<>();

    private final List<double[]> plain = new ArrayList<>();
    private final List<double[]> alone = new ArrayList<>();

    void add(Example example, Observation seen) {
        Label label = example.label();
        if (label == null) {
            return;
        }
        double[] features = features(seen);
        rows.add(new Row(features, target(label, example.alt(), features), 1));
        labelled.add(new Seen(example, seen));
        if (label == Label.NEUTRAL && example.alt() == null) {
            group(seen).add(features);
        }
    }

    /** Where two labels are acceptable, either is right: the reader's own leaning between them stands. */
    private static double[] target(Label label, @Nullable Label alt, double[] features) {
        double[] target = new double[Label.values().length];
        if (alt == null) {
            target[label.ordinal()] = 1;
        } else {
            Scores unfitted = Calibration.unfitted().scores(features);
            double both = unfitted.of(label) + unfitted.of(alt);
            target[label.ordinal()] += unfitted.of(label) / both;
            target[alt.ordinal()] += unfitted.of(alt) / both;
        }
        return target;
    }

    /** A line of real text, neutral as far as anyone can tell. */
    void addPlain(Observation seen) {
        double[] features = features(seen);
        rows.add(new Row(features, new double[] {0.04, 0.02, 0.01, 0.93}, REAL_WEIGHT));
        alone.add(features);
    }

    private List<double[]> group(Observation seen) {
        if (!seen.draft().bid().isKnown()) {
            return alone;
        }
        return new Classifier(Calibration.unfitted()).bid(seen.reading()).isFelt() ? felt : plain;
    }

    private static double[] features(Observation seen) {
        return Features.of(seen.draft().bid(), seen.reading());
    }

    Calibration fit() {
        int labels = Label.values().length;
        double[][] start = Calibration.unfitted().weights();
        double[][] weights = Calibration.unfitted().weights();
        double[][] mean = new double[labels][Features.COUNT];
        double[][] square = new double[labels][Features.COUNT];
        double total = rows.stream().mapToDouble(Row::weight).sum();
        for (int step = 1; step <= STEPS; step++) {
            double[][] slope = new double[labels][Features.COUNT];
            Calibration now = new Calibration(weights, 0, 0, 0, 0, 0);
            for (Row row : rows) {
                var scores = now.scores(row.features());
                for (int i = 0; i < labels; i++) {
                    double off = (scores.of(Label.values()[i]) - row.target()[i]) * row.weight() / total;
                    for (int j = 0; j < Features.COUNT; j++) {
                        slope[i][j] += off * row.features()[j];
                    }
                }
            }
            for (int i = 0; i < labels; i++) {
                for (int j = 0; j < Features.COUNT; j++) {
                    double g = slope[i][j] + PULL * (weights[i][j] - start[i][j]);
                    mean[i][j] = 0.9 * mean[i][j] + 0.1 * g;
                    square[i][j] = 0.999 * square[i][j] + 0.001 * g * g;
                    double m = mean[i][j] / (1 - Math.pow(0.9, step));
                    double s = square[i][j] / (1 - Math.pow(0.999, step));
                    weights[i][j] -= RATE * m / (Math.sqrt(s) + 1e-9);
                }
            }
        }
        for (double[] row : weights) {
            for (int j = 0; j < row.length; j++) {
                row[j] = Math.round(row[j] * 1e4) / 1e4;
            }
        }
        Calibration fitted = new Calibration(weights, 0, 0, 0, 0, 0);
        Calibration barred = new Calibration(
                weights,
                bar(fitted, felt, FALSE_FLAGS_FELT),
                bar(fitted, plain, FALSE_FLAGS_PLAIN),
                bar(fitted, alone, FALSE_FLAGS_ALONE),
                0.5,
                0.5);
        double tactics = best(bar -> tacticF1(barred.withTacticAbove(bar)));
        return barred.withTacticAbove(tactics).withGestureAbove(best(bar -> gestureF1(barred.withGestureAbove(bar))));
    }

    /** The bar with the largest score; of equals the one nearest to one half. */
    private static double best(DoubleUnaryOperator score) {
        return Arrays.stream(BARS)
                .boxed()
                .max(Comparator.comparingDouble((Double bar) -> score.applyAsDouble(bar))
                        .thenComparingDouble(bar -> -Math.abs(bar - 0.5)))
                .orElseThrow();
    }

    private double tacticF1(Calibration calibration) {
        Classifier classifier = new Classifier(calibration);
        return f1(
                seen -> ids(seen.example().tactics().stream().map(Example.Marked::tactic)),
                seen -> ids(
                        classifier.decide(seen.observation()).tactics().stream().map(Finding::tactic)));
    }

    private double gestureF1(Calibration calibration) {
        Classifier classifier = new Classifier(calibration);
        return f1(
                seen -> ids(seen.example().gestures().stream()),
                seen -> ids(classifier.decide(seen.observation()).gestures().stream()));
    }

    private static Set<Enum<?>> ids(Stream<? extends Enum<?>> some) {
        return some.collect(Collectors.toSet());
    }

    /** Micro-F1 of what is said against what is there. */
    private double f1(Function<Seen, Set<Enum<?>>> there, Function<Seen, Set<Enum<?>>> said) {
        int hit = 0;
        int all = 0;
        for (Seen seen : labelled) {
            Set<Enum<?>> gold = there.apply(seen);
            Set<Enum<?>> found = said.apply(seen);
            hit += (int) found.stream().filter(gold::contains).count();
            all += gold.size() + found.size();
        }
        return all == 0 ? 0 : 2.0 * hit / all;
    }

    /** The lowest bar, at least one half, above which at most a share of the plain lines lie. */
    private static double bar(Calibration fitted, List<double[]> plain, double share) {
        double[] flags = plain.stream()
                .mapToDouble(f -> fitted.scores(f).flag())
                .sorted()
                .toArray();
        if (flags.length == 0) {
            return 0.5;
        }
        double at = flags[Math.min(flags.length - 1, (int) Math.floor(flags.length * (1 - share)))];
        return Math.max(0.5, Math.ceil(at * 100) / 100);
    }
}
