package dev.toward.chat;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a JSON file as characters, that can go back to where the record after a broken one begins.
 * Holds the lines of one record, 1 MiB at most. For one thread.
 */
final class JsonLinesFeed extends Reader {
    private static final int KEPT = 1 << 20;

    /** Characters given out twice; a file made of nothing but broken records would be read a thousand times over. */
    private static final long MOST_AGAIN = 64L << 20;

    /** A line, or a piece of a long one; {@code whole} is false for a piece that starts within a line. */
    private record Piece(String text, long line, boolean whole) {}

    private final Lines lines;
    private final Deque<Piece> given = new ArrayDeque<>();
    private final Deque<Piece> again = new ArrayDeque<>();
    private long givenLength;

    /** Characters given out before the first piece that is kept, since the beginning or the last {@link #toRecord}. */
    private long givenBefore;

    private long givenAgain;
    private boolean whole = true;
    private String piece = "";
    private int position;
    private int indent = -1;
    private boolean atEnd;

    JsonLinesFeed(Lines lines) {
        this.lines = lines;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int filled = 0;
        while (filled < length) {
            if (position == piece.length()) {
                Piece next = next();
                if (next == null) {
                    break;
                }
                give(next);
            }
            int count = Math.min(length - filled, piece.length() - position);
            piece.getChars(position, position + count, into, offset + filled);
            position += count;
            filled += count;
        }
        atEnd |= filled == 0 && length > 0;
        return filled == 0 && length > 0 ? -1 : filled;
    }

    private void give(Piece next) {
        piece = next.text();
        position = 0;
        given.addLast(next);
        givenLength += piece.length();
        while (givenLength > KEPT && given.size() > 1) {
            forgetFirst();
        }
    }

    private void forgetFirst() {
        int length = given.removeFirst().text().length();
        givenLength -= length;
        givenBefore += length;
    }

    /**
     * The 1-based line of a character, counted from the beginning or the last {@link #toRecord}; the nearest that is kept. A parser's own
     * count passes over line ends within texts.
     */
    long lineAt(long offset) {
        long end = givenBefore;
        for (Piece one : given) {
            end += one.text().length();
            if (offset < end) {
                return one.line();
            }
        }
        Piece last = given.peekLast();
        return last == null ? 1 : last.text().endsWith("\n") ? last.line() + 1 : last.line();
    }

    private @Nullable Piece next() throws IOException {
        Piece waiting = again.pollFirst();
        if (waiting != null) {
            return waiting;
        }
        String text = lines.next();
        if (text == null) {
            return null;
        }
        String legal = legal(text);
        Piece next = new Piece(lines.ended() ? legal + "\n" : legal, lines.number(), whole);
        whole = lines.ended();
        return next;
    }

    /** Telegram writes control characters as {@code \\x0C}, which JSON does not know. */
    private static String legal(String text) {
        int at = text.indexOf("\\x");
        if (at < 0) {
            return text;
        }
        StringBuilder legal = new StringBuilder(text.length() + 16);
        int copied = 0;
        for (int i = text.indexOf('\\'); i >= 0 && i + 1 < text.length(); i = text.indexOf('\\', i + 2)) {
            if (text.charAt(i + 1) == 'x'
                    && i + 3 < text.length()
                    && Character.digit(text.charAt(i + 2), 16) >= 0
                    && Character.digit(text.charAt(i + 3), 16) >= 0) {
                legal.append(text, copied, i).append("\\u00").append(text, i + 2, i + 4);
                copied = i + 4;
            }
        }
        return legal.append(text, copied, text.length()).toString();
    }

    /** A record begins on {@code line}: what stood before need not be kept. */
    void begin(long line) {
        while (given.size() > 1 && given.getFirst().line() < line) {
            forgetFirst();
        }
        Piece first = given.peekFirst();
        indent = first != null && first.line() == line && first.whole() ? opening(first.text()) : -1;
    }

    /** Spaces before a line that opens a record; -1 when it does not. */
    private static int opening(String text) {
        int start = indent(text);
        return brace(text, start) < 0 && !text.startsWith("[", start) ? -1 : start;
    }

    private static int indent(String text) {
        int start = 0;
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
            start++;
        }
        return start;
    }

    /** Where the record opens in a line, after the end of the one before if need be; -1 if none does. */
    private static int brace(String text, int start) {
        int i = start;
        while (i < text.length() && (text.charAt(i) == '}' || text.charAt(i) == ',' || text.charAt(i) == ' ')) {
            i++;
        }
        return text.startsWith("{", i) ? i : -1;
    }

    /**
     * Goes to the first line, not before {@code from}, that opens a record in the way of the one last begun, or closes the array
     * of records.
     *
     * @return the line from which characters now come; 0 if there is none, or too much was read again
     */
    long toRecord(long from) throws IOException {
        while (!given.isEmpty() && given.getLast().line() >= from) {
            Piece back = given.removeLast();
            again.addFirst(back);
            givenAgain += back.text().length();
        }
        given.clear();
        givenLength = 0;
        givenBefore = 0;
        piece = "";
        position = 0;
        if (indent < 0 || givenAgain > MOST_AGAIN) {
            return 0;
        }
        for (Piece next = next(); next != null; next = next()) {
            if (!next.whole() || next.line() < from) {
                continue;
            }
            int start = indent(next.text());
            int brace = start == indent ? brace(next.text(), start) : -1;
            boolean closes = start < indent && next.text().startsWith("]", start);
            if (brace >= 0 || closes) {
                again.addFirst(new Piece(
                        " ".repeat(start) + next.text().substring(closes ? start : brace), next.line(), true));
                return next.line();
            }
        }
        return 0;
    }

    /** True once characters were asked for beyond the last. */
    boolean isAtEnd() {
        return atEnd && again.isEmpty();
    }

    /** How many lines so far were no UTF-8. */
    long odd() {
        return lines.odd();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
