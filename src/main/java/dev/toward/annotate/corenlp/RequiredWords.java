package dev.toward.annotate.corenlp;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words without which a pattern cannot match, read off its text. Trying hundreds of patterns on every sentence is most of the
 * work; a look at the words first leaves some ten of them.
 */
final class RequiredWords {
    private static final Pattern ELEMENT =
            Pattern.compile("\\[[^\\]]*\\]|/(?:[^/\\\\]|\\\\.)*/|\\{[^}]*\\}|\"[^\"]*\"|\\$?[\\p{L}\\p{N}_]+|[()|?*+]");

    private RequiredWords() {}

    /** The smallest set of words of which every match holds one; empty when the text shows none. */
    static Set<String> of(String tokens) {
        Set<String> best = Set.of();
        Set<String> open = null; // first words of the alternatives of the group at the top level; null outside of one
        boolean plain = true;
        boolean first = true;
        int depth = 0;
        Set<String> pending = Set.of();
        Matcher m = ELEMENT.matcher(tokens);
        while (m.find()) {
            String element = m.group();
            char c = element.charAt(0);
            if (c == '(') {
                if (depth++ == 0) {
                    best = smaller(best, pending);
                    pending = Set.of();
                    open = new HashSet<>();
                    plain = true;
                    first = true;
                } else if (first) {
                    plain = false; // an alternative that opens with a group: what it opens with is not read off
                    first = false;
                }
            } else if (c == ')') {
                if (--depth == 0 && open != null) {
                    pending = plain && !first ? open : Set.of();
                    open = null;
                }
            } else if (c == '|') {
                if (depth == 0) {
                    return Set.of();
                }
                plain &= depth > 1 || !first;
                first = depth == 1 || first;
            } else if (c == '?' || c == '*' || c == '{') {
                if (depth == 0) {
                    pending = Set.of();
                } else {
                    plain = false; // it may be the first word that is left out
                }
            } else if (c != '+') {
                String word = wordOf(element);
                if (depth == 0) {
                    best = smaller(best, pending);
                    pending = word.isEmpty() ? Set.of() : Set.of(word);
                } else if (first && open != null) {
                    plain &= !word.isEmpty();
                    open.add(word);
                    first = false;
                }
            }
        }
        return smaller(best, pending);
    }

    private static Set<String> smaller(Set<String> one, Set<String> other) {
        if (other.isEmpty()) {
            return one;
        }
        return one.isEmpty() || other.size() < one.size() ? Set.copyOf(other) : one;
    }

    private static String wordOf(String element) {
        char c = element.charAt(0);
        if (c == '[' || c == '/' || c == '$') {
            return "";
        }
        return c == '"' ? element.substring(1, element.length() - 1) : element;
    }
}
