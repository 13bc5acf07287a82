package dev.toward.phrase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The JSON form of a phrase. Every field must be there and no other; reasons name the field and never quote what was in it. */
final class PhraseJson {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Pattern NUMBERED = Pattern.compile("[a-z][a-z-]*-[0-9]{3,}");
    private static final List<String> FIELDS = List.of(
            "id",
            "text",
            "gesture",
            "bids",
            "situations",
            "heals",
            "registers",
            "relationships",
            "slots",
            "sorts",
            "intensity",
            "length",
            "reach",
            "example",
            "note");

    private PhraseJson() {}

    /** @throws IllegalArgumentException with the field and what was expected in it */
    static Phrase phrase(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("expected a JSON object");
        }
        fieldsAre("", node, FIELDS);
        Gesture gesture = one("gesture", node.get("gesture"), Gesture.class, Gesture::id);
        String id = string("id", node.get("id"));
        if (!id.startsWith(gesture.id() + "/")
                || !NUMBERED.matcher(id.substring(gesture.id().length() + 1)).matches()) {
            throw new IllegalArgumentException("id: expected " + gesture.id() + "/family-001 or the like");
        }
        return new Phrase(
                id,
                string("text", node.get("text")),
                gesture,
                set("bids", node.get("bids"), BidKind.class, BidKind::id),
                set("situations", node.get("situations"), Situation.class, Situation::id),
                set("heals", node.get("heals"), Tactic.class, Tactic::id),
                set("registers", node.get("registers"), Register.class, Register::id),
                set("relationships", node.get("relationships"), Relationship.class, Relationship::id),
                set("slots", node.get("slots"), Slot.class, Slot::id),
                set("sorts", node.get("sorts"), Sort.class, Sort::id),
                one("intensity", node.get("intensity"), Intensity.class, Intensity::id),
                one("length", node.get("length"), Length.class, Length::id),
                one("reach", node.get("reach"), Reach.class, Reach::id),
                example(node.get("example")),
                node.get("note").isNull() ? null : string("note", node.get("note")));
    }

    /** The form that goes into an index and into digests: the same phrase always gives the same text. */
    static String text(Phrase phrase) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", phrase.id());
        node.put("text", phrase.text());
        node.put("gesture", phrase.gesture().id());
        put(node.putArray("bids"), phrase.bids(), BidKind::id);
        put(node.putArray("situations"), phrase.situations(), Situation::id);
        put(node.putArray("heals"), phrase.heals(), Tactic::id);
        put(node.putArray("registers"), phrase.registers(), Register::id);
        put(node.putArray("relationships"), phrase.relationships(), Relationship::id);
        put(node.putArray("slots"), phrase.slots(), Slot::id);
        put(node.putArray("sorts"), phrase.sorts(), Sort::id);
        node.put("intensity", phrase.intensity().id());
        node.put("length", phrase.length().id());
        node.put("reach", phrase.reach().id());
        ObjectNode example = node.putObject("example");
        example.put("context", phrase.example().context());
        ObjectNode fillings = example.putObject("slots");
        phrase.example().slots().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> fillings.put(e.getKey().id(), e.getValue()));
        node.put("note", phrase.note());
        return node.toString();
    }

    static Phrase phrase(String text) {
        try {
            return phrase(JSON.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <E extends Enum<E>> void put(ArrayNode array, Collection<E> tags, Function<E, String> id) {
        tags.stream().sorted().map(id).forEach(array::add);
    }

    private static Phrase.Example example(JsonNode node) {
        fieldsAre("example.", node, List.of("context", "slots"));
        JsonNode slots = node.get("slots");
        if (!slots.isObject()) {
            throw new IllegalArgumentException("example.slots: expected an object");
        }
        Map<Slot, String> fillings = new EnumMap<>(Slot.class);
        for (Map.Entry<String, JsonNode> entry : slots.properties()) {
            fillings.put(
                    tag("example.slots", entry.getKey(), Slot.class, Slot::id),
                    string("example.slots", entry.getValue()));
        }
        return new Phrase.Example(string("example.context", node.get("context")), fillings);
    }

    private static void fieldsAre(String within, JsonNode node, List<String> fields) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(within + " expected an object");
        }
        for (String field : fields) {
            if (!node.has(field)) {
                throw new IllegalArgumentException(within + field + ": missing");
            }
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            if (!fields.contains(names.next())) {
                throw new IllegalArgumentException("a field that is not known; expected " + String.join(", ", fields));
            }
        }
    }

    private static String string(String field, @Nullable JsonNode node) {
        if (node == null || !node.isTextual() || node.textValue().isBlank()) {
            throw new IllegalArgumentException(field + ": expected a text that is not blank");
        }
        String text = node.textValue();
        if (text.codePoints().anyMatch(Character::isISOControl) && !field.equals("example.context")) {
            throw new IllegalArgumentException(field + ": expected a text in one line");
        }
        return text;
    }

    private static <E extends Enum<E>> E one(String field, JsonNode node, Class<E> kind, Function<E, String> id) {
        return tag(field, node.isTextual() ? node.textValue() : "", kind, id);
    }

    private static <E extends Enum<E>> Set<E> set(String field, JsonNode node, Class<E> kind, Function<E, String> id) {
        if (!node.isArray()) {
            throw new IllegalArgumentException(field + ": expected a list");
        }
        Set<E> tags = EnumSet.noneOf(kind);
        for (JsonNode item : node) {
            if (!tags.add(one(field, item, kind, id))) {
                throw new IllegalArgumentException(field + ": expected each once");
            }
        }
        return tags;
    }

    private static <E extends Enum<E>> E tag(String field, String text, Class<E> kind, Function<E, String> id) {
        for (E tag : kind.getEnumConstants()) {
            if (id.apply(tag).equals(text)) {
                return tag;
            }
        }
        String known =
                String.join(", ", Stream.of(kind.getEnumConstants()).map(id).toList());
        throw new IllegalArgumentException(field.toLowerCase(Locale.ROOT) + ": expected one of " + known);
    }
}
