package dev.toward.ledger;

import dev.toward.Analyzer;
import dev.toward.Tier;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Measures the ledger against the hand-labelled conversations; the figures of {@code reports/ledger.md}. Run by hand:
 * {@code bench/ledger.sh}, with {@code --each} to see what differs in those that may be looked at.
 */
public final class LedgerMeasurement {
    /** The rules were made with a look at these. */
    private static final List<String> DEVELOPMENT = List.of("labelled-friends.txt", "labelled-quiz.txt");

    /** Nobody who makes the rules reads these, nor what is missed in them. */
    private static final List<String> HELD_OUT = List.of("labelled-neighbours.txt", "labelled-climbers.txt");

    /** Nor these, but their figures were seen on the way. */
    private static final List<String> HELD_OUT_BEFORE = List.of("labelled-siblings.txt");

    private final Map<String, int[]> found = new LinkedHashMap<>();
    private final boolean each;
    private int messages;
    private int sameKind;
    private int sameOutcome;

    private LedgerMeasurement(boolean each) {
        this.each = each;
    }

    public static void main(String[] args) throws IOException {
        boolean each = List.of(args).contains("--each");
        try (Analyzer analyzer = Analyzer.builder().build()) {
            System.out.println("Models " + analyzer.model() + ".");
            measure("Development: " + String.join(", ", DEVELOPMENT), DEVELOPMENT, each, analyzer);
            measure("Held out before: " + String.join(", ", HELD_OUT_BEFORE), HELD_OUT_BEFORE, false, analyzer);
            measure("Held out: " + String.join(", ", HELD_OUT), HELD_OUT, false, analyzer);
        }
    }

    private static void measure(String title, List<String> files, boolean each, Analyzer analyzer) throws IOException {
        LedgerMeasurement measurement = new LedgerMeasurement(each);
        for (String file : files) {
            measurement.measure(LabelledChat.read(file), analyzer);
        }
        measurement.print(title);
    }

    private void measure(LabelledChat chat, Analyzer analyzer) throws IOException {
        messages += chat.messages().size();
        Map<String, SettledBid> read = new HashMap<>();
        Entry.Sink sink = new Entry.Sink() {
            @Override
            public void accept(Entry entry) {}

            @Override
            public void settled(SettledBid bid) {
                if (bid.kind() != null && bid.kind().asksForConnection()) {
                    read.put(bid.last().id(), bid);
                }
            }
        };
        Ledger ledger = new Scan(analyzer::analyze, BidReader.of(analyzer, Tier.AUTO), analyzer::askAfter)
                .run(chat, new Scan.Plan(null, Period.ALL, false, 2), sink, Progress.SILENT);
        count(chat, "bids", chat.bids().keySet(), read.keySet());
        for (String way : List.of("met", "away", "missed", "answered")) {
            Set<String> labelled = new HashSet<>();
            chat.bids().forEach((id, label) -> {
                if (way.equals(plain(label[1]))) {
                    labelled.add(id);
                }
            });
            Set<String> seen = new HashSet<>();
            read.forEach((id, bid) -> {
                if (way.equals(plain(bid.outcome().id()))) {
                    seen.add(id);
                }
            });
            count(chat, way, labelled, seen);
            labelled.retainAll(read.keySet());
            seen.retainAll(chat.bids().keySet());
            count(null, way + ", of bids that both see", labelled, seen);
        }
        for (var label : chat.bids().entrySet()) {
            SettledBid bid = read.get(label.getKey());
            if (bid != null && bid.kind() != null) {
                sameKind += bid.kind().id().equals(label.getValue()[0]) ? 1 : 0;
                sameOutcome += plain(bid.outcome().id()).equals(plain(label.getValue()[1])) ? 1 : 0;
            }
        }
        Set<String> due = new HashSet<>();
        Set<String> coming = new HashSet<>();
        for (FollowUp followUp : ledger.noticed().followUps()) {
            (followUp.due() ? due : coming).add(followUp.id());
            if (each) {
                System.out.println(followUp.id() + " " + followUp.thing() + " | " + followUp.when() + " = "
                        + followUp.day() + " | " + followUp.wording());
            }
        }
        count(chat, "follow-ups due", labelled(chat.events(), "due"), due);
        count(chat, "follow-ups ahead", labelled(chat.events(), "coming"), coming);
        Set<String> promises = new HashSet<>();
        ledger.noticed().promises().forEach(promise -> promises.add(promise.id()));
        count(chat, "promises open", labelled(chat.promises(), "open"), promises);
    }

    private static String plain(String outcome) {
        return switch (outcome) {
            case "turned-away", "turned-against", "away", "against" -> "away";
            default -> outcome;
        };
    }

    private static Set<String> labelled(Map<String, String> labels, String as) {
        Set<String> ids = new HashSet<>();
        labels.forEach((id, label) -> {
            if (label.equals(as)) {
                ids.add(id);
            }
        });
        return ids;
    }

    private void count(
            @org.jspecify.annotations.Nullable LabelledChat chat, String what, Set<String> labelled, Set<String> seen) {
        int[] counts = found.computeIfAbsent(what, w -> new int[3]);
        counts[0] += labelled.size();
        counts[1] += seen.size();
        counts[2] += (int) labelled.stream().filter(seen::contains).count();
        if (each && chat != null) {
            chat.messages().forEach(message -> {
                boolean label = labelled.contains(message.id());
                if (label != seen.contains(message.id())) {
                    System.out.println(
                            (label ? "not seen " : "only seen ") + what + ": " + message.id() + " " + message.text());
                }
            });
        }
    }

    private void print(String title) {
        System.out.println("\n" + title + ", " + messages + " messages.\n");
        System.out.println("| | labelled | found | both | precision | recall |\n| --- | --- | --- | --- | --- | --- |");
        found.forEach((what, n) -> System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d | %s | %s |%n",
                what,
                n[0],
                n[1],
                n[2],
                part(n[2], n[1]),
                part(n[2], n[0])));
        int both = found.get("bids")[2];
        System.out.printf(
                Locale.ROOT,
                "%nOf %d bids that both see: the same kind %s, met the same way %s.%n",
                both,
                part(sameKind, both),
                part(sameOutcome, both));
    }

    private static String part(int n, int of) {
        return of == 0 ? "-" : String.format(Locale.ROOT, "%.2f", (double) n / of);
    }
}
