package dev.toward.annotate.corenlp;

import dev.toward.annotate.ParsedToken;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where the clause that a match stands in ends: before the next comma, "but", dash, quotation mark, emoji or sentence's end. */
final class ClauseEnd {
    private static final Set<String> TURNS = Set.of("but", "lol", "haha", "lmao", "tho", "though", "anyway");

    private ClauseEnd() {}

    /** The last token of the clause that {@code last} belongs to. */
    static int after(List<ParsedToken> tokens, int last) {
        int end = last;
        while (end + 1 < tokens.size() && !endsBefore(tokens.get(end + 1).text())) {
            end++;
        }
        return end;
    }

    private static boolean endsBefore(String word) {
        return isMark(word) || TURNS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** True for a token without letters and digits, which a clause does not run across; money and ratios are no marks. */
    static boolean isMark(String word) {
        return word.codePoints().noneMatch(Character::isLetterOrDigit) && !"$£€%&+".contains(word);
    }
}
