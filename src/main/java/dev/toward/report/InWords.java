package dev.toward.report;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.ledger.Counts;
import dev.toward.ledger.Ledger;
import dev.toward.ledger.Outcome;
import dev.toward.ledger.Share;
import dev.toward.verdict.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The summary in sentences, as HTML: about what passed between people, and of nobody in particular. */
final class InWords {
    private InWords() {}

    static List<String> summary(Ledger ledger, Numbers numbers) {
        List<String> sentences = new ArrayList<>();
        sentences.add(extent(ledger, numbers));
        Counts all = ledger.all();
        if (all.messages() == 0) {
            return sentences;
        }
        long made = 0;
        for (Outcome outcome : Outcome.values()) {
            made += all.bids(outcome);
        }
        if (made == 0) {
            sentences.add(
                    "No bids for connection were found among them: no news, worries, thanks or questions that asked"
                            + " for an answer from somebody else.");
        } else {
            sentences.add(bids(all, made, numbers));
        }
        sentences.add(toward(all, numbers));
        if (!all.gestures().isEmpty()) {
            sentences.add("What we gave each other most: " + gestures(all, numbers) + ".");
        }
        Duration worries = all.medianReply().get(BidKind.DISTRESS);
        if (worries != null) {
            sentences.add("A worry or a hurt usually had an answer within "
                    + numbers.of(
                            Shown.duration(worries),
                            Evidence.Key.wait(Evidence.all(), BidKind.DISTRESS),
                            "Worries and their answers")
                    + ".");
        }
        return sentences;
    }

    private static String extent(Ledger ledger, Numbers numbers) {
        Counts all = ledger.all();
        if (all.messages() == 0) {
            return "Nobody said anything in these chats, or not in the days that were asked for. There is nothing to tell.";
        }
        String between = "";
        if (ledger.first() != null && ledger.last() != null) {
            String first = Shown.DAY.format(ledger.first().clock());
            String last = Shown.DAY.format(ledger.last().clock());
            between = first.equals(last) ? ", all on " + first : ", written between " + first + " and " + last;
        }
        return numbers.of(all.messages(), Evidence.Key.said(Evidence.all()), "Messages")
                + (all.messages() == 1 ? " message" : " messages") + " from "
                + Shown.count(ledger.people().size(), "person", "people") + " in "
                + Shown.count(ledger.chats(), "chat", "chats") + between + ".";
    }

    private static String bids(Counts all, long made, Numbers numbers) {
        List<String> parts = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            long n = all.bids(outcome);
            if (n > 0) {
                parts.add(numbers.of(n, Evidence.Key.bids(Evidence.all(), outcome), "Bids: " + plainly(outcome))
                        + (n == 1 ? " was " : " were ")
                        + plainly(outcome));
            }
        }
        return numbers.of(made, Evidence.Key.made(), "Whenever somebody reached out")
                + (made == 1 ? " time somebody reached out" : " times somebody reached out")
                + ": with news, a worry, a question, a thank-you. Of these, " + list(parts) + ".";
    }

    private static String toward(Counts all, Numbers numbers) {
        Share share = all.towardShare();
        if (!share.isEnough()) {
            return "How often we turn toward each other cannot be told yet: it takes " + Share.ENOUGH
                    + " messages that clearly turn one way or the other, and here are "
                    + numbers.of(
                            share.of(),
                            Evidence.Key.turned(Evidence.all()),
                            "Messages that turned one way or the other")
                    + ".";
        }
        return "Where a message clearly turned one way or the other, it turned toward the other one "
                + numbers.of(share.yes(), Evidence.Key.turn(Evidence.all(), Turn.TOWARD), "Messages that turned toward")
                + " times in "
                + numbers.of(
                        share.of(), Evidence.Key.turned(Evidence.all()), "Messages that turned one way or the other")
                + ", which is "
                + Shown.percent(share.value()) + " (with the luck of the draw taken into account, between "
                + Shown.percent(share.low()) + " and " + Shown.percent(share.high()) + ").";
    }

    private static String gestures(Counts all, Numbers numbers) {
        return list(all.gestures().entrySet().stream()
                .sorted(Map.Entry.<Gesture, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(3)
                .map(e -> Shown.words(e.getKey().id()) + " ("
                        + numbers.of(
                                e.getValue(),
                                Evidence.Key.gesture(Evidence.all(), e.getKey()),
                                Shown.words(e.getKey().id()))
                        + ")")
                .collect(Collectors.toCollection(ArrayList::new)));
    }

    private static String plainly(Outcome outcome) {
        return switch (outcome) {
            case MET -> "met with warmth";
            case ANSWERED -> "answered plainly";
            case TURNED_AWAY -> "turned away from";
            case TURNED_AGAINST -> "turned against";
            case MISSED -> "left without an answer in the time that is usual here";
            case OPEN -> "still open";
        };
    }

    private static String list(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
    }
}
