package dev.toward.phrase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import java.util.ArrayList;
import java.util.List;

/** The JSON form of a {@link PackTest}; reasons name the field and never quote what was in it. */
final class PackTestJson {
    private static final List<String> NEEDED = List.of("context", "draft", "offers");
    private static final List<String> ALLOWED = List.of("suggest", "them");

    private PackTestJson() {}

    /** @throws FieldFault with the field and what was expected in it */
    static PackTest test(JsonNode node) {
        JsonFields.are("", node, NEEDED, ALLOWED);
        return new PackTest(
                new Draft(JsonFields.text("draft", node.get("draft")), context(node.get("context"))),
                offers(node.get("offers")),
                node.has("suggest") ? suggest(node.get("suggest")) : PackTest.USUAL,
                node.has("them") ? JsonFields.line("them", node.get("them")) : null);
    }

    private static Bid context(JsonNode node) {
        if (node.isNull()) {
            return Bid.UNKNOWN;
        }
        if (node.isTextual()) {
            return Bid.of(node.textValue());
        }
        List<String> utterances = new ArrayList<>();
        for (JsonNode item : node) {
            if (!item.isTextual()) {
                throw new FieldFault(
                        "/context/" + utterances.size(), "context: expected texts in the list, oldest first");
            }
            utterances.add(item.textValue());
        }
        if (utterances.isEmpty()) {
            throw FieldFault.of("context", "expected null, a text, or a list of texts, oldest first");
        }
        return new Bid(utterances);
    }

    private static List<PackTest.Offer> offers(JsonNode node) {
        if (node.isTextual()) {
            return List.of(offer("/offers", node));
        }
        if (!node.isArray() || node.isEmpty()) {
            throw FieldFault.of("offers", "expected the id of a phrase, a gesture, or a list of such");
        }
        List<PackTest.Offer> offers = new ArrayList<>();
        for (JsonNode item : node) {
            offers.add(offer("/offers/" + offers.size(), item));
        }
        return offers;
    }

    private static PackTest.Offer offer(String pointer, JsonNode node) {
        String id = node.isTextual() ? node.textValue() : "";
        if (PhraseJson.isId(id)) {
            return new PackTest.OfPhrase(id);
        }
        if (id.contains("/")) {
            throw new FieldFault(pointer, "offers: expected the id of a phrase to be gesture/family-001 or the like");
        }
        return new PackTest.OfGesture(JsonFields.tag(pointer, "offers", id, TagKind.GESTURE));
    }

    private static int suggest(JsonNode node) {
        if (!node.isInt() || node.intValue() < 1 || node.intValue() > PackTest.MOST) {
            throw FieldFault.of("suggest", "expected a whole number from 1 to " + PackTest.MOST);
        }
        return node.intValue();
    }
}
