package dev.toward.cli;

import dev.toward.Analyzer;
import dev.toward.phrase.DataFolder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
        System.exit(run(
                shell,
                models -> Analyzer.builder()
                        .models(models)
                        .own(DataFolder.of(System.getenv()))
                        .build(),
                args));
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
