package dev.toward.phrase;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Lines of a file in UTF-8, and the JSON in them. Faults are said with the line and quote nothing. */
final class JsonLines {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonLines() {}

    interface Each<T> {
        /** @param line counted from 1 */
        void take(T it, int line) throws PhraseFileException;
    }

    /** The object on each line that is not blank. */
    static void each(Path file, byte[] bytes, Each<JsonNode> each) throws PhraseFileException {
        eachText(file, bytes, (text, line) -> {
            if (!text.isBlank()) {
                each.take(json(file, line, text), line);
            }
        });
    }

    /** Each line, without its end; a mark of the encoding before the first is passed over. */
    static void eachText(Path file, byte[] bytes, Each<String> each) throws PhraseFileException {
        int line = 0;
        int at = startsWithMark(bytes) ? 3 : 0;
        while (at < bytes.length) {
            int end = at;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            line++;
            each.take(decode(file, line, ByteBuffer.wrap(bytes, at, end - at)), line);
            at = end + 1;
        }
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    private static String decode(Path file, int line, ByteBuffer bytes) throws PhraseFileException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new PhraseFileException(file, line, "expected UTF-8; save the file in that encoding");
        }
    }

    private static JsonNode json(Path file, int line, String text) throws PhraseFileException {
        try {
            JsonNode node = JSON.readTree(text);
            if (!node.isObject()) {
                throw new PhraseFileException(file, line, "expected a JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            throw new PhraseFileException(file, line, "expected one JSON object a line; it breaks at column " + column);
        }
    }
}
