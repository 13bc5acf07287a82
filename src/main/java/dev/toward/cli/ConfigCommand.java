package dev.toward.cli;

import dev.toward.config.ConfigText;
import dev.toward.config.Configuration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code toward config}: what the settings come to. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        versionProvider = Toward.Version.class,
        description = {
            "Prints the settings that hold, as a file of settings would have them. Options count for more than environment",
            "variables, these for more than toward.toml beside the project, and that for more than your own (docs/settings.md)."
        })
final class ConfigCommand implements Callable<Integer> {
    @Option(names = "--explain", description = "Say of each value where it comes from, and which files were read.")
    private boolean explain;

    @Mixin
    private final SettingsOptions settings;

    private final Shell shell;

    private ConfigCommand(Shell shell) {
        this.shell = shell;
        this.settings = new SettingsOptions(shell);
    }

    static CommandLine commandLine(Shell shell) {
        return new CommandLine(new ConfigCommand(shell)).addSubcommand(new ConfigIgnoreCommand(shell));
    }

    @Override
    public Integer call() {
        Configuration configuration = settings.configuration();
        Results.write(shell.out(), explain ? ConfigText.explained(configuration) : ConfigText.of(configuration));
        return ExitCode.DONE;
    }
}
