package dev.toward.ledger;

import java.util.List;
import java.util.Set;

/**
 * A greeting or a good night and nothing else: "morning", "night x", "sleep well". It is counted as a ritual, not as a bid; with a name for the other
 * one or a word of warmth it may be one.
 */
final class Ritual {
    private static final int MOST_WORDS = 7;
    private static final Set<String> HAILS = BareWords.listed(
            "morning mornin gm night nite nights nighty goodnight gn sleep hi hey heya hiya hello yo bye byebye cya goodbye evening afternoon "
                    + "ttyl later tomorrow tmrw");
    private static final Set<String> BESIDE = BareWords.listed(
            "good well tight sweet dreams see you u ya all both everyone everybody guys folks team there then and too x xx xxx xo to bed off going now "
                    + "ok right i'm im happy monday tuesday wednesday thursday friday saturday sunday have a one talk speak soon you too");

    private Ritual() {}

    static boolean is(String text) {
        return new Words(text).isRitual();
    }

    /** @param words of a text without a question mark */
    static boolean is(List<String> words) {
        return !words.isEmpty()
                && words.size() <= MOST_WORDS
                && words.stream().anyMatch(HAILS::contains)
                && words.stream().allMatch(w -> HAILS.contains(w) || BESIDE.contains(w));
    }
}
