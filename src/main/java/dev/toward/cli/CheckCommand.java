package dev.toward.cli;

import dev.toward.Analyses;
import dev.toward.Analysis;
import dev.toward.AnalysisJson;
import dev.toward.DraftJson;
import dev.toward.Tier;
import dev.toward.config.Key;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code toward check}: one draft. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Toward.Version.class,
        description = "Says of one draft how it turns, by which words, and offers warmer ones.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "TEXT",
            description = "The draft; several words are joined by spaces. - reads it from standard input, in UTF-8.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--reply-to",
            paramLabel = "TEXT",
            description = "The message that the draft answers. May be repeated, oldest first.")
    private List<String> context = new ArrayList<>();

    @Option(names = "--json", description = "Print one verdict as a line of JSON.")
    private boolean json;

    @Option(
            names = "--suggest",
            paramLabel = "N",
            converter = WholeNumber.Suggestions.class,
            description = "How many warmer wordings to offer, 0 to 10; 3 unless given.")
    private @Nullable Integer suggestions;

    @Option(
            names = "--explain",
            description =
                    "Say of each tactic by which fingerprint its wording can be ignored, and of each wording which phrase it comes from and what its place is the sum of.")
    private boolean explain;

    @Option(
            names = "--tier",
            paramLabel = "TIER",
            converter = TierName.class,
            description = "How deep to read: fast, auto or full; auto unless given.")
    private @Nullable Tier tier;

    @Mixin
    private final SettingsOptions settings;

    @Mixin
    private final Models models;

    private final Shell shell;

    CheckCommand(Shell shell, Models models) {
        this.shell = shell;
        this.models = models;
        this.settings = new SettingsOptions(shell);
    }

    @Override
    public Integer call() throws IOException {
        settings.configuration();
        Draft draft = new Draft(text(), new Bid(context));
        try (Analyses analyses = models.load()) {
            Analysis analysis = analyses.under(settings.configuration().settings())
                    .analyze(draft, settings.number(Key.SUGGEST, suggestions), null, settings.tier(tier));
            String shown = json
                    ? (explain ? AnalysisJson.explained(analysis) : AnalysisJson.line(analysis)) + "\n"
                    : new Answer(analysis, shell.colour(), explain).text();
            Results.write(shell.out(), shown);
            return analysis.verdict().label().isFlag() ? ExitCode.FLAGGED : ExitCode.DONE;
        }
    }

    private String text() throws IOException {
        if (words.isEmpty()) {
            throw new CallerMistake("give the draft, as in: toward check TEXT, or - to read it from standard input");
        }
        return words.equals(List.of("-")) ? standardInput() : String.join(" ", words);
    }

    private String standardInput() throws IOException {
        byte[] bytes = shell.in().readNBytes(DraftJson.LIMIT + 1);
        if (bytes.length > DraftJson.LIMIT) {
            throw new CallerMistake("the draft on standard input is longer than 1 MiB; give a shorter one");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            // The byte order mark and the line end that echo adds are not what anybody wrote.
            return text.replaceFirst("^\uFEFF", "").replaceFirst("\r?\n\\z", "");
        } catch (CharacterCodingException e) {
            throw new CallerMistake("standard input is not UTF-8; convert it first, for instance with iconv -t UTF-8");
        }
    }
}
