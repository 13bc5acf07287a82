package dev.toward.phrase;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where what belongs to the user lies: {@code TOWARD_DATA} if set; else on Linux {@code XDG_DATA_HOME}/toward or
 * {@code ~/.local/share/toward} (XDG Base Directory Specification), on macOS {@code ~/Library/Application Support/Toward}, on Windows
 * {@code %APPDATA%\Toward}.
 */
public final class DataFolder {
    private DataFolder() {}

    /** The folder, there or not, for this user on this machine. */
    public static Path of(Map<String, String> environment) {
        return of(environment, System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", "")));
    }

    static Path of(Map<String, String> environment, String system, Path home) {
        String given = environment.getOrDefault("TOWARD_DATA", "");
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Toward");
        }
        if (name.startsWith("windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            Path base = roaming.isEmpty() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming);
            return base.resolve("Toward");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        // the specification: a relative path there is to be passed over
        boolean usable = !data.isEmpty() && Path.of(data).isAbsolute();
        return (usable ? Path.of(data) : home.resolve(".local").resolve("share")).resolve("toward");
    }
}
