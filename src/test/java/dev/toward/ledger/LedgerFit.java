package dev.toward.ledger;

import dev.toward.Analyzer;
import dev.toward.cue.BidKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fits what the ledger has learnt to conversations labelled by hand, and says how well it does on them, a sixth left out in turn, beside the rules. Run by hand:
 * {@code bench/ledgerfit.sh}; with {@code --sweep} it prints what other bars would give.
 */
public final class LedgerFit {
    private static final List<String> KINDS =
            Arrays.stream(BidKind.values()).map(BidKind::id).toList();
    private static final List<String> OUTCOMES = List.of("met", "answered", "away", "missed");
    private static final List<String> YES_OR_NO = List.of("no", Foresight.YES);
    private static final String NONE = BidKind.NONE.id();

    /** The conversations are left out in so many parts, one at a time. */
    private static final int PARTS = 6;

    /** What is learnt of later messages is used on others than those it was learnt from, else it would be trusted too much. */
    private static final int INNER = 4;

    private final List<LabelledTable> all;
    private final Map<String, Set<String>> back;

    private LedgerFit(List<LabelledTable> all, Map<String, Set<String>> back) {
        this.all = all;
        this.back = back;
    }

    /** By conversation, kind and message: the later messages that come back to it. */
    private static Map<String, Set<String>> back(Path file) throws IOException {
        Map<String, Set<String>> back = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("#")) {
                List<String> fields = List.of(line.split("\t", -1));
                Set<String> later = new HashSet<>();
                for (String number : fields.get(3).split(" ")) {
                    later.add("m" + number);
                }
                back.put(fields.get(0) + " " + fields.get(2) + " m" + fields.get(1), later);
            }
        }
        return back;
    }

    /** @param args a folder of labelled conversations, and the folder to write to */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<LabelledTable> tables = new ArrayList<>();
        try (Analyzer analyzer = Analyzer.builder().build();
                Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (String file : List.of("labelled-friends.txt", "labelled-quiz.txt")) {
                tables.add(LabelledTable.of(LabelledChat.read(file), analyzer));
            }
            for (Path file : files.filter(f -> f.toString().endsWith(".txt"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()) {
                tables.add(LabelledTable.of(LabelledChat.read(file), analyzer));
            }
        }
        LedgerFit fit = new LedgerFit(tables, back(Path.of(args[0], "back.tsv")));
        Path folder = Path.of(args[1]);
        for (var file : fit.lines(List.of()).entrySet()) {
            List<String> lines = new ArrayList<>(List.of("# Made by bench/ledgerfit.sh from corpus/chats."));
            lines.addAll(file.getValue());
            Files.write(folder.resolve(file.getKey() + ".tsv"), lines);
        }
        fit.leaveSomeOut(List.of(args).contains("--sweep"));
    }

    /** Whether a later message comes back to what was told or promised, learnt from some of the conversations. */
    private List<String> comesBack(List<LabelledTable> from, boolean promise) {
        List<SoftmaxFit.Row> rows = new ArrayList<>();
        String kind = promise ? "promise " : "event ";
        for (LabelledTable table : from) {
            String file = table.chat.messages().get(0).file();
            (promise ? table.chat.promises() : table.chat.events()).keySet().forEach(told -> {
                Set<String> later = back.get(file + " " + kind + told);
                if (later != null) {
                    table.pairs
                            .getOrDefault(kind + told, List.of())
                            .forEach(pair ->
                                    rows.add(new SoftmaxFit.Row(pair.signs(), yes(later.contains(pair.later())))));
                }
            });
        }
        return SoftmaxFit.lines(YES_OR_NO, rows, 10, 6);
    }

    /** For each conversation, weights that were learnt from others. */
    private Map<LabelledTable, Weights> byOthers(List<LabelledTable> some, boolean promise) {
        Map<LabelledTable, Weights> weights = new HashMap<>();
        for (int part = 0; part < INNER; part++) {
            List<LabelledTable> judged = new ArrayList<>();
            List<LabelledTable> from = new ArrayList<>();
            for (int i = 0; i < some.size(); i++) {
                (i % INNER == part ? judged : from).add(some.get(i));
            }
            Weights learnt = Weights.of(comesBack(from, promise));
            judged.forEach(table -> weights.put(table, learnt));
        }
        return weights;
    }

    /** @param but conversations that nothing is learnt from */
    private Map<String, List<String>> lines(List<LabelledTable> but) {
        List<LabelledTable> from =
                all.stream().filter(table -> !but.contains(table)).toList();
        Map<LabelledTable, Weights> back = byOthers(from, false);
        Map<LabelledTable, Weights> done = byOthers(from, true);
        List<SoftmaxFit.Row> first = new ArrayList<>();
        List<SoftmaxFit.Row> kinds = new ArrayList<>();
        List<SoftmaxFit.Row> outcomes = new ArrayList<>();
        List<SoftmaxFit.Row> events = new ArrayList<>();
        List<SoftmaxFit.Row> promises = new ArrayList<>();
        List<SoftmaxFit.Row> due = new ArrayList<>();
        List<SoftmaxFit.Row> open = new ArrayList<>();
        for (LabelledTable table : from) {
            for (LabelledTable.SittingRow row : table.sittings) {
                String kind = row.label() == null ? NONE : row.label()[0];
                first.add(new SoftmaxFit.Row(row.first(), kind));
                kinds.add(new SoftmaxFit.Row(row.kinds(), kind));
                if (row.label() != null && row.answered() && OUTCOMES.contains(plain(row.label()[1]))) {
                    outcomes.add(new SoftmaxFit.Row(row.outcome(), plain(row.label()[1])));
                }
            }
            table.ahead.forEach((id, signs) -> {
                events.add(new SoftmaxFit.Row(signs, yes(table.chat.events().containsKey(id))));
                promises.add(new SoftmaxFit.Row(signs, yes(table.chat.promises().containsKey(id))));
            });
            table.eventSigns.forEach((kept, signs) -> {
                String label = table.chat.events().get(kept.message().id());
                if (label != null) {
                    Signs judged =
                            table.judged(signs, false, kept.message().id(), Objects.requireNonNull(back.get(table)));
                    due.add(new SoftmaxFit.Row(judged, yes(label.equals("due"))));
                }
            });
            table.promiseSigns.forEach((kept, signs) -> {
                String label = table.chat.promises().get(kept.message().id());
                if (label != null) {
                    Signs judged =
                            table.judged(signs, true, kept.message().id(), Objects.requireNonNull(done.get(table)));
                    open.add(new SoftmaxFit.Row(judged, yes(label.equals("open"))));
                }
            });
        }
        Map<String, List<String>> lines = new LinkedHashMap<>();
        lines.put("bids-first", SoftmaxFit.lines(KINDS, first, 8, 8));
        lines.put("bids", SoftmaxFit.lines(KINDS, kinds, 8, 8));
        lines.put("outcomes", SoftmaxFit.lines(OUTCOMES, outcomes, 6, 6));
        lines.put("events", SoftmaxFit.lines(YES_OR_NO, events, 6, 8));
        lines.put("promises", SoftmaxFit.lines(YES_OR_NO, promises, 6, 8));
        lines.put("back", comesBack(from, false));
        lines.put("done", comesBack(from, true));
        lines.put("due", SoftmaxFit.lines(YES_OR_NO, due, 4, 6));
        lines.put("open", SoftmaxFit.lines(YES_OR_NO, open, 4, 6));
        return lines;
    }

    private static String yes(boolean is) {
        return is ? Foresight.YES : "no";
    }

    static String plain(String outcome) {
        return switch (outcome) {
            case "turned-away", "turned-against", "away", "against" -> "away";
            default -> outcome;
        };
    }

    /** What was found in a conversation that nothing was learnt from. */
    private record Found(String what, double odds, boolean right) {}

    private void leaveSomeOut(boolean sweep) {
        Map<String, int[]> learnt = new LinkedHashMap<>();
        Map<String, int[]> ruled = new LinkedHashMap<>();
        List<Found> found = new ArrayList<>();
        Map<LabelledTable, Map<String, List<String>>> learntFor = new HashMap<>();
        for (int part = 0; part < PARTS; part++) {
            List<LabelledTable> out = new ArrayList<>();
            for (int i = 2; i < all.size(); i++) {
                if (i % PARTS == part) {
                    out.add(all.get(i));
                }
            }
            Map<String, List<String>> lines = lines(out);
            out.forEach(table -> learntFor.put(table, lines));
        }
        for (LabelledTable table : all.subList(2, all.size())) {
            Map<String, List<String>> lines = Objects.requireNonNull(learntFor.get(table));
            Weights first = Weights.of(lines.get("bids-first"));
            Weights kinds = Weights.of(lines.get("bids"));
            Weights outcomes = Weights.of(lines.get("outcomes"));
            LearntBids bids = new LearntBids(first, kinds, outcomes);
            for (LabelledTable.SittingRow row : table.sittings) {
                BidKind rule = row.ruled().kind();
                boolean byRule = rule != null && rule.asksForConnection();
                String ruleOutcome = plain(row.ruled().outcome().id());
                count(ruled, row.label(), byRule ? rule.id() : null, ruleOutcome);
                double maybe = 1 - first.odds(NONE, row.first());
                double[] each = kinds.odds(row.kinds());
                double p = maybe < LearntBids.FIRST ? 0 : 1 - each[KINDS.indexOf(NONE)];
                String outcome = row.answered() ? OUTCOMES.get(largest(outcomes.odds(row.outcome()))) : ruleOutcome;
                double bar = outcome.equals("missed") ? LearntBids.MISSED : LearntBids.BID;
                count(
                        learnt,
                        row.label(),
                        p >= bar ? bids.kind(each, row.kinds()).id() : null,
                        outcome);
                String label = row.label() == null ? "" : plain(row.label()[1]);
                found.add(new Found("bids", p, row.label() != null));
                found.add(new Found(outcome, p, outcome.equals(label)));
                if (row.label() != null && maybe < LearntBids.FIRST) {
                    learnt.computeIfAbsent("(bids lost at first look)", w -> new int[3])[0]++;
                }
            }
            Foresight foresight = new Foresight(
                    Weights.of(lines.get("events")),
                    Weights.of(lines.get("promises")),
                    Weights.of(lines.get("back")),
                    Weights.of(lines.get("done")),
                    Weights.of(lines.get("due")),
                    Weights.of(lines.get("open")));
            remembered(table, foresight, learnt, found);
            Map<String, String> events = table.chat.events();
            Map<String, String> promises = table.chat.promises();
            for (FollowUp followUp : table.rules.followUps(table.end())) {
                String what = followUp.due() ? "due" : "coming";
                add(ruled, "follow-ups " + what, false, true, what.equals(events.get(followUp.id())));
            }
            for (OpenPromise promise : table.rules.promises(table.end())) {
                add(ruled, "promises open", false, true, "open".equals(promises.get(promise.id())));
            }
            for (var counts : List.of(learnt, ruled)) {
                events.values().forEach(state -> add(counts, "follow-ups " + state, true, false, false));
                promises.values().forEach(state -> add(counts, "promises " + state, true, false, false));
            }
        }
        print("A sixth left out in turn", learnt);
        print("The rules on the same", ruled);
        if (sweep) {
            sweep(found);
        }
    }

    private static void remembered(
            LabelledTable table, Foresight foresight, Map<String, int[]> counts, List<Found> found) {
        for (LearntMemory.Kept kept : table.eventSigns.keySet()) {
            String id = kept.message().id();
            double event = foresight.event(Objects.requireNonNull(table.ahead.get(id)));
            String state = table.chat.events().get(id);
            add(counts, "told of ahead", state != null, event >= 0.5, state != null && event >= 0.5);
            Dated first = Dated.first(Dated.all(kept.message().text(), kept.now()));
            When when = first == null ? null : first.when();
            if (event <= LearntMemory.MAYBE || when == null) {
                continue;
            }
            Signs after = table.judged(Objects.requireNonNull(table.eventSigns.get(kept)), false, id, foresight.back());
            boolean due = when.to().isBefore(table.end().toLocalDate());
            if (due) {
                double odds = Foresight.both(event, foresight.due().odds(Foresight.YES, after));
                found.add(new Found("due", odds, "due".equals(state)));
                if (foresight.isDue(event, after)) {
                    add(counts, "follow-ups due", false, true, "due".equals(state));
                }
            } else {
                found.add(new Found("coming", event, "coming".equals(state)));
                if (foresight.isAhead(event)) {
                    add(counts, "follow-ups coming", false, true, "coming".equals(state));
                }
            }
        }
        for (LearntMemory.Kept kept : table.promiseSigns.keySet()) {
            String id = kept.message().id();
            double promise = foresight.promise(Objects.requireNonNull(table.ahead.get(id)));
            String state = table.chat.promises().get(id);
            add(counts, "promised", state != null, promise >= 0.5, state != null && promise >= 0.5);
            if (promise <= LearntMemory.MAYBE
                    || !kept.aftermath().day().isBefore(table.end().toLocalDate())) {
                continue;
            }
            Signs after =
                    table.judged(Objects.requireNonNull(table.promiseSigns.get(kept)), true, id, foresight.done());
            double odds = Foresight.both(promise, foresight.open().odds(Foresight.YES, after));
            found.add(new Found("promise", odds, "open".equals(state)));
            if (foresight.isOpen(promise, after)) {
                add(counts, "promises open", false, true, "open".equals(state));
            }
        }
    }

    private static int largest(double[] of) {
        int most = 0;
        for (int i = 1; i < of.length; i++) {
            most = of[i] > of[most] ? i : most;
        }
        return most;
    }

    private static void count(
            Map<String, int[]> counts, String @Nullable [] label, @Nullable String kind, String outcome) {
        boolean both = label != null && kind != null;
        add(counts, "bids", label != null, kind != null, both);
        if (both) {
            add(counts, "the same kind", true, true, label[0].equals(kind));
            add(counts, "met the same way", true, true, plain(label[1]).equals(outcome));
        }
        for (String way : OUTCOMES) {
            boolean labelled = label != null && way.equals(plain(label[1]));
            boolean seen = kind != null && way.equals(outcome);
            add(counts, way, labelled, seen, labelled && seen);
        }
    }

    private static void add(Map<String, int[]> counts, String what, boolean labelled, boolean seen, boolean both) {
        int[] n = counts.computeIfAbsent(what, w -> new int[3]);
        n[0] += labelled ? 1 : 0;
        n[1] += seen ? 1 : 0;
        n[2] += both ? 1 : 0;
    }

    private static void print(String title, Map<String, int[]> counts) {
        System.out.println("\n" + title
                + "\n\n| | labelled | found | both | precision | recall |\n| --- | --- | --- | --- | --- | --- |");
        counts.forEach((what, n) -> System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.2f | %.2f |%n",
                what,
                n[0],
                n[1],
                n[2],
                (double) n[2] / Math.max(1, n[1]),
                (double) n[2] / Math.max(1, n[0])));
    }

    private static void sweep(List<Found> found) {
        for (String what : List.of("bids", "met", "answered", "away", "missed", "due", "coming", "promise")) {
            System.out.println("\n" + what);
            for (int step = 2; step < 19; step++) {
                double at = step / 20.0;
                long seen = found.stream()
                        .filter(f -> f.what().equals(what) && f.odds() >= at)
                        .count();
                long right = found.stream()
                        .filter(f -> f.what().equals(what) && f.odds() >= at && f.right())
                        .count();
                System.out.printf(
                        Locale.ROOT, "%.2f: %d of %d, %.2f%n", at, right, seen, (double) right / Math.max(1, seen));
            }
        }
    }
}
