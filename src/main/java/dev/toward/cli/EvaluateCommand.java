package dev.toward.cli;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.Analyses;
import dev.toward.Tier;
import dev.toward.models.ModelException;
import dev.toward.train.Baseline;
import dev.toward.train.CorpusTable;
import dev.toward.train.Evaluation;
import dev.toward.train.EvaluationTable;
import dev.toward.train.Evaluator;
import dev.toward.train.Example;
import dev.toward.train.Grouping;
import dev.toward.train.LabelledFile;
import dev.toward.train.Reliability;
import dev.toward.verdict.Settings;
import dev.toward.verdict.Strictness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code toward evaluate}: how verdicts compare with labels. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        versionProvider = Toward.Version.class,
        description = {
            "Reads labelled drafts and compares. A file is JSON Lines with text, context, label and alt; a folder is taken with",
            "all its files as one set. Prints a row of a Markdown table for each."
        })
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Labelled drafts, or a folder of them.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--json", description = "Print the figures as JSON, by name of the set.")
    private boolean json;

    @Option(
            names = "--baseline",
            paramLabel = "NAME",
            description =
                    "Measure something simpler instead: maxent (OpenNLP, words of reply and bid) or frozen (sentence vectors"
                            + " under logistic regression), both taught on the corpus's train split, or reader (the reader alone,"
                            + " without cues and calibration).")
    private @Nullable String baseline;

    @Option(
            names = "--by",
            paramLabel = "FIELD",
            description = "A row for each group of a set as well: by ${COMPLETION-CANDIDATES}. May be repeated.",
            completionCandidates = Fields.class)
    private List<String> by = new ArrayList<>();

    @Option(
            names = "--reliability",
            paramLabel = "DIR",
            description =
                    "Draw for each set how often the winning label is right by how probable it was said to be: DIR/SET.svg.")
    private @Nullable Path reliability;

    @Option(
            names = "--corpus",
            description =
                    "Say what the drafts themselves are like, all sets as one: how far two readers agree, and how much readers"
                            + " learn that should learn nothing. Reads nothing with the models.")
    private boolean corpus;

    /** What {@code --by} takes. */
    static final class Fields extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Fields() {
            super(Arrays.stream(Grouping.values()).map(Grouping::id).toList());
        }
    }

    @Option(
            names = "--tier",
            paramLabel = "TIER",
            defaultValue = "auto",
            converter = TierName.class,
            description = "How deep to read: fast, auto or full; auto unless given.")
    private Tier tier = Tier.AUTO;

    @Option(
            names = "--strictness",
            paramLabel = "gentle|default|picky",
            converter = StrictnessName.class,
            description = "By which bars to flag; the figures of reports/ are by the default ones.")
    private Strictness strictness = Strictness.DEFAULT;

    @Mixin
    private final Models models;

    private final Shell shell;

    EvaluateCommand(Shell shell, Models models) {
        this.shell = shell;
        this.models = models;
    }

    @Override
    public Integer call() throws IOException {
        if (corpus && (json || baseline != null || reliability != null || !by.isEmpty())) {
            throw new CallerMistake("--corpus goes with no other option; run evaluate twice");
        }
        List<Grouping> groupings = groupings();
        Map<String, List<Example>> sets = new LinkedHashMap<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            sets.put(sets.containsKey(name) ? file.toString() : name, examples(file));
        }
        if (corpus) {
            Results.write(
                    shell.out(),
                    corpusTable(sets.values().stream().flatMap(List::stream).toList()));
            return ExitCode.DONE;
        }
        if (reliability != null) {
            drawInto(reliability);
        }
        Map<String, Evaluation> evaluations = new LinkedHashMap<>();
        for (var read : read(sets).entrySet()) {
            String name = read.getKey();
            evaluations.put(name, Evaluation.of(read.getValue()));
            for (Grouping groups : groupings) {
                groups.part(read.getValue())
                        .forEach((group, rows) ->
                                evaluations.put(name + ": " + groups.id() + ": " + group, Evaluation.of(rows)));
            }
            if (reliability != null) {
                String svg = Reliability.of(read.getValue()).svg(name);
                Files.writeString(reliability.resolve(name.replaceAll("[/\\\\:]+", "-") + ".svg"), svg);
            }
        }
        Results.write(shell.out(), json ? json(evaluations) : table(evaluations));
        return ExitCode.DONE;
    }

    private Map<String, List<Evaluation.Scored>> read(Map<String, List<Example>> sets) throws IOException {
        Map<String, List<Evaluation.Scored>> read = new LinkedHashMap<>();
        if (baseline != null) {
            Baseline simpler = baseline(baseline);
            sets.forEach((name, examples) -> read.put(name, Evaluator.read(examples, simpler::read)));
        } else {
            try (Analyses loaded = models.load()) {
                Analyses analyses = loaded.under(new Settings.Change(strictness, Set.of(), Set.of(), Set.of()));
                sets.forEach((name, examples) ->
                        read.put(name, Evaluator.read(examples, draft -> analyses.analyze(draft, 0, null, tier)
                                .verdict())));
            }
        }
        return read;
    }

    private static String corpusTable(List<Example> examples) throws IOException {
        try {
            return CorpusTable.of(examples);
        } catch (IllegalArgumentException e) {
            throw new CallerMistake("--corpus: " + e.getMessage());
        }
    }

    private static void drawInto(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CallerMistake("--reliability: " + folder + " is no folder and cannot be made one; name another");
        }
    }

    private List<Grouping> groupings() {
        try {
            return by.stream().map(Grouping::of).toList();
        } catch (IllegalArgumentException e) {
            throw new CallerMistake("--by: " + e.getMessage());
        }
    }

    private Baseline baseline(String name) throws IOException {
        if (!Baseline.NAMES.contains(name)) {
            throw new CallerMistake("--baseline: expected maxent, frozen or reader");
        }
        try {
            return Baseline.of(name, models.folder(), Models.home().resolve("corpus"));
        } catch (ModelException e) {
            throw new CallerMistake(String.valueOf(e.getMessage()));
        }
    }

    private static List<Example> examples(Path file) {
        try {
            return Files.isDirectory(file) ? LabelledFile.readAll(file) : LabelledFile.read(file);
        } catch (IOException e) {
            throw new CallerMistake("labelled drafts cannot be read from " + file + ": " + e.getMessage());
        }
    }

    private static String table(Map<String, Evaluation> evaluations) {
        StringBuilder table = new StringBuilder(EvaluationTable.head());
        evaluations.forEach((name, evaluation) -> table.append(EvaluationTable.row(name, evaluation)));
        return table.toString();
    }

    private static String json(Map<String, Evaluation> evaluations) throws IOException {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(evaluations)
                + "\n";
    }
}
