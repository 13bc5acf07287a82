package dev.toward.train;

import dev.toward.verdict.Label;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Drafts that differ in the one thing that decides (contrast sets, Gardner et al. 2020): one bid whose replies have all four
 * labels, or one reply whose label changes with what it answers.
 */
final class ContrastSets {
    private ContrastSets() {}

    /** How many sets there are: bids with replies of all four labels, and replies with two labels or more under three bids or more. */
    static long count(List<Example> examples) {
        Map<String, Set<Label>> byBid = new HashMap<>();
        Map<String, Set<Label>> byReply = new HashMap<>();
        Map<String, Set<String>> bids = new HashMap<>();
        for (Example e : examples) {
            Label label = e.label();
            if (label == null || !e.draft().bid().isKnown()) {
                continue;
            }
            String bid = String.join("\n", e.draft().bid().utterances());
            String reply = e.draft().text().toLowerCase(Locale.ROOT).strip();
            byBid.computeIfAbsent(bid, k -> EnumSet.noneOf(Label.class)).add(label);
            byReply.computeIfAbsent(reply, k -> EnumSet.noneOf(Label.class)).add(label);
            bids.computeIfAbsent(reply, k -> new HashSet<>()).add(bid);
        }
        long full = byBid.values().stream()
                .filter(labels -> labels.size() == Label.values().length)
                .count();
        long turning = byReply.entrySet().stream()
                .filter(e -> e.getValue().size() > 1
                        && bids.getOrDefault(e.getKey(), Set.of()).size() > 2)
                .count();
        return full + turning;
    }
}
