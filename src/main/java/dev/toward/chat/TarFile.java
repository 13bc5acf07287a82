package dev.toward.chat;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A tar, plain or within gzip: what is in it, and each file as a stream. Nothing is unpacked to disk. */
final class TarFile {
    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 1 << 16;

    /** A plain file in it. */
    record Entry(String name, long size) {}

    private TarFile() {}

    static boolean isNamed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".tar") || lower.endsWith(".tar.gz") || lower.endsWith(".tgz");
    }

    /** What is in a tar; of one that is cut off, what is whole. */
    static List<Entry> entries(Path path) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (InputStream in = stream(path)) {
            for (Entry entry = next(in); entry != null; entry = next(in)) {
                try {
                    in.skipNBytes(padded(entry.size()));
                } catch (EOFException e) {
                    if (entries.isEmpty()) {
                        entries.add(entry);
                    }
                    return entries;
                }
                entries.add(entry);
            }
        }
        return entries;
    }

    /** The bytes of the first file of that name. */
    static InputStream open(Path path, String name) throws IOException {
        InputStream in = stream(path);
        try {
            for (Entry entry = next(in); entry != null; entry = next(in)) {
                if (entry.name().equals(name)) {
                    return new Part(in, entry.size());
                }
                in.skipNBytes(padded(entry.size()));
            }
            throw new IOException("an entry is gone; the tar changed while it was read");
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static InputStream stream(Path path) throws IOException {
        InputStream file = Files.newInputStream(path);
        try {
            BufferedInputStream in = new BufferedInputStream(file, 1 << 16);
            in.mark(2);
            boolean packed = in.read() == 0x1F && in.read() == 0x8B;
            in.reset();
            return packed ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16)) : in;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static long padded(long size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }

    /** Goes to the next plain file; null at the end. */
    private static @Nullable Entry next(InputStream in) throws IOException {
        String longName = null;
        long longSize = -1;
        while (true) {
            byte[] header = in.readNBytes(BLOCK);
            if (header.length < BLOCK || header[0] == 0) {
                return null;
            }
            if (!isHeader(header)) {
                throw new IOException("no header of a tar where one should be");
            }
            long size = longSize >= 0 ? longSize : number(header, 124, 12);
            char kind = (char) header[156];
            if (size < 0) {
                throw new IOException("a size that cannot be");
            }
            if (kind == 'L' || kind == 'x') {
                byte[] more = size > LONGEST_NAME ? new byte[0] : in.readNBytes((int) size);
                in.skipNBytes(padded(size) - more.length);
                String text = new String(more, StandardCharsets.UTF_8);
                if (kind == 'L') {
                    int end = text.indexOf('\0');
                    longName = end < 0 ? text : text.substring(0, end);
                } else {
                    String path = field(text, "path");
                    String real = field(text, "size");
                    longName = path == null ? longName : path;
                    longSize = real == null || !real.matches("\\d{1,15}") ? -1 : Long.parseLong(real);
                }
                continue;
            }
            String name = longName == null ? name(header) : longName;
            if (kind == '0' || kind == 0 || kind == '7') {
                return new Entry(name, size);
            }
            in.skipNBytes(padded(size));
            longName = null;
            longSize = -1;
        }
    }

    /** The value of a line {@code length key=value}. */
    private static @Nullable String field(String lines, String key) {
        for (String line : lines.split("\n", -1)) {
            int space = line.indexOf(' ');
            if (space > 0 && line.startsWith(key + "=", space + 1)) {
                return line.substring(space + key.length() + 2);
            }
        }
        return null;
    }

    private static String name(byte[] header) {
        String name = text(header, 0, 100);
        boolean ustar = text(header, 257, 5).equals("ustar");
        String prefix = ustar ? text(header, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    /** The sum of its bytes stands in it. */
    private static boolean isHeader(byte[] header) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xFF;
        }
        return sum == number(header, 148, 8);
    }

    /** Octal, or binary for what is larger; -1 for anything else. */
    private static long number(byte[] header, int from, int length) {
        if ((header[from] & 0x80) != 0) {
            long value = 0;
            for (int i = from + length - 8; i < from + length; i++) {
                value = (value << 8) | (header[i] & 0xFF);
            }
            return value;
        }
        String octal = text(header, from, length).strip();
        return octal.matches("[0-7]{1,15}") ? Long.parseLong(octal, 8) : -1;
    }

    /** One file of a tar; closes the tar with it. A tar that ends within it is cut off. */
    private static final class Part extends FilterInputStream {
        private long left;

        Part(InputStream tar, long size) {
            super(tar);
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = super.read(into, offset, (int) Math.min(length, left));
            if (read < 0) {
                throw new EOFException("the tar is cut off");
            }
            left -= read;
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            return 0;
        }

        @Override
        public int available() {
            return 0;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
