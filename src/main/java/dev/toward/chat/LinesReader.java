package dev.toward.chat;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** {@link Lines} as characters, for a parser that wants a stream; every line ends with a line feed. */
final class LinesReader extends Reader {
    private final Lines lines;
    private String piece = "";
    private int position;

    LinesReader(Lines lines) {
        this.lines = lines;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == piece.length()) {
            @Nullable String next = lines.next();
            if (next == null) {
                return -1;
            }
            piece = lines.ended() ? next + "\n" : next;
            position = 0;
            if (piece.isEmpty()) {
                return read(into, offset, length);
            }
        }
        int count = Math.min(length, piece.length() - position);
        piece.getChars(position, position + count, into, offset);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
