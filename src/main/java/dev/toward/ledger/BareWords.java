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
    private static final int STRETCHED = 3;
    private static final int ASCII = 128;
    /** Letters, their accents, and numbers, by the bits of {@link Character#getType}. */
    private static final int PARTS = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.NON_SPACING_MARK
            | 1 << Character.ENCLOSING_MARK
            | 1 << Character.COMBINING_SPACING_MARK
            | 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.LETTER_NUMBER
            | 1 << Character.OTHER_NUMBER;

    private BareWords() {}

    /** A list of words, as it stands in the code: with single spaces between them. */
    static Set<String> listed(String words) {
        return Set.copyOf(List.of(words.split(" ")));
    }

    /** The words with single spaces between them; the empty text when there are none. */
    static String text(String written) {
        String plain = plain(written);
        if (plain.contains("://") || plain.contains("www.")) {
            plain = LINK.matcher(plain).replaceAll(" ");
        }
        StringBuilder words = new StringBuilder(plain.length());
        boolean apart = false;
        int last = -1;
        int alike = 0;
        for (int at = 0; at < plain.length(); ) {
            int c = plain.codePointAt(at);
            int next = at + Character.charCount(c);
            if (c == '\'' ? isWithin(plain, at) : isPart(c)) {
                if (apart && !words.isEmpty()) {
                    words.append(' ');
                    last = -1;
                }
                apart = false;
                alike = c == last && Character.isLetter(c) ? alike + 1 : 1;
                last = c;
                if (alike < STRETCHED) {
                    words.appendCodePoint(c);
                } else if (alike == STRETCHED) {
                    words.setLength(words.length() - Character.charCount(c));
                }
            } else if (c != '\'') {
                apart = true;
            }
            at = next;
        }
        return words.toString();
    }

    private static String plain(String written) {
        String composed = isComposed(written) ? written : Normalizer.normalize(written, Normalizer.Form.NFKC);
        return composed.toLowerCase(Locale.ROOT).replace('’', '\'').replace('‘', '\'');
    }

    /** Most texts are plainly so, and need not be looked up in tables. */
    private static boolean isComposed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ASCII && c != '’' && c != '‘') {
                return false;
            }
        }
        return true;
    }

    /** An apostrophe counts between two letters; others are quotation marks. */
    private static boolean isWithin(String text, int at) {
        return at > 0
                && Character.isLetter(text.charAt(at - 1))
                && at + 1 < text.length()
                && Character.isLetter(text.codePointAt(at + 1));
    }

    private static boolean isPart(int c) {
        return c < ASCII ? c >= 'a' && c <= 'z' || c >= '0' && c <= '9' : (PARTS >> Character.getType(c) & 1) != 0;
    }

    static List<String> of(String written) {
        String text = text(written);
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
