package dev.toward.ledger;

import dev.toward.cue.BidKind;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;

/**
 * Decides which bids there are, and how each was met, by what was learnt from labelled conversations; what the rules make of it is one of the signs. A look at the
 * words alone first leaves out what is hardly a bid, and only of the rest a reader is asked. Immutable; threads may share it.
 *
 * @param first which kind, by the words, without a reader
 * @param kinds which kind
 * @param outcomes how it was met
 */
record LearntBids(Weights first, Weights kinds, Weights outcomes) {
    private static final class Shipped {
        static final LearntBids ALL = new LearntBids(
                Weights.shipped("bids-first.tsv"), Weights.shipped("bids.tsv"), Weights.shipped("outcomes.tsv"));
    }

    /** Less probable ones are not looked at again; nineteen bids in twenty and more are above it. */
    static final double FIRST = 0.05;

    /** How probable a bid must be: so that about four in five that are counted were labelled, a sixth of the conversations left out in turn. */
    static final double BID = 0.5;

    /** The same for one that was missed: to be told of it where there was none is worse. */
    static final double MISSED = 0.65;

    /**
     * How probable a reader must find a kind for it to stand against the weights. These also go by how a bid was answered, and may call a layoff good news, which is the worst mistake of all. By the
     * labels it costs more than it gains: the same kind for 1,224 of 1,943 bids, for 1,236 without it; what it changes stands in reports/ledger.md.
     */
    static final double SURE = 0.9;

    static LearntBids shipped() {
        return Shipped.ALL;
    }

    /** @param ruled what the rules make of it */
    OpenBid.Settled settle(OpenBid bid, OpenBid.Settled ruled, Outcome ifUnanswered, BidReader reader, Wordbook words)
            throws ExecutionException, InterruptedException {
        BidSense sense = BidSense.of(bid.said(), words);
        Signs signs = BidSigns.of(bid.said(), sense, ruled.kind(), ifUnanswered, bid.answers(), words);
        if (1 - first.odds(BidKind.NONE.id(), signs) < FIRST) {
            return ruled.with(BidKind.NONE, ruled.outcome());
        }
        Map<BidKind, Double> odds = reader.odds(bid.whole());
        BidSigns.asked(signs, odds);
        double[] asks = kinds.odds(signs);
        Outcome outcome = bid.isAnswered()
                ? outcome(outcomes.odds(AnswerSigns.of(bid, ruled, sense, ifUnanswered, odds, words)), ruled.outcome())
                : ruled.outcome();
        double bar = outcome == Outcome.MISSED ? MISSED : BID;
        boolean isBid = 1 - asks[kinds.answers().indexOf(BidKind.NONE.id())] >= bar;
        return ruled.with(isBid ? kind(asks, signs) : BidKind.NONE, outcome);
    }

    /**
     * Which kind it is, if it is a bid: the one that the reader is sure of by the words themselves, else the likeliest.
     *
     * @param asks how probable each answer of {@link #kinds} is
     * @param signs by which they were found so
     */
    BidKind kind(double[] asks, Signs signs) {
        BidKind most = null;
        double odds = 0;
        for (int i = 0; i < asks.length; i++) {
            BidKind kind = BidKind.valueOf(
                    kinds.answers().get(i).toUpperCase(Locale.ROOT).replace('-', '_'));
            if (kind == BidKind.NONE) {
                continue;
            }
            if (BidSigns.read(signs, kind) >= SURE) {
                return kind; // no other is as probable: together they are at most 1
            }
            if (asks[i] > odds) {
                most = kind;
                odds = asks[i];
            }
        }
        return Objects.requireNonNull(most);
    }

    /** Of turning away and against the words tell which. */
    private Outcome outcome(double[] odds, Outcome ruled) {
        int most = 0;
        for (int i = 1; i < odds.length; i++) {
            most = odds[i] > odds[most] ? i : most;
        }
        return switch (outcomes.answers().get(most)) {
            case "met" -> Outcome.MET;
            case "answered" -> Outcome.ANSWERED;
            case "away" -> ruled == Outcome.TURNED_AGAINST ? ruled : Outcome.TURNED_AWAY;
            case "missed" -> Outcome.MISSED;
            default -> throw new IllegalStateException("outcomes.tsv: expected met, answered, away or missed");
        };
    }
}
