package dev.toward.cli;

import dev.toward.Tier;
import dev.toward.config.ConfigException;
import dev.toward.config.Configuration;
import dev.toward.config.Given;
import dev.toward.config.Key;
import dev.toward.config.Places;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is told and what is left unsaid, by options; and where the rest of the settings comes from: environment and files. */
final class SettingsOptions {
    @Option(
            names = "--strictness",
            paramLabel = "gentle|default|picky",
            description = "How probable a flag must be to be told; gentle tells less, picky more.")
    private @Nullable String strictness;

    @Option(
            names = "--disable",
            paramLabel = "TACTIC",
            split = ",",
            description = "Leave these unsaid: tactics, as at-least, or dismissive or minimizing for all of these.")
    private List<String> disable = new ArrayList<>();

    @Option(
            names = "--enable",
            paramLabel = "TACTIC",
            split = ",",
            description = "Tell these although the settings leave them unsaid.")
    private List<String> enable = new ArrayList<>();

    @Option(
            names = "--ignore",
            paramLabel = "FINGERPRINT",
            split = ",",
            description = "Leave this wording unsaid; 'toward check --explain' shows its fingerprint.")
    private List<String> ignore = new ArrayList<>();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Read the settings from this file, TOML or YAML, and from no other; TOWARD_CONFIG does the same.")
    private @Nullable String file;

    @Option(names = "--no-config", description = "Read no file of settings.")
    private boolean none;

    private final Shell shell;
    private @Nullable Configuration read;

    SettingsOptions(Shell shell) {
        this.shell = shell;
    }

    /** All that was given, by option, variable or file; read once. */
    Configuration configuration() {
        if (read == null) {
            try {
                read = none && given() == null
                        ? Configuration.withoutFiles(options(), shell.environment())
                        : Configuration.read(options(), shell.environment(), places(), only());
            } catch (ConfigException e) {
                throw new CallerMistake(String.valueOf(e.getMessage()));
            }
        }
        return read;
    }

    Places places() {
        return Places.of(shell.environment());
    }

    /** The one file that is to be read, or null. */
    @Nullable
    Path only() {
        String given = given();
        try {
            return given == null ? null : Path.of(given);
        } catch (InvalidPathException e) {
            throw new CallerMistake("--config: that is no path of a file");
        }
    }

    private @Nullable String given() {
        if (none && file != null) {
            throw new CallerMistake("--config and --no-config do not go together; give one of them");
        }
        String variable = shell.environment().getOrDefault("TOWARD_CONFIG", "");
        return file != null ? file : none || variable.isEmpty() ? null : variable;
    }

    /** An option's value, or else the setting's. */
    Tier tier(@Nullable Tier option) {
        return option == null ? Tier.of(String.valueOf(configuration().word(Key.TIER))) : option;
    }

    /** An option's value, or else the setting's, which is built in where nobody gives it. */
    int number(Key key, @Nullable Integer option) {
        Integer number = option == null ? configuration().number(key) : option;
        if (number == null) {
            throw new IllegalStateException("a key without a built-in value");
        }
        return number;
    }

    private List<Given> options() {
        List<Given> givens = new ArrayList<>();
        add(givens, Key.STRICTNESS, strictness == null ? List.of() : List.of(strictness));
        add(givens, Key.DISABLE, disable);
        add(givens, Key.ENABLE, enable);
        add(givens, Key.IGNORE, ignore);
        return givens;
    }

    private static void add(List<Given> givens, Key key, List<String> values) {
        for (String value : values) {
            try {
                key.check(value.strip());
            } catch (IllegalArgumentException e) {
                throw new CallerMistake(key.option() + ": " + e.getMessage());
            }
            givens.add(new Given(key, value.strip(), key.option()));
        }
    }
}
