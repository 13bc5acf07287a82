package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.text.Author;
import dev.toward.text.Bid;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Follows one conversation and gives the context of each message, found as {@link Scan} finds it where messages have no links to
 * one another. Nothing is analysed. Keeps a window, never the whole. For one thread.
 */
public final class Contexts {
    private static final Conversation HERE = new Conversation("", "", "", Conversation.Kind.UNKNOWN);

    // who is alone makes no bids, and these are not asked for
    private final Talk talk = new Talk(true, Period.ALL);
    private final Step step = new Step();
    private long number;

    private Contexts() {}

    /** From where a conversation has been followed to. */
    public static Contexts after(Past past) {
        Contexts contexts = new Contexts();
        past.last().forEach(contexts::next);
        // what was replayed has its gaps in the past already
        contexts.talk.remember(Gaps.of(past.gaps()));
        return contexts;
    }

    /** What the next message answers. */
    public Bid next(Utterance said) {
        Message message = new Message(
                HERE,
                Long.toString(number++),
                new Author(said.author(), said.author()),
                said.time() == null ? null : new Timestamp.Wall(said.time()),
                Message.Kind.TEXT,
                said.text(),
                null,
                false,
                "",
                number);
        try {
            talk.accept(message, step);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("these steps neither read nor wait", e);
        }
        return step.context;
    }

    private static final class Step implements Talk.Steps {
        private Bid context = Bid.UNKNOWN;

        @Override
        public @Nullable Future<Analysis> said(
                Message message,
                @Nullable InReplyTo inReplyTo,
                Bid answers,
                @Nullable Author answered,
                @Nullable Author to) {
            context = answers;
            return null;
        }

        @Override
        public void closed(OpenBid bid, Outcome ifUnanswered) {
            // nothing is a bid here
        }
    }
}
