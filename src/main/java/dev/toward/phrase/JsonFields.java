package dev.toward.phrase;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an object whose form is strict. What is wrong is thrown as a {@link FieldFault}. */
final class JsonFields {
    private JsonFields() {}

    /** @param within the way to the object with a dot at its end, as {@code example.}, or the empty text */
    static void are(String within, @Nullable JsonNode node, List<String> needed, List<String> allowed) {
        if (node == null || !node.isObject()) {
            String name = within.isEmpty() ? "" : within.substring(0, within.length() - 1) + ": ";
            throw new FieldFault(pointer(within), name + "expected an object");
        }
        for (String field : needed) {
            if (!node.has(field)) {
                throw FieldFault.of(within + field, "missing");
            }
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!needed.contains(name) && !allowed.contains(name)) {
                throw new FieldFault(
                        pointer(within) + "/" + Place.escaped(name),
                        "a field that is not known; expected " + String.join(", ", needed)
                                + (allowed.isEmpty() ? "" : ", " + String.join(", ", allowed)));
            }
        }
    }

    private static String pointer(String within) {
        return within.isEmpty()
                ? ""
                : "/" + within.substring(0, within.length() - 1).replace('.', '/');
    }

    /** A text in one line. */
    static String line(String field, @Nullable JsonNode node) {
        String text = text(field, node);
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw FieldFault.of(field, "expected a text in one line");
        }
        return text;
    }

    /** A text of any number of lines. */
    static String text(String field, @Nullable JsonNode node) {
        if (node == null || !node.isTextual() || node.textValue().isBlank()) {
            throw FieldFault.of(field, "expected a text that is not blank");
        }
        return node.textValue();
    }

    static <E extends Enum<E>> E tag(String field, JsonNode node, TagKind<E> kind) {
        return tag("/" + field.replace('.', '/'), field, node.isTextual() ? node.textValue() : "", kind);
    }

    static <E extends Enum<E>> E tag(String pointer, String field, String id, TagKind<E> kind) {
        try {
            return kind.of(id);
        } catch (IllegalArgumentException e) {
            throw new FieldFault(pointer, field + ": " + e.getMessage());
        }
    }

    static <E extends Enum<E>> Set<E> tags(String field, JsonNode node, TagKind<E> kind) {
        if (!node.isArray()) {
            throw FieldFault.of(field, "expected a list");
        }
        Set<E> tags = EnumSet.noneOf(kind.type());
        for (int i = 0; i < node.size(); i++) {
            String pointer = "/" + field + "/" + i;
            JsonNode item = node.get(i);
            if (!tags.add(tag(pointer, field, item.isTextual() ? item.textValue() : "", kind))) {
                throw new FieldFault(pointer, field + ": expected each once");
            }
        }
        return tags;
    }
}
