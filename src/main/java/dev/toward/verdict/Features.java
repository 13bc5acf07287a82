package dev.toward.verdict;

import dev.toward.cue.Cue;
import dev.toward.cue.Tactic;
import dev.toward.encode.Reading;
import dev.toward.text.Bid;
import java.util.List;

/** What a verdict's probabilities are computed from: the reader's logits and the cues, by place in an array. */
public final class Features {
    /** Four logits, a constant, the cues, and what the reader's other heads say. */
    public static final int COUNT = 13;

    /** Brings these logits to the size of the other features, so that all are held back alike in fitting. */
    private static final double TENS = 10;

    private Features() {}

    /**
     * <ol>
     *   <li value="0">to 3: the reader's label logits, less their mean
     *   <li value="4">1
     *   <li value="5">1 when no bid is known
     *   <li value="6">1 when a cue for turning away stands
     *   <li value="7">1 when a cue for turning against stands
     *   <li value="8">1 when a cue for making small stands
     *   <li value="9">1 when there are cues and each has a guard
     *   <li value="10">the largest logit of a tactic that turns away or against, in tens
     *   <li value="11">the largest logit of a tactic that makes small, in tens
     *   <li value="12">the largest logit of a gesture, in tens
     * </ol>
     */
    public static double[] of(Bid bid, Reading reading, List<Cue> cues) {
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
        features[6] = stands(cues, Tactic.Way.AWAY);
        features[7] = stands(cues, Tactic.Way.AGAINST);
        features[8] = stands(cues, Tactic.Way.SHRINKS);
        features[9] = !cues.isEmpty() && cues.stream().noneMatch(Cue::stands) ? 1 : 0;
        features[10] = Math.max(strongest(reading, Tactic.Way.AWAY), strongest(reading, Tactic.Way.AGAINST));
        features[11] = strongest(reading, Tactic.Way.SHRINKS);
        features[12] = -1;
        for (float logit : reading.gestures()) {
            features[12] = Math.max(features[12], logit / TENS);
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

    private static double stands(List<Cue> cues, Tactic.Way way) {
        return cues.stream().anyMatch(c -> c.stands() && c.tactic().way() == way) ? 1 : 0;
    }
}
