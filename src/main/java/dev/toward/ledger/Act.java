package dev.toward.ledger;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a later message does, by its words, that may show that it comes back to what was told or promised. */
enum Act {
    /** Asks how it was, or for news. */
    ASKS(
            "asks",
            words(
                    "\\b(?:(?:how (?:did|'d|has|have|was|were)|how'?s|howd|how is|any (?:news|word|updates?|luck)|what did"
                            + "|did (?:you|u|it|they|he|she|ye)|have (?:you|u) heard|heard|verdict|went)\\b|(?:well|so|and)\\W*\\?)|\\?\\?")),
    /** Wishes well beforehand. */
    WISHES(
            "wishes",
            words(
                    "\\b(?:(?:luck|break a leg|fingers|thinking (?:of|about) (?:you|u|ye)|got this|rooting|go get|candle|proud"
                            + "|hope it|today'?s the day|big day)\\b|smash|pray)")),
    /** Tells of what is over. */
    OVER(
            "over",
            words(
                    "\\b(?:was|went|were|got|did|passed|failed|over|done|finished|came|said|survived|had|says|out|home|made it|alive)\\b")),
    /** Does a deed or tells of one done; to say that one will is none. */
    DOES(
            "does",
            words(
                            "\\b(?:sent|here|there|done|did|got|brought|dropped|left|asked|said|told|called|rang|spoke|found|paid|booked|sorted|fixed|checked|looked|posted|ordered"
                                    + "|made|on my way|omw|outside|attached|back|https?)\\b")
                    .and(words("\\b(?:i'?ll|il|will|gonna|going to|i can|let me)\\b")
                            .negate())),
    THANKS(
            "thanks",
            words(
                    "\\b(?:thank|thanks|ta|cheers|thx|ty|got it|received|lovely|delicious|arrived|you're a star|legend|bless)\\b")),
    QUESTION("?", text -> text.contains("?")),
    SHOUTS("!", text -> text.contains("!"));

    private final String word;
    private final Predicate<String> shows;

    Act(String word, Predicate<String> shows) {
        this.word = word;
        this.shows = shows;
    }

    private static Predicate<String> words(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).asPredicate();
    }

    /** As it stands in the names of signs. */
    String word() {
        return word;
    }

    /** @param text with straight apostrophes */
    static Set<Act> in(String text) {
        Set<Act> acts = EnumSet.noneOf(Act.class);
        for (Act act : values()) {
            if (act.shows.test(text)) {
                acts.add(act);
            }
        }
        return Collections.unmodifiableSet(acts);
    }
}
