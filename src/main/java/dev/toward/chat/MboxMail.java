package dev.toward.chat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.CharsetUtil;
import org.jspecify.annotations.Nullable;

/**
 * One mail, read from a stream: its headers, and what its writer wrote. Attachments are passed over without being decoded.
 *
 * @param words of the plain text, else of the HTML, without what is quoted
 * @param attachments whether something else is in it
 */
record MboxMail(MboxHeaders headers, String words, boolean attachments) {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_HEADERS = 10_000;
    private static final int DEEPEST = 50;
    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxLineLen(LONGEST_LINE)
            .setMaxHeaderLen(LONGEST_LINE)
            .setMaxHeaderCount(MOST_HEADERS)
            .setMaxContentLen(-1)
            .setCountLineNumbers(false)
            .build();

    /** Reads the headers alone. */
    static MboxHeaders headers(InputStream in) throws IOException, MimeException {
        MimeTokenStream tokens = tokens(in);
        MboxHeaders headers = new MboxHeaders();
        for (EntityState state = tokens.getState();
                state != EntityState.T_END_OF_STREAM && state != EntityState.T_END_HEADER;
                state = tokens.next()) {
            if (state == EntityState.T_FIELD) {
                headers.add(tokens.getField());
            }
        }
        return headers;
    }

    private static MimeTokenStream tokens(InputStream in) {
        MimeTokenStream tokens = new MimeTokenStream(CONFIG);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(in);
        return tokens;
    }

    static MboxMail of(InputStream in) throws IOException, MimeException {
        MimeTokenStream tokens = tokens(in);
        MboxHeaders headers = new MboxHeaders();
        StringBuilder plain = new StringBuilder();
        StringBuilder html = new StringBuilder();
        boolean attachments = false;
        boolean attached = false;
        boolean flowed = false;
        int depth = 0;
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            switch (state) {
                case T_START_HEADER -> {
                    attached = false;
                    flowed = false;
                }
                case T_FIELD -> {
                    String name = tokens.getField().getName().toLowerCase(Locale.ROOT);
                    if (depth == 0) {
                        headers.add(tokens.getField());
                    }
                    if (name.equals("content-disposition")) {
                        attached = MboxHeaders.body(tokens.getField())
                                .toLowerCase(Locale.ROOT)
                                .startsWith("attachment");
                    } else if (name.equals("content-type")) {
                        flowed = MboxHeaders.body(tokens.getField())
                                .toLowerCase(Locale.ROOT)
                                .contains("format=flowed");
                    }
                }
                case T_START_MULTIPART -> {
                    if (++depth > DEEPEST) {
                        throw new MimeException("more parts within parts than a mail has");
                    }
                }
                case T_END_MULTIPART -> depth--;
                case T_BODY -> {
                    String type = String.valueOf(tokens.getBodyDescriptor().getMimeType());
                    if (!attached && type.equals("text/plain") && plain.length() < LONGEST_TEXT) {
                        String text = text(tokens);
                        plain.append(flowed ? unflowed(text) : text).append('\n');
                    } else if (!attached && type.equals("text/html") && html.length() < LONGEST_TEXT) {
                        html.append(text(tokens));
                    } else {
                        attachments = true;
                    }
                }
                default -> {
                    // nothing that counts here
                }
            }
        }
        boolean plainly = !plain.toString().isBlank();
        String words =
                plainly ? MboxWords.of(plain.toString()) : html.isEmpty() ? "" : MboxWords.ofHtml(html.toString());
        return new MboxMail(headers, words, attachments);
    }

    private static String text(MimeTokenStream tokens) throws IOException {
        InputStream decoded = tokens.getDecodedInputStream();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 13];
        for (int read = decoded.read(buffer); read >= 0 && bytes.size() < LONGEST_TEXT; read = decoded.read(buffer)) {
            bytes.write(buffer, 0, read);
        }
        return decoded(bytes.toByteArray(), tokens.getBodyDescriptor());
    }

    /** In the charset that it says, if the bytes are of that charset. */
    private static String decoded(byte[] bytes, BodyDescriptor part) {
        Charset said = charset(part.getCharset());
        if (said == null || said.equals(StandardCharsets.UTF_8) || said.equals(StandardCharsets.US_ASCII)) {
            return MboxHeaders.decoded(bytes);
        }
        try {
            return said.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return MboxHeaders.decoded(bytes);
        }
    }

    private static @Nullable Charset charset(@Nullable String name) {
        return name == null ? null : CharsetUtil.lookup(name);
    }

    /** Lines that end in a space go on in the next, RFC 3676. */
    private static String unflowed(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        for (String line : text.lines().toList()) {
            whole.append(line);
            boolean goesOn = line.endsWith(" ") && !line.equals("-- ") && !line.startsWith(">");
            whole.append(goesOn ? "" : "\n");
        }
        return whole.toString();
    }
}
