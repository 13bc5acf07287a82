package dev.toward.chat;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;

/** Sees whether a document of HTML was written to its end, and ends it early where more was read than may be kept. For one thread. */
final class HtmlEnd extends FilterReader {
    private static final String CLOSED = "</html>";
    private static final int KEPT = 64;

    private final StringBuilder last = new StringBuilder();
    private final long most;
    private long held;
    private boolean stopped;

    /** @param most characters that may be read before it is told that they were let go */
    HtmlEnd(Reader in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (stopped || held > most) {
            stopped = true;
            return -1;
        }
        int count = super.read(into, offset, length);
        if (count > 0) {
            held += count;
            int from = Math.max(0, count - KEPT);
            last.append(into, offset + from, count - from);
            last.delete(0, Math.max(0, last.length() - KEPT));
        }
        return count;
    }

    /** Characters read since the last were let go. */
    long held() {
        return held;
    }

    void letGo() {
        held = 0;
    }

    /** Nothing more is read. */
    void stop() {
        stopped = true;
    }

    /** True once somebody asked for more than may be read. */
    boolean isStopped() {
        return stopped;
    }

    /** True once all was read and the last of it closes the document. */
    boolean isWhole() {
        return last.toString().toLowerCase(Locale.ROOT).contains(CLOSED);
    }
}
