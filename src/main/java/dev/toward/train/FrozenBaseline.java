package dev.toward.train;

import dev.toward.encode.Encoder;
import dev.toward.text.Draft;
import dev.toward.verdict.Label;
import dev.toward.verdict.Scores;
import dev.toward.verdict.Turn;
import dev.toward.verdict.Verdict;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a reader without fine-tuning can do, to compare with: frozen sentence vectors of bid and reply, side by side and
 * multiplied, under multinomial logistic regression.
 */
final class FrozenBaseline {
    private static final int PASSES = 20;
    private static final double RATE = 0.5;
    private static final double PULL = 1e-5;

    private final Encoder encoder;
    private final double[][] weights;

    private FrozenBaseline(Encoder encoder, double[][] weights) {
        this.encoder = encoder;
        this.weights = weights;
    }

    static FrozenBaseline train(List<Example> examples, Encoder encoder) {
        float[][] inputs =
                examples.parallelStream().map(e -> features(e.draft(), encoder)).toArray(float[][]::new);
        double[][] weights = new double[Label.values().length][3 * encoder.width() + 2];
        FrozenBaseline baseline = new FrozenBaseline(encoder, weights);
        SplittableRandom dice = new SplittableRandom(1);
        for (int pass = 0; pass < PASSES; pass++) {
            double rate = RATE * (1 - (double) pass / PASSES);
            for (int n = 0; n < inputs.length; n++) {
                int at = dice.nextInt(inputs.length);
                Label label = examples.get(at).label();
                if (label == null) {
                    continue;
                }
                double[] p = baseline.probabilities(inputs[at]);
                for (int i = 0; i < weights.length; i++) {
                    double off = (i == label.ordinal() ? 1 : 0) - p[i];
                    for (int j = 0; j < weights[i].length; j++) {
                        weights[i][j] += rate * (off * inputs[at][j] - PULL * weights[i][j]);
                    }
                }
            }
        }
        return baseline;
    }

    private static float[] features(Draft draft, Encoder encoder) {
        int width = encoder.width();
        float[] reply = encoder.vector(draft.text());
        float[] bid = draft.bid().isKnown()
                ? encoder.vector(String.join(" ", draft.bid().utterances()))
                : new float[width];
        float[] all = new float[3 * width + 2];
        for (int i = 0; i < width; i++) {
            all[i] = reply[i];
            all[width + i] = bid[i];
            all[2 * width + i] = 10 * reply[i] * bid[i];
        }
        all[3 * width] = 1;
        all[3 * width + 1] = draft.bid().isKnown() ? 1 : 0;
        return all;
    }

    private double[] probabilities(float[] input) {
        double[] z = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < input.length; j++) {
                z[i] += weights[i][j] * input[j];
            }
            z[i] = Math.exp(Math.min(50, z[i]));
            sum += z[i];
        }
        for (int i = 0; i < z.length; i++) {
            z[i] /= sum;
        }
        return z;
    }

    Verdict read(Draft draft) {
        return verdict(probabilities(features(draft, encoder)));
    }

    /** The most probable label, with nothing to back it. */
    static Verdict verdict(double[] p) {
        Label best = Label.NEUTRAL;
        for (Label label : Label.values()) {
            if (p[label.ordinal()] > p[best.ordinal()]) {
                best = label;
            }
        }
        return new Verdict.Decided(best, new Scores(p[0], p[1], p[2], p[3]), Turn.NONE, null, List.of(), List.of());
    }
}
