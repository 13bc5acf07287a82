package dev.toward.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.cue.Tactic;
import dev.toward.verdict.Fingerprint;
import dev.toward.verdict.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    @TempDir
    private Path root;

    private Path home;
    private Path folder;
    private Path here;

    @BeforeEach
    void folders() throws Exception {
        home = Files.createDirectories(root.resolve("home"));
        folder = Files.createDirectories(home.resolve(".config/toward"));
        here = Files.createDirectories(home.resolve("work/letters/draft"));
    }

    private Places places() {
        return new Places(folder, here, home);
    }

    private Configuration read(List<Given> options, Map<String, String> environment) throws Exception {
        return Configuration.read(options, environment, places(), null);
    }

    private static String where(Configuration configuration, Key key) {
        Given given = configuration.first(key);
        return given == null ? "nobody" : given.from();
    }

    @Test
    void order() throws Exception {
        assertEquals("default", read(List.of(), Map.of()).word(Key.STRICTNESS));
        assertTrue(read(List.of(), Map.of()).settings().isNone());
        Path user = Files.writeString(
                folder.resolve("toward.yaml"), "strictness: gentle\ntier: fast\nsuggest: 1\nport: 7071\n");
        assertEquals("gentle", read(List.of(), Map.of()).word(Key.STRICTNESS));
        Path project = Files.writeString(
                home.resolve("work/toward.toml"), "strictness = \"picky\"\ntier = \"auto\"\nsuggest = 2\n");
        assertEquals("picky", read(List.of(), Map.of()).word(Key.STRICTNESS));
        Map<String, String> environment = Map.of("TOWARD_STRICTNESS", "gentle", "TOWARD_TIER", " full ");
        assertEquals("gentle", read(List.of(), environment).word(Key.STRICTNESS));
        Configuration all = read(List.of(new Given(Key.STRICTNESS, "picky", "--strictness")), environment);
        assertEquals("--strictness", where(all, Key.STRICTNESS));
        assertEquals("TOWARD_TIER", where(all, Key.TIER));
        assertEquals("full", all.word(Key.TIER));
        assertEquals(project + ", line 3", where(all, Key.SUGGEST));
        assertEquals(user + ", line 4", where(all, Key.PORT));
        assertEquals(7071, all.number(Key.PORT));
        assertEquals("nobody", where(all, Key.HOST));
        assertEquals("127.0.0.1", all.word(Key.HOST));
        assertNull(all.number(Key.RATE));
        assertEquals(List.of(project, user), all.files());
    }

    @Test
    void tactics_theFirstToNameOneCounts() throws Exception {
        Files.writeString(
                folder.resolve("toward.toml"),
                "disable = [\"minimizing\", \"blame\"]\nignore = [\"blame:0123456789\"]");
        Files.writeString(here.resolve("toward.toml"), "enable = [\"at-least\"]\nignore = [\"mockery:0123456789\"]");
        Configuration all = read(
                List.of(
                        new Given(Key.ENABLE, "dismissive", "--enable"),
                        new Given(Key.DISABLE, "mockery", "--disable")),
                Map.of());
        Settings settings = Settings.SHIPPED.with(all.settings());
        assertTrue(settings.off().contains(Tactic.MOCKERY), "named by itself, beside its label");
        assertFalse(settings.off().contains(Tactic.BLAME), "its label is named where it counts for more");
        assertFalse(settings.off().contains(Tactic.AT_LEAST));
        assertTrue(settings.off().contains(Tactic.COMPARISON));
        assertEquals(9, settings.off().size());
        assertEquals(
                Set.of(Fingerprint.parse("blame:0123456789"), Fingerprint.parse("mockery:0123456789")),
                settings.ignored());
        assertEquals("--enable", all.switches().get(Tactic.BLAME).from());
    }

    @Test
    void project_nearestUpToTheRepository() throws Exception {
        Files.writeString(home.resolve("toward.toml"), "tier = \"fast\"");
        assertEquals(home.resolve("toward.toml"), places().project());
        Files.writeString(home.resolve("work/toward.yml"), "tier: full");
        assertEquals(home.resolve("work/toward.yml"), places().project());
        Files.createDirectory(home.resolve("work/letters/.git"));
        assertNull(places().project(), "what lies above is another project's");
        Files.writeString(home.resolve("work/letters/toward.toml"), "");
        assertEquals(home.resolve("work/letters/toward.toml"), places().project());
    }

    @Test
    void project_notAboveHome() throws Exception {
        Files.createDirectory(root.resolve(".git"));
        Files.writeString(root.resolve("toward.toml"), "tier = \"fast\"");
        assertNull(places().project());
        assertEquals(root.resolve("toward.toml"), new Places(folder, root, home).project());
    }

    @Test
    void project_theUsersOwnFileIsNone() throws Exception {
        Files.writeString(folder.resolve("toward.toml"), "port = 7071");
        Places there = new Places(folder, folder, home);
        assertNull(there.project());
        assertEquals(7071, Configuration.read(List.of(), Map.of(), there, null).number(Key.PORT));
    }

    @Test
    void twoFilesInOnePlace() throws Exception {
        Files.writeString(folder.resolve("toward.toml"), "");
        Files.writeString(folder.resolve("toward.yaml"), "");
        assertEquals(
                folder.resolve("toward.yaml")
                        + ": expected one file of settings, and toward.toml lies beside it; keep one",
                refused(Map.of()));
    }

    @Test
    void oneFileAlone_andNone() throws Exception {
        Files.writeString(folder.resolve("toward.toml"), "tier = \"fast\"\nsuggest = 1");
        Path only = Files.writeString(root.resolve("mine.yml"), "tier: full");
        Configuration one = Configuration.read(List.of(), Map.of(), places(), only);
        assertEquals(List.of(only), one.files());
        assertEquals("full", one.word(Key.TIER));
        assertEquals(3, one.number(Key.SUGGEST));
        Configuration none = Configuration.withoutFiles(List.of(), Map.of("TOWARD_SUGGEST", "4"));
        assertEquals("auto", none.word(Key.TIER));
        assertEquals(4, none.number(Key.SUGGEST));
    }

    private String refused(Map<String, String> environment) {
        return assertThrows(ConfigException.class, () -> read(List.of(), environment))
                .getMessage();
    }

    @Test
    void environment_wrong() {
        assertEquals("TOWARD_PORT: expected a whole number from 0 to 65535", refused(Map.of("TOWARD_PORT", "many")));
        assertEquals(
                "TOWARD_DISABLE: expected a name in enable or in disable, and this one is in both",
                refused(Map.of("TOWARD_DISABLE", "blame, mockery", "TOWARD_ENABLE", "blame")));
    }

    @Test
    void folder_bySystem() {
        Path user = Path.of("/u");
        assertEquals(Path.of("/u/.config/toward"), Places.folder(Map.of(), "Linux", user));
        assertEquals(Path.of("/x/toward"), Places.folder(Map.of("XDG_CONFIG_HOME", "/x"), "Linux", user));
        assertEquals(Path.of("/u/.config/toward"), Places.folder(Map.of("XDG_CONFIG_HOME", "x"), "Linux", user));
        assertEquals(
                Path.of("/u/Library/Application Support/Toward"),
                Places.folder(Map.of("XDG_CONFIG_HOME", "/x"), "Mac OS X", user));
        assertEquals(Path.of("/a/Toward"), Places.folder(Map.of("APPDATA", "/a"), "Windows 11", user));
        assertEquals(Path.of("/u/AppData/Roaming/Toward"), Places.folder(Map.of(), "Windows 11", user));
    }

    @Test
    void text_ofDefaults() throws Exception {
        assertEquals("""
                strictness = "default"
                disable = []
                ignore = []
                tier = "auto"
                suggest = 3
                host = "127.0.0.1"
                port = 7070
                # languagetool is not set
                allow-origin = []
                allow-host = []
                # rate is not set
                # waiting is not set
                """, ConfigText.of(read(List.of(), Map.of())));
        assertTrue(
                ConfigText.explained(read(List.of(), Map.of()))
                        .startsWith("# command line, then environment, then these files:\n#   "
                                + folder.resolve("toward.toml") + " (not there)\nstrictness"),
                "where it would be");
    }

    @Test
    void text_explained() throws Exception {
        Path user = Files.writeString(folder.resolve("toward.toml"), "disable = [\n  \"at-least\",\n]\nport = 7071\n");
        Configuration all =
                read(List.of(new Given(Key.ENABLE, "blame", "--enable")), Map.of("TOWARD_STRICTNESS", "gentle"));
        assertEquals("""
                # command line, then environment, then these files:
                #   USER
                strictness = "gentle"                   # TOWARD_STRICTNESS
                disable = [
                  "at-least",                           # USER, line 2
                ]
                enable = [
                  "blame",                              # --enable
                ]
                ignore = []                             # built in
                tier = "auto"                           # built in
                suggest = 3                             # built in
                host = "127.0.0.1"                      # built in
                port = 7071                             # USER, line 4
                # languagetool is not set
                allow-origin = []                       # built in
                allow-host = []                         # built in
                # rate is not set
                # waiting is not set
                """, ConfigText.explained(all).replace(user.toString(), "USER"));
        // what is printed can be put into a file
        for (String text : List.of(ConfigText.of(all), ConfigText.explained(all))) {
            Path again = Files.writeString(root.resolve("again.toml"), text);
            Configuration same = Configuration.read(List.of(), Map.of(), places(), again);
            assertEquals(ConfigText.of(all), ConfigText.of(same));
        }
    }
}
