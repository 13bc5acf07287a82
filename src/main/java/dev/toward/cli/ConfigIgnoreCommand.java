package dev.toward.cli;

import dev.toward.config.ConfigException;
import dev.toward.config.IgnoreList;
import dev.toward.config.Places;
import dev.toward.cue.Tactic;
import dev.toward.verdict.Fingerprint;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code toward config ignore}: wordings that are left unsaid from now on. */
@Command(
        name = "ignore",
        mixinStandardHelpOptions = true,
        versionProvider = Toward.Version.class,
        description = {
            "Adds wordings to the list ignore of your file of settings, and prints their fingerprints. The file holds no words of",
            "yours; it is made when there is none."
        })
final class ConfigIgnoreCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FINGERPRINT",
            description = "As 'toward check --explain' shows them; with --as, the words themselves.")
    private List<String> given = new ArrayList<>();

    @Option(
            names = "--as",
            paramLabel = "TACTIC",
            description = "Take the arguments as words that were marked for this tactic.")
    private @Nullable String tactic;

    @Option(names = "--config", paramLabel = "FILE", description = "Write into this file instead.")
    private @Nullable String file;

    private final Shell shell;

    ConfigIgnoreCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Set<Fingerprint> fingerprints = fingerprints();
        Path target = target();
        try {
            Set<Fingerprint> added = IgnoreList.add(target, fingerprints);
            Results.write(
                    shell.out(), fingerprints.stream().map(f -> f.id() + "\n").collect(Collectors.joining()));
            shell.say((added.isEmpty() ? "all of it stands already in " : "added " + added.size() + " to ") + target);
            return ExitCode.DONE;
        } catch (ConfigException e) {
            throw new CallerMistake(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CallerMistake("cannot write " + target + ": " + Mistakes.reason(e));
        }
    }

    private Set<Fingerprint> fingerprints() {
        Set<Fingerprint> fingerprints = new LinkedHashSet<>();
        try {
            if (tactic == null) {
                given.forEach(each -> fingerprints.add(Fingerprint.parse(each)));
                return fingerprints;
            }
        } catch (IllegalArgumentException e) {
            throw new CallerMistake(e.getMessage() + "; to give words instead, name their tactic with --as");
        }
        try {
            fingerprints.add(Fingerprint.of(Tactic.of(tactic), String.join(" ", given)));
            return fingerprints;
        } catch (IllegalArgumentException e) {
            throw new CallerMistake("--as: expected a tactic, as at-least; docs/tactics lists them");
        }
    }

    private Path target() {
        String variable = shell.environment().getOrDefault("TOWARD_CONFIG", "");
        try {
            if (file != null || !variable.isEmpty()) {
                return Path.of(file == null ? variable : file);
            }
            return Places.of(shell.environment()).userOrNew();
        } catch (InvalidPathException e) {
            throw new CallerMistake("--config: that is no path of a file");
        } catch (ConfigException e) {
            throw new CallerMistake(String.valueOf(e.getMessage()));
        }
    }
}
