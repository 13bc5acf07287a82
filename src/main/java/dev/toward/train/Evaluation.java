package dev.toward.train;

import dev.toward.cue.BidKind;
import dev.toward.cue.Tactic;
import dev.toward.text.Span;
import dev.toward.verdict.Finding;
import dev.toward.verdict.Label;
import dev.toward.verdict.Scores;
import dev.toward.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How verdicts compare with labels. A prediction that is the accepted alternative counts as right wherever {@code Alt} or no
 * other word is said. A figure that cannot be had (no such line) is null; of no lines at all the others are 0.
 *
 * @param n labelled lines
 * @param accuracy share with the right label, alternatives accepted
 * @param macroF1 mean F1 over the labels that occur, alternatives not accepted
 * @param macroF1Alt the same, alternatives accepted
 * @param falseFlagsOnNeutral share of neutral lines that were flagged
 * @param falseFlagsOnValidating share of validating lines that were flagged
 * @param flagRecall share of dismissive and minimizing lines that were flagged; alternatives play no part
 * @param aucFlag how well the probability of a flag ranks flagged lines above the others: 0.5 is chance; alternatives play no part
 * @param aucValidating the same for validating
 * @param calibrationError expected calibration error of the winning probability, ten bins (Guo et al. 2017)
 * @param bidAccuracy over lines whose bid is named
 * @param tacticF1 micro-F1 of tactics named, over lines with a gold flag or a flag raised
 * @param spanF1 token F1 of the words marked, over lines with the right label and a gold tactic
 */
