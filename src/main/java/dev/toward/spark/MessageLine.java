package dev.toward.spark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a message from a line {@code {"conversation", "id", "author", "time", "text"}}; other fields are passed over. */
final class MessageLine {
    private static final Set<String> KNOWN = Set.of("conversation", "id", "author", "time", "text");
    // names of fields are the caller's: none is kept beyond its line
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private MessageLine() {}

    static Located read(byte[] utf8, int file, long position) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        try (JsonParser parser = JSON.createParser(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(utf8))
                .toString())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Located.bad("expected an object with the fields of a message", file, position);
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (!KNOWN.contains(field)) {
                    parser.skipChildren();
                } else if (value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT) {
                    fields.put(
                            field, value == JsonToken.VALUE_STRING || !field.equals("time") ? parser.getText() : value);
                } else if (value != JsonToken.VALUE_NULL) {
                    return Located.bad("/" + field + ": expected a string", file, position);
                }
            }
            if (parser.nextToken() != null) {
                return Located.bad("not JSON: something stands after its end", file, position);
            }
        } catch (CharacterCodingException e) {
            return Located.bad("not UTF-8", file, position);
        } catch (IOException e) {
            // its message repeats what was read
            return Located.bad("not JSON", file, position);
        }
        return Located.message(
                (String) fields.get("conversation"),
                (String) fields.get("id"),
                (String) fields.get("author"),
                fields.get("time"),
                (String) fields.get("text"),
                file,
                position);
    }
}
