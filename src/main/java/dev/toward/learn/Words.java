package dev.toward.learn;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words of a text, in the plain form in which they are compared. */
final class Words {
    private static final Pattern SLOT = Pattern.compile("\\{\\w+}");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}']+");
    private static final Pattern EDGES = Pattern.compile("^'+|'+$");
    private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");

    private Words() {}

    /** Its words as written, apostrophes straight, slots left out. */
    static List<String> asWritten(String text) {
        String bare = SLOT.matcher(text).replaceAll(" ").replace('’', '\'');
        return NO_WORD.splitAsStream(bare)
                .map(w -> EDGES.matcher(w).replaceAll(""))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    /** Its words in lower case, "sooo" as "so", slots left out. */
    static List<String> of(String text) {
        return asWritten(text).stream().map(Words::plain).toList();
    }

    static String plain(String word) {
        return DRAWN_OUT.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("$1");
    }

    /** How many stand between blanks. */
    static int count(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
