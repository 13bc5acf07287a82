package dev.toward.cli;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.Analyses;
import dev.toward.text.Draft;
import dev.toward.train.Baseline;
import dev.toward.train.Evaluation;
import dev.toward.train.EvaluationTable;
import dev.toward.train.Evaluator;
import dev.toward.train.Example;
import dev.toward.train.LabelledFile;
import dev.toward.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
                    "Measure something simpler instead, taught on the corpus's train split: maxent (OpenNLP, words of reply"
                            + " and bid) or frozen (sentence vectors under logistic regression).")
    private @Nullable String baseline;

    @Mixin
    private final Models models;

    private final Shell shell;

    EvaluateCommand(Shell shell, Models models) {
        this.shell = shell;
        this.models = models;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, List<Example>> sets = new LinkedHashMap<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            sets.put(sets.containsKey(name) ? file.toString() : name, examples(file));
        }
        Map<String, Evaluation> evaluations = new LinkedHashMap<>();
        if (baseline != null) {
            Baseline simpler = baseline(baseline);
            sets.forEach((name, examples) -> evaluations.put(name, measure(examples, simpler::read)));
        } else {
            try (Analyses analyses = models.load()) {
                sets.forEach((name, examples) ->
                        evaluations.put(name, measure(examples, draft -> analyses.analyze(draft, 0, null)
                                .verdict())));
            }
        }
        Results.write(shell.out(), json ? json(evaluations) : table(evaluations));
        return ExitCode.DONE;
    }

    private Baseline baseline(String name) throws IOException {
        if (!Baseline.NAMES.contains(name)) {
            throw new CallerMistake("--baseline: expected maxent or frozen");
        }
        return Baseline.of(name, models.folder(), Models.home().resolve("corpus"));
    }

    private static Evaluation measure(List<Example> examples, Function<Draft, Verdict> reader) {
        return Evaluation.of(Evaluator.read(examples, reader));
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
