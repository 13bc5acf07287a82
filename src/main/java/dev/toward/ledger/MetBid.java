package dev.toward.ledger;

import dev.toward.cue.BidKind;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bid with what became of it.
 *
 * @param to the one it was made to, or null in a group where nobody was spoken to
 * @param ids its newest messages, oldest first
 * @param time of the newest, or null when not known
 * @param kind null when it could not be told
 * @param responses one for each person who answered, in the order of their first answers
 */
public record MetBid(
        Conversation conversation,
        Author by,
        @Nullable Author to,
        List<String> ids,
        @Nullable Timestamp time,
        @Nullable BidKind kind,
        Outcome outcome,
        List<Response> responses) {
    public MetBid {
        ids = List.copyOf(ids);
        responses = List.copyOf(responses);
    }
}
