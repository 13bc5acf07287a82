package dev.toward.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.verdict.Fingerprint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is added to a file of settings. A tilde in a table below is the end of a line. */
class IgnoreListTest {
    private static final Fingerprint ONE = Fingerprint.parse("blame:0000000001");
    private static final Fingerprint TWO = Fingerprint.parse("blame:0000000002");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a.toml | ``                                 | ignore = [~  "blame:0000000001",~]~
            a.toml | port = 1                           | port = 1~ignore = [~  "blame:0000000001",~]~
            a.toml | `ignore = []  # none yet~port = 1~` | `ignore = ["blame:0000000001"]  # none yet~port = 1~`
            a.toml | `# ignore = ["x"]~ignore = [ # why~  "blame:0000000003", # because~]~` | `# ignore = ["x"]~ignore = [~  "blame:0000000001", # why~  "blame:0000000003", # because~]~`
            a.toml | `ignore = ["blame:0000000003"]~`   | `ignore = ["blame:0000000001", "blame:0000000003"]~`
            a.yaml | ``                                 | ignore:~  - blame:0000000001~
            a.yaml | port: 1~                           | port: 1~ignore:~  - blame:0000000001~
            a.yaml | `ignore: [] # none~port: 1~`       | `ignore: ["blame:0000000001"] # none~port: 1~`
            a.yaml | `port: 1~ignore: [blame:0000000003]~` | `port: 1~ignore: ["blame:0000000001", blame:0000000003]~`
            a.yml  | `ignore: # why~# not~- blame:0000000003 # because~port: 1~` | `ignore: # why~# not~- blame:0000000001~- blame:0000000003 # because~port: 1~`
            """)
    void add(String name, String before, String after) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, before.replace('~', '\n'));
        assertEquals(Set.of(ONE), IgnoreList.add(file, List.of(ONE)));
        assertEquals(after.replace('~', '\n'), Files.readString(file));
        assertEquals(Set.of(), IgnoreList.add(file, List.of(ONE)));
        assertEquals(after.replace('~', '\n'), Files.readString(file));
        assertEquals(Set.of(TWO), IgnoreList.add(file, List.of(ONE, TWO)));
    }

    @Test
    void add_linesOfWindows() throws Exception {
        Path file = Files.writeString(folder.resolve("a.toml"), "port = 1\r\ntier = \"full\"\r\n");
        IgnoreList.add(file, List.of(ONE));
        assertEquals(
                "port = 1\r\ntier = \"full\"\r\nignore = [\r\n  \"blame:0000000001\",\r\n]\r\n",
                Files.readString(file));
    }

    @Test
    void add_makesFolderAndFile() throws Exception {
        Path file = folder.resolve("new/toward/toward.toml");
        IgnoreList.add(file, List.of(ONE));
        assertEquals(1, ConfigFile.read(file, false).size());
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void add_keepsLinkAndPermissions() throws Exception {
        Path kept = Files.writeString(folder.resolve("dotfiles.toml"), "port = 1\n");
        Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("toward.toml"), kept);
        IgnoreList.add(link, List.of(ONE));
        assertTrue(Files.isSymbolicLink(link));
        assertTrue(Files.readString(kept).contains(ONE.id()));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ignore = [\"x\"]\n", "port = \n"})
    void add_notToWhatIsWrong(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("a.toml"), text);
        assertThrows(ConfigException.class, () -> IgnoreList.add(file, List.of(ONE)));
        assertEquals(text, Files.readString(file));
    }

    @Test
    void add_notWhereItIsNotSafe() throws Exception {
        String text = "{port: 1}\n";
        Path file = Files.writeString(folder.resolve("a.yaml"), text);
        String said = assertThrows(ConfigException.class, () -> IgnoreList.add(file, List.of(ONE)))
                .getMessage();
        assertEquals(file + ": nothing can be added here safely; write it into the list ignore yourself", said);
        assertEquals(text, Files.readString(file));
    }
}
