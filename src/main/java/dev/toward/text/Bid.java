package dev.toward.text;

import java.util.List;

/**
 * What a draft answers: the other person's last message, or the last few, oldest first. An empty list means that nothing is
 * known of it.
 */
public record Bid(List<String> utterances) {
    /** No context given. */
    public static final Bid UNKNOWN = new Bid(List.of());

    public Bid {
        utterances = List.copyOf(utterances);
    }

    public static Bid of(String... utterances) {
        return new Bid(List.of(utterances));
    }

    public boolean isKnown() {
        return utterances.stream().anyMatch(u -> !u.isBlank());
    }

    /** The newest message, or the empty text when nothing is known. */
    public String last() {
        return utterances.isEmpty() ? "" : utterances.get(utterances.size() - 1);
    }
}
