package dev.toward.learn;

import dev.toward.phrase.Phrase;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The words that tie a phrase to nothing: those of a list, and those of the phrases that fit anywhere. Any other word may be a detail of
 * somebody's life.
 */
final class Vocabulary {
    private static final Map<String, Set<String>> LISTS = Lists.sections("words.txt");
    private static final Set<String> LISTED = bare(LISTS.getOrDefault("anywhere", Set.of()));
    private static final Set<String> TENDER = LISTS.getOrDefault("tender", Set.of());
    /** A word of fewer phrases than this may have come into them by accident. */
    private static final int SOMETIMES = 2;
    /** From here on a word is common even where the message that is answered has it too. */
    private static final int OFTEN = 5;

    private final Map<String, Integer> phrases = new HashMap<>();

    /** @param shipped phrases that were looked through by somebody */
    Vocabulary(Collection<Phrase> shipped) {
        for (Phrase phrase : shipped) {
            if (phrase.fitsAnywhere()) {
                Set<String> words = new HashSet<>(Words.of(phrase.text()));
                words.forEach(word -> phrases.merge(bare(word), 1, Integer::sum));
            }
        }
    }

    private static Set<String> bare(Collection<String> words) {
        Set<String> bare = new HashSet<>();
        words.forEach(word -> bare.add(bare(word)));
        return Set.copyOf(bare);
    }

    // "thats" and "that's" are one word here
    private static String bare(String word) {
        return word.replace("'", "");
    }

    /** True for words that are common whatever they answer. */
    boolean often(String word) {
        return LISTED.contains(bare(word)) || phrases.getOrDefault(bare(word), 0) >= OFTEN;
    }

    /** True for words that are common unless the message that is answered has them. */
    boolean sometimes(String word) {
        return often(word) || phrases.getOrDefault(bare(word), 0) >= SOMETIMES;
    }

    /** True when a text speaks as to somebody held dear. */
    static boolean isTender(String text) {
        return Words.of(text).stream().anyMatch(TENDER::contains);
    }
}
