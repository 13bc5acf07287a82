package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.text.Author;
import dev.toward.text.Bid;
import dev.toward.text.Message;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** What one person answered others with in the conversations of a source, found as {@link Scan} finds it. Nothing is analysed. */
public final class OwnAnswers {
    private final MessageSource source;
    private final Roster roster;

    private OwnAnswers(MessageSource source, Roster roster) {
        this.source = source;
        this.roster = roster;
    }

    /** Reads a source once, to learn who writes in it. */
    public static OwnAnswers in(MessageSource source) throws IOException {
        return new OwnAnswers(source, Roster.of(source));
    }

    /**
     * A message that answers somebody else's.
     *
     * @param text as written
     * @param bid what it answers, with words
     * @param them who wrote the newest message of the bid, as displayed
     */
    public record Answer(String text, Bid bid, String them) {}

    /** Takes one answer after the other, in the order of the messages. */
    @FunctionalInterface
    public interface Sink {
        void accept(Answer answer);
    }

    /** Everybody who writes, as displayed, each once, in the order in which they first wrote. */
    public List<String> names() {
        return roster.names().values().stream().distinct().toList();
    }

    /** Names of chats between two, which mostly are the name of the other one. */
    public Set<String> chats() {
        return roster.directNames();
    }

    /** False when somebody writes, but nobody by this name or id. */
    public boolean knows(String me) {
        return roster.names().isEmpty() || !roster.named(me).isEmpty();
    }

    /**
     * Reads the source again and hands on what one person answered.
     *
     * @param me their name or id, without regard to case and spacing
     * @throws UnknownNameException when somebody writes, but nobody by that name
     */
    public void by(String me, Sink sink) throws IOException {
        if (!knows(me)) {
            throw new UnknownNameException();
        }
        Following following = new Following(roster.named(me), sink);
        try {
            source.read(following::accept);
        } catch (UncheckedIOException e) { // out of a source whose own listeners may throw nothing checked
            throw e.getCause();
        }
    }

    private final class Following implements Talk.Steps {
        private final Set<Roster.Key> own;
        private final Sink sink;
        private final Talks talks = new Talks(roster, Period.ALL);

        Following(Set<Roster.Key> own, Sink sink) {
            this.own = own;
            this.sink = sink;
        }

        void accept(Message message) throws IOException {
            try {
                talks.accept(message.conversation(), message, this);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the reading was interrupted");
            }
        }

        @Override
        public @Nullable Future<Analysis> said(
                Message message,
                @Nullable InReplyTo inReplyTo,
                Bid context,
                @Nullable Author answered,
                @Nullable Author to) {
            Author author = message.author();
            if (author != null
                    && answered != null
                    && context.isKnown()
                    && Talk.hasWords(message)
                    && own.contains(Roster.Key.of(message.conversation(), author))) {
                sink.accept(new Answer(message.text(), context, answered.name()));
            }
            return null;
        }

        @Override
        public void closed(OpenBid bid, Outcome ifUnanswered) {
            // what became of bids is the scan's to count
        }
    }
}
