package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what goes from one person to another while a scan runs. Not for several threads. */
final class PairTally {
    private final Tally tally = new Tally();
    private final Map<BidKind, Map<Gesture, Long>> metWith = new EnumMap<>(BidKind.class);
    private final Map<BidKind, Map<Tactic, Long>> turnedWith = new EnumMap<>(BidKind.class);
    private final Map<InReplyTo.Evidence, Long> answers = new EnumMap<>(InReplyTo.Evidence.class);
    private long starts;
    private long mornings;
    private long evenings;

    void said(@Nullable Analysis analysis, @Nullable InReplyTo inReplyTo) {
        tally.said(analysis);
        if (inReplyTo != null) {
            answers.merge(inReplyTo.evidence(), 1L, Long::sum);
        }
    }

    void missed(@Nullable BidKind kind, Outcome outcome) {
        tally.bid(kind, outcome);
    }

    void answered(@Nullable BidKind kind, Response response) {
        tally.bid(kind, response.outcome());
        if (kind == null) {
            return;
        }
        if (response.after() != null) {
            tally.reply(kind, response.after());
        }
        for (Gesture gesture : response.gestures()) {
            metWith.computeIfAbsent(kind, k -> new EnumMap<>(Gesture.class)).merge(gesture, 1L, Long::sum);
        }
        for (Tactic tactic : response.tactics()) {
            turnedWith.computeIfAbsent(kind, k -> new EnumMap<>(Tactic.class)).merge(tactic, 1L, Long::sum);
        }
    }

    void starts() {
        starts++;
    }

    void morning() {
        mornings++;
    }

    void evening() {
        evenings++;
    }

    PairCounts counts() {
        return new PairCounts(tally.counts(), metWith, turnedWith, answers, starts, mornings, evenings);
    }
}
