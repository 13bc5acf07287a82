package dev.toward;

import dev.toward.annotate.Parsed;
import dev.toward.phrase.Meaning;
import dev.toward.phrase.PhraseSource;
import dev.toward.text.Bid;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What warmer words will need of the message that is answered. Begun on another thread as soon as they may be wanted, while the
 * draft itself is looked at, where a core is idle; for nothing when the draft turns out plain. Otherwise done when it is asked for: under load,
 * guessing ahead would take from others what they wait for. What comes of it is the same. For one thread.
 */
final class Groundwork {
    private final Bid bid;
    private final Engines engines;
    private final PhraseSource phrases;
    private @Nullable CompletableFuture<Parsed> grammar;
    private @Nullable CompletableFuture<Meaning> meaning;

    Groundwork(Bid bid, Engines engines, PhraseSource phrases) {
        this.bid = bid;
        this.engines = engines;
        this.phrases = phrases;
    }

    /** Begins, side by side. */
    void begin() {
        if (bid.isKnown() && grammar == null) {
            grammar = CompletableFuture.supplyAsync(this::parse);
            meaning = CompletableFuture.supplyAsync(this::mean);
        }
    }

    /** Of the last message before the draft, or null when there is none. */
    @Nullable
    Parsed grammar() {
        return bid.isKnown() ? now(grammar, this::parse) : null;
    }

    /** Of the same. */
    @Nullable
    Meaning meaning() {
        return bid.isKnown() ? now(meaning, this::mean) : null;
    }

    private Parsed parse() {
        return engines.observer().parse(bid.last());
    }

    private Meaning mean() {
        return phrases.meaning(bid.last());
    }

    private static <T> T now(@Nullable CompletableFuture<T> begun, Supplier<T> work) {
        return begun == null ? work.get() : begun.join();
    }
}
