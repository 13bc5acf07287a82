package dev.toward;

import dev.toward.annotate.Parsed;
import dev.toward.phrase.Meaning;
import dev.toward.phrase.PhraseSource;
import dev.toward.text.Bid;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What warmer words will need of the message that is answered. Begun on another thread as soon as they may be wanted, while the
 * draft itself is looked at; for nothing when the draft turns out plain.
 */
final class Groundwork {
    private final @Nullable CompletableFuture<Parsed> grammar;
    private final @Nullable CompletableFuture<Meaning> meaning;

    private Groundwork(@Nullable CompletableFuture<Parsed> grammar, @Nullable CompletableFuture<Meaning> meaning) {
        this.grammar = grammar;
        this.meaning = meaning;
    }

    static Groundwork begin(Bid bid, Engines engines, PhraseSource phrases) {
        if (!bid.isKnown()) {
            return new Groundwork(null, null);
        }
        return new Groundwork(
                CompletableFuture.supplyAsync(() -> engines.observer().parse(bid.last())),
                CompletableFuture.supplyAsync(() -> phrases.meaning(bid.last())));
    }

    /** Of the last message before the draft, or null when there is none. */
    @Nullable
    Parsed grammar() {
        return grammar == null ? null : grammar.join();
    }

    /** Of the same. */
    @Nullable
    Meaning meaning() {
        return meaning == null ? null : meaning.join();
    }
}
