package dev.toward.ledger;

import dev.toward.text.Message;
import java.io.IOException;

/**
 * Where messages come from: each conversation in its order, one after the other or among one another. Read more than once,
 * first to learn who writes and how much there is, so it must give the same messages every time.
 */
@FunctionalInterface
public interface MessageSource {
    /** Hands every message to {@code sink}, on the calling thread. */
    void read(Sink sink) throws IOException;

    /** Takes one message after the other. */
    @FunctionalInterface
    interface Sink {
        void accept(Message message) throws IOException;
    }
}
