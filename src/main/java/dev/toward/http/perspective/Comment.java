package dev.toward.http.perspective;

import dev.toward.text.Span;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A text as it was given, and as it is read: HTML without its tags. Places are found in the second and told in the first, in
 * UTF-16 code units.
 */
final class Comment {
    private static final Set<String> BREAKS = Set.of(
            "p",
            "/p",
            "br",
            "br/",
            "div",
            "/div",
            "li",
            "/li",
            "blockquote",
            "/blockquote",
            "tr",
            "/tr",
            "h1",
            "/h1",
            "h2",
            "/h2",
            "h3",
            "/h3");
    private static final Set<String> UNREAD = Set.of("script", "style");
    private static final Map<String, String> ENTITIES = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "rsquo", "\u2019", "lsquo",
            "\u2018", "hellip", "\u2026");
    private static final int LONGEST_ENTITY = 8;

    private final String given;
    private final StringBuilder read = new StringBuilder();
    private int[] places = new int[64];

    private Comment(String given) {
        this.given = given;
    }

    static Comment plain(String text) {
        Comment comment = new Comment(text);
        for (int i = 0; i < text.length(); i++) {
            comment.add(text.charAt(i), i);
        }
        return comment;
    }

    static Comment html(String html) {
        Comment comment = new Comment(html);
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<' && html.indexOf('>', at) > 0) {
                at = comment.tag(at);
            } else if (c == '&') {
                at = comment.entity(at);
            } else {
                comment.add(c, at++);
            }
        }
        return comment;
    }

    private int tag(int at) {
        int end = given.indexOf('>', at);
        String name = given.substring(at + 1, end).strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        if (UNREAD.contains(name)) {
            int close = given.toLowerCase(Locale.ROOT).indexOf("</" + name, end);
            end = close < 0 ? given.length() - 1 : Math.max(close, given.indexOf('>', close));
        }
        if (BREAKS.contains(name) && !read.isEmpty()) {
            add('\n', at);
        }
        return end + 1;
    }

    private int entity(int at) {
        int end = given.indexOf(';', at);
        if (end > at + 1 && end - at <= LONGEST_ENTITY + 1) {
            String name = given.substring(at + 1, end);
            String value = ENTITIES.get(name);
            if (value == null && name.matches("#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,5}")) {
                int code = name.charAt(1) == 'x' || name.charAt(1) == 'X'
                        ? Integer.parseInt(name.substring(2), 16)
                        : Integer.parseInt(name.substring(1));
                value = Character.isValidCodePoint(code) ? Character.toString(code) : "\uFFFD";
            }
            if (value != null) {
                for (int i = 0; i < value.length(); i++) {
                    add(value.charAt(i), at);
                }
                return end + 1;
            }
        }
        add('&', at);
        return at + 1;
    }

    private void add(char c, int place) {
        if (read.length() == places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        places[read.length()] = place;
        read.append(c);
    }

    String text() {
        return read.toString();
    }

    /** A place that was read, not empty, in the text as given. */
    Span given(Span span) {
        int last = places[span.end() - 1];
        int end = span.end() < read.length()
                ? Math.max(last + 1, Math.min(places[span.end()], endOf(last)))
                : endOf(last);
        return new Span(places[span.start()], end);
    }

    private int endOf(int place) {
        if (given.charAt(place) == '&' && read.length() < given.length()) {
            int end = given.indexOf(';', place);
            return end > place && end - place <= LONGEST_ENTITY + 1 ? end + 1 : place + 1;
        }
        return place + 1;
    }
}
