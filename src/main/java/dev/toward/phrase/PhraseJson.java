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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

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

    /** Whether this could be the id of a phrase: {@code gesture/family-001}. */
    static boolean isId(String id) {
        return TagKind.GESTURE.ids().stream().anyMatch(g -> isIdOf(g, id));
    }

    private static boolean isIdOf(String gesture, String id) {
        return id.startsWith(gesture + "/")
                && NUMBERED.matcher(id.substring(gesture.length() + 1)).matches();
    }

    /** @throws FieldFault with the field and what was expected in it */
    static Phrase phrase(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("expected a JSON object");
        }
        JsonFields.are("", node, FIELDS, List.of());
        Gesture gesture = JsonFields.tag("gesture", node.get("gesture"), TagKind.GESTURE);
        String id = JsonFields.line("id", node.get("id"));
        if (!isIdOf(gesture.id(), id)) {
            throw FieldFault.of("id", "expected " + gesture.id() + "/family-001 or the like");
        }
        try {
            return new Phrase(
                    id,
                    JsonFields.line("text", node.get("text")),
                    gesture,
                    JsonFields.tags("bids", node.get("bids"), TagKind.BID),
                    JsonFields.tags("situations", node.get("situations"), TagKind.SITUATION),
                    JsonFields.tags("heals", node.get("heals"), TagKind.TACTIC),
                    JsonFields.tags("registers", node.get("registers"), TagKind.REGISTER),
                    JsonFields.tags("relationships", node.get("relationships"), TagKind.RELATIONSHIP),
                    JsonFields.tags("slots", node.get("slots"), TagKind.SLOT),
                    JsonFields.tags("sorts", node.get("sorts"), TagKind.SORT),
                    JsonFields.tag("intensity", node.get("intensity"), TagKind.INTENSITY),
                    JsonFields.tag("length", node.get("length"), TagKind.LENGTH),
                    JsonFields.tag("reach", node.get("reach"), TagKind.REACH),
                    example(node.get("example")),
                    node.get("note").isNull() ? null : JsonFields.line("note", node.get("note")));
        } catch (FieldFault e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw among(String.valueOf(e.getMessage()));
        }
    }

    // What a phrase says of its fields begins with the field's name, except where it speaks of the braces in its text.
    private static FieldFault among(String reason) {
        int colon = reason.indexOf(": ");
        String named = colon < 0 ? "" : reason.substring(0, colon);
        boolean isField = FIELDS.contains(named) || named.startsWith("example.");
        return new FieldFault("/" + (isField ? named.replace('.', '/') : "text"), reason);
    }

    /** The form that goes into an index and into digests: the same phrase always gives the same text. */
    static String text(Phrase phrase) {
        return node(phrase).toString();
    }

    static ObjectNode node(Phrase phrase) {
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
        return node;
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
        JsonFields.are("example.", node, List.of("context", "slots"), List.of());
        JsonNode slots = node.get("slots");
        if (!slots.isObject()) {
            throw FieldFault.of("example.slots", "expected an object");
        }
        Map<Slot, String> fillings = new EnumMap<>(Slot.class);
        for (Map.Entry<String, JsonNode> entry : slots.properties()) {
            String pointer = "/example/slots/" + Place.escaped(entry.getKey());
            Slot slot = JsonFields.tag(pointer, "example.slots", entry.getKey(), TagKind.SLOT);
            fillings.put(slot, JsonFields.line("example.slots", entry.getValue()));
        }
        return new Phrase.Example(JsonFields.text("example.context", node.get("context")), fillings);
    }
}
