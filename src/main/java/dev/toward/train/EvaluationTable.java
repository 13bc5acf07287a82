package dev.toward.train;

import dev.toward.verdict.Label;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Evaluations as rows of a Markdown table, and as lines for a terminal. */
public final class EvaluationTable {
    private EvaluationTable() {}

    /** The head of the table that {@link #row} fills. */
    public static String head() {
        return """
                | set | n | right | macro-F1 | with alt | F1 val · dis · min · neu | false flags on neutral | on validating | flag recall | AUC flag | AUC validating | ECE | bid | tactics F1 | words F1 |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                """;
    }

    /** One evaluation as a row. */
    public static String row(String name, Evaluation e) {
        StringBuilder classes = new StringBuilder();
        for (Label label : Label.values()) {
            Evaluation.ClassScore score = Objects.requireNonNull(e.classes().get(label));
            classes.append(classes.isEmpty() ? "" : " · ").append(score.n() == 0 ? "–" : figure(score.f1()));
        }
        return String.join(
                " | ",
                "| " + name,
                Integer.toString(e.n()),
                figure(e.accuracy()),
                figure(e.macroF1()),
                figure(e.macroF1Alt()),
                classes,
                percent(e.falseFlagsOnNeutral()),
                percent(e.falseFlagsOnValidating()),
                figure(e.flagRecall()),
                figure(e.aucFlag()),
                figure(e.aucValidating()),
                figure(e.calibrationError()),
                figure(e.bidAccuracy()),
                figure(e.tacticF1()),
                figure(e.spanF1()) + " |\n");
    }

    private static String figure(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String percent(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.1f%%", 100 * value);
    }
}
