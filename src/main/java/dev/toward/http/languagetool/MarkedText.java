package dev.toward.http.languagetool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.letter.Marks;
import dev.toward.text.Span;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text with markup, as two texts: what is read, and what was sent. Places are found in the first and told in the second, in
 * UTF-16 code units.
 */
public final class MarkedText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final String plain;
    private final String original;
    private final int[] places;
    private final @Nullable JsonNode metaData;

    private MarkedText(String plain, String original, int[] places, @Nullable JsonNode metaData) {
        this.plain = plain;
        this.original = original;
        this.places = places;
        this.metaData = metaData;
    }

    /** A text without markup. */
    public static MarkedText of(String text) {
        return of(text, null);
    }

    private static MarkedText of(String text, @Nullable JsonNode metaData) {
        Builder builder = new Builder();
        builder.text(text);
        return builder.build(metaData);
    }

    /** Reads the field {@code data}: {@code {"text": …}} or {@code {"annotation": […]}}, and {@code metaData} beside it. */
    public static MarkedText ofData(String json) throws Refused {
        JsonNode data;
        try {
            data = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new Refused("Could not parse the JSON in 'data'.");
        }
        if (data == null || !data.isObject()) {
            throw new Refused("'data' must be a JSON object with either 'text' or 'annotation'.");
        }
        boolean text = data.has("text");
        if (text == data.has("annotation")) {
            throw new Refused("'data' must have either 'text' or 'annotation', and not both.");
        }
        JsonNode metaData = data.get("metaData");
        if (text) {
            if (!data.get("text").isTextual()) {
                throw new Refused("'text' in 'data' must be a string.");
            }
            return of(data.get("text").textValue(), metaData);
        }
        if (!data.get("annotation").isArray()) {
            throw new Refused("'annotation' in 'data' must be an array.");
        }
        Builder builder = new Builder();
        for (JsonNode part : data.get("annotation")) {
            builder.part(part);
        }
        return builder.build(metaData);
    }

    /** What is read: text, and what markup is to be read as. */
    public String plain() {
        return plain;
    }

    /** What was sent: text and markup. */
    public String original() {
        return original;
    }

    /** Something that was said of the text, or null. */
    @Nullable
    JsonNode metaData(String key) {
        return metaData == null
                        || metaData.get(key) == null
                        || metaData.get(key).isNull()
                ? null
                : metaData.get(key);
    }

    /** A place of the plain text in what was sent. */
    public Span inOriginal(Span span) {
        if (span.isEmpty()) {
            int at = span.start() < places.length ? places[span.start()] : original.length();
            return new Span(at, at);
        }
        return new Span(places[span.start()], places[span.end() - 1] + 1);
    }

    /** The plain text with spaces where something was left out of what was sent; every other place stays where it was. */
    String blanked(Marks marks) {
        if (marks.isEmpty()) {
            return plain;
        }
        StringBuilder blanked = new StringBuilder(plain);
        for (int i = 0; i < places.length; i++) {
            char c = plain.charAt(i);
            if (c != '\n' && c != '\r' && marks.leavesOut(places[i])) {
                blanked.setCharAt(i, ' ');
            }
        }
        return blanked.toString();
    }

    /** True when what was sent there is just what is read there. */
    boolean isPlain(Span span) {
        return inOriginal(span).in(original).equals(span.in(plain));
    }

    /** Puts the parts together. */
    private static final class Builder {
        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder original = new StringBuilder();
        private int[] places = new int[256];

        void part(JsonNode part) throws Refused {
            boolean text = part.has("text");
            boolean markup = part.has("markup");
            if (text == markup || (text && part.has("interpretAs"))) {
                throw new Refused(
                        "Each part of 'annotation' must have either 'text', or 'markup' with or without 'interpretAs'.");
            }
            if (text) {
                text(string(part, "text"));
            } else {
                markup(string(part, "markup"), part.has("interpretAs") ? string(part, "interpretAs") : "");
            }
        }

        private static String string(JsonNode part, String field) throws Refused {
            if (!part.get(field).isTextual()) {
                throw new Refused("'" + field + "' in a part of 'annotation' must be a string.");
            }
            return part.get(field).textValue();
        }

        void text(String text) {
            room(text.length());
            for (int i = 0; i < text.length(); i++) {
                places[plain.length() + i] = original.length() + i;
            }
            plain.append(text);
            original.append(text);
        }

        void markup(String markup, String readAs) {
            int quoted = readAs.isBlank() ? quoted(markup) : markup.length();
            if (quoted == markup.length() || !readAs.isEmpty()) {
                room(readAs.length());
                Arrays.fill(places, plain.length(), plain.length() + readAs.length(), original.length());
                plain.append(readAs);
                original.append(markup, 0, quoted);
                text(markup.substring(quoted));
            } else {
                text(markup);
            }
        }

        /**
         * Where in this markup the lines begin that are quoted as mails quote, which is how editors of Markdown send quotations; its length where it is
         * anything else. Such lines are read like text: so it is known what is quoted, and that may be what is answered.
         */
        private int quoted(String markup) {
            int none = markup.length();
            if (markup.indexOf('>') < 0 || markup.indexOf('<') >= 0) {
                return none;
            }
            int first = none;
            int line = 0;
            while (line < markup.length()) {
                int end = markup.indexOf('\n', line);
                end = end < 0 ? markup.length() : end;
                int at = line;
                while (at < end && Character.isWhitespace(markup.charAt(at))) {
                    at++;
                }
                boolean opens = line > 0 || original.isEmpty() || original.charAt(original.length() - 1) == '\n';
                if (at < end && (markup.charAt(at) != '>' || !opens)) {
                    return none;
                }
                first = at < end ? Math.min(first, line) : first;
                line = end + 1;
            }
            return first;
        }

        private void room(int more) {
            if (plain.length() + more > places.length) {
                places = Arrays.copyOf(places, Math.max(2 * places.length, plain.length() + more));
            }
        }

        MarkedText build(@Nullable JsonNode metaData) {
            return new MarkedText(
                    plain.toString(), original.toString(), Arrays.copyOf(places, plain.length()), metaData);
        }
    }
}
