package dev.toward.cli;

import dev.toward.Analyses;
import dev.toward.Server;
import dev.toward.models.ModelException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where the models are: {@code --models}, else {@code TOWARD_MODELS}, else {@code models} in the project's folder, which the
 * launcher gives as {@code toward.home}, else {@code models} in the working directory.
 */
final class Models {
    @Option(names = "--models", paramLabel = "DIR", hidden = true)
    private @Nullable String option;

    private final Map<String, String> environment;
    private final Opening opening;

    /** Opens a folder of models; {@link dev.toward.Analyzer} does, tests have others. */
    @FunctionalInterface
    interface Opening {
        Analyses open(Path folder) throws ModelException;
    }

    Models(Shell shell, Opening opening) {
        this.environment = shell.environment();
        this.opening = opening;
    }

    /** Loads the models, some seconds of work. */
    Analyses load() {
        try {
            return loading().load();
        } catch (ModelException e) {
            throw new CallerMistake(String.valueOf(e.getMessage()));
        }
    }

    /** The models, to be loaded later. A folder that is not there is said at once. */
    Server.Loading loading() {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            throw new CallerMistake("no folder of models at " + folder + "; give one with --models or TOWARD_MODELS");
        }
        return () -> opening.open(folder);
    }

    /** The project's folder, as the launcher gives it. */
    static Path home() {
        String home = System.getProperty("toward.home");
        return home == null ? Path.of("") : Path.of(home);
    }

    /** Where the models are, there or not. */
    Path folder() {
        String given = option != null ? option : environment.get("TOWARD_MODELS");
        try {
            if (given != null && !given.isEmpty()) {
                return Path.of(given);
            }
            return home().resolve("models");
        } catch (InvalidPathException e) {
            throw new CallerMistake("the folder of models is no path; give one with --models or TOWARD_MODELS");
        }
    }
}
