package dev.toward.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads keys out of YAML, which is looked at token by token: what is deeper than a list, and every anchor and alias, ends the reading. */
final class YamlFields {
    private static final YAMLFactory YAML = new YAMLFactory();

    private final String file;
    private final YAMLParser parser;

    private YamlFields(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static List<Field> of(String file, String text) throws ConfigException {
        try (YAMLParser parser = YAML.createParser(text)) {
            return new YamlFields(file, parser).read();
        } catch (ConfigException e) {
            throw e;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            int line = at == null ? 1 : Math.max(1, at.getLineNr());
            throw new ConfigException(file + ", line " + line, "expected YAML, and it breaks here");
        } catch (IOException e) {
            throw new IllegalStateException("a text does not fail to be read", e);
        }
    }

    private List<Field> read() throws IOException {
        List<Field> fields = new ArrayList<>();
        JsonToken first = parser.nextToken();
        if (first == null) {
            return fields;
        }
        plain();
        if (first == JsonToken.VALUE_NULL && parser.nextToken() == null) {
            return fields;
        }
        if (first != JsonToken.START_OBJECT) {
            throw refused("expected keys and values, as strictness: gentle");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int line = line();
            if (fields.stream().anyMatch(f -> f.name().equals(name))) {
                throw refused("expected it once, and it is there twice");
            }
            JsonToken value = parser.nextToken();
            plain();
            if (value == JsonToken.START_ARRAY) {
                List<Field.Item> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(item());
                }
                fields.add(new Field(name, line, true, items));
            } else {
                fields.add(new Field(name, line, false, List.of(item())));
            }
        }
        if (parser.nextToken() != null) {
            throw refused("expected one YAML document, and here a second begins");
        }
        return fields;
    }

    private Field.Item item() throws IOException {
        plain();
        return switch (parser.currentToken()) {
            case START_OBJECT, START_ARRAY ->
                throw refused("expected a value or a list of values, and this goes deeper");
            case VALUE_STRING -> new Field.Item(Field.Form.TEXT, parser.getText(), line());
            case VALUE_NUMBER_INT ->
                // a number of many digits is none that could be meant
                new Field.Item(Field.Form.NUMBER, parser.getTextLength() <= 9 ? parser.getText() : "", line());
            default -> new Field.Item(Field.Form.OTHER, "", line());
        };
    }

    private void plain() throws IOException {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            throw refused("anchors and aliases (& and *) are not read; write it out");
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private ConfigException refused(String reason) {
        return new ConfigException(file + ", line " + line(), reason);
    }
}
