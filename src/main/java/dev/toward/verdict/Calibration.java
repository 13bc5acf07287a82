package dev.toward.verdict;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.cue.BidKind;
import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What turns the reader's logits, and the cues beside them, into probabilities and decisions; fitted on {@code corpus/labelled/dev}
 * by {@code toward train}. Kept as {@code models/verdict.json}.
 *
 * @param weights one row a label, in the order of {@link Label}: a weight for each of {@link Features}
 * @param flagAbove a reply to a bid that is felt (distress, good news, a complaint …) is flagged when dismissive and minimizing
 *     together are more probable than this
 * @param flagAbovePlain the same for a reply to a question, a share, a request or plain facts: less is at stake, more is needed
 * @param flagAboveAlone the same where no bid is known
 * @param tacticAbove a tactic other than the first is named when its probability is above this
 * @param gestureAbove a gesture is named when its probability is above this
 */
@JsonPropertyOrder({"weights", "flagAbove", "flagAbovePlain", "flagAboveAlone", "tacticAbove", "gestureAbove"})
public record Calibration(
        double[][] weights,
        double flagAbove,
        double flagAbovePlain,
        double flagAboveAlone,
        double tacticAbove,
        double gestureAbove) {
    /** The file under {@code models/}. */
    public static final String FILE = "verdict.json";

    /** The reader's own probabilities, cues unheard: where fitting starts. */
    public static Calibration unfitted() {
        double[][] weights = new double[Label.values().length][Features.COUNT];
        for (int i = 0; i < weights.length; i++) {
            weights[i][i] = 1;
        }
        return new Calibration(weights, 0.5, 0.5, 0.5, 0.5, 0.5);
    }

    /** The same with another bar for tactics. */
    public Calibration withTacticAbove(double bar) {
        return new Calibration(weights, flagAbove, flagAbovePlain, flagAboveAlone, bar, gestureAbove);
    }

    /** The same with another bar for gestures. */
    public Calibration withGestureAbove(double bar) {
        return new Calibration(weights, flagAbove, flagAbovePlain, flagAboveAlone, tacticAbove, bar);
    }

    /** How probable a flag must be, for a reply to {@code bid}, which is null when not known. */
    double bar(@Nullable BidKind bid) {
        if (bid == null) {
            return flagAboveAlone;
        }
        return bid.isFelt() ? flagAbove : flagAbovePlain;
    }

    /** Reads the file, digest checked. */
    public static Calibration open(ModelStore store) throws ModelException {
        Path file = store.path(FILE);
        try {
            Calibration read = new JsonMapper().readValue(file.toFile(), Calibration.class);
            if (read.weights.length != Label.values().length
                    || Arrays.stream(read.weights).anyMatch(row -> row.length != Features.COUNT)) {
                throw new ModelException(file + " was fitted for other features; run './toward train'");
            }
            return read;
        } catch (ModelException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelException(file + " cannot be read", e);
        }
    }

    /** Probabilities of the four labels. */
    public Scores scores(double[] features) {
        double[] z = new double[weights.length];
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < features.length; j++) {
                z[i] += weights[i][j] * features[j];
            }
        }
        double most = Arrays.stream(z).max().orElse(0);
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            z[i] = Math.exp(z[i] - most);
            sum += z[i];
        }
        return new Scores(z[0] / sum, z[1] / sum, z[2] / sum, z[3] / sum);
    }
}
