package dev.toward;

import dev.toward.cue.BidKind;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.Sort;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import dev.toward.verdict.Settings;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whatever reads drafts: an {@link Analyzer}, as the surfaces see it. Threads may share it; close when done. */
@FunctionalInterface
public interface Analyses extends AutoCloseable {
    /**
     * Reads a draft as deep as it needs, {@link Tier#AUTO}.
     *
     * @param suggestions how many warmer wordings at most, 0 to 10
     * @param them the first name of the one who is answered, or null when not known
     */
    Analysis analyze(Draft draft, int suggestions, @Nullable String them);

    /** The same, to a chosen depth; where there is only one depth it makes no difference. */
    default Analysis analyze(Draft draft, int suggestions, @Nullable String them, Tier tier) {
        return analyze(draft, suggestions, them);
    }

    /** Several at once, which may be faster; each is read as it would be by itself. Answers come in the order of the asks. */
    default List<Analysis> analyzeAll(List<Ask> asks, Tier tier) {
        return asks.stream()
                .map(ask -> analyze(ask.draft(), ask.suggestions(), ask.them(), tier))
                .toList();
    }

    /** What a message asks for, to a chosen depth; see {@link #bid(Bid)}. */
    default @Nullable BidKind bid(Bid bid, Tier tier) {
        return bid(bid);
    }

    /** What a message asks for, or null when it has no words, is not English, or nobody here can tell. */
    default @Nullable BidKind bid(Bid bid) {
        return null;
    }

    /**
     * How probable it is, 0 to 1, that a message asks for connection, and is not logistics or facts; 1 when nobody here can tell. Unless a full look was chosen it is what
     * {@link #kinds} leaves beside none.
     */
    default double asks(Bid bid, Tier tier) {
        return 1;
    }

    /** How probable it is that a message asks for each kind of connection, or for none, together 1; by a short look. Empty when nobody here can tell. */
    default Map<BidKind, Double> kinds(Bid bid) {
        return Map.of();
    }

    /** Whether {@link #kinds} can tell. */
    default boolean tellsKinds() {
        return false;
    }

    /**
     * Words that ask after something told of earlier, the same each time; null when there are no phrases here, or none fits.
     *
     * @param thing as it is said to them: "your presentation"
     * @param time as "Friday", or null when no word would do
     * @param over true when it has happened by now
     * @param seed told apart by it, two such askings may get different words
     */
    default @Nullable AskingAfter askAfter(String thing, @Nullable String time, Sort sort, boolean over, String seed) {
        return null;
    }

    /**
     * Words to write to somebody on an occasion, the same each time; null when there are no phrases here.
     *
     * @param seed told apart by it, two people may get different words
     */
    default @Nullable AskingAfter reachOut(Occasion occasion, String seed) {
        return null;
    }

    /** The version of the models, as {@code 2026.11-r1}. */
    default String model() {
        return "none";
    }

    /** The phrases that wordings are made of, or null when there are none here. */
    default @Nullable Phrasebook phrases() {
        return null;
    }

    /** What is told of what is read. */
    default Settings settings() {
        return Settings.SHIPPED;
    }

    /**
     * The same reading, told to somebody with other settings; costs next to nothing. Where nothing can be set it is the same reading.
     *
     * @return shares all that this one has loaded: close one of the two
     */
    default Analyses under(Settings.Change change) {
        return this;
    }

    /**
     * The same reading with these phrases among the user's own, which are kept nowhere. Where there are no phrases it is the same reading.
     *
     * @param more with ids that the user has not
     * @return closing it leaves this one open; it is of no use once this one is closed
     */
    default Analyses offering(Collection<Phrase> more) throws IOException {
        return this::analyze;
    }

    @Override
    default void close() {}
}
