package dev.toward.letter;

import dev.toward.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a text repeats and does not say: speech in quotation marks, inline code, addresses. Stateless. */
final class Citations {
    private static final Pattern CITED = Pattern.compile("\"[^\"\\n]{1,1500}(?:\"|(?=\\n|\\z))"
            + "|\u201c[^\u201c\u201d]{1,1500}?(?:\u201d|(?=\\n\\s*\\n|\\z))"
            + "|\u00ab[^\u00ab\u00bb]{1,1500}?\u00bb"
            + "|(?<![\\p{L}\\p{N}])\u2018(?!\\s)(?:[^\\n\u2018\u2019]|\u2019(?=\\p{L})){1,400}\u2019(?!\\p{L})"
            + "|(?<![\\p{L}\\p{N}])'(?!\\s)[^\\n\"]{1,400}?(?<!\\s)'(?![\\p{L}\\p{N}])"
            + "|`{1,3}[^`]{1,500}`{1,3}"
            + "|https?://\\S+");

    private Citations() {}

    static List<Span> of(String text, Span within) {
        List<Span> found = new ArrayList<>();
        for (Matcher m = CITED.matcher(text).region(within.start(), within.end()); m.find(); ) {
            found.add(new Span(m.start(), m.end()));
        }
        return found;
    }

    /** A stretch of the text without what it only repeats. */
    static String left(String text, Span within) {
        StringBuilder left = new StringBuilder();
        int at = within.start();
        for (Span cited : of(text, within)) {
            left.append(text, at, cited.start()).append(' ');
            at = cited.end();
        }
        return left.append(text, at, within.end()).toString();
    }
}
