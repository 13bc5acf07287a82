package dev.toward.text;

/**
 * What somebody is about to send, or sent, with the bid that it answers.
 *
 * @param text the draft as typed, never changed; every span speaks of it
 * @param bid what it answers; {@link Bid#UNKNOWN} when nothing is known
 */
public record Draft(String text, Bid bid) {
    public static Draft of(String text) {
        return new Draft(text, Bid.UNKNOWN);
    }

    /** A draft that answers {@code context}, oldest first. */
    public static Draft of(String text, String... context) {
        return new Draft(text, Bid.of(context));
    }

    /** The same bid, answered in other words. */
    public Draft with(String otherText) {
        return new Draft(otherText, bid);
    }
}
