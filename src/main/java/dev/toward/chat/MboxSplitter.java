package dev.toward.chat;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mails of an mbox file one after the other, each as a stream of bytes. A mail begins at a line {@code From } that has a date,
 * comes first or after a blank line, and has a header after it: so a sentence that begins with this word begins no mail. Lines
 * may be of any length; a few kilobytes are held. For one thread.
 */
final class MboxSplitter implements Closeable {
    private static final int LONGEST_PIECE = 1 << 13;

    private static final Pattern FROM = Pattern.compile(
            "^From (?:.{0,500} )?([A-Z][a-z]{2},? {1,2}[A-Z][a-z]{2} {1,2}\\d{1,2} {1,2}\\d{1,2}:\\d{2}"
                    + "(?::\\d{2})?(?: [+-]\\d{4}| [A-Z]{1,5})? \\d{4}(?: [+-]\\d{4}| [A-Z]{1,5})?)(?: remote from .{0,200})?\\s*$");
    private static final Pattern HEADER = Pattern.compile("^>?[!-9;-~]{1,200}:.*", Pattern.DOTALL);

    /** A line with its end, or a part of a long one. */
    private record Piece(byte[] bytes, boolean startsLine, boolean endsLine) {
        boolean isBlank() {
            return startsLine && endsLine && (bytes.length == 1 || (bytes.length == 2 && bytes[0] == '\r'));
        }

        String text() {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private final Deque<Piece> ahead = new ArrayDeque<>();
    private boolean lineStarts = true;
    private boolean afterBlank = true;
    private long line;
    private long mailLine;
    private String mailDate = "";
    private @Nullable Mail mail;

    /** Takes over {@code in} and closes it. */
    MboxSplitter(InputStream in) {
        this.in = in;
    }

    /** True when a text begins as an mbox file does. */
    static boolean begins(String firstLine, String secondLine) {
        return FROM.matcher(firstLine).matches() && HEADER.matcher(secondLine).matches();
    }

    /**
     * The next mail, without its line {@code From }; null after the last. What was not read of the one before is passed over.
     * Bytes before the first mail are passed over too.
     */
    @Nullable
    InputStream next() throws IOException {
        if (mail != null) {
            mail.passRest();
            mail = null;
        }
        for (Piece piece = take(); piece != null; piece = take()) {
            if (begins(piece)) {
                mailLine = line;
                mail = new Mail();
                afterBlank = false;
                return mail;
            }
            afterBlank = piece.isBlank();
        }
        return null;
    }

    /** 1-based line on which the mail last given begins. */
    long line() {
        return mailLine;
    }

    /** The date in the mail's line {@code From }. Many archives have one and the same for all. */
    String date() {
        return mailDate;
    }

    private boolean begins(Piece piece) throws IOException {
        if (!afterBlank || !piece.startsLine() || !piece.endsLine() || !startsWith(piece.bytes(), "From ")) {
            return false;
        }
        Matcher from = FROM.matcher(piece.text().stripTrailing());
        if (!from.matches()) {
            return false;
        }
        Piece header = peek();
        if (header == null || !HEADER.matcher(header.text()).matches()) {
            return false;
        }
        mailDate = from.group(1);
        return true;
    }

    private static boolean startsWith(byte[] bytes, String start) {
        if (bytes.length < start.length()) {
            return false;
        }
        for (int i = 0; i < start.length(); i++) {
            if (bytes[i] != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Piece take() throws IOException {
        Piece piece = ahead.isEmpty() ? read() : ahead.removeFirst();
        if (piece != null && piece.startsLine()) {
            line++;
        }
        return piece;
    }

    private @Nullable Piece peek() throws IOException {
        if (ahead.isEmpty()) {
            Piece piece = read();
            if (piece != null) {
                ahead.addLast(piece);
            }
        }
        return ahead.peekFirst();
    }

    private void giveBack(Piece piece) {
        if (piece.startsLine()) {
            line--;
        }
        ahead.addFirst(piece);
    }

    private @Nullable Piece read() throws IOException {
        byte[] bytes = new byte[128];
        int length = 0;
        while (length < LONGEST_PIECE) {
            if (position == limit && !fill()) {
                break;
            }
            int end = Math.min(limit, position + LONGEST_PIECE - length);
            int stop = position;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            boolean lineEnds = stop < end;
            int more = stop - position + (lineEnds ? 1 : 0);
            if (length + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
            }
            System.arraycopy(buffer, position, bytes, length, more);
            length += more;
            position += more;
            if (lineEnds) {
                return piece(bytes, length, true);
            }
        }
        return length == 0 ? null : piece(bytes, length, false);
    }

    private Piece piece(byte[] bytes, int length, boolean lineEnds) {
        Piece piece = new Piece(Arrays.copyOf(bytes, length), lineStarts, lineEnds);
        lineStarts = lineEnds;
        return piece;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Ends before the next mail begins. */
    private final class Mail extends InputStream {
        private byte[] bytes = new byte[0];
        private int at;
        private boolean over;

        @Override
        public int read() throws IOException {
            return at < bytes.length || more() ? bytes[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at == bytes.length && !more()) {
                return -1;
            }
            int count = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, into, offset, count);
            at += count;
            return count;
        }

        private boolean more() throws IOException {
            Piece piece = over ? null : take();
            if (piece == null) {
                over = true;
                return false;
            }
            if (begins(piece)) {
                giveBack(piece);
                over = true;
                return false;
            }
            afterBlank = piece.isBlank();
            bytes = quotedFrom(piece) ? Arrays.copyOfRange(piece.bytes(), 1, piece.bytes().length) : piece.bytes();
            at = 0;
            return true;
        }

        /** {@code >From } stands for {@code From }, and {@code >>From } for {@code >From }. */
        private static boolean quotedFrom(Piece piece) {
            byte[] line = piece.bytes();
            int marks = 0;
            while (marks < line.length && line[marks] == '>') {
                marks++;
            }
            return marks > 0
                    && piece.startsLine()
                    && startsWith(Arrays.copyOfRange(line, marks, Math.min(line.length, marks + 5)), "From ");
        }

        void passRest() throws IOException {
            while (!over) {
                more();
            }
        }
    }
}
