package dev.toward.ledger;

import dev.toward.Tier;
import dev.toward.cue.BidKind;
import dev.toward.text.Bid;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reader that reads the same words once: to ask how probable it is that they ask at all, and of which kind, is one look unless a deeper one was chosen. Made for some bids that are
 * settled together and let go with them. Not for several threads.
 */
final class ReadOnce implements BidReader {
    private final BidReader reader;
    private final Tier tier;
    private final Map<Bid, Map<BidKind, Double>> known = new HashMap<>();

    /** @param tier how deep the reader looks */
    ReadOnce(BidReader reader, Tier tier) {
        this.reader = reader;
        this.tier = tier;
    }

    @Override
    public @Nullable BidKind kind(Bid bid) {
        return reader.kind(bid);
    }

    @Override
    public double asks(Bid bid) {
        Double none = tier == Tier.FULL ? null : odds(bid).get(BidKind.NONE);
        return none == null ? reader.asks(bid) : 1 - none;
    }

    @Override
    public Map<BidKind, Double> odds(Bid bid) {
        return known.computeIfAbsent(bid, reader::odds);
    }

    @Override
    public boolean tellsOdds() {
        return reader.tellsOdds();
    }

    @Override
    public BidReader once() {
        return this;
    }
}
