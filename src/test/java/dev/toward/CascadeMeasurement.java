package dev.toward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.chat.ChatExports;
import dev.toward.cue.BidKind;
import dev.toward.fast.Student;
import dev.toward.ledger.DraftReader;
import dev.toward.ledger.Period;
import dev.toward.ledger.Progress;
import dev.toward.ledger.Scan;
import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import dev.toward.text.Message;
import dev.toward.train.Example;
import dev.toward.train.LabelledFile;
import dev.toward.verdict.Label;
import dev.toward.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Who answers how many messages, and how often {@link Tier#AUTO} has another label than {@link Tier#FULL}. Arguments: how many drafts at most, then
 * folders of chat exports or of labelled drafts, or files of
 * drafts as {@code classify} takes them. Run by {@code bench/scan.sh}.
 */
final class CascadeMeasurement {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Student STUDENT = student();

    private CascadeMeasurement() {}

    private static Student student() {
        try {
            return Student.open(ModelStore.open(Path.of("models")));
        } catch (ModelException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] args) throws Exception {
        int most = Integer.parseInt(args[0]);
        try (Analyzer analyzer = Analyzer.builder().models(Path.of("models")).build()) {
            for (int i = 1; i < args.length; i++) {
                List<Draft> drafts = new ArrayList<>(drafts(Path.of(args[i])));
                Collections.shuffle(drafts, new Random(1));
                System.out.println(Path.of(args[i]).getFileName() + ": "
                        + measured(analyzer, drafts.subList(0, Math.min(most, drafts.size()))));
            }
        }
    }

    private static List<Draft> drafts(Path path) throws Exception {
        if (path.toString().endsWith(".jsonl")) {
            List<Draft> drafts = new ArrayList<>();
            for (String line : Files.readAllLines(path)) {
                JsonNode one = JSON.readTree(line);
                JsonNode context = one.path("context");
                List<String> bid = new ArrayList<>();
                context.forEach(u -> bid.add(u.asText()));
                drafts.add(new Draft(
                        one.path("text").asText(), context.isTextual() ? Bid.of(context.asText()) : new Bid(bid)));
            }
            return drafts;
        }
        try (var files = Files.walk(path)) {
            if (files.anyMatch(f -> f.toString().endsWith(".jsonl"))) {
                return LabelledFile.readAll(path).stream().map(Example::draft).toList();
            }
        }
        List<Draft> drafts = new ArrayList<>();
        try (Analyzer analyzer = Analyzer.builder().models(Path.of("models")).build()) {
            DraftReader noting = (draft, suggestions, them) -> {
                drafts.add(draft);
                return analyzer.analyze(Draft.of("ok"), 0, null, Tier.FAST);
            };
            List<Message> messages = new ArrayList<>();
            ChatExports.withDefaults().read(List.of(path), messages::add);
            new Scan(noting, bid -> BidKind.NONE)
                    .run(
                            sink -> {
                                for (Message message : messages) {
                                    sink.accept(message);
                                }
                            },
                            new Scan.Plan(null, Period.ALL, false, 1),
                            entry -> {},
                            Progress.SILENT);
        }
        return drafts;
    }

    private static String measured(Analyzer analyzer, List<Draft> drafts) {
        List<Ask> asks = drafts.stream().map(d -> new Ask(d, 0, null)).toList();
        List<Analysis> auto = analyzer.analyzeAll(asks, Tier.AUTO);
        List<Analysis> full = analyzer.analyzeAll(asks, Tier.FULL);
        int student = 0;
        int small = 0;
        int other = 0;
        int flags = 0;
        for (int i = 0; i < auto.size(); i++) {
            Label label = full.get(i).verdict().label();
            other += label == auto.get(i).verdict().label() ? 0 : 1;
            flags += label.isFlag() ? 1 : 0;
            boolean atOnce = auto.get(i).tier() == Tier.FAST;
            boolean first = atOnce
                    && (!(auto.get(i).verdict() instanceof Verdict.Decided)
                            || STUDENT.read(drafts.get(i)).surelyNeutral());
            student += first ? 1 : 0;
            small += atOnce && !first ? 1 : 0;
        }
        double n = drafts.size() / 100.0;
        return String.format(
                "%d drafts, student %.1f%%, small reader %.1f%%, large reader %.1f%%; flagged by full %.1f%%; other labels %d (%.2f%%)",
                drafts.size(),
                student / n,
                small / n,
                (drafts.size() - student - small) / n,
                flags / n,
                other,
                other / n);
    }
}
