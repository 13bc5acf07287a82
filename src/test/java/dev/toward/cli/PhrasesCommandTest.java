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
                err.toString(UTF_8)
                        .startsWith("toward: pack.jsonl, line 2: as an answer to its example the phrase is read as"),
                err.toString(UTF_8));
        assertEquals(List.of(), lines("phrases", "list", "--own"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            phrases                                | say what to do with phrases: list, search, add, import, export or remove
            phrases remove presence/own-009        | no phrase of yours has the id presence/own-009
            phrases list --gesture hug             | --gesture: expected one of acknowledge, mirror-feeling, normalize, invite, caring-question, follow-up, notice-pattern, appreciate, compliment, celebrate, presence, offer-help, affection, just-because, warm-greeting, closing-ritual, repair, uses-name
            phrases add {stuff} --gesture presence | expected one of {name}, {feeling}, {thing}, {time}, {event} after a brace
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

    private static final String WARM = """
            phrases:
              - id: presence/own-001
                text: %s
                gesture: presence
                bids: [distress]
                situations: [any]
                heals: []
                registers: [plain]
                relationships: []
                slots: []
                sorts: []
                intensity: medium
                length: short
                reach: broad
                example: {context: what a night, slots: {}}
                note: null
            """;

    private void refused(String name, String pack, String line) throws IOException {
        Path file = Files.writeString(folder.resolve(name), pack);
        assertEquals(2, run("phrases", "import", file.toString()), err.toString(UTF_8));
        assertEquals("toward: " + line + "; nothing was imported\n", err.toString(UTF_8));
        assertEquals("", out.toString(UTF_8));
        assertEquals(List.of(), lines("phrases", "list", "--own"));
    }

    @Test
    void import_yaml_testsPass() throws IOException {
        Path pack = Files.writeString(folder.resolve("pack.yml"), WARM.formatted("I'm around.") + """
                tests:
                  - context: null
                    draft: at least it was small
                    offers: [mirror-feeling]
                """);
        assertEquals(0, run("phrases", "import", pack.toString()), err.toString(UTF_8));
        assertEquals("toward: imported 1; tests passed: 1\n", err.toString(UTF_8));
        assertEquals(List.of("presence/own-001\tI'm around."), lines("phrases", "list", "--own"));

        assertEquals(2, run("phrases", "import", pack.toString()));
        assertEquals(
                "toward: pack.yml, line 2: id: expected a new one, a phrase of yours has this; nothing was imported\n",
                err.toString(UTF_8));
        assertEquals(1, lines("phrases", "list", "--own").size());
    }

    @Test
    void import_yaml_testFails() throws IOException {
        refused(
                "pack.yaml",
                WARM.formatted("I'm around.") + """
                tests:
                  - context: [what a night, and now this]
                    draft: at least it was small
                    offers: mirror-feeling
                  - context: what a night
                    draft: at least it was small
                    offers:
                      - mirror-feeling
                      - presence
                """,
                "pack.yaml, line 25: the test expects presence to be offered; offered instead: mirror-feeling/loss-014");
        refused(
                "pack.yaml",
                WARM.formatted("I'm around.") + """
                tests:
                  - {context: null, draft: that is good, offers: presence/own-001}
                """,
                "pack.yaml, line 18: the test expects presence/own-001 to be offered; nothing is offered, for the draft is"
                        + " read as neutral and needs no other words");
        refused(
                "pack.yaml",
                WARM.formatted("I'm around.") + """
                tests:
                  - {context: null, draft: that is good, offers: presence/own-777}
                """,
                "pack.yaml, line 18: offers: no phrase has the id presence/own-777");
    }

    @Test
    void import_jsonl_testFails() throws IOException {
        lines("phrases", "add", "I'm around.", "--gesture", "presence");
        String warm = lines("phrases", "export").get(0);
        lines("phrases", "remove", "presence/own-001");
        refused(
                "pack.jsonl",
                "{\"test\":{\"context\":null,\"draft\":\"at least it was small\",\"offers\":\"mirror-feeling\"}}\n"
                        + warm
                        + "\n\n{\"test\":{\"context\":null,\"draft\":\"at least it was small\",\"offers\":\"presence\"}}\n",
                "pack.jsonl, line 4: the test expects presence to be offered; offered instead: mirror-feeling/loss-014");
    }

    @Test
    void import_cold_orTaken() throws IOException {
        refused(
                "pack.yaml",
                WARM.formatted("at least it was small."),
                "pack.yaml, line 3: as an answer to its example the phrase is read as minimizing (at-least)");
        String shipped =
                lines("phrases", "list", "--gesture", "presence").get(0).split("\t")[0];
        refused(
                "pack.yaml",
                WARM.formatted("I'm around.").replace("presence/own-001", shipped),
                "pack.yaml, line 2: id: expected a new one, a phrase that ships has this");
        String twice = WARM.formatted("I'm around.");
        refused(
                "pack.yaml",
                twice + twice.substring(twice.indexOf('\n') + 1),
                "pack.yaml, line 17: id: expected a new one, this stands in pack.yaml, line 2");
    }

    @Test
    void import_twoPacks_allOrNone() throws IOException {
        Path good = Files.writeString(folder.resolve("good.yaml"), WARM.formatted("I'm around."));
        Path same = Files.writeString(folder.resolve("same.yaml"), WARM.formatted("I'm near."));
        assertEquals(2, run("phrases", "import", good.toString(), same.toString()));
        assertEquals(
                "toward: same.yaml, line 2: id: expected a new one, this stands in good.yaml, line 2; nothing was imported\n",
                err.toString(UTF_8));
        assertEquals(List.of(), lines("phrases", "list", "--own"));
    }

    /** What looks like a pattern, a slot's filling in braces, and a name that runs from right to left. */
    @Test
    void export_hostileTextsStayAsWritten() throws IOException {
        String text = "^I'm (.*) $1 \\\\d+ \u202e\u05d0\u05d3\u05dd\u202c \ud83d\udc90 # %s: yes.";
        Path pack = Files.writeString(
                folder.resolve("pack.yaml"),
                WARM.formatted("\"" + text + " {name}\"")
                        .replace("slots: []", "slots: [name]")
                        .replace("length: short", "length: medium")
                        .replace("slots: {}", "slots: {name: \"{thing}} \u05d0\u05d3\u05dd $0\"}"));
        assertEquals(0, run("phrases", "import", pack.toString()), err.toString(UTF_8));
        List<String> jsonl = lines("phrases", "export");
        assertEquals(
                List.of("presence/own-001\t" + text.replace("\\\\", "\\") + " {name}"),
                lines("phrases", "list", "--own"));
        assertTrue(jsonl.get(0).contains("{thing}} \u05d0\u05d3\u05dd $0"), jsonl.get(0));

        Path yaml = folder.resolve("again.yaml");
        lines("phrases", "export", "--out", yaml.toString());
        assertTrue(Files.readString(yaml).startsWith("phrases:\n"), Files.readString(yaml));
        assertEquals(Files.readString(yaml), String.join("\n", lines("phrases", "export", "--format", "yaml")) + "\n");
        lines("phrases", "remove", "presence/own-001");
        assertEquals(List.of(), lines("phrases", "import", yaml.toString()));
        assertEquals(jsonl, lines("phrases", "export", "--format", "jsonl"));
    }

    @Test
    void export_formWins() throws IOException {
        Path odd = folder.resolve("mine.yaml");
        lines("phrases", "add", "I'm around.", "--gesture", "presence");
        lines("phrases", "export", "--format", "jsonl", "--out", odd.toString());
        assertTrue(Files.readString(odd).startsWith("{\"id\""), Files.readString(odd));
        assertEquals(2, run("phrases", "export", "--format", "xml"));
        assertTrue(err.toString(UTF_8).contains("--format: expected jsonl or yaml"), err.toString(UTF_8));
    }
}
