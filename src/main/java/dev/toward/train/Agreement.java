package dev.toward.train;

import dev.toward.verdict.Label;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;

/**
 * How far two readers who labelled the same drafts agree.
 *
 * @param n drafts that both labelled
 * @param same share with one label
 * @param accepted share where the second label is the first or its accepted alternative
 * @param kappa Cohen's kappa over the four labels (Cohen 1960); 1 where both gave one label to everything
 * @param kappas Cohen's kappa of each label that either reader used, against the other three
 */
public record Agreement(int n, double same, double accepted, double kappa, Map<Label, Double> kappas) {

    public Agreement {
        kappas = Collections.unmodifiableMap(new EnumMap<>(kappas));
    }

    /** Compares the label with the second reader's, over the drafts that have one. */
    public static Agreement of(List<Example> examples) {
        List<Example> both = examples.stream()
                .filter(e -> e.label() != null && e.second() != null)
                .toList();
        if (both.isEmpty()) {
            throw new IllegalArgumentException("no draft has a label and a second reader's; give lines a \"second\"");
        }
        Map<Label, Double> kappas = new EnumMap<>(Label.class);
        for (Label label : Label.values()) {
            if (both.stream().anyMatch(e -> e.label() == label || e.second() == label)) {
                kappas.put(label, kappa(both, List.of(l -> l == label, l -> l != label)));
            }
        }
        return new Agreement(
                both.size(),
                share(both, (first, second) -> first.label() == second),
                share(both, Example::accepts),
                kappa(
                        both,
                        Arrays.stream(Label.values())
                                .map(label -> (Kind) l -> l == label)
                                .toList()),
                kappas);
    }

    private interface Kind {
        boolean has(Label label);
    }

    /** Observed agreement over what chance gives, where each label is one of these kinds. */
    private static double kappa(List<Example> both, List<Kind> kinds) {
        double observed = 0;
        double chance = 0;
        for (Kind kind : kinds) {
            double first = 0;
            double second = 0;
            for (Example e : both) {
                boolean one = kind.has(Objects.requireNonNull(e.label()));
                boolean two = kind.has(Objects.requireNonNull(e.second()));
                first += one ? 1 : 0;
                second += two ? 1 : 0;
                observed += one && two ? 1 : 0;
            }
            chance += first * second / both.size();
        }
        return both.size() - chance < 1e-9 ? 1 : (observed - chance) / (both.size() - chance);
    }

    private static double share(List<Example> both, BiPredicate<Example, Label> test) {
        return (double) both.stream()
                        .filter(e -> test.test(e, Objects.requireNonNull(e.second())))
                        .count()
                / both.size();
    }
}
