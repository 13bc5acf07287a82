package dev.toward.lsp;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a document that is written to be read: of a mail what comes after its headers, of Markdown all but comments.
 *
 * @param start where it begins in the document
 * @param text comments are blank, so that places stay what they are
 * @param sent true when it is known that it goes to somebody
 * @param them the first name of the recipient, or null
 */
record Body(int start, String text, boolean sent, @Nullable String them) {
    private static final Pattern COMMENT = Pattern.compile("<!--(?:[^-]|-(?!->))*+(?:-->|\\z)");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,60}:.*");
    private static final Pattern SEPARATOR = Pattern.compile("--text follows this line--\\s*");
    private static final Pattern RECIPIENT =
            Pattern.compile("(?i)to:\\s*\"?(\\p{Lu}[\\p{L}'\u2019-]{0,30})(?:\\s[^,<>@]*)?\"?\\s*<[^,]*");
    private static final Pattern CODED = Pattern.compile(
            "(?i)content-type:\\s*(?!text/plain).*|content-transfer-encoding:\\s*(?:base64|quoted-printable).*");

    static Body of(Text document) {
        String all = document.content();
        return switch (document.kind()) {
            case TEXT -> new Body(0, all, false, null);
            case MARKDOWN -> new Body(0, withoutComments(all), false, null);
            case MAIL -> mail(all);
        };
    }

    private static String withoutComments(String all) {
        return COMMENT.matcher(all).replaceAll(m -> Matcher.quoteReplacement(blank(m.group())));
    }

    private static String blank(String comment) {
        StringBuilder blank = new StringBuilder(comment);
        for (int i = 0; i < blank.length(); i++) {
            char c = blank.charAt(i);
            blank.setCharAt(i, c == '\n' || c == '\r' ? c : ' ');
        }
        return blank.toString();
    }

    private static Body mail(String all) {
        String them = null;
        boolean coded = false;
        boolean headers = false;
        int at = 0;
        while (at < all.length()) {
            int end = at;
            while (end < all.length() && all.charAt(end) != '\n' && all.charAt(end) != '\r') {
                end++;
            }
            int next = end + (all.startsWith("\r\n", end) ? 2 : end < all.length() ? 1 : 0);
            String line = all.substring(at, end);
            if (SEPARATOR.matcher(line).matches() || (headers && line.isBlank())) {
                at = next;
                break;
            }
            boolean folded = headers && !line.isBlank() && Character.isWhitespace(line.charAt(0));
            if (!folded && !HEADER.matcher(line).matches()) {
                break;
            }
            Matcher to = RECIPIENT.matcher(line);
            them = to.matches() ? to.group(1) : them;
            coded |= CODED.matcher(line.toLowerCase(Locale.ROOT)).matches();
            headers = true;
            at = next;
        }
        // what is packed for the way is not what its writer sees
        return coded ? new Body(all.length(), "", true, them) : new Body(at, all.substring(at), true, them);
    }
}
