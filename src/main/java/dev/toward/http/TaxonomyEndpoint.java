package dev.toward.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.http.perspective.Attribute;
import dev.toward.verdict.Label;
import dev.toward.verdict.Turn;
import java.util.Locale;

/** {@code GET /v1/taxonomy}: every label, turn, tactic, gesture and bid, with its id, a name and what it
 * means in plain words; and every attribute of the Perspective protocol, with what it is computed from. */
final class TaxonomyEndpoint implements Endpoint {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public void addTo(Routes routes) {
        String taxonomy = taxonomy();
        routes.get("/v1/taxonomy", ctx -> ctx.contentType("application/json").result(taxonomy));
    }

    private static String taxonomy() {
        ObjectNode all = JSON.createObjectNode();
        ArrayNode labels = all.putArray("labels");
        for (Label label : Label.values()) {
            entry(labels, label.id(), plainly(label)).put("flag", label.isFlag());
        }
        ArrayNode turns = all.putArray("turns");
        for (Turn turn : Turn.values()) {
            entry(turns, turn.id(), plainly(turn));
        }
        ArrayNode tactics = all.putArray("tactics");
        for (Tactic tactic : Tactic.values()) {
            entry(tactics, tactic.id(), tactic.why())
                    .put("label", label(tactic.way()).id())
                    .put("turn", turn(tactic.way()).id());
        }
        ArrayNode gestures = all.putArray("gestures");
        for (Gesture gesture : Gesture.values()) {
            entry(gestures, gesture.id(), gesture.why());
        }
        ArrayNode bids = all.putArray("bids");
        for (BidKind bid : BidKind.values()) {
            entry(bids, bid.id(), sentence(bid.plainly()));
        }
        ArrayNode attributes = all.putArray("attributes");
        for (Attribute attribute : Attribute.values()) {
            attributes.addObject().put("id", attribute.name()).put("explanation", attribute.computedFrom());
        }
        return all.toString();
    }

    private static ObjectNode entry(ArrayNode list, String id, String explanation) {
        return list.addObject().put("id", id).put("name", name(id)).put("explanation", explanation);
    }

    /** {@code at-least} is called "At least". */
    private static String name(String id) {
        String words = id.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private static String plainly(Label label) {
        return switch (label) {
            case VALIDATING -> "It takes up what the other one feels or says, and stays with it.";
            case DISMISSIVE -> "It brushes off what was said, or turns against the one who said it.";
            case MINIMIZING -> "It grants that something happened, and makes it small.";
            case NEUTRAL -> "Everything else, which is most of what people write.";
        };
    }

    private static String plainly(Turn turn) {
        return switch (turn) {
            case TOWARD -> "It goes towards the other one.";
            case AWAY -> "It goes away from what the other one said.";
            case AGAINST -> "It goes against the other one.";
            case NONE -> "It goes neither way.";
        };
    }

    private static Label label(Tactic.Way way) {
        return way == Tactic.Way.SHRINKS ? Label.MINIMIZING : Label.DISMISSIVE;
    }

    private static Turn turn(Tactic.Way way) {
        return way == Tactic.Way.AGAINST ? Turn.AGAINST : Turn.AWAY;
    }
}
