package dev.toward.ledger;

import dev.toward.cue.BidKind;
import dev.toward.text.Author;
import dev.toward.text.Message;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bid with what became of it, as it was counted.
 *
 * @param to the one it was made to, or null in a group where nobody was spoken to
 * @param messages the newest of what was written before somebody else did, oldest first, at least one
 * @param kind null when it could not be told
 * @param answers what answered it, in order
 * @param answeredBy who answered first, or null when nobody did
 * @param gap how long the first answer took, or null when not known
 * @param responses one for each person who answered, in the order of their first answers
 */
public record SettledBid(
        Author author,
        @Nullable Author to,
        List<Message> messages,
        @Nullable BidKind kind,
        Outcome outcome,
        List<Message> answers,
        @Nullable Author answeredBy,
        @Nullable Duration gap,
        List<Response> responses) {
    public SettledBid {
        messages = List.copyOf(messages);
        answers = List.copyOf(answers);
        responses = List.copyOf(responses);
    }

    /** The newest message, whose time is that of the bid. */
    public Message last() {
        return messages.get(messages.size() - 1);
    }
}
