package dev.toward.letter;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How much a text speaks to somebody, by its pronouns: people who write to people say "you" and "I", people who tell of people
 * say "she" and "they".
 */
record Address(int words, int you, int writer, int others) {
    /** A text of so few words is taken for a message: nothing in it may show to whom. */
    private static final int MESSAGE = 60;

    private static final Set<String> YOU = Set.of(
            "you",
            "your",
            "yours",
            "yourself",
            "u",
            "ur",
            "ya",
            "you're",
            "youre",
            "you'd",
            "you'll",
            "you've",
            "y'all");
    private static final Set<String> WRITER =
            Set.of("i", "me", "my", "mine", "myself", "i'm", "im", "i'd", "i'll", "i've", "ive");
    private static final Set<String> OTHERS = Set.of(
            "he", "she", "they", "him", "her", "them", "his", "hers", "their", "theirs", "he'd", "she'd", "they'd",
            "he's", "she's");
    private static final Set<String> SAID = Set.of(
            "said",
            "asked",
            "replied",
            "answered",
            "whispered",
            "muttered",
            "snapped",
            "shrugged",
            "sighed",
            "shouted",
            "murmured",
            "told");

    /** @param stretches of a text, without what they only repeat */
    static Address of(List<String> stretches) {
        int words = 0;
        int you = 0;
        int writer = 0;
        int others = 0;
        for (String stretch : stretches) {
            for (String word : words(stretch)) {
                words++;
                you += YOU.contains(word) ? 1 : 0;
                writer += WRITER.contains(word) ? 1 : 0;
                others += OTHERS.contains(word) ? 1 : 0;
            }
        }
        return new Address(words, you, writer, others);
    }

    private static String[] words(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        return plain.replaceAll("[^\\p{L}\\p{N}']+", " ").strip().split(" ");
    }

    /** True for a message, long or short. */
    boolean speaks() {
        if (words <= MESSAGE) {
            return true;
        }
        return 100 * you >= 2 * words
                && 100 * writer >= words
                && 100 * (you + writer) >= 5 * words
                && others <= you + writer;
    }

    /** True when it tells what somebody said, who is not spoken to. */
    static boolean tells(String stretch, boolean quotes) {
        Address address = of(List.of(stretch));
        boolean said = false;
        for (String word : words(stretch)) {
            said |= SAID.contains(word);
        }
        return quotes && said && address.you == 0;
    }
}
