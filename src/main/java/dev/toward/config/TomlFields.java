package dev.toward.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.ArrayList;
import java.util.List;

/** Reads keys out of TOML. The parser gives values without their places, so {@link TomlLines} goes before it. */
final class TomlFields {
    private static final TomlMapper TOML = new TomlMapper();

    private TomlFields() {}

    static List<Field> of(String file, String text) throws ConfigException {
        List<TomlLines.Statement> statements = TomlLines.of(file, text);
        JsonNode root;
        try {
            root = TOML.readTree(text);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new ConfigException(
                    file + ", line " + line, "expected TOML, as strictness = \"gentle\", and it breaks here");
        }
        List<Field> fields = new ArrayList<>();
        for (var field : root.properties()) {
            // in the order of the statements, up to the first dotted key, which is refused
            TomlLines.Statement statement = statements.get(Math.min(fields.size(), statements.size() - 1));
            JsonNode value = field.getValue();
            if (value.isObject()) {
                throw new ConfigException(
                        file + ", line " + statement.line(),
                        "expected a value or a list of values, and this goes deeper");
            }
            List<Field.Item> items = new ArrayList<>();
            for (JsonNode item : value.isArray() ? value : List.of(value)) {
                items.add(item(item, statement.line(items.size(), value.isArray())));
            }
            fields.add(new Field(field.getKey(), statement.line(), value.isArray(), items));
        }
        return fields;
    }

    private static Field.Item item(JsonNode node, int line) {
        if (node.isTextual()) {
            return new Field.Item(Field.Form.TEXT, node.textValue(), line);
        }
        return node.isInt()
                ? new Field.Item(Field.Form.NUMBER, node.asText(), line)
                : new Field.Item(Field.Form.OTHER, "", line);
    }
}
