package dev.toward.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.cue.Tactic;
import dev.toward.verdict.Fingerprint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of settings, right ones and wrong ones. A tilde in a table below is the end of a line. */
class ConfigFileTest {
    private static final Path TOML = Path.of("toward.toml");
    private static final Path YAML = Path.of("toward.yaml");

    private static List<String> read(Path file, String text) throws ConfigException {
        return ConfigFile.parse(file, text.getBytes(UTF_8), false).stream()
                .map(g -> g.key().id() + "=" + g.value() + "@" + line(g))
                .toList();
    }

    private static int line(Given given) {
        return Integer.parseInt(given.from().replaceAll(".*line ", ""));
    }

    private static String refused(Path file, byte[] bytes, boolean ofProject) {
        return assertThrows(ConfigException.class, () -> ConfigFile.parse(file, bytes, ofProject))
                .getMessage();
    }

    private static String refused(Path file, String text) {
        return refused(file, text.replace('~', '\n').getBytes(UTF_8), false);
    }

    @Test
    void toml_everyKey() throws Exception {
        assertEquals(
                List.of(
                        "strictness=picky@2",
                        "disable=at-least@4",
                        "disable=dismissive@5",
                        "enable=blame@7",
                        "ignore=at-least:0123456789@8",
                        "tier=full@9",
                        "suggest=5@10",
                        "host=localhost@11",
                        "port=7071@12",
                        "languagetool=http://localhost:8081@13",
                        "allow-origin=https://example.org@14",
                        "allow-host=pad.example.org@15",
                        "rate=10@16",
                        "waiting=0@17"),
                read(TOML, """
                        # a comment, "with = things"
                        strictness = 'picky'   # port = 1
                        disable = [
                          "at-least",
                          '''dismissive''',
                        ]
                        "enable" = ["blame"]
                        ignore = ["at-least:0123456789"]
                        tier = "full"
                        suggest = 5
                        host = "localhost"
                        port = 7_071
                        languagetool = "http://localhost:8081"
                        allow-origin = ["https://example.org"]
                        allow-host = ["pad.example.org"]
                        rate = 10
                        waiting = 0
                        """));
    }

