package dev.toward.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toward.cue.BidKind;
import dev.toward.ledger.Counts;
import dev.toward.ledger.Ledger;
import dev.toward.ledger.Outcome;
import dev.toward.ledger.Person;
import dev.toward.ledger.Share;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** The counts as JSON. Ids are those of the taxonomy; a count that is not there is none; times in whole seconds. */
public final class SummaryJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private SummaryJson() {}

    /** In one line, without a line end. */
    public static String line(Ledger ledger) {
        try {
            return JSON.writeValueAsString(tree(ledger));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
    }

    static void write(Ledger ledger, Writer out) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        out.write(JSON.writer(printer).writeValueAsString(tree(ledger)));
        out.write('\n');
    }

    private static ObjectNode tree(Ledger ledger) {
        ObjectNode summary = JSON.createObjectNode();
        summary.put("model", ledger.model());
        summary.put("chats", ledger.chats());
        summary.put("entries", ledger.entries());
        summary.put("withoutTime", ledger.untimed());
        summary.put("first", ledger.first() == null ? null : ledger.first().toString());
        summary.put("last", ledger.last() == null ? null : ledger.last().toString());
        ObjectNode replies = summary.putObject("replies");
        replies.put("explicit", ledger.explicit());
        replies.put("inferred", ledger.inferred());
        put(summary.putObject("all"), ledger.all());
        ArrayNode people = summary.putArray("people");
        for (Person person : ledger.people()) {
            ObjectNode node = people.addObject();
            node.put("platform", person.platform());
            node.put("id", person.id());
            node.put("name", person.name());
            node.put("me", person.own());
            put(node, person.counts());
        }
        ArrayNode weeks = summary.putArray("weeks");
        ledger.weeks().forEach((week, counts) -> put(weeks.addObject().put("week", week), counts));
        PairsJson.put(summary, ledger);
        return summary;
    }

    static void put(ObjectNode node, Counts counts) {
        node.put("messages", counts.messages());
        node.put("read", counts.read());
        ObjectNode labels = node.putObject("labels");
        counts.labels().forEach((label, n) -> labels.put(label.id(), n));
        ObjectNode turns = node.putObject("turns");
        turns.put("toward", counts.toward());
        turns.put("away", counts.away());
        turns.put("against", counts.against());
        put(node.putObject("towardShare"), counts.towardShare());
        ObjectNode tactics = node.putObject("tactics");
        counts.tactics().forEach((tactic, n) -> tactics.put(tactic.id(), n));
        ObjectNode gestures = node.putObject("gestures");
        counts.gestures().forEach((gesture, n) -> gestures.put(gesture.id(), n));
        ObjectNode bids = node.putObject("bids");
        for (BidKind kind : BidKind.values()) {
            if (counts.bids().containsKey(kind)) {
                ObjectNode met = bids.putObject(kind.id());
                for (Outcome outcome : Outcome.values()) {
                    met.put(outcome.id(), counts.bids(kind, outcome));
                }
            }
        }
        node.put("bidsNotRead", counts.unreadBids());
        ObjectNode medians = node.putObject("medianReplySeconds");
        counts.medianReply().forEach((kind, median) -> medians.put(kind.id(), median.toSeconds()));
    }

    static void put(ObjectNode node, Share share) {
        node.put("enough", share.isEnough());
        node.put("of", share.of());
        node.put("value", share.of() == 0 ? null : PairsJson.rounded(share.value()));
        node.put("low95", PairsJson.rounded(share.low()));
        node.put("high95", PairsJson.rounded(share.high()));
    }
}
