package dev.toward.train;

import dev.toward.fast.Dense;
import dev.toward.verdict.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets where a student decides, on drafts that it was not taught: its probabilities by temperature and shift (Guo et al. 2017), its bars for a
 * flag so that it flags no more neutral drafts wrongly than the full reader does, and its margin so that the full reader would say
 * otherwise of few messages.
 */
final class StudentBars {
    /** Of all messages of a kind, how many the full reading may call otherwise; the mark is 0.5%, and other text is harder. */
    private static final double OTHERWISE = 0.0035;

    private static final double REAL_WEIGHT = 0.5;
    private static final int STEPS = 4000;
    private static final double RATE = 0.01;
    private static final int LABELS = Label.values().length;

    /**
     * A draft that was not learnt from.
     *
     * @param logits the student's: four labels and the margin
     * @param label what it should be, or null for a line of real text, neutral as far as anyone can tell
     */
    record Held(
            boolean known,
            float[] logits,
            @Nullable Label label,
            @Nullable Label alt,
            Teacher.Answer full) {
        boolean isNeutral() {
            return label == null || (label == Label.NEUTRAL && alt == null);
        }
    }

    private StudentBars() {}

    /** The same student with probabilities that hold. */
    static Dense calibrated(Dense dense, List<Held> held) {
        // temperature as a factor, then a shift for each label, and another where a bid is known
        double[] p = new double[1 + 2 * LABELS];
        p[0] = 1;
        double[] mean = new double[p.length];
        double[] square = new double[p.length];
        for (int step = 1; step <= STEPS; step++) {
            double[] slope = new double[p.length];
            double total = 0;
            for (Held one : held) {
                double weight = one.label() == null ? REAL_WEIGHT : 1;
                total += weight;
                double[] scores = scores(one, p);
                double[] target = target(one, scores);
                for (int i = 0; i < LABELS; i++) {
                    double off = weight * (scores[i] - target[i]);
                    slope[0] += off * one.logits()[i];
                    slope[1 + i] += off;
                    slope[1 + LABELS + i] += one.known() ? off : 0;
                }
            }
            for (int k = 0; k < p.length; k++) {
                double g = slope[k] / total;
                mean[k] = 0.9 * mean[k] + 0.1 * g;
                square[k] = 0.999 * square[k] + 0.001 * g * g;
                p[k] -= RATE
                        * (mean[k] / (1 - Math.pow(0.9, step)))
                        / (Math.sqrt(square[k] / (1 - Math.pow(0.999, step))) + 1e-9);
            }
        }
        float[] out = dense.out().clone();
        for (int i = 0; i < Dense.INPUTS; i++) {
            for (int o = 0; o < LABELS; o++) {
                int at = i * Dense.OUTPUTS + o;
                out[at] = (float) (out[at] * p[0]);
                out[at] += (float) (i == Dense.INPUTS - 2 ? p[1 + o] : i == Dense.INPUTS - 1 ? p[1 + LABELS + o] : 0);
            }
        }
        return new Dense(
                dense.replyScale(),
                dense.contextScale(),
                dense.staticScale(),
                dense.fromReply(),
                dense.fromContext(),
                dense.bias(),
                out,
                dense.bids(),
                dense.bars());
    }

    private static double[] scores(Held one, double[] p) {
        double[] z = new double[LABELS];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < LABELS; i++) {
            z[i] = p[0] * one.logits()[i] + p[1 + i] + (one.known() ? p[1 + LABELS + i] : 0);
            most = Math.max(most, z[i]);
        }
        double sum = 0;
        for (int i = 0; i < LABELS; i++) {
            z[i] = Math.exp(z[i] - most);
            sum += z[i];
        }
        for (int i = 0; i < LABELS; i++) {
            z[i] /= sum;
        }
        return z;
    }

    /** Either of two acceptable labels is right: the leaning between them stands. */
    private static double[] target(Held one, double[] scores) {
        double[] target = new double[LABELS];
        Label label = one.label() == null ? Label.NEUTRAL : one.label();
        Label alt = one.alt();
        if (alt == null) {
            target[label.ordinal()] = 1;
        } else {
            double both = scores[label.ordinal()] + scores[alt.ordinal()];
            target[label.ordinal()] += scores[label.ordinal()] / both;
            target[alt.ordinal()] += scores[alt.ordinal()] / both;
        }
        return target;
    }

    /** @param held with logits of the calibrated student */
    static Dense.Bars bars(List<Held> held) {
        List<Held> after = held.stream().filter(Held::known).toList();
        List<Held> alone = held.stream().filter(one -> !one.known()).toList();
        return new Dense.Bars(flagBar(after), flagBar(alone), margin(after), margin(alone));
    }

    /** The lowest bar, at least one half, that flags no more neutral drafts than the full reader does. */
    private static float flagBar(List<Held> held) {
        double[] identity = new double[1 + 2 * LABELS];
        identity[0] = 1;
        List<Held> neutral = held.stream().filter(Held::isNeutral).toList();
        long allowed =
                neutral.stream().filter(one -> one.full().label().isFlag()).count();
        double[] flags = neutral.stream()
                .mapToDouble(one -> {
                    double[] scores = scores(one, identity);
                    return scores[Label.DISMISSIVE.ordinal()] + scores[Label.MINIMIZING.ordinal()];
                })
                .sorted()
                .toArray();
        return (float) Math.max(0.5, flags[(int) (flags.length - 1 - allowed)] + 1e-4);
    }

    /** The lowest margin above which the full reading says otherwise in few enough of all. */
    private static float margin(List<Held> held) {
        List<Held> surest = new ArrayList<>(held);
        surest.sort(Comparator.comparingDouble(one -> -one.logits()[Dense.OUTPUTS - 1]));
        int allowed = (int) Math.floor(held.size() * OTHERWISE);
        for (Held one : surest) {
            if (!one.full().plain() && allowed-- == 0) {
                return one.logits()[Dense.OUTPUTS - 1];
            }
        }
        return surest.get(surest.size() - 1).logits()[Dense.OUTPUTS - 1];
    }

    /** The share that a margin lets the student answer: for whoever watches the training. */
    static double answered(List<Held> held, Dense.Bars bars) {
        return held.stream()
                        .filter(one -> one.logits()[Dense.OUTPUTS - 1] > (one.known() ? bars.sure() : bars.sureAlone()))
                        .count()
                / (double) Math.max(1, held.size());
    }
}
