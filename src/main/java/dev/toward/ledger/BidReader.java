package dev.toward.ledger;

import dev.toward.Analyses;
import dev.toward.Tier;
import dev.toward.cue.BidKind;
import dev.toward.text.Bid;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what messages ask for that nobody answered, or that were answered without readable words, and how probable it is that they
 * ask at all. Threads must be able to share it.
 */
@FunctionalInterface
public interface BidReader {
    /** The kind of the bid, or null when it cannot be told: no words, or not English. */
    @Nullable
    BidKind kind(Bid bid);

    /** How probable it is, 0 to 1, that the words ask for connection, and are not logistics or facts. */
    default double asks(Bid bid) {
        BidKind kind = kind(bid);
        return kind == null || kind.asksForConnection() ? 1 : 0;
    }

    /** How probable it is that the words ask for each kind, together 1; empty when it cannot be told, and then the rules alone decide. */
    default Map<BidKind, Double> odds(Bid bid) {
        return Map.of();
    }

    /** Whether {@link #odds} are told, so that what was learnt from labelled conversations can be used. */
    default boolean tellsOdds() {
        return false;
    }

    /** The same reader for some bids that are settled together: what was asked of the same words before is not read again. Not for several threads. */
    default BidReader once() {
        return this;
    }

    /** Reads with an analyzer, to a depth. */
    static BidReader of(Analyses analyses, Tier tier) {
        return new BidReader() {
            @Override
            public @Nullable BidKind kind(Bid bid) {
                return analyses.bid(bid, tier);
            }

            @Override
            public double asks(Bid bid) {
                return analyses.asks(bid, tier);
            }

            @Override
            public Map<BidKind, Double> odds(Bid bid) {
                return analyses.kinds(bid);
            }

            @Override
            public boolean tellsOdds() {
                return analyses.tellsKinds();
            }

            @Override
            public BidReader once() {
                return new ReadOnce(this, tier);
            }
        };
    }

    /**
     * How probable it must be.
     *
     * @param aside true for what stands in an answer, where most is none
     * @param answered false where it would count as missed: that takes more
     */
    static double bar(boolean aside, boolean answered) {
        return aside || !answered ? 0.8 : 0.55;
    }
}
