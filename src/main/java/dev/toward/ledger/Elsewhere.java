package dev.toward.ledger;

import dev.toward.cue.BidKind;
import dev.toward.text.Bid;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether what somebody wrote next is about something else (taxonomy, section 3: a bid is missed when it is answered with something else). Only by
 * plain signs: it comes late, turns neither way, takes up no word of the bid, and asks or says when and where.
 */
final class Elsewhere {
    private static final Duration SOON = Duration.ofMinutes(30);
    private static final Duration LATE = Duration.ofHours(4);
    private static final Pattern ASKS_ON = Pattern.compile(
            "^\\W*(?:(?:oh|wait|so|and|ok|really)\\W+)*(?:when|where|who|which|whose|how (?:much|many|long|far|big|late))\\b(?! (?:are|shall|do|can|should) (?:we|i)\\b)|^\\W*(?:\\w+\\W+){0,2}\\w*\\W*$",
            Pattern.CASE_INSENSITIVE);

    private Elsewhere() {}

    /**
     * Whether a neutral message leaves a bid unanswered.
     *
     * @param bid the words of the bid
     * @param before what the message was read beside; it may be a later burst
     * @param inIt whether the bid is part of that
     * @param after how long after the bid, or null when not known
     */
    static boolean is(
            List<String> bid, Bid before, boolean inIt, String message, @Nullable Duration after, Wordbook words) {
        if (after == null || after.compareTo(SOON) <= 0) {
            return false;
        }
        Words said = words.of(message);
        if (said.takesNote() || sharesAWord(bid, said, words)) {
            return false;
        }
        if (!inIt
                && before.isKnown()
                && !before.utterances().stream().map(words::of).allMatch(Elsewhere::isOnlyACall)) {
            return true;
        }
        boolean late = after.compareTo(LATE) > 0;
        if (bid.stream().map(words::of).anyMatch(Words::asksSomething)) {
            return late && (said.asksSomething() || arranges(said));
        }
        return late || arranges(said);
    }

    /** Whether a message that came at once passes over what was felt: it asks or says when and where, and nothing else. */
    static boolean passesOver(List<String> bid, BidKind kind, String message, Wordbook words) {
        return (kind == BidKind.DISTRESS || kind == BidKind.GOOD_NEWS)
                && bid.stream().noneMatch(b -> b.contains("?"))
                && !words.of(message).takesNote()
                && !sharesAWord(bid, words.of(message), words)
                && arranges(words.of(message));
    }

    /** Says when and where, or asks for an errand; "where?" and "which one?" ask on. */
    private static boolean arranges(Words message) {
        return message.isNotice()
                || asks(message) == Asked.LOGISTICS
                        && !ASKS_ON.matcher(message.text()).find();
    }

    private static Asked asks(Words message) {
        Asked asks = Asked.NOTHING;
        for (Asked here : message.asked()) {
            asks = here == Asked.NOTHING ? asks : here;
        }
        return asks;
    }

    /** "Hello?", "you there", "ok night": nothing that would be answered in place of what stood before it. */
    private static boolean isOnlyACall(Words said) {
        return said.bare().size() <= 2 || said.takesNote() || said.isRitual();
    }

    private static boolean sharesAWord(List<String> bid, Words message, Wordbook words) {
        return bid.stream()
                .anyMatch(b -> Stems.shared(message.stems(), words.of(b).stems()) > 0);
    }
}
