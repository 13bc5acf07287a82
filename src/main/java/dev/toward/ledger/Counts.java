package dev.toward.ledger;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.verdict.Label;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was counted of one person, one week or everything. A key that a map lacks counts as none; maps are in the order of
 * their enums.
 *
 * @param messages what was said or sent, media included
 * @param read messages whose words were read and decided on
 * @param toward messages that turn toward; away and against likewise
 * @param bids bids made, by kind and how they were met
 * @param unreadBids bids whose kind could not be told
 * @param medianReply the usual time to an answer, given by this person or in this week, by kind of the bid
 */
public record Counts(
        long messages,
        long read,
        Map<Label, Long> labels,
        Map<Tactic, Long> tactics,
        Map<Gesture, Long> gestures,
        long toward,
        long away,
        long against,
        Map<BidKind, Map<Outcome, Long>> bids,
        long unreadBids,
        Map<BidKind, Duration> medianReply) {
    public Counts {
        labels = ordered(labels, Label.class);
        tactics = ordered(tactics, Tactic.class);
        gestures = ordered(gestures, Gesture.class);
        EnumMap<BidKind, Map<Outcome, Long>> copy = new EnumMap<>(BidKind.class);
        bids.forEach((kind, met) -> copy.put(kind, ordered(met, Outcome.class)));
        bids = Collections.unmodifiableMap(copy);
        medianReply = ordered(medianReply, BidKind.class);
    }

    /** How much of what turned one way or the other turned toward. */
    public Share towardShare() {
        return Share.of(toward, toward + away + against);
    }

    /** Bids of a kind that were met so. */
    public long bids(BidKind kind, Outcome outcome) {
        return bids.getOrDefault(kind, Map.of()).getOrDefault(outcome, 0L);
    }

    /** Bids for connection of any kind that were met so; logistics are none. */
    public long bids(Outcome outcome) {
        long sum = 0;
        for (BidKind kind : BidKind.values()) {
            sum += kind.asksForConnection() ? bids(kind, outcome) : 0;
        }
        return sum;
    }

    private static <K extends Enum<K>, V> Map<K, V> ordered(Map<K, V> map, Class<K> keys) {
        EnumMap<K, V> copy = new EnumMap<>(keys);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }
}
