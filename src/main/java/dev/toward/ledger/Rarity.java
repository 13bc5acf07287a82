package dev.toward.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How little each word is used in a conversation so far: a rare word said again speaks of the same thing. Its size is bounded. Not for several threads. */
final class Rarity {
    private static final int MOST = 20_000;
    private static final int COMMON = 4;

    private final Map<String, Integer> used = new HashMap<>();
    private int messages;

    void add(Set<String> stems) {
        messages++;
        for (String stem : stems) {
            if (used.size() < MOST || used.containsKey(stem)) {
                used.merge(stem, 1, Integer::sum);
            }
        }
    }

    /** Of the stems that two texts share, together; 0 when there are none, at most 2. */
    double of(Set<String> some, Set<String> others) {
        List<String> both = new ArrayList<>();
        for (String stem : others) {
            if (some.contains(stem)) {
                both.add(stem);
            }
        }
        // in one order, so that sums come out alike
        both.sort(null);
        double sum = 0;
        for (String stem : both) {
            double share = (double) messages / Math.max(1, used.getOrDefault(stem, 1)) / COMMON;
            sum += Math.max(0, StrictMath.log(share)) / COMMON;
        }
        return Math.min(sum, 2);
    }
}
