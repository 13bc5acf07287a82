package dev.toward.ledger;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a message as they are compared: lower case, straight apostrophes, no marks, links or pictures, letters that were
 * drawn out drawn together ("sooo", "yesss").
 */
final class BareWords {
    private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)\\S+");
    private static final Pattern STRETCHED = Pattern.compile("(\\p{L})\\1{2,}");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}']+");
    private static final Pattern LOOSE = Pattern.compile("(?<!\\p{L})'|'(?!\\p{L})");

    private BareWords() {}

    /** A list of words, as it stands in the code: with single spaces between them. */
    static Set<String> listed(String words) {
        return Set.copyOf(List.of(words.split(" ")));
    }

    /** The words with single spaces between them; the empty text when there are none. */
    static String text(String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace('‘', '\'');
        String words = MARKS.matcher(LINK.matcher(plain).replaceAll(" ")).replaceAll(" ");
        return STRETCHED
                .matcher(LOOSE.matcher(words).replaceAll(""))
                .replaceAll("$1")
                .strip()
                .replaceAll(" {2,}", " ");
    }

    static List<String> of(String written) {
        String text = text(written);
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