public record Evaluation(
        int n,
        double accuracy,
        double macroF1,
        double macroF1Alt,
        Map<Label, ClassScore> classes,
        @Nullable Double falseFlagsOnNeutral,
        @Nullable Double falseFlagsOnValidating,
        @Nullable Double flagRecall,
        @Nullable Double aucFlag,
        @Nullable Double aucValidating,
        double calibrationError,
        @Nullable Double bidAccuracy,
        @Nullable Double tacticF1,
        @Nullable Double spanF1) {

    /** Precision, recall and F1 of one label, alternatives accepted. */
    public record ClassScore(double precision, double recall, double f1, int n) {}

    /** A labelled draft and the verdict on it. */
    public record Scored(Example example, Verdict verdict) {
        Label gold() {
            return java.util.Objects.requireNonNull(example.label());
        }

        Label predicted() {
            return verdict.label();
        }

        /** The gold label, or the prediction where that is acceptable too. */
        Label lenient() {
            return example.accepts(predicted()) ? predicted() : gold();
        }
    }

    /** Compares; lines without a label count for nothing. */
    public static Evaluation of(List<Scored> all) {
        List<Scored> rows =
                all.stream().filter(s -> s.example().label() != null).toList();
        Map<Label, ClassScore> strict = classes(rows, false);
        Map<Label, ClassScore> lenient = classes(rows, true);
        Set<Label> present = new HashSet<>();
        rows.forEach(r -> present.add(r.gold()));
        Predicate<Scored> flagged = r -> r.predicted().isFlag();
        return new Evaluation(
                rows.size(),
                rows.stream().filter(r -> r.example().accepts(r.predicted())).count()
                        / (double) Math.max(1, rows.size()),
                macro(strict, present),
                macro(lenient, present),
                lenient,
                share(rows, r -> r.lenient() == Label.NEUTRAL, flagged),
                share(rows, r -> r.lenient() == Label.VALIDATING, flagged),
                share(rows, r -> r.gold().isFlag(), flagged),
                auc(rows, r -> r.gold().isFlag(), Scores::flag),
                auc(rows, r -> r.gold() == Label.VALIDATING, Scores::validating),
                Reliability.of(rows).error(),
                share(
                        rows,
                        r -> r.example().bid() != null
                                && r.example().draft().bid().isKnown(),
                        r -> r.verdict().bid() == r.example().bid()),
                tacticF1(rows),
                spanF1(rows));
    }

    private static Map<Label, ClassScore> classes(List<Scored> rows, boolean lenient) {
        Map<Label, ClassScore> out = new EnumMap<>(Label.class);
        for (Label label : Label.values()) {
            int hit = 0;
            int wrong = 0;
            int missed = 0;
            for (Scored row : rows) {
                Label gold = lenient ? row.lenient() : row.gold();
                boolean said = row.predicted() == label;
                if (said && gold == label) {
                    hit++;
                } else if (said) {
                    wrong++;
                } else if (gold == label) {
                    missed++;
                }
            }
            out.put(label, score(hit, wrong, missed));
        }
        return out;
    }

    private static ClassScore score(int hit, int wrong, int missed) {
        double precision = hit + wrong == 0 ? 0 : (double) hit / (hit + wrong);
        double recall = hit + missed == 0 ? 0 : (double) hit / (hit + missed);
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new ClassScore(precision, recall, f1, hit + missed);
    }

    private static double macro(Map<Label, ClassScore> classes, Set<Label> present) {
        return classes.entrySet().stream()
                .filter(e -> present.contains(e.getKey()))
                .mapToDouble(e -> e.getValue().f1())
                .average()
                .orElse(0);
    }

    private static @Nullable Double share(List<Scored> rows, Predicate<Scored> among, Predicate<Scored> which) {
        List<Scored> chosen = rows.stream().filter(among).toList();
        return chosen.isEmpty() ? null : (double) chosen.stream().filter(which).count() / chosen.size();
    }

    private interface Score {
        double of(Scores scores);
    }

    /** Area under the receiver operating characteristic, by ranks; ties count half. */
    private static @Nullable Double auc(List<Scored> rows, Predicate<Scored> positive, Score score) {
        double[] yes = rows.stream()
                .filter(positive)
                .mapToDouble(r -> score.of(r.verdict().scores()))
                .sorted()
                .toArray();
        double[] no = rows.stream()
                .filter(positive.negate())
                .mapToDouble(r -> score.of(r.verdict().scores()))
                .sorted()
                .toArray();
        if (yes.length == 0 || no.length == 0) {
            return null;
        }
        double wins = 0;
        int below = 0;
        int upTo = 0;
        for (double y : yes) {
            while (below < no.length && no[below] < y) {
                below++;
            }
            while (upTo < no.length && no[upTo] <= y) {
                upTo++;
            }
            wins += below + (upTo - below) / 2.0;
        }
        return wins / ((double) yes.length * no.length);
    }

    private static @Nullable Double tacticF1(List<Scored> rows) {
        int hit = 0;
        int wrong = 0;
        int missed = 0;
        for (Scored row : rows) {
            Set<Tactic> gold = new HashSet<>();
            row.example().tactics().forEach(t -> gold.add(t.tactic()));
            Set<Tactic> said = new HashSet<>();
            row.verdict().tactics().forEach(f -> said.add(f.tactic()));
            for (Tactic tactic : Tactic.values()) {
                if (gold.contains(tactic) && said.contains(tactic)) {
                    hit++;
                } else if (said.contains(tactic)) {
                    wrong++;
                } else if (gold.contains(tactic)) {
                    missed++;
                }
            }
        }
        return hit + missed == 0 ? null : score(hit, wrong, missed).f1();
    }

    private static @Nullable Double spanF1(List<Scored> rows) {
        List<Double> each = new ArrayList<>();
        for (Scored row : rows) {
            if (row.example().tactics().isEmpty() || !row.predicted().isFlag() || row.gold() != row.predicted()) {
                continue;
            }
            String text = row.example().draft().text();
            Set<Integer> gold = new HashSet<>();
            row.example().tactics().forEach(t -> gold.addAll(words(text, t.span())));
            Set<Integer> said = new HashSet<>();
            for (Finding finding : row.verdict().tactics()) {
                said.addAll(words(text, finding.span()));
            }
            int hit = (int) said.stream().filter(gold::contains).count();
            each.add(score(hit, said.size() - hit, gold.size() - hit).f1());
        }
        return each.isEmpty()
                ? null
                : each.stream().mapToDouble(d -> d).average().orElse(0);
    }

    /** Where the words begin that a span touches. */
    private static Set<Integer> words(String text, Span span) {
        Set<Integer> starts = new HashSet<>();
        int begin = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean blank = i == text.length() || Character.isWhitespace(text.charAt(i));
            if (blank && begin >= 0) {
                if (new Span(begin, i).overlaps(span)) {
                    starts.add(begin);
                }
                begin = -1;
            } else if (!blank && begin < 0) {
                begin = i;
            }
        }
        return starts;
    }

    /** How often each kind of bid was named right: for the report. */
    static Map<BidKind, double[]> bids(List<Scored> rows) {
        Map<BidKind, double[]> out = new EnumMap<>(BidKind.class);
        for (Scored row : rows) {
            BidKind bid = row.example().bid();
            if (bid != null && row.example().draft().bid().isKnown()) {
                double[] counts = out.computeIfAbsent(bid, b -> new double[2]);
                counts[0]++;
                counts[1] += row.verdict().bid() == bid ? 1 : 0;
            }
        }
        return out;
    }
}
