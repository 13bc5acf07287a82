package dev.toward.chat;

import org.jspecify.annotations.Nullable;

/**
 * A line that looks like the first of a message.
 *
 * @param rest author and body, or a notice
 */
record WhatsAppHeader(Shape shape, Stamp stamp, String rest) {
    /** The header that {@code line}, without marks, begins with; null if it has none. */
    static @Nullable WhatsAppHeader of(String line) {
        if (line.length() < 10) {
            return null;
        }
        char start = line.charAt(0);
        boolean bracket = start == '[';
        int from = bracket ? 1 : 0;
        if (bracket && Marks.isSpace(line.charAt(1))) {
            from++;
        }
        if (!Character.isDigit(line.charAt(from))) {
            return null;
        }
        Stamp stamp = Stamp.at(line, from);
        if (stamp == null) {
            return null;
        }
        return bracket ? bracketed(line, stamp) : open(line, stamp);
    }

    private static @Nullable WhatsAppHeader bracketed(String line, Stamp stamp) {
        int i = spaces(line, stamp.end());
        if (i >= line.length() || line.charAt(i) != ']') {
            return null;
        }
        return new WhatsAppHeader(Shape.of(stamp, true, ' '), stamp, line.substring(spaces(line, i + 1)));
    }

    private static @Nullable WhatsAppHeader open(String line, Stamp stamp) {
        int gap = stamp.end();
        int i = spaces(line, gap);
        if (i >= line.length()) {
            return null;
        }
        char tail = line.charAt(i);
        if (i > gap && (tail == '-' || tail == '\u2013') && isSpaceOrEnd(line, i + 1)) {
            return new WhatsAppHeader(Shape.of(stamp, false, '-'), stamp, line.substring(spaces(line, i + 1)));
        }
        if (tail == ':' && isSpaceOrEnd(line, i + 1)) {
            return new WhatsAppHeader(Shape.of(stamp, false, ':'), stamp, line.substring(spaces(line, i + 1)));
        }
        // The oldest versions put a space only; then an author must follow, and IRC's <nick> is none.
        if (i > gap && tail != '<' && line.indexOf(": ", i) > 0) {
            return new WhatsAppHeader(Shape.of(stamp, false, ' '), stamp, line.substring(i));
        }
        return null;
    }

    private static boolean isSpaceOrEnd(String line, int at) {
        return at >= line.length() || Marks.isSpace(line.charAt(at));
    }

    private static int spaces(String line, int from) {
        int i = from;
        while (i < line.length() && Marks.isSpace(line.charAt(i))) {
            i++;
        }
        return i;
    }
}
