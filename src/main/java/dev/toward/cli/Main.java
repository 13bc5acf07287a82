package dev.toward.cli;

import dev.toward.Analyzer;
import dev.toward.models.ModelException;
import dev.toward.phrase.DataFolder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.LogManager;
import picocli.CommandLine;

/** Where the program starts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Libraries may not log what people wrote, so they log nothing, by this way either.
        LogManager.getLogManager().reset();
        // Standard output is for results, and for the protocol of lsp; whatever a library prints goes where it does no
        // harm.
        System.setOut(System.err);
        // The launcher tells whether standard output is a terminal: up to JDK 21 Java cannot.
        boolean colour = Boolean.getBoolean("toward.terminal")
                && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
        Shell shell = new Shell(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System.getenv(),
                colour);
        System.exit(run(shell, Main::open, args));
    }

    /** The analyzer on a folder of models; with {@code TOWARD_PROFILE=small} the small one. */
    private static Analyzer open(Path models) throws ModelException {
        Analyzer.Builder builder = Analyzer.builder().models(models).own(DataFolder.of(System.getenv()));
        return "small".equals(System.getenv("TOWARD_PROFILE")) ? builder.small().build() : builder.build();
    }

    /** Runs a command and gives its exit code. */
    static int run(Shell shell, Models.Opening opening, String... args) {
        try {
            CommandLine commands = Toward.commandLine(shell, opening);
            return commands.execute(args);
        } catch (RuntimeException | Error e) {
            return new Mistakes(shell).fault(e);
        }
    }
}
