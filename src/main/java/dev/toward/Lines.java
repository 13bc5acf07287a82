package dev.toward;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a stream of drafts, as bytes. Never holds more than one line, nor more of it than a limit. For one thread. */
public final class Lines {
    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long number;

    /**
     * One line without its end.
     *
     * @param number counted from 1
     * @param bytes empty when it is too long
     */
    public record Line(long number, byte[] bytes, boolean isTooLong) {}

    /** @param limit the longest line that is kept, in bytes */
    public Lines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next line, or null at the end. A byte order mark before the first is dropped. */
    public @Nullable Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean tooLong = false;
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            if (line.size() + at - from > limit) {
                tooLong = true;
                line = new ByteArrayOutputStream(0);
            } else if (!tooLong) {
                line.write(buffer, from, at - from);
            }
            if (at < end) {
                at++;
                return line(line, tooLong);
            }
        }
        return any ? line(line, tooLong) : null;
    }

    private Line line(ByteArrayOutputStream line, boolean tooLong) {
        number++;
        byte[] bytes = line.toByteArray();
        boolean marked = number == 1
                && bytes.length >= 3
                && bytes[0] == (byte) 0xef
                && bytes[1] == (byte) 0xbb
                && bytes[2] == (byte) 0xbf;
        return new Line(number, marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes, tooLong);
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
