package dev.toward.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The beginnings of the longer words of a text, small talk left out: by them it shows that two texts speak of one thing. */
final class Stems {
    private static final int WORD = 4;
    private static final int STEM = 5;
    private static final Set<String> COMMON = BareWords.listed(
            "that this what with have just your about when they them there then will been from were some really today tomorrow tonight like going want"
                    + " know think would could should time don't can't it's that's still back here well good need make didn't didnt only even very much");

    private Stems() {}

    static Set<String> of(String text) {
        return of(BareWords.of(text));
    }

    static Set<String> of(List<String> words) {
        Set<String> stems = new HashSet<>();
        for (String word : words) {
            if (word.length() >= WORD && !COMMON.contains(word)) {
                stems.add(word.substring(0, Math.min(STEM, word.length())));
            }
        }
        return stems;
    }

    /** How many two texts share. */
    static int shared(Set<String> some, Set<String> others) {
        int shared = 0;
        for (String stem : some) {
            if (others.contains(stem)) {
                shared++;
            }
        }
        return shared;
    }
}
