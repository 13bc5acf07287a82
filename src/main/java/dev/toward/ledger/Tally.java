package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.verdict.Finding;
import dev.toward.verdict.Label;
import dev.toward.verdict.Verdict;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts while a scan runs. Its size does not grow with the messages. Not for several threads. */
final class Tally {
    private long messages;
    private long read;
    private long toward;
    private long away;
    private long against;
    private long unreadBids;
    private final Map<Label, Long> labels = new EnumMap<>(Label.class);
    private final Map<Tactic, Long> tactics = new EnumMap<>(Tactic.class);
    private final Map<Gesture, Long> gestures = new EnumMap<>(Gesture.class);
    private final Map<BidKind, Map<Outcome, Long>> bids = new EnumMap<>(BidKind.class);
    private final Map<BidKind, Gaps> replies = new EnumMap<>(BidKind.class);

    void said(@Nullable Analysis analysis) {
        messages++;
        if (analysis == null || !(analysis.verdict() instanceof Verdict.Decided verdict)) {
            return;
        }
        read++;
        labels.merge(verdict.label(), 1L, Long::sum);
        switch (verdict.turn()) {
            case TOWARD -> toward++;
            case AWAY -> away++;
            case AGAINST -> against++;
            case NONE -> {}
        }
        Set<Tactic> seen = new HashSet<>();
        for (Finding finding : verdict.tactics()) {
            if (seen.add(finding.tactic())) {
                tactics.merge(finding.tactic(), 1L, Long::sum);
            }
        }
        new HashSet<>(verdict.gestures()).forEach(gesture -> gestures.merge(gesture, 1L, Long::sum));
    }

    void bid(@Nullable BidKind kind, Outcome outcome) {
        if (kind == null) {
            unreadBids++;
        } else {
            bids.computeIfAbsent(kind, k -> new EnumMap<>(Outcome.class)).merge(outcome, 1L, Long::sum);
        }
    }

    void reply(BidKind kind, Duration gap) {
        replies.computeIfAbsent(kind, k -> new Gaps()).add(gap);
    }

    Counts counts() {
        Map<BidKind, Duration> medians = new EnumMap<>(BidKind.class);
        replies.forEach((kind, gaps) -> {
            Duration median = gaps.median();
            if (median != null) {
                medians.put(kind, median);
            }
        });
        return new Counts(messages, read, labels, tactics, gestures, toward, away, against, bids, unreadBids, medians);
    }
}
