package dev.toward.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Fits {@link Weights} to labelled signs: multinomial logistic regression, held small, by L-BFGS (Nocedal 1980). The same rows give the same weights. */
final class SoftmaxFit {
    private static final int MEMORY = 10;
    private static final int STEPS = 150;
    private static final double ENOUGH = 1e-6;
    private static final double SMALLEST = 0.004;

    private final List<String> answers;
    private final List<String> names = new ArrayList<>();
    private final int[][] at;
    private final double[][] values;
    private final int[] labels;
    private final double held;

    /** What was seen, and what a person says of it. */
    record Row(Signs signs, String label) {}

    private SoftmaxFit(List<String> answers, List<Row> rows, int atLeast, double held) {
        this.answers = answers;
        this.held = held;
        Map<String, Integer> seen = new TreeMap<>();
        rows.forEach(row -> row.signs().all().keySet().forEach(name -> seen.merge(name, 1, Integer::sum)));
        Map<String, Integer> places = new HashMap<>();
        names.add(Weights.ALWAYS);
        seen.forEach((name, times) -> {
            if (times >= atLeast) {
                places.put(name, names.size());
                names.add(name);
            }
        });
        at = new int[rows.size()][];
        values = new double[rows.size()][];
        labels = new int[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            List<Integer> here = new ArrayList<>(List.of(0));
            List<Double> numbers = new ArrayList<>(List.of(1.0));
            rows.get(i).signs().all().forEach((name, value) -> {
                Integer place = places.get(name);
                if (place != null) {
                    here.add(place);
                    numbers.add(value);
                }
            });
            at[i] = here.stream().mapToInt(Integer::intValue).toArray();
            values[i] = numbers.stream().mapToDouble(Double::doubleValue).toArray();
            labels[i] = answers.indexOf(rows.get(i).label());
        }
    }

    /**
     * The lines of the weights.
     *
     * @param atLeast in how many rows a sign must be seen
     * @param held how hard weights are held near nothing
     */
    static List<String> lines(List<String> answers, List<Row> rows, int atLeast, double held) {
        SoftmaxFit fit = new SoftmaxFit(answers, rows, atLeast, held);
        double[] weights = fit.run();
        List<String> lines = new ArrayList<>();
        lines.add("answers\t" + String.join("\t", answers));
        int k = answers.size();
        for (int name = 0; name < fit.names.size(); name++) {
            StringBuilder line = new StringBuilder(fit.names.get(name));
            boolean speaks = name == 0;
            for (int i = 0; i < k; i++) {
                double weight = weights[name * k + i];
                speaks |= Math.abs(weight) > SMALLEST;
                line.append('\t').append(String.format(Locale.ROOT, "%.3f", weight));
            }
            if (speaks) {
                lines.add(line.toString());
            }
        }
        return lines;
    }

    private double[] run() {
        double[] w = new double[names.size() * answers.size()];
        double[] slope = new double[w.length];
        double loss = loss(w, slope);
        Deque<double[][]> past = new ArrayDeque<>();
        for (int step = 0; step < STEPS; step++) {
            double[] way = way(slope, past);
            double down = dot(way, slope);
            double length = past.isEmpty() ? 1 / Math.max(1, StrictMath.sqrt(dot(slope, slope))) : 1;
            double[] next = new double[w.length];
            double[] nextSlope = new double[w.length];
            double nextLoss = loss;
            for (int half = 0; half < 30; half++) {
                for (int i = 0; i < w.length; i++) {
                    next[i] = w[i] + length * way[i];
                }
                nextLoss = loss(next, nextSlope);
                if (nextLoss <= loss + 1e-4 * length * down) {
                    break;
                }
                length /= 2;
            }
            double[] moved = minus(next, w);
            double[] turned = minus(nextSlope, slope);
            if (dot(moved, turned) > 1e-10) {
                past.addLast(new double[][] {moved, turned});
                if (past.size() > MEMORY) {
                    past.removeFirst();
                }
            }
            boolean done = loss - nextLoss < ENOUGH * Math.max(1, Math.abs(loss));
            w = next;
            slope = nextSlope;
            loss = nextLoss;
            if (done) {
                break;
            }
        }
        return w;
    }

    private static double[] way(double[] slope, Deque<double[][]> past) {
        double[] q = slope.clone();
        List<double[][]> pairs = List.copyOf(past);
        double[] a = new double[pairs.size()];
        for (int i = pairs.size() - 1; i >= 0; i--) {
            double[][] pair = pairs.get(i);
            a[i] = dot(pair[0], q) / dot(pair[0], pair[1]);
            add(q, pair[1], -a[i]);
        }
        if (!pairs.isEmpty()) {
            double[][] last = pairs.get(pairs.size() - 1);
            double scale = dot(last[0], last[1]) / dot(last[1], last[1]);
            for (int i = 0; i < q.length; i++) {
                q[i] *= scale;
            }
        }
        for (int i = 0; i < pairs.size(); i++) {
            double[][] pair = pairs.get(i);
            add(q, pair[0], a[i] - dot(pair[1], q) / dot(pair[0], pair[1]));
        }
        for (int i = 0; i < q.length; i++) {
            q[i] = -q[i];
        }
        return q;
    }

    private double loss(double[] w, double[] slope) {
        int k = answers.size();
        double loss = 0;
        for (int i = 0; i < w.length; i++) {
            double hold = i < k ? 1e-3 : held;
            slope[i] = hold * w[i];
            loss += hold * w[i] * w[i] / 2;
        }
        double[] sums = new double[k];
        for (int row = 0; row < at.length; row++) {
            java.util.Arrays.fill(sums, 0);
            for (int j = 0; j < at[row].length; j++) {
                for (int i = 0; i < k; i++) {
                    sums[i] += w[at[row][j] * k + i] * values[row][j];
                }
            }
            double most = Double.NEGATIVE_INFINITY;
            for (double sum : sums) {
                most = Math.max(most, sum);
            }
            double all = 0;
            double right = sums[labels[row]] - most;
            for (int i = 0; i < k; i++) {
                sums[i] = StrictMath.exp(sums[i] - most);
                all += sums[i];
            }
            loss -= right - StrictMath.log(all);
            for (int i = 0; i < k; i++) {
                double off = sums[i] / all - (i == labels[row] ? 1 : 0);
                for (int j = 0; j < at[row].length; j++) {
                    slope[at[row][j] * k + i] += off * values[row][j];
                }
            }
        }
        return loss;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static double[] minus(double[] a, double[] b) {
        double[] less = a.clone();
        add(less, b, -1);
        return less;
    }
}
