package dev.toward.phrase;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * One YAML document as a tree, with the line where each part of it begins. Anchors and aliases are refused, for a few of them can make a
 * small file endless; so are keys that stand twice, and anything deeper than a pack is.
 *
 * @param lines counted from 1, by JSON pointer; that of a field is where its name stands
 */
record YamlTree(JsonNode root, Map<String, Integer> lines) {
    private static final YAMLFactory YAML = new YAMLFactory();
    private static final int DEEPEST = 8;

    YamlTree {
        lines = Map.copyOf(lines);
    }

    /** @throws PhraseFileException with the line and never with what stands there */
    static YamlTree of(Path file, byte[] bytes) throws PhraseFileException {
        StringBuilder text = new StringBuilder();
        JsonLines.eachText(file, bytes, (line, number) -> {
            // the parser stops at some of these without a line, and counts a line for others where no editor does
            String words = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (words.codePoints().anyMatch(YamlTree::isNoYaml)) {
                throw new PhraseFileException(
                        file, number, "expected no control characters, nor other ends of lines than the usual");
            }
            text.append(words).append('\n');
        });
        try (YAMLParser parser = YAML.createParser(text.toString())) {
            return new Reading(file, parser).read();
        } catch (PhraseFileException e) {
            throw e;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new PhraseFileException(
                    file,
                    at == null ? 1 : Math.max(1, at.getLineNr()),
                    "expected YAML; it breaks at column " + (at == null ? 1 : Math.max(1, at.getColumnNr())));
        } catch (IOException e) {
            throw new IllegalStateException("a text does not fail to be read", e);
        }
    }

    private static boolean isNoYaml(int c) {
        return Character.isISOControl(c) && c != '\t' || c == 0x2028 || c == 0x2029 || c == 0xFFFE || c == 0xFFFF;
    }

    /** Goes through the tokens once. */
    private static final class Reading {
        private final Path file;
        private final YAMLParser parser;
        private final Map<String, Integer> lines = new HashMap<>();

        Reading(Path file, YAMLParser parser) {
            this.file = file;
            this.parser = parser;
        }

        YamlTree read() throws IOException {
            if (parser.nextToken() == null) {
                return new YamlTree(JsonNodeFactory.instance.nullNode(), lines);
            }
            lines.put("", line());
            JsonNode root = value("", 0);
            if (parser.nextToken() != null) {
                throw refused("expected one YAML document, and here a second begins");
            }
            return new YamlTree(root, lines);
        }

        private JsonNode value(String pointer, int depth) throws IOException {
            if (parser.isCurrentAlias() || parser.getObjectId() != null) {
                throw refused(
                        "anchors and aliases (& and *) are not read; write it out, or put the text in quotation marks");
            }
            if (depth > DEEPEST) {
                throw refused("expected no more than " + DEEPEST + " levels");
            }
            JsonNodeFactory nodes = JsonNodeFactory.instance;
            return switch (parser.currentToken()) {
                case START_OBJECT -> object(pointer, depth);
                case START_ARRAY -> array(pointer, depth);
                // a draft may well be "no": nothing in a pack is true or false
                case VALUE_STRING, VALUE_TRUE, VALUE_FALSE -> nodes.textNode(parser.getText());
                // one that an int does not hold is no number that could be meant, and may be very long
                case VALUE_NUMBER_INT ->
                    parser.getTextLength() <= 9 ? nodes.numberNode(parser.getIntValue()) : nodes.booleanNode(false);
                case VALUE_NULL -> nodes.nullNode();
                // numbers with a point, bytes: nothing in a pack is one of these
                default -> nodes.booleanNode(false);
            };
        }

        private ObjectNode object(String pointer, int depth) throws IOException {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                if (object.has(name)) {
                    throw refused("a field that stands here twice");
                }
                String field = pointer + "/" + Place.escaped(name);
                lines.put(field, line());
                parser.nextToken();
                object.set(name, value(field, depth + 1));
            }
            return object;
        }

        private ArrayNode array(String pointer, int depth) throws IOException {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                String item = pointer + "/" + array.size();
                lines.put(item, line());
                array.add(value(item, depth + 1));
            }
            return array;
        }

        private int line() {
            return parser.currentTokenLocation().getLineNr();
        }

        private PhraseFileException refused(String reason) {
            return new PhraseFileException(file, line(), reason);
        }
    }
}
