package dev.toward.cli;

import dev.toward.Analyses;
import dev.toward.DraftJson;
import dev.toward.Fault;
import dev.toward.LineAnswers;
import dev.toward.Lines;
import dev.toward.Tier;
import dev.toward.verdict.Settings;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code toward classify}: JSON Lines in, JSON Lines out, in order. */
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        versionProvider = Toward.Version.class,
        description = {
            "Reads drafts as JSON Lines and writes one verdict a line, in the same order.",
            "A line is {\"id\", \"text\", \"context\": null | \"...\" | [\"oldest\", ..., \"newest\"]}."
        })
final class ClassifyCommand implements Callable<Integer> {
    @Option(names = "--in", paramLabel = "FILE", description = "Read from here; standard input unless given.")
    private @Nullable String in;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write here, all or nothing; standard output unless given.")
    private @Nullable String out;

    @Option(
            names = "--suggest",
            paramLabel = "N",
            defaultValue = "0",
            converter = WholeNumber.Suggestions.class,
            description = "How many warmer wordings to offer, 0 to 10; none unless given.")
    private int suggestions;

    @Option(
            names = "--tier",
            paramLabel = "TIER",
            converter = TierName.class,
            description = "How deep to read: fast, auto or full; auto unless given.")
    private @Nullable Tier tier;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = WholeNumber.Threads.class,
            description = "How many drafts to read at once; as many as there are cores unless given.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private final SettingsOptions settings;

    @Mixin
    private final Models models;

    private final Shell shell;
    private final AtomicInteger faults = new AtomicInteger();

    ClassifyCommand(Shell shell, Models models) {
        this.shell = shell;
        this.models = models;
        this.settings = new SettingsOptions(shell);
    }

    @Override
    public Integer call() throws IOException {
        Settings.Change change = settings.configuration().settings();
        Tier depth = settings.tier(tier);
        try (InputStream input = input();
                Destination destination = Destination.of(out, shell.out());
                Analyses analyses = models.load()) {
            LineAnswers answers = new LineAnswers(analyses.under(change), suggestions, depth, this::fault);
            new InOrder(threads).run(new Lines(input, DraftJson.LIMIT), answers::of, destination);
            destination.complete();
        }
        if (faults.get() > 0) {
            shell.say("a fault in toward left " + faults.get() + " lines without an answer");
            return ExitCode.FAULT;
        }
        return ExitCode.DONE;
    }

    private InputStream input() throws IOException {
        if (in == null || in.equals("-")) {
            return new Unclosed(shell.in());
        }
        try {
            Path file = Path.of(in);
            if (Files.isDirectory(file)) {
                throw new CallerMistake("--in: " + in + " is a folder; give a file");
            }
            return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        } catch (InvalidPathException e) {
            throw new CallerMistake("--in: that is no path of a file");
        } catch (IOException e) {
            throw new CallerMistake("--in: cannot read " + in + ": " + Mistakes.reason(e));
        }
    }

    private void fault(long line, Throwable thrown) {
        if (faults.getAndIncrement() == 0) {
            shell.say("a fault in toward at line " + line + ": " + Fault.of(thrown));
        }
    }

    /** Standard input, which is not ours to close: a thread may be waiting in it. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
