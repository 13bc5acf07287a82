package dev.toward.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toward.AskingAfter;
import dev.toward.ledger.FollowUp;
import dev.toward.ledger.InReplyTo;
import dev.toward.ledger.LateNights;
import dev.toward.ledger.Ledger;
import dev.toward.ledger.Noticed;
import dev.toward.ledger.OpenPromise;
import dev.toward.ledger.Pair;
import dev.toward.ledger.PairCounts;
import dev.toward.ledger.QuietContact;
import dev.toward.ledger.Trend;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The parts of {@code summary.json} about pairs of people and about what is worth noticing; times in whole seconds, days as 2026-03-01. */
final class PairsJson {
    private PairsJson() {}

    static void put(ObjectNode summary, Ledger ledger) {
        put(summary.putObject("trend"), ledger.trend());
        ArrayNode pairs = summary.putArray("pairs");
        for (Pair pair : ledger.pairs()) {
            ObjectNode node = pairs.addObject();
            node.put("platform", pair.platform());
            node.put("from", pair.from());
            node.put("to", pair.to());
            put(node, pair.counts());
            put(node.putObject("trend"), pair.trend());
            put(node.putObject("metTrend"), pair.metTrend());
            ArrayNode weeks = node.putArray("weeks");
            pair.weeks().forEach((week, counts) -> put(weeks.addObject().put("week", week), counts));
        }
        noticed(summary, ledger.noticed());
    }

    private static void put(ObjectNode node, PairCounts pair) {
        SummaryJson.put(node, pair.counts());
        SummaryJson.put(node.putObject("metShare"), pair.metShare());
        node.put("appreciation", pair.appreciation());
        ObjectNode metWith = node.putObject("metWith");
        pair.metWith().forEach((kind, gestures) -> {
            ObjectNode counted = metWith.putObject(kind.id());
            gestures.forEach((gesture, n) -> counted.put(gesture.id(), n));
        });
        ObjectNode turnedWith = node.putObject("turnedWith");
        pair.turnedWith().forEach((kind, tactics) -> {
            ObjectNode counted = turnedWith.putObject(kind.id());
            tactics.forEach((tactic, n) -> counted.put(tactic.id(), n));
        });
        ObjectNode answers = node.putObject("answers");
        for (InReplyTo.Evidence evidence : InReplyTo.Evidence.values()) {
            answers.put(evidence.id(), pair.answers().getOrDefault(evidence, 0L));
        }
        node.put("starts", pair.starts());
        node.put("mornings", pair.mornings());
        node.put("evenings", pair.evenings());
    }

    private static void put(ObjectNode node, Trend trend) {
        node.put("enough", trend.isEnough());
        node.put("weeks", trend.weeks());
        node.put("of", trend.cases());
        node.put("perWeek", trend.weeks() < 2 ? null : rounded(trend.perWeek()));
        node.put("low95", rounded(trend.low()));
        node.put("high95", rounded(trend.high()));
    }

    private static void noticed(ObjectNode summary, Noticed noticed) {
        ArrayNode followUps = summary.putArray("followUps");
        for (FollowUp followUp : noticed.followUps()) {
            ObjectNode node = message(followUps.addObject(), followUp.conversation(), followUp.id());
            node.put("time", followUp.time().toString());
            node.put("by", followUp.by().id());
            node.put("to", id(followUp.to()));
            node.put("said", followUp.said());
            node.put("thing", followUp.thing());
            node.put("when", followUp.when());
            node.put("day", followUp.day().toString());
            node.put("due", followUp.due());
            AskingAfter wording = followUp.wording();
            if (wording == null) {
                node.putNull("wording");
            } else {
                node.putObject("wording").put("text", wording.text()).put("phrase", wording.phrase());
            }
        }
        ArrayNode promises = summary.putArray("promises");
        for (OpenPromise promise : noticed.promises()) {
            ObjectNode node = message(promises.addObject(), promise.conversation(), promise.id());
            node.put("time", promise.time().toString());
            node.put("by", promise.by().id());
            node.put("to", id(promise.to()));
            node.put("said", promise.said());
            node.put("day", promise.day().toString());
        }
        ArrayNode quiet = summary.putArray("goneQuiet");
        for (QuietContact contact : noticed.quiet()) {
            ObjectNode node = quiet.addObject();
            node.put("platform", contact.conversation().platform());
            node.put("conversation", contact.conversation().id());
            node.put("conversationName", contact.conversation().name());
            node.put("lastBy", contact.last().id());
            node.put("lastDay", contact.since().toLocalDate().toString());
            node.put("usualPauseSeconds", contact.usual().toSeconds());
            node.put("silentSeconds", contact.silence().toSeconds());
        }
        ArrayNode nights = summary.putArray("lateNights");
        for (LateNights late : noticed.lateNights()) {
            ObjectNode node = nights.addObject();
            node.put("platform", late.conversation().platform());
            node.put("conversation", late.conversation().id());
            node.put("by", late.by().id());
            node.put("from", late.from().toString());
            node.put("to", late.to().toString());
            node.put("nights", late.nights());
            late.ids().forEach(node.putArray("ids")::add);
        }
    }

    private static ObjectNode message(ObjectNode node, Conversation conversation, String id) {
        node.put("platform", conversation.platform());
        node.put("conversation", conversation.id());
        node.put("id", id);
        return node;
    }

    private static @Nullable String id(@Nullable Author author) {
        return author == null ? null : author.id();
    }

    static BigDecimal rounded(double share) {
        return BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP);
    }
}
