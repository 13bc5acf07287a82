package dev.toward.ledger;

import dev.toward.cue.BidKind;
import dev.toward.text.Bid;
import org.jspecify.annotations.Nullable;

/**
 * Says what messages ask for that nobody answered, or that were answered without readable words. Threads must be able to
 * share it.
 */
@FunctionalInterface
public interface BidReader {
    /** The kind of the bid, or null when it cannot be told: no words, or not English. */
    @Nullable
    BidKind kind(Bid bid);
}
