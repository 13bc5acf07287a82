package dev.toward.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code toward}: nothing by itself, and the way to its commands. */
@Command(
        name = "toward",
        mixinStandardHelpOptions = true,
        versionProvider = Toward.Version.class,
        description = {
            "Reads a reply beside the message that it answers, says where it turns away, and offers warmer words.",
            "Everything stays on this computer."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done, and nothing flagged.",
            "1:Done, and something flagged (check only); the editor went without taking its leave (lsp only).",
            "2:The call was wrong; standard error says how.",
            "3:A fault in toward."
        })
final class Toward implements Runnable {
    private Toward() {}

    /** The commands, ready to execute. */
    static CommandLine commandLine(Shell shell, Models.Opening opening) {
        CommandLine commands = new CommandLine(new Toward())
                .addSubcommand(new CheckCommand(shell, new Models(shell, opening)))
                .addSubcommand(new ClassifyCommand(shell, new Models(shell, opening)))
                .addSubcommand(new InspectCommand(shell))
                .addSubcommand(new ScanCommand(shell, new Models(shell, opening)))
                .addSubcommand(PhrasesCommand.commandLine(shell, opening))
                .addSubcommand(new ServeCommand(shell, new Models(shell, opening)))
                .addSubcommand(new LspCommand(shell, new Models(shell, opening)))
                .addSubcommand(ConfigCommand.commandLine(shell))
                .addSubcommand(new RehearseCommand(shell, new Models(shell, opening)))
                .addSubcommand(new TrainCommand(shell, new Models(shell, opening)))
                .addSubcommand(new EvaluateCommand(shell, new Models(shell, opening)));
        commands.addSubcommand(new CommandLine.HelpCommand());
        Mistakes mistakes = new Mistakes(shell);
        commands.setParameterExceptionHandler(mistakes)
                .setExecutionExceptionHandler(mistakes)
                // A draft may begin with @ or hold quotation marks; it is taken as it stands.
                .setExpandAtFiles(false)
                .setPosixClusteredShortOptionsAllowed(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        shell.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8));
        return commands;
    }

    @Override
    public void run() {
        throw new CallerMistake("give a command, as in: toward check TEXT; toward --help lists them");
    }

    /** The version of the program, from the manifest of its jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Toward.class.getPackage().getImplementationVersion();
            return new String[] {"toward " + (version == null ? "(not packaged)" : version)};
        }
    }
}
