package dev.toward.encode;

import dev.toward.text.Span;
import java.util.List;

/**
 * What the reader made of a bid and its reply: logits, not probabilities, in the order of the ids in
 * {@code src/train/python/taxonomy.py}.
 *
 * @param labels one each
 * @param tactics one each; above 0 means more likely than not
 * @param gestures likewise
 * @param bids one each; meaningless when no bid was given
 * @param tags for each word piece of the reply, its place and a logit for "no tactic" and then one for each tactic
 */
public record Reading(float[] labels, float[] tactics, float[] gestures, float[] bids, List<Tag> tags) {
    /** A word piece of the reply: its place in the draft as given, and its logits. */
    public record Tag(Span span, float[] logits) {}

    public Reading {
        tags = List.copyOf(tags);
    }
}
