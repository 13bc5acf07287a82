package dev.toward.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A stream of lines that waits no longer for the rest of one than a person would. Between lines nothing is counted, and in one only
 * what is waited for: who is not read from cannot send. For one thread.
 */
final class LineClock extends FilterInputStream {
    private final Duration patience;
    private boolean begun;
    private long waited;

    /** Told when a line did not come to its end in time. */
    static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1;

        private TooSlow() {
            super("a line did not come to its end in time");
        }
    }

    /** @param patience for the rest of a line that has begun */
    LineClock(InputStream in, Duration patience) {
        super(in);
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        long began = System.nanoTime();
        int n = super.read(buffer, from, length);
        if (begun) {
            waited += System.nanoTime() - began;
        }
        for (int i = from; i < from + n; i++) {
            if (buffer[i] == '\n') {
                waited = 0;
            }
        }
        if (n > 0) {
            begun = buffer[from + n - 1] != '\n';
        }
        if (waited > patience.toNanos()) {
            throw new TooSlow();
        }
        return n;
    }
}
