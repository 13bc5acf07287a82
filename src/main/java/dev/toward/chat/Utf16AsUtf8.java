package dev.toward.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The bytes of a UTF-16 file as UTF-8, so that lines need one reader only. Half characters become a replacement mark. */
final class Utf16AsUtf8 extends InputStream {
    private final Reader reader;
    private final char[] characters = new char[1 << 13];
    private byte[] bytes = new byte[0];
    private int position;
    private int carried;

    Utf16AsUtf8(InputStream in, Charset charset) {
        this.reader = new InputStreamReader(in, charset);
    }

    @Override
    public int read() throws IOException {
        return position < bytes.length || fill() ? bytes[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == bytes.length && !fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, into, offset, count);
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        position = 0;
        int count = reader.read(characters, carried, characters.length - carried);
        int filled = carried + Math.max(0, count);
        boolean half = count > 0 && Character.isHighSurrogate(characters[filled - 1]);
        int whole = half ? filled - 1 : filled;
        bytes = new String(characters, 0, whole).getBytes(StandardCharsets.UTF_8);
        carried = half ? 1 : 0;
        if (half) {
            characters[0] = characters[filled - 1];
        }
        return bytes.length > 0 || (half && fill());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
