package dev.toward.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code toward phrases}: nothing by itself, and the way to what can be done with phrases. */
@Command(
        name = "phrases",
        mixinStandardHelpOptions = true,
        versionProvider = Toward.Version.class,
        description = {
            "The phrases that warmer wordings are made of: those that ship, and your own beside them. Yours are kept in your data",
            "folder (TOWARD_DATA names another) and never leave this computer."
        })
final class PhrasesCommand implements Runnable {
    private PhrasesCommand() {}

    static CommandLine commandLine(Shell shell, Models.Opening opening) {
        return new CommandLine(new PhrasesCommand())
                .addSubcommand(new PhrasesListCommand(shell, new Models(shell, opening)))
                .addSubcommand(new PhrasesSearchCommand(shell, new Models(shell, opening)))
                .addSubcommand(new PhrasesAddCommand(shell, new Models(shell, opening)))
                .addSubcommand(new PhrasesImportCommand(shell, new Models(shell, opening)))
                .addSubcommand(new PhrasesExportCommand(shell))
                .addSubcommand(new PhrasesRemoveCommand(shell));
    }

    @Override
    public void run() {
        throw new CallerMistake("say what to do with phrases: list, search, add, import, export or remove");
    }
}
