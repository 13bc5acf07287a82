package dev.toward.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What signs speak for which of several answers: a multinomial logistic regression, fitted by {@code bench/ledgerfit.sh} to the
 * conversations of {@code corpus/chats}. A sign that it does not know says nothing. The same signs get the same odds on every machine. Immutable; threads may share it.
 */
final class Weights {
    /** The sign that is always there. */
    static final String ALWAYS = "";

    private static final String ANSWERS = "answers";

    private final List<String> answers;
    /** By the place of a sign's name among all of them. */
    private final double[][] weights;

    private final Map<String, Integer> places;
    private final int always;

    private Weights(List<String> answers, SortedMap<String, double[]> weights) {
        this.answers = List.copyOf(answers);
        this.weights = weights.values().toArray(new double[0][]);
        List<String> names = List.copyOf(weights.keySet());
        Map<String, Integer> byName = new HashMap<>();
        for (int place = 0; place < names.size(); place++) {
            byName.put(names.get(place), place);
        }
        this.places = Map.copyOf(byName);
        this.always = byName.getOrDefault(ALWAYS, -1);
    }

    /** Reads the file that ships. */
    static Weights shipped(String file) {
        List<String> lines = new ArrayList<>();
        try (InputStream in = Weights.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing; bench/ledgerfit.sh makes it");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read; bench/ledgerfit.sh makes it anew", e);
        }
        return of(lines);
    }

    /** @param lines of a sign, or of {@code answers}, and what belongs to it, all parted by tabulators; others begin with {@code #} */
    static Weights of(List<String> lines) {
        List<String> answers = List.of();
        SortedMap<String, double[]> weights = new TreeMap<>();
        for (String line : lines) {
            if (line.startsWith("#")) {
                continue;
            }
            List<String> fields = List.of(line.split("\t", -1));
            List<String> rest = fields.subList(1, fields.size());
            if (answers.isEmpty()) {
                if (!fields.get(0).equals(ANSWERS)) {
                    throw new IllegalStateException("weights: expected a first line of 'answers'");
                }
                answers = rest;
            } else if (rest.size() != answers.size()) {
                throw new IllegalStateException("weights: expected a number for each answer");
            } else {
                weights.put(
                        fields.get(0),
                        rest.stream().mapToDouble(Double::parseDouble).toArray());
            }
        }
        return new Weights(answers, weights);
    }

    /** What it tells apart. */
    List<String> answers() {
        return answers;
    }

    private record Seen(int place, double value) {}

    /** How probable each answer is, in the order of {@link #answers}. */
    double[] odds(Signs signs) {
        double[] sums = always < 0 ? new double[answers.size()] : weights[always].clone();
        List<Seen> seen = new ArrayList<>();
        signs.forEach((name, value) -> {
            Integer place = places.get(name);
            if (place != null) {
                seen.add(new Seen(place, value));
            }
        });
        // in the order of their names, so that sums come out alike
        seen.sort(Comparator.comparingInt(Seen::place));
        for (Seen one : seen) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += one.value * weights[one.place][i];
            }
        }
        double most = Double.NEGATIVE_INFINITY;
        for (double sum : sums) {
            most = Math.max(most, sum);
        }
        double all = 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = StrictMath.exp(sums[i] - most);
            all += sums[i];
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= all;
        }
        return sums;
    }

    /** How probable one answer is. */
    double odds(String answer, Signs signs) {
        return odds(signs)[answers.indexOf(answer)];
    }
}
