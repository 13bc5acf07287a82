package dev.toward.config;

import dev.toward.cue.Tactic;
import dev.toward.verdict.Fingerprint;
import dev.toward.verdict.Settings;
import dev.toward.verdict.Strictness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds, out of all that was given: command line, environment, the project's file, the user's file, in this order. Of a single value the first that gives
 * it counts. Lists add up, and whether a tactic is told is for the first to say that names it. Immutable.
 */
public final class Configuration {
    private final List<List<Given>> layers;
    private final List<Path> files;
    private final @Nullable Path missing;

    private Configuration(List<List<Given>> layers, List<Path> files, @Nullable Path missing) {
        this.layers = List.copyOf(layers);
        this.files = List.copyOf(files);
        this.missing = missing;
    }

    /**
     * Reads environment and files.
     *
     * @param options what the command line gives
     * @param only the one file to read, or null for the user's and the project's
     */
    public static Configuration read(
            List<Given> options, Map<String, String> environment, Places places, @Nullable Path only)
            throws ConfigException {
        if (only != null) {
            return of(options, environment, null, only, null);
        }
        Path user = places.user();
        return of(options, environment, places.project(), user, user == null ? places.userOrNew() : null);
    }

    /** Reads the environment alone. */
    public static Configuration withoutFiles(List<Given> options, Map<String, String> environment)
            throws ConfigException {
        return of(options, environment, null, null, null);
    }

    private static Configuration of(
            List<Given> options,
            Map<String, String> environment,
            @Nullable Path project,
            @Nullable Path user,
            @Nullable Path missing)
            throws ConfigException {
        Layer.check(options);
        List<List<Given>> layers = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        layers.add(List.copyOf(options));
        layers.add(Layer.ofEnvironment(environment));
        if (project != null) {
            layers.add(ConfigFile.read(project, true));
            files.add(project);
        }
        if (user != null) {
            layers.add(ConfigFile.read(user, false));
            files.add(user);
        }
        return new Configuration(layers, files, missing);
    }

    /** Those that were read, the one that counts for more first. */
    public List<Path> files() {
        return files;
    }

    /** Where the user's file would be that is not there, or null. */
    public @Nullable Path missing() {
        return missing;
    }

    /** What counts of a key with a single value, or null where nobody gives it. */
    public @Nullable Given first(Key key) {
        return layers.stream()
                .flatMap(List::stream)
                .filter(g -> g.key() == key)
                .findFirst()
                .orElse(null);
    }

    /** The single value of a key: given, or built in, or null where there is neither. */
    public @Nullable String word(Key key) {
        Given given = first(key);
        return given == null ? key.builtIn() : given.value();
    }

    /** The same as a number. */
    public @Nullable Integer number(Key key) {
        String word = word(key);
        return word == null ? null : Integer.valueOf(word);
    }

    /** All values of a key, each once, by who gives it first. */
    public List<Given> all(Key key) {
        Map<String, Given> all = new LinkedHashMap<>();
        layers.stream().flatMap(List::stream).filter(g -> g.key() == key).forEach(g -> all.putIfAbsent(g.value(), g));
        return List.copyOf(all.values());
    }

    /** For each tactic that somebody names, by itself or by its label, who says whether it is told. */
    public Map<Tactic, Given> switches() {
        Map<Tactic, Given> switches = new EnumMap<>(Tactic.class);
        for (List<Given> layer : layers) {
            Map<Tactic, Given> named = new EnumMap<>(Tactic.class);
            for (boolean single : List.of(false, true)) {
                for (Given given : layer) {
                    if (given.key() == Key.ENABLE || given.key() == Key.DISABLE) {
                        List<Tactic> tactics = Settings.named(given.value());
                        if ((tactics.size() == 1) == single) {
                            tactics.forEach(t -> named.put(t, given));
                        }
                    }
                }
            }
            named.forEach(switches::putIfAbsent);
        }
        return switches;
    }

    /** What is told and what is not, as a change of what ships. */
    public Settings.Change settings() {
        Given strictness = first(Key.STRICTNESS);
        Set<Tactic> on = EnumSet.noneOf(Tactic.class);
        Set<Tactic> off = EnumSet.noneOf(Tactic.class);
        switches().forEach((tactic, given) -> (given.key() == Key.ENABLE ? on : off).add(tactic));
        Set<Fingerprint> ignored = new LinkedHashSet<>();
        all(Key.IGNORE).forEach(given -> ignored.add(Fingerprint.parse(given.value())));
        return new Settings.Change(strictness == null ? null : Strictness.of(strictness.value()), on, off, ignored);
    }
}
