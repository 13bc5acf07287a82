package dev.toward.chat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One value of a JSON file as a tree. Numbers that are no {@code long} stay text, as they are written; half characters become a
 * replacement mark; of a key that comes twice, the first value that is not empty counts.
 */
final class JsonTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int ELEMENTS_SHOWN = 5;
    private static final int CHARACTERS_SHOWN = 200;
    private static final long CHARACTERS_LOOKED_AT = 1 << 20;

    private final JsonParser parser;
    private final boolean beginning;
    private long left;

    private JsonTree(JsonParser parser, boolean beginning, long left) {
        this.parser = parser;
        this.beginning = beginning;
        this.left = left;
    }

    /** The value at the parser's token, whose last token it then stands at; null when it is larger than {@code largest} characters. */
    static @Nullable JsonNode of(JsonParser parser, long largest) throws IOException {
        JsonTree tree = new JsonTree(parser, false, largest);
        JsonToken token = parser.currentToken();
        JsonNode value = token == null ? MissingNode.getInstance() : tree.value(token);
        return tree.left < 0 ? null : value;
    }

    /**
     * What a document begins with: five elements of each array, the first 200 characters of each text, and nothing that stands
     * after the first million characters. Ends where the document is broken.
     */
    static JsonNode beginning(JsonParser parser) throws IOException {
        JsonTree tree = new JsonTree(parser, true, CHARACTERS_LOOKED_AT);
        JsonToken token = tree.next();
        return token == null ? MissingNode.getInstance() : tree.value(token);
    }

    private JsonNode value(JsonToken token) throws IOException {
        try {
            return whole(token);
        } catch (JsonProcessingException e) {
            if (!beginning) {
                throw e;
            }
            left = -1;
            return MissingNode.getInstance();
        }
    }

    private JsonNode whole(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING, VALUE_NUMBER_FLOAT -> text();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? text()
                        : NODES.numberNode(parser.getLongValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode text() throws IOException {
        String text = parser.getText();
        left -= text.length();
        if (beginning && text.length() > CHARACTERS_SHOWN) {
            text = text.substring(0, CHARACTERS_SHOWN);
        }
        return NODES.textNode(wellFormed(text));
    }

    /** Halves of characters replaced; the same object when there are none. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(c -> whole.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
        return whole.toString();
    }

    private ObjectNode object() throws IOException {
        ObjectNode object = NODES.objectNode();
        for (JsonToken token = next(); token == JsonToken.FIELD_NAME; token = next()) {
            String name = parser.currentName();
            left -= name.length() + 8L;
            token = next();
            if (token == null) {
                return object;
            }
            JsonNode before = object.get(name);
            JsonNode value = value(token);
            if ((beginning || left >= 0) && !value.isMissingNode() && (before == null || isEmpty(before))) {
                object.set(name, value);
            }
        }
        return object;
    }

    private ArrayNode array() throws IOException {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = next(); token != null && token != JsonToken.END_ARRAY; token = next()) {
            left -= 8;
            if (beginning && array.size() >= ELEMENTS_SHOWN) {
                passChildren();
                continue;
            }
            JsonNode value = value(token);
            if ((beginning || left >= 0) && !value.isMissingNode()) {
                array.add(value);
            }
        }
        return array;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || (value.isTextual() ? value.textValue().isEmpty() : value.isContainerNode() && value.isEmpty());
    }

    /** Null where the file ends, and where a beginning is long enough or broken. */
    private @Nullable JsonToken next() throws IOException {
        if (!beginning) {
            return parser.nextToken();
        }
        if (left < 0 || parser.currentLocation().getCharOffset() > CHARACTERS_LOOKED_AT) {
            left = -1;
            return null;
        }
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            left = -1;
            return null;
        }
    }

    private void passChildren() throws IOException {
        try {
            parser.skipChildren();
        } catch (JsonProcessingException e) {
            left = -1;
        }
    }
}