    @Test
    void yaml_everyKind() throws Exception {
        assertEquals(
                List.of(
                        "strictness=gentle@3",
                        "disable=at-least@5",
                        "disable=comparison@6",
                        "ignore=at-least:0123456789@7",
                        "port=7071@8"),
                read(YAML, """
                        # a comment
                        ---
                        strictness: gentle
                        disable:
                          - at-least
                          - "comparison"
                        ignore: [at-least:0123456789]
                        port: 7071
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing\n", "\uFEFF"})
    void nothing(String text) throws Exception {
        assertEquals(List.of(), read(TOML, text));
        assertEquals(List.of(), read(YAML, text));
    }

    @Test
    void linesEndAsOnWindows() throws Exception {
        assertEquals(
                List.of("strictness=gentle@1", "disable=blame@3"),
                read(TOML, "\uFEFFstrictness = \"gentle\"\r\ndisable = [\r\n  \"blame\"\r\n]\r\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            strictness = "harsh"              | line 1: strictness: expected gentle, default or picky
            ~strictness = 3                   | line 2: strictness: expected text, in quotation marks
            strictness = ["gentle"]           | line 1: strictness: expected one value, and this is a list
            disable = "at-least"              | line 1: disable: expected a list, with [ and ]
            disable = ["blame",~"nonsuch"]    | line 2: disable: expected a tactic, as at-least (docs/tactics lists them), or dismissive or minimizing for all of these
            disable = [~1]                    | line 1: disable: expected text, in quotation marks
            ignore = ["at-least"]             | line 1: ignore: expected a fingerprint, as at-least:3f2a9c41d0; 'toward check --explain' shows them
            port = "7070"                     | line 1: port: expected a whole number, without quotation marks
            port = 70000                      | line 1: port: expected a whole number from 0 to 65535
            port = -1                         | line 1: port: expected a whole number from 0 to 65535
            port = 7.5                        | line 1: port: expected a whole number, without quotation marks
            port = 123456789012345678901      | line 1: port: expected a whole number, without quotation marks
            languagetool = "localhost"        | line 1: languagetool: expected an address, as http://localhost:8081
            tier = "deep"                     | line 1: tier: expected fast, auto or full
            ~~secretkey = 1                   | line 3: there is no such key; there are strictness, disable, enable, ignore, tier, suggest, host, port, languagetool, allow-origin, allow-host, rate, waiting
            ~[check]~tier = "full"            | line 2: expected keys without [tables]; leave the table's line out
            tier = "full"~check.tier = "full" | line 2: expected a value or a list of values, and this goes deeper
            disable = [[["a"]]]               | line 1: expected a value or a list of values, and this goes deeper
            disable = [["blame"]]             | line 1: disable: expected text, in quotation marks
            disable = {a = 1}                 | line 1: expected a value or a list of values, and this goes deeper
            tier = "full"~tier = "full"       | line 2: expected it once, and it is there twice
            tier = "full"~"tier" = "full"     | line 2: expected it once, and it is there twice
            tier = "full                      | line 1: expected TOML, as strictness = "gentle", and it breaks here
            strictness gentle                 | line 1: expected TOML, as strictness = "gentle", and it breaks here
            disable = ["blame"]~enable = ["blame"] | line 1: expected a name in enable or in disable, and this one is in both
            """)
    void toml_refused(String text, String reason) {
        assertEquals("toward.toml, " + reason, refused(TOML, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            strictness: harsh              | line 1: strictness: expected gentle, default or picky
            strictness: true               | line 1: strictness: expected text, in quotation marks
            strictness: [gentle]           | line 1: strictness: expected one value, and this is a list
            disable: at-least              | line 1: disable: expected a list, with [ and ]
            disable:~  - blame~  - nonsuch | line 3: disable: expected a tactic, as at-least (docs/tactics lists them), or dismissive or minimizing for all of these
            port: '7070'                   | line 1: port: expected a whole number, without quotation marks
            port: 12345678901              | line 1: port: expected a whole number from 0 to 65535
            secretkey: 1                   | line 1: there is no such key; there are strictness, disable, enable, ignore, tier, suggest, host, port, languagetool, allow-origin, allow-host, rate, waiting
            check:~  tier: full            | line 2: expected a value or a list of values, and this goes deeper
            disable:~  - [a]               | line 2: expected a value or a list of values, and this goes deeper
            disable: &a [blame]            | line 1: anchors and aliases (& and *) are not read; write it out
            - strictness                   | line 1: expected keys and values, as strictness: gentle
            tier: full~---~tier: fast      | line 3: expected one YAML document, and here a second begins
            """)
    void yaml_refused(String text, String reason) {
        assertEquals("toward.yaml, " + reason, refused(YAML, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tier: [full", "tier: 'full", "tier: \"full", "@tier: full"})
    void yaml_breaks(String text) {
        String said = refused(YAML, text);
        assertTrue(said.matches("toward\\.yaml, line [12]: expected YAML, and it breaks here"), said);
    }

    /** What stands twice counts for nothing rather than for the last. */
    @Test
    void yaml_twice() {
        assertEquals(
                "toward.yaml, line 2: expected it once, and it is there twice", refused(YAML, "tier: full~tier: fast"));
    }

    /** A project that somebody else wrote must not send texts elsewhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "languagetool = \"http://collector.example\"",
                "host = \"0.0.0.0\"",
                "port = 1",
                "allow-origin = [\"https://x.example\"]",
                "allow-host = [\"x.example\"]",
                "rate = 0",
                "waiting = 0"
            })
    void project_mayNotSayWhereTextsGo(String line) throws Exception {
        String key = line.replaceAll(" .*", "");
        assertEquals(
                "toward.toml, line 1: " + key
                        + " may stand in your own file only, not beside a project; docs/settings.md says where yours lies",
                refused(TOML, line.getBytes(UTF_8), true));
        assertEquals(1, ConfigFile.parse(TOML, line.getBytes(UTF_8), false).size());
    }

    @Test
    void encoding() {
        assertEquals(
                "toward.toml, line 2: expected UTF-8; save the file in that encoding",
                refused(TOML, "tier = \"full\"\n# caf\u00e9\n".getBytes(ISO_8859_1), false));
        assertEquals(
                "toward.yaml, line 1: expected no control characters, nor other ends of lines than the usual",
                refused(YAML, "tier: full\0\n".getBytes(UTF_8), false));
    }

    @Test
    void read_whatIsNoFile(@TempDir Path folder) throws Exception {
        Path huge = folder.resolve("huge.toml");
        Files.write(huge, new byte[1 << 20]);
        assertEquals(huge + ": expected no more than 64 KiB of settings; is it another file?", unreadable(huge));
        assertEquals(folder + ": expected a file, and this is none", unreadable(folder));
        Path none = folder.resolve("none.toml");
        assertEquals(none + ": there is no such file", unreadable(none));
    }

    private static String unreadable(Path file) {
        return assertThrows(ConfigException.class, () -> ConfigFile.read(file, false))
                .getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "{", "a.", "disable = [", "disable = {a=", "- ", "{a: ", "a:\n ", "\"", "'''", "? ", "&a "})
    void deep(String piece) {
        byte[] bytes = piece.repeat((ConfigFile.LIMIT - 100) / piece.length()).getBytes(UTF_8);
        assertFalse(refused(TOML, bytes, false).isEmpty());
        assertFalse(refused(YAML, bytes, false).isEmpty());
    }

    @Provide
    Arbitrary<String> almostFiles() {
        Arbitrary<String> pieces = Arbitraries.of(
                "strictness",
                "disable",
                "port",
                "ignore",
                " = ",
                ": ",
                "[",
                "]",
                "{",
                "}",
                "\"",
                "'",
                "\"\"\"",
                "'''",
                "\\",
                "#",
                "\n",
                "\r\n",
                "  ",
                "- ",
                ",",
                "gentle",
                "at-least",
                "7070",
                "0x1F",
                "1e9",
                "true",
                "null",
                "&a ",
                "*a",
                "!!x ",
                "---\n",
                "...\n",
                "1979-05-27",
                ".",
                "é",
                "😀",
                "|\n",
                ">\n",
                "? ");
        return pieces.list().ofMaxSize(30).map(list -> String.join("", list));
    }

    /** Whatever stands there is read or refused, with file and line; nothing of it comes back in the reason. */
    @Property(tries = 2000)
    void anything_isReadOrRefused(@ForAll("almostFiles") String text) {
        for (Path file : List.of(TOML, YAML)) {
            try {
                for (Given given : ConfigFile.parse(file, text.getBytes(UTF_8), false)) {
                    given.key().check(given.value());
                    assertTrue(given.from().matches("toward\\.(toml|yaml), line [0-9]+"), given.from());
                }
            } catch (ConfigException e) {
                assertTrue(
                        e.getMessage().matches("toward\\.(toml|yaml), line [1-9][0-9]*: [\\x20-\\x7e]+"),
                        e.getMessage());
            }
        }
    }

    @Property(tries = 500)
    void anyBytes_areReadOrRefused(@ForAll byte[] bytes) {
        for (Path file : List.of(TOML, YAML)) {
            try {
                assertEquals(List.of(), ConfigFile.parse(file, bytes, true));
            } catch (ConfigException e) {
                assertTrue(e.getMessage().startsWith(file + ", line "), e.getMessage());
            }
        }
    }

    @Provide
    Arbitrary<List<Given>> settings() {
        Arbitrary<Given> strictness =
                Arbitraries.of("gentle", "default", "picky").map(v -> new Given(Key.STRICTNESS, v, ""));
        Arbitrary<Given> port = Arbitraries.integers().between(0, 65535).map(v -> new Given(Key.PORT, "" + v, ""));
        Arbitrary<List<Given>> off = Arbitraries.of(Tactic.values())
                .map(t -> new Given(Key.DISABLE, t.id(), ""))
                .list()
                .uniqueElements()
                .ofMaxSize(20);
        Arbitrary<List<Given>> ignored = Arbitraries.of(Tactic.values())
                .map(t -> new Given(Key.IGNORE, Fingerprint.of(t, t.why()).id(), ""))
                .list()
                .uniqueElements()
                .ofMaxSize(20);
        return Combinators.combine(strictness, port, off, ignored)
                .as((s, p, d, i) -> Stream.of(List.of(s), d, i, List.of(p))
                        .flatMap(List::stream)
                        .toList());
    }

    /** What is written in either form comes back as it was, each with the line that it stands on. */
    @Property(tries = 300)
    void whatIsWritten_comesBack(@ForAll("settings") List<Given> settings, @ForAll boolean overLines) throws Exception {
        for (Path file : List.of(TOML, YAML)) {
            String text = written(settings, file.equals(TOML), overLines);
            List<Given> read = ConfigFile.parse(file, text.getBytes(UTF_8), false);
            assertEquals(
                    settings.stream().map(g -> g.key() + g.value()).toList(),
                    read.stream().map(g -> g.key() + g.value()).toList());
            List<String> lines = text.lines().toList();
            for (Given given : read) {
                assertTrue(lines.get(line(given) - 1).contains(given.value()), text);
            }
        }
    }

    private static String written(List<Given> settings, boolean toml, boolean overLines) {
        List<String> lines = new ArrayList<>();
        for (Key key : List.of(Key.STRICTNESS, Key.DISABLE, Key.IGNORE, Key.PORT)) {
            List<String> values = settings.stream()
                    .filter(g -> g.key() == key)
                    .map(g -> key == Key.PORT ? g.value() : '"' + g.value() + '"')
                    .toList();
            String is = toml ? " = " : ": ";
            if (key == Key.STRICTNESS || key == Key.PORT) {
                lines.add(key.id() + is + values.get(0));
            } else if (!overLines || values.isEmpty()) {
                lines.add(key.id() + is + values);
            } else if (toml) {
                lines.add(key.id() + " = [");
                values.forEach(v -> lines.add("  " + v + ",  # [why] = \"x\""));
                lines.add("]");
            } else {
                lines.add(key.id() + ":");
                values.forEach(v -> lines.add("  - " + v + "  # why: x"));
            }
        }
        return String.join("\n# between\n\n", lines);
    }
}
