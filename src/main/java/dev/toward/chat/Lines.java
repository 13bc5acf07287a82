package dev.toward.chat;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file whose encoding nobody stated: UTF-16 where a byte order mark says so, else UTF-8, and windows-1252 for
 * each single line that is no UTF-8. Lines end at LF, CR or CR LF, never at U+0085 or U+2028, which occur inside messages. For
 * one thread.
 */
final class Lines implements Closeable {
    /** Bytes; a longer line comes in pieces. */
    static final int LONGEST = 1 << 20;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private byte[] line = new byte[1 << 10];
    private long number;
    private boolean ended = true;
    private long odd;

    private Lines(InputStream in) {
        this.in = in;
    }

    /** Takes over {@code in} and closes it. */
    static Lines of(InputStream in) throws IOException {
        PushbackInputStream start = new PushbackInputStream(in, 3);
        byte[] mark = start.readNBytes(3);
        if (mark.length >= 2 && mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE) {
            start.unread(mark, 2, mark.length - 2);
            return new Lines(new Utf16AsUtf8(start, StandardCharsets.UTF_16LE));
        }
        if (mark.length >= 2 && mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF) {
            start.unread(mark, 2, mark.length - 2);
            return new Lines(new Utf16AsUtf8(start, StandardCharsets.UTF_16BE));
        }
        if (!(mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF)) {
            start.unread(mark);
        }
        return new Lines(start);
    }

    /** The next line without its end, or the next piece of a long one; null after the last. */
    @Nullable
    String next() throws IOException {
        int length = 0;
        while (true) {
            if (position == limit && !fill()) {
                if (length == 0) {
                    return null;
                }
                begin();
                ended = true;
                return text(length);
            }
            int end = Math.min(limit, position + LONGEST - length);
            int stop = position;
            while (stop < end && buffer[stop] != '\n' && buffer[stop] != '\r') {
                stop++;
            }
            length = append(length, stop);
            if (stop < end) {
                begin();
                ended = true;
                passLineEnd();
                return text(length);
            }
            if (length >= LONGEST) {
                begin();
                ended = false;
                return text(finishCharacter(length));
            }
        }
    }

    private void begin() {
        if (ended) {
            number++;
        }
    }

    private int append(int length, int stop) {
        int more = stop - position;
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, line.length * 2));
        }
        System.arraycopy(buffer, position, line, length, more);
        position = stop;
        return length + more;
    }

    private void passLineEnd() throws IOException {
        boolean carriageReturn = buffer[position++] == '\r';
        if (carriageReturn && (position < limit || fill()) && buffer[position] == '\n') {
            position++;
        }
    }

    /** Takes the rest of a character that the limit fell into. */
    private int finishCharacter(int length) throws IOException {
        int all = length;
        for (int more = 0; more < 3 && (position < limit || fill()) && (buffer[position] & 0xC0) == 0x80; more++) {
            all = append(all, position + 1);
        }
        return all;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        return limit > 0;
    }

    private String text(int length) {
        String text = new String(line, 0, length, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') < 0 || isUtf8(length)) {
            return text;
        }
        odd++;
        return new String(line, 0, length, WINDOWS_1252);
    }

    private boolean isUtf8(int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** 1-based number of the line last given. */
    long number() {
        return number;
    }

    /** False when the line last given goes on in the next piece. */
    boolean ended() {
        return ended;
    }

    /** How many lines so far were no UTF-8. */
    long odd() {
        return odd;
    }

    /** Goes to the end of the line last given. */
    void passRest() throws IOException {
        boolean more = !ended;
        while (more) {
            more = next() != null && !ended;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
