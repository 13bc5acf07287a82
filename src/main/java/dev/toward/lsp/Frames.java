package dev.toward.lsp;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets through frames that are whole, of a size that can be held, and an object of JSON, each under a header of its own making. Anything else
 * is passed over, so that one broken frame costs no more than itself. For one thread.
 */
final class Frames {
    /** A frame of JSON that holds a text of some 10 million characters, escapes and all, is within this. */
    private static final int MOST_BYTES = 32 << 20;

    private static final int LONGEST_LINE = 4096;
    private static final Pattern LENGTH = Pattern.compile("content-length\\s*:\\s*([0-9]{1,18})\\s*");

    private final InputStream in;
    private final Consumer<String> log;

    private Frames(InputStream in, Consumer<String> log) {
        this.in = in;
        this.log = log;
    }

    /** @param log is told of what is passed over, without a word of it */
    static InputStream of(InputStream in, Consumer<String> log) {
        Frames frames = new Frames(in, log);
        return new SequenceInputStream(new Enumeration<>() {
            private @Nullable InputStream next;

            @Override
            public boolean hasMoreElements() {
                if (next == null) {
                    next = frames.next();
                }
                return next != null;
            }

            @Override
            public InputStream nextElement() {
                InputStream frame = hasMoreElements() ? next : null;
                if (frame == null) {
                    throw new NoSuchElementException();
                }
                next = null;
                return frame;
            }
        });
    }

    /** The next whole frame; null when no more come. */
    private @Nullable InputStream next() {
        try {
            long length = -1;
            while (true) {
                String line = line();
                if (line == null) {
                    return null;
                }
                Matcher given = LENGTH.matcher(line.toLowerCase(Locale.ROOT));
                if (given.matches()) {
                    length = Long.parseLong(given.group(1));
                } else if (line.isEmpty() && length > MOST_BYTES) {
                    log.accept("a message of more than " + (MOST_BYTES >> 20) + " MiB was passed over");
                    in.skipNBytes(length);
                    length = -1;
                } else if (line.isEmpty() && length > 0) {
                    byte[] body = in.readNBytes((int) length);
                    if (body.length < length) {
                        return null;
                    }
                    if (isObject(body)) {
                        return framed(body);
                    }
                    log.accept("a message that is no object of JSON was passed over");
                    length = -1;
                } else if (line.isEmpty()) {
                    log.accept("a message without a length was passed over");
                    length = -1;
                }
            }
        } catch (IOException e) {
            // the other end is gone
            return null;
        }
    }

    private static boolean isObject(byte[] body) {
        try (JsonReader json =
                new JsonReader(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8))) {
            if (json.peek() != JsonToken.BEGIN_OBJECT) {
                return false;
            }
            json.skipValue();
            return json.peek() == JsonToken.END_DOCUMENT;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static InputStream framed(byte[] body) {
        byte[] head = ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        return new SequenceInputStream(new ByteArrayInputStream(head), new ByteArrayInputStream(body));
    }

    /** A line of a header, without what ends it; null at the end of the stream. Of a very long one only the beginning. */
    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        if (b < 0) {
            return null;
        }
        while (b >= 0 && b != '\n') {
            if (line.size() < LONGEST_LINE) {
                line.write(b);
            }
            b = in.read();
        }
        String read = line.toString(StandardCharsets.ISO_8859_1);
        return read.endsWith("\r") ? read.substring(0, read.length() - 1) : read;
    }
}
