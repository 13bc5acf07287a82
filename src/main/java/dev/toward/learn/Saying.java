package dev.toward.learn;

import dev.toward.cue.BidKind;
import dev.toward.phrase.Intensity;
import dev.toward.phrase.Register;
import dev.toward.phrase.Situation;
import dev.toward.suggest.Occasion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What somebody said more or less in these words, all the times that they said it. */
final class Saying {
    /** A kind of message that at least this part of the answers met is one that the words answer. */
    private static final double USUAL = 0.25;

    static final Comparator<Saying> OFTEN_AND_WARM_FIRST = Comparator.comparingInt(Saying::times)
            .thenComparingDouble(Saying::warmth)
            .reversed();

    private final List<Warm> said = new ArrayList<>();

    Saying(Warm first) {
        said.add(first);
    }

    void take(Saying other) {
        said.addAll(other.said);
    }

    int times() {
        return said.size();
    }

    double warmth() {
        return said.stream().mapToDouble(Warm::warmth).average().orElse(0);
    }

    /** In the words that were chosen most often, the earliest of these. */
    Warm words() {
        String text = most(w -> List.of(w.text()));
        return said.stream().filter(w -> w.text().equals(text)).findFirst().orElseThrow();
    }

    Proposal proposal() {
        Warm words = words();
        return new Proposal(
                words.text(),
                // the first that was found is the one that the words open with
                most(w -> w.gestures().subList(0, 1)),
                bids(),
                situations(words),
                registers(words),
                intensity(),
                words.sort(),
                times(),
                warmth());
    }

    private Set<BidKind> bids() {
        Map<BidKind, Integer> counts = counts(w -> List.of(w.bid()));
        Set<BidKind> bids = EnumSet.noneOf(BidKind.class);
        counts.forEach((bid, times) -> {
            if (times >= USUAL * times()) {
                bids.add(bid);
            }
        });
        return bids;
    }

    // No detail is left in the words, so where they tell of nothing they fit everywhere.
    private static Set<Situation> situations(Warm words) {
        Set<Situation> told =
                Occasion.of(words.text(), words.text(), words.bid()).situations();
        return told.isEmpty() ? Set.of(Situation.ANY) : told;
    }

    private Set<Register> registers(Warm words) {
        if (Vocabulary.isTender(words.text())) {
            return EnumSet.of(Register.TENDER);
        }
        if (said.stream().anyMatch(w -> w.occasion().atWork())) {
            return EnumSet.of(Register.PLAIN, Register.WORK);
        }
        if (said.stream().allMatch(w -> w.occasion().playful())) {
            return EnumSet.of(Register.PLAIN, Register.PLAYFUL);
        }
        return EnumSet.of(Register.TENDER, Register.PLAIN);
    }

    private Intensity intensity() {
        Set<Intensity> met = EnumSet.noneOf(Intensity.class);
        said.forEach(w -> met.add(w.occasion().gravity()));
        return met.size() == 1 ? met.iterator().next() : Intensity.MEDIUM;
    }

    private <T> T most(Function<Warm, Collection<T>> of) {
        Map<T, Integer> counts = counts(of);
        int top = counts.values().stream().mapToInt(n -> n).max().orElse(0);
        // the earliest of the most frequent, or two runs could differ
        return said.stream()
                .flatMap(w -> of.apply(w).stream())
                .filter(t -> counts.getOrDefault(t, 0) == top)
                .findFirst()
                .orElseThrow();
    }

    private <T> Map<T, Integer> counts(Function<Warm, Collection<T>> of) {
        Map<T, Integer> counts = new HashMap<>();
        said.forEach(w -> of.apply(w).forEach(t -> counts.merge(t, 1, Integer::sum)));
        return counts;
    }
}
