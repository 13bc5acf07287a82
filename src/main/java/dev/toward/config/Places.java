package dev.toward.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where files of settings lie: the user's in {@code XDG_CONFIG_HOME}/toward or {@code ~/.config/toward}, on macOS in {@code
 * ~/Library/Application Support/Toward}, on Windows in {@code %APPDATA%\Toward}; a project's beside it, in the working folder or the nearest one above. The search
 * upward ends at a folder with {@code .git}, and at the user's home.
 *
 * @param folder the user's, there or not
 * @param here the working folder
 */
public record Places(Path folder, Path here, Path home) {
    private static final List<String> NAMES = List.of("toward.toml", "toward.yaml", "toward.yml");

    /** For this user on this machine. */
    public static Places of(Map<String, String> environment) {
        Path home = Path.of(System.getProperty("user.home", ""));
        return new Places(
                folder(environment, System.getProperty("os.name", ""), home),
                Path.of(System.getProperty("user.dir", "")),
                home);
    }

    static Path folder(Map<String, String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Toward");
        }
        if (name.startsWith("windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            Path base = roaming.isEmpty() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming);
            return base.resolve("Toward");
        }
        String given = environment.getOrDefault("XDG_CONFIG_HOME", "");
        // the specification: a relative path there is to be passed over
        boolean usable = !given.isEmpty() && Path.of(given).isAbsolute();
        return (usable ? Path.of(given) : home.resolve(".config")).resolve("toward");
    }

    /**
     * The user's file, or null.
     *
     * @throws ConfigException when there are two
     */
    public @Nullable Path user() throws ConfigException {
        return in(folder);
    }

    /** Where the user's file is, or would be. */
    public Path userOrNew() throws ConfigException {
        Path user = user();
        return user == null ? folder.resolve(NAMES.get(0)) : user;
    }

    /**
     * The file of the project that the working folder is in, or null.
     *
     * @throws ConfigException when there are two in one folder
     */
    public @Nullable Path project() throws ConfigException {
        for (Path each = here.toAbsolutePath().normalize(); each != null; each = each.getParent()) {
            Path found = isSame(each, folder) ? null : in(each);
            if (found != null) {
                return found;
            }
            if (Files.exists(each.resolve(".git")) || isSame(each, home)) {
                return null;
            }
        }
        return null;
    }

    private static boolean isSame(Path a, Path b) {
        try {
            return Files.isSameFile(a, b);
        } catch (IOException e) {
            return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
        }
    }

    private static @Nullable Path in(Path folder) throws ConfigException {
        List<Path> there =
                NAMES.stream().map(folder::resolve).filter(Files::exists).toList();
        if (there.size() > 1) {
            throw new ConfigException(
                    there.get(1).toString(),
                    "expected one file of settings, and " + there.get(0).getFileName() + " lies beside it; keep one");
        }
        return there.isEmpty() ? null : there.get(0);
    }
}
