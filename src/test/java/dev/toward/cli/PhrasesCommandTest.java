package dev.toward.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.FixedAnswers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code toward phrases}, on the phrases that ship; what starts with {@code at least} is read as minimizing. */
class PhrasesCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        out.reset();
        err.reset();
        Map<String, String> environment = Map.of(
                "TOWARD_MODELS",
                Path.of("models").toString(),
                "TOWARD_DATA",
                folder.resolve("data").toString());
        Shell shell =
                new Shell(InputStream.nullInputStream(), out, new PrintStream(err, true, UTF_8), environment, false);
        return Main.run(shell, models -> new FixedAnswers(), args);
    }

    private List<String> lines(String... args) {
        assertEquals(0, run(args), err.toString(UTF_8));
        return out.toString(UTF_8).lines().toList();
    }

    @Test
    void add_isListedFoundExportedAndRemoved() throws IOException {
        assertEquals(
                List.of("presence/own-001"),
                lines(
                        "phrases",
                        "add",
                        "Kettle's",
                        "on,",
                        "{name}.",
                        "--gesture",
                        "presence",
                        "--for",
                        "what a night"));
        assertEquals(List.of("presence/own-001\tKettle's on, {name}."), lines("phrases", "list", "--own"));
        assertEquals(
                "presence/own-001\tKettle's on, {name}.",
                lines("phrases", "list").get(0));
        assertTrue(lines("phrases", "search", "what", "a", "night").contains("presence/own-001\tKettle's on, {name}."));

        Path pack = folder.resolve("pack.jsonl");
        assertEquals(List.of(), lines("phrases", "export", "--out", pack.toString()));
        assertEquals(List.of(), lines("phrases", "remove", "presence/own-001"));
        assertEquals(List.of(), lines("phrases", "list", "--own"));
        assertFalse(
                lines("phrases", "search", "what", "a", "night").contains("presence/own-001\tKettle's on, {name}."));
        assertEquals(List.of(), lines("phrases", "import", pack.toString()));
        assertEquals(List.of("presence/own-001\tKettle's on, {name}."), lines("phrases", "list", "--own"));
        assertEquals(Files.readString(pack), lines("phrases", "export").get(0) + "\n");
    }

    @Test
    void list_whatShipsByGesture() {
        List<String> lines = lines("phrases", "list", "--gesture", "celebrate");
        assertTrue(lines.size() >= 80);
        assertTrue(lines.stream().allMatch(l -> l.startsWith("celebrate/")));
        assertTrue(lines("phrases", "list", "--gesture", "celebrate", "--json")
                .get(0)
                .startsWith("{\"id\":\"celebrate/"));
    }

    @Test
    void search_bestFirst() {
        List<String> found = lines("phrases", "search", "my dog died last night", "--limit", "4");
        assertEquals(4, found.size());
    }

    @Test
    void add_coldItself() {
        assertEquals(2, run("phrases", "add", "at least it was small.", "--gesture", "presence"));
        assertEquals(
                "toward: as an answer to its example the phrase is read as minimizing (at-least); it was not added\n",
                err.toString(UTF_8));
        assertEquals(List.of(), lines("phrases", "list", "--own"));
    }

    @Test
    void import_oneColdKeepsAllOut() throws IOException {
        lines("phrases", "add", "I'm around.", "--gesture", "presence");
        String warm = lines("phrases", "export").get(0);
        lines("phrases", "remove", "presence/own-001");
        Path pack = Files.writeString(
                folder.resolve("pack.jsonl"),
                warm + "\n"
                        + warm.replace("presence/own-001", "presence/own-002")
                                .replace("I'm around.", "at least I'm around."));
        assertEquals(2, run("phrases", "import", pack.toString()));
        assertTrue(
                err.toString(UTF_8).contains("presence/own-002: as an answer to its example the phrase is read as"),
                err.toString(UTF_8));
        assertEquals(List.of(), lines("phrases", "list", "--own"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            phrases                                | say what to do with phrases: list, search, add, import, export or remove
            phrases remove presence/own-009        | no phrase of yours has the id presence/own-009
            phrases list --gesture hug             | --gesture: expected one of acknowledge, mirror-feeling, normalize, invite, caring-question, follow-up, notice-pattern, appreciate, compliment, celebrate, presence, offer-help, affection, just-because, warm-greeting, closing-ritual, repair, uses-name
            phrases add {stuff} --gesture presence | expected one of {name}, {feeling}, {thing}, {time} after a brace
            phrases import none.jsonl              | cannot read none.jsonl: there is none
            """)
    void mistakes(String args, String line) {
        assertEquals(2, run(args.split(" ")));
        String said = err.toString(UTF_8);
        assertEquals("toward: " + line + "\n", said);
        assertEquals("", out.toString(UTF_8));
    }

    @Test
    void import_otherEncodingAndSpoiledLines() throws IOException {
        Path latin = Files.write(
                folder.resolve("latin.jsonl"),
                "{\"id\": \"caf\u00e9\"}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertEquals(2, run("phrases", "import", latin.toString()));
        assertEquals(
                "toward: latin.jsonl, line 1: expected UTF-8; save the file in that encoding; nothing was imported\n",
                err.toString(UTF_8));
    }
}
