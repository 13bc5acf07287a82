package dev.toward.ledger;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What went from one person to another, in a week or in all. What they got back is in the counts of the other direction.
 *
 * @param counts what one said to the other and the bids made to them; {@link Counts#medianReply} is how long the other took to
 *     answer those
 * @param metWith what the other one's answers did, by kind of the bid; a key that is lacking counts as none
 * @param turnedWith by which tactics the other one turned, likewise
 * @param answers how many of the messages answer the other one's, by what speaks for it
 * @param starts talks begun after some hours of quiet
 * @param mornings days on which the one wished the other a good morning; evenings likewise a good night
 */
public record PairCounts(
        Counts counts,
        Map<BidKind, Map<Gesture, Long>> metWith,
        Map<BidKind, Map<Tactic, Long>> turnedWith,
        Map<InReplyTo.Evidence, Long> answers,
        long starts,
        long mornings,
        long evenings) {
    public PairCounts {
        metWith = ordered(metWith, Gesture.class);
        turnedWith = ordered(turnedWith, Tactic.class);
        EnumMap<InReplyTo.Evidence, Long> copy = new EnumMap<>(InReplyTo.Evidence.class);
        copy.putAll(answers);
        answers = Collections.unmodifiableMap(copy);
    }

    /** How many of the bids for connection that were answered or missed were met. */
    public Share metShare() {
        long met = counts.bids(Outcome.MET);
        long rest = counts.bids(Outcome.ANSWERED)
                + counts.bids(Outcome.TURNED_AWAY)
                + counts.bids(Outcome.TURNED_AGAINST)
                + counts.bids(Outcome.MISSED);
        return Share.of(met, met + rest);
    }

    /** Messages that thank or praise the other one for something. */
    public long appreciation() {
        return counts.gestures().getOrDefault(Gesture.APPRECIATE, 0L);
    }

    private static <K extends Enum<K>> Map<BidKind, Map<K, Long>> ordered(
            Map<BidKind, Map<K, Long>> map, Class<K> keys) {
        EnumMap<BidKind, Map<K, Long>> copy = new EnumMap<>(BidKind.class);
        map.forEach((kind, counted) -> {
            EnumMap<K, Long> inner = new EnumMap<>(keys);
            inner.putAll(counted);
            copy.put(kind, Collections.unmodifiableMap(inner));
        });
        return Collections.unmodifiableMap(copy);
    }
}
