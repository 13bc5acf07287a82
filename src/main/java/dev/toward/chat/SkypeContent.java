package dev.toward.chat;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a rich text says. Its content is nearly XML, often with the marks escaped once or twice too often.
 *
 * @param text without what is quoted
 * @param quote what is quoted, null when nothing is
 */
record SkypeContent(String text, @Nullable Quote quote, boolean edited) {
    /**
     * What tells the message that is quoted.
     *
     * @param messageId null in old exports
     * @param author without the {@code 8:} before it
     * @param timestamp in seconds
     */
    record Quote(@Nullable String messageId, String author, String timestamp) {
        /** What the message quoted is found by where no id stands. */
        String key() {
            return key(author, timestamp);
        }

        static String key(String author, String seconds) {
            return SkypeContent.bare(author) + "\n" + seconds;
        }
    }

    private static final Pattern ESCAPED_MARK = Pattern.compile(
            "&(?:amp;)?lt;/?(?:a|at|b|i|s|u|ss|e_m|quote|legacyquote|br|pre|blink|URIObject|font|c_i)\\b");
    private static final int UNESCAPES = 2;

    static SkypeContent of(String content) {
        String marked = content;
        for (int i = 0;
                i < UNESCAPES
                        && !marked.contains("<")
                        && ESCAPED_MARK.matcher(marked).find();
                i++) {
            marked = Parser.unescapeEntities(marked, false);
        }
        if (marked.indexOf('<') < 0 && marked.indexOf('&') < 0) {
            return new SkypeContent(marked.strip(), null, false);
        }
        Document document = Jsoup.parse(marked, "", Parser.xmlParser());
        Element quoted = document.selectFirst("quote");
        Quote quote = quoted == null
                ? null
                : new Quote(
                        quoted.attr("messageid").isBlank() ? null : quoted.attr("messageid"),
                        bare(quoted.attr("author")),
                        quoted.attr("timestamp"));
        boolean edited = document.selectFirst("e_m") != null;
        document.select("quote, legacyquote, e_m").remove();
        return new SkypeContent(HtmlWords.withLines(document), quote, edited);
    }

    /** An account without the number of its network. */
    static String bare(String account) {
        int colon = account.indexOf(':');
        return colon > 0 && account.substring(0, colon).chars().allMatch(c -> c >= '0' && c <= '9')
                ? account.substring(colon + 1)
                : account;
    }
}
