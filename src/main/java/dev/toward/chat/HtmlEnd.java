package dev.toward.chat;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;

/** Sees whether a document of HTML was written to its end. For one thread. */
final class HtmlEnd extends FilterReader {
    private static final String CLOSED = "</html>";
    private static final int KEPT = 64;

    private final StringBuilder last = new StringBuilder();

    HtmlEnd(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        if (count > 0) {
            int from = Math.max(0, count - KEPT);
            last.append(into, offset + from, count - from);
            last.delete(0, Math.max(0, last.length() - KEPT));
        }
        return count;
    }

    /** True once all was read and the last of it closes the document. */
    boolean isWhole() {
        return last.toString().toLowerCase(Locale.ROOT).contains(CLOSED);
    }
}
