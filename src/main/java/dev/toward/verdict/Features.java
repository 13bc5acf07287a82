package dev.toward.verdict;

import dev.toward.cue.Tactic;
import dev.toward.encode.Reading;
import dev.toward.text.Bid;

/**
 * What a verdict's probabilities are computed from, by place in an array: what the reader says, and nothing else. Cues were among
 * them once; they no longer told anything that the reader did not know (reports/reading.md).
 */
public final class Features {
    /** Four logits, a constant, whether there is a bid, and what the reader's other heads say. */
    public static final int COUNT = 9;

    /** Brings these logits to the size of the other features, so that all are held back alike in fitting. */
    private static final double TENS = 10;

    private Features() {}

    /**
     * <ol>
     *   <li value="0">to 3: the reader's label logits, less their mean
     *   <li value="4">1
     *   <li value="5">1 when no bid is known
     *   <li value="6">the largest logit of a tactic that turns away or against, in tens
     *   <li value="7">the largest logit of a tactic that makes small, in tens
     *   <li value="8">the largest logit of a gesture, in tens
     * </ol>
     */
    public static double[] of(Bid bid, Reading reading) {
        double[] features = new double[COUNT];
        float[] logits = reading.labels();
        double mean = 0;
        for (float logit : logits) {
            mean += logit / logits.length;
        }
        for (int i = 0; i < logits.length; i++) {
            features[i] = logits[i] - mean;
        }
        features[4] = 1;
        features[5] = bid.isKnown() ? 0 : 1;
        features[6] = Math.max(strongest(reading, Tactic.Way.AWAY), strongest(reading, Tactic.Way.AGAINST));
        features[7] = strongest(reading, Tactic.Way.SHRINKS);
        features[8] = -1;
        for (float logit : reading.gestures()) {
            features[8] = Math.max(features[8], logit / TENS);
        }
        return features;
    }

    private static double strongest(Reading reading, Tactic.Way way) {
        double most = -1;
        for (Tactic tactic : Tactic.values()) {
            if (tactic.way() == way) {
                most = Math.max(most, reading.tactics()[tactic.ordinal()] / TENS);
            }
        }
        return most;
    }
}
