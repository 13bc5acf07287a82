package dev.toward.ledger;

import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.text.Author;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person answered a bid with.
 *
 * @param ids their messages that answer it, oldest first, the first few
 * @param outcome what their words did; another's may have done more
 * @param after how long the first of them took, or null when a time is missing
 * @param gestures found in them, each once, in the order of the enum; tactics likewise
 */
public record Response(
        Author by,
        List<String> ids,
        Outcome outcome,
        @Nullable Duration after,
        InReplyTo.Evidence evidence,
        List<Gesture> gestures,
        List<Tactic> tactics) {
    public Response {
        ids = List.copyOf(ids);
        gestures = List.copyOf(gestures);
        tactics = List.copyOf(tactics);
    }

    Response with(Outcome other) {
        return new Response(by, ids, other, after, evidence, gestures, tactics);
    }
}
