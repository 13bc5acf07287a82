package dev.toward.cli;

import dev.toward.EditorServer;
import dev.toward.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code toward lsp}: a language server on standard input and output, until the editor ends it. */
@Command(
        name = "lsp",
        mixinStandardHelpOptions = true,
        versionProvider = Toward.Version.class,
        description = "A language server for editors, on standard input and output: text, Markdown, mail.")
final class LspCommand implements Callable<Integer> {
    /** What an editor that ended without taking its leave finds, if it still looks; the protocol says so. */
    private static final int NO_LEAVE = 1;

    @Option(names = "--stdio", description = "What is done anyway; some editors add it.")
    private boolean stdio;

    @Mixin
    private final SettingsOptions settings;

    @Mixin
    private final Models models;

    private final Shell shell;

    LspCommand(Shell shell, Models models) {
        this.shell = shell;
        this.models = models;
        this.settings = new SettingsOptions(shell);
    }

    @Override
    public Integer call() {
        EditorServer server = ServiceLoader.load(EditorServer.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no language server in the jar"));
        dev.toward.verdict.Settings.Change change = settings.configuration().settings();
        Server.Loading loading = models.loading();
        Path pages = Models.home().resolve("docs").resolve("tactics");
        boolean tookLeave = server.serve(
                shell.in(),
                shell.out(),
                () -> loading.load().under(change),
                Files.isDirectory(pages) ? pages : null,
                shell::say);
        return tookLeave ? ExitCode.DONE : NO_LEAVE;
    }
}
