package dev.toward.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The keys of a record in lower case, for programs differ in how they write them. */
final class TeamsKeys {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TeamsKeys() {}

    static JsonNode lower(JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = NODES.objectNode();
            node.properties()
                    .forEach(e -> object.putIfAbsent(e.getKey().toLowerCase(Locale.ROOT), lower(e.getValue())));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = NODES.arrayNode();
            node.forEach(element -> array.add(lower(element)));
            return array;
        }
        return node;
    }

    /** A value as text; null when it is missing or empty. */
    static @Nullable String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isValueNode() && !value.isNull() && !value.asText().isEmpty() ? value.asText() : null;
    }
}
