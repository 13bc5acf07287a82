package dev.toward.chat;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An entry of a zip that stops when it unpacks to more than text ever does. Closes the zip with it. */
final class MeasuredStream extends FilterInputStream {
    /** Chats shrink to a tenth; even one message repeated for ever stays below this, for its times differ. */
    private static final long LARGEST_RATIO = 400;

    private static final long ALWAYS_FINE = 16L << 20;

    private final Closeable zip;
    private final long packed;
    private final long largest;
    private long unpacked;

    MeasuredStream(InputStream in, Closeable zip, long packed, long largest) {
        super(in);
        this.zip = zip;
        this.packed = packed;
        this.largest = largest;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    private void count(int read) throws IOException {
        unpacked += read;
        if (unpacked > largest) {
            throw new OversizeException(SourceWalk.tooLarge(largest));
        }
        if (packed > 0 && unpacked > ALWAYS_FINE && unpacked / packed > LARGEST_RATIO) {
            throw new OversizeException(
                    "unpacks to more than " + LARGEST_RATIO + " times its size; unpack it yourself if you trust it");
        }
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            super.close();
        }
    }

    /** More came out of a zip than it may hold. */
    static final class OversizeException extends IOException {
        private static final long serialVersionUID = 1;

        OversizeException(String message) {
            super(message);
        }
    }
}
