package dev.toward.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.cue.Gesture;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackFileTest {
    private static final String GOOD = """
            # of the allotment society
            phrases:
              - id: mirror-feeling/loss-001
                text: Losing {thing} must sting.
                gesture: mirror-feeling
                bids:
                  - distress
                  - vent
                situations: [loss, job]
                heals: [at-least]
                registers: [tender]
                relationships: []
                slots: [thing]
                sorts: [lost]
                intensity: medium
                length: short
                reach: broad
                example:
                  context: |
                    They let me go.
                    Today.
                  slots:
                    thing: that job
                note:
            tests:
              - context: They let me go
                draft: "ok"
                offers: mirror-feeling/loss-001
              - context: [so, they let me go]
                draft: no
                offers: [presence, mirror-feeling/loss-001]
                suggest: 10
                them: Ines
            """.replace("vent", "good-news");

    @TempDir
    private Path folder;

    private PhrasePack read(String name, String text) throws IOException {
        return PackFile.read(Files.writeString(folder.resolve(name), text));
    }

    private void assertRefused(String expected, String name, String text) {
        assertEquals(
                expected,
                assertThrows(PhraseFileException.class, () -> read(name, text)).getMessage());
    }

    private static String line(Phrase phrase) {
        return PackFile.text(List.of(phrase), PackForm.JSONL);
    }

    @Test
    void read_yaml() throws IOException {
        PhrasePack pack = read("pack.yaml", GOOD);
        Placed<Phrase> phrase = pack.phrases().get(0);
        assertEquals("Losing that job must sting.", phrase.what().inItsExample());
        assertEquals("They let me go.\nToday.\n", phrase.what().example().context());
        assertEquals(3, phrase.place().line());
        assertEquals(4, phrase.place().at("/text").line());
        assertEquals(3, phrase.place().at("/nowhere/at/all").line());
        assertEquals(
                new PackTest(
                        Draft.of("ok", "They let me go"),
                        List.of(new PackTest.OfPhrase("mirror-feeling/loss-001")),
                        PackTest.USUAL,
                        null),
                pack.tests().get(0).what());
        assertEquals(
                new PackTest(
                        new Draft("no", new Bid(List.of("so", "they let me go"))),
                        List.of(
                                new PackTest.OfGesture(Gesture.PRESENCE),
                                new PackTest.OfPhrase("mirror-feeling/loss-001")),
                        10,
                        "Ines"),
                pack.tests().get(1).what());
        assertEquals(29, pack.tests().get(1).place().line());
    }

    @Test
    void read_jsonl_isTheSame() throws IOException {
        PhrasePack yaml = read("pack.yaml", GOOD);
        PhrasePack jsonl = read("pack.jsonl", "\n" + line(yaml.phrases().get(0).what()) + """
                {"test": {"context": "They let me go", "draft": "ok", "offers": "mirror-feeling/loss-001"}}
                {"test": {"context": ["so", "they let me go"], "draft": "no", "offers": ["presence", "mirror-feeling/loss-001"], "suggest": 10, "them": "Ines"}}
                """);
        assertEquals(
                yaml.phrases().stream().map(Placed::what).toList(),
                jsonl.phrases().stream().map(Placed::what).toList());
        assertEquals(
                yaml.tests().stream().map(Placed::what).toList(),
                jsonl.tests().stream().map(Placed::what).toList());
        assertEquals(2, jsonl.phrases().get(0).place().at("/text").line());
        assertEquals(4, jsonl.tests().get(1).place().at("/offers").line());
    }

    @Test
    void read_formByNameThenByContent() throws IOException {
        String jsonl = line(read("pack.YML", GOOD).phrases().get(0).what());
        assertEquals(1, read("pack", "\uFEFF\n" + GOOD).phrases().size());
        assertEquals(1, read("pack.txt", "\uFEFF\n" + jsonl).phrases().size());
        assertEquals(0, read("empty.txt", "\n").phrases().size());
        assertRefused("pack.jsonl, line 1: expected one JSON object a line; it breaks at column 1", "pack.jsonl", GOOD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            gesture: mirror-feeling | gesture: hug          |  5 | gesture: expected one of acknowledge, mirror-feeling, normalize, invite, caring-question, follow-up, notice-pattern, appreciate, compliment, celebrate, presence, offer-help, affection, just-because, warm-greeting, closing-ritual, repair, uses-name
            - good-news             | - distress            |  8 | bids: expected each once
            intensity: medium       | intensity: 7          | 15 | intensity: expected one of light, medium, grave
            length: short           | length: long          | 16 | length: expected short
            Losing {thing} must     | "Losing {it} must"#   |  4 | expected one of {name}, {feeling}, {thing}, {time}, {event} after a brace
            reach: broad            | rich: broad           |  3 | reach: missing
            note:                   | by: me\\n    note:     | 24 | a field that is not known; expected id, text, gesture, bids, situations, heals, registers, relationships, slots, sorts, intensity, length, reach, example, note
            thing: that job         | stuff: that job       | 23 | example.slots: expected one of name, feeling, thing, time, event
            thing: that job         | thing: []             | 22 | example.slots: expected a text that is not blank
            sorts: [lost]           | sorts: [lost          | 15 | expected YAML; it breaks at column 14
            sorts: [lost]           | slots: [thing]        | 14 | a field that stands here twice
            tests:                  | test:                 | 25 | a field that is not known; expected phrases, tests
            phrases:                | phrase:               |  2 | expected a mapping with a list of phrases, and one of tests if there are any
            draft: no               | draft: 7              | 30 | draft: expected a text that is not blank
            offers: [presence       | offers: [hug          | 31 | offers: expected one of acknowledge, mirror-feeling, normalize, invite, caring-question, follow-up, notice-pattern, appreciate, compliment, celebrate, presence, offer-help, affection, just-because, warm-greeting, closing-ritual, repair, uses-name
            offers: [presence       | offers: [presence/x   | 31 | offers: expected the id of a phrase to be gesture/family-001 or the like
            context: [so,           | context: [7,          | 29 | context: expected texts in the list, oldest first
            suggest: 10             | suggest: 11           | 32 | suggest: expected a whole number from 1 to 10
            suggest: 10             | suggest: 99999999999999999999 | 32 | suggest: expected a whole number from 1 to 10
            them: Ines              | they: Ines            | 33 | a field that is not known; expected context, draft, offers, suggest, them
            heals: [at-least]       | heals: &h [at-least]  | 10 | anchors and aliases (& and *) are not read; write it out, or put the text in quotation marks
            heals: [at-least]       | heals: *h             | 10 | anchors and aliases (& and *) are not read; write it out, or put the text in quotation marks
            heals: [at-least]       | *h : [at-least]       | 10 | expected YAML; it breaks at column 7
            heals: [at-least]       | heals: [[[[[[[[[[]]]]]]]]]] | 10 | expected no more than 8 levels
            tests:                  | ---                   | 26 | expected one YAML document, and here a second begins
            """)
    void read_faultyYaml(String good, String faulty, int line, String reason) {
        String text = GOOD.replace(good, faulty.replace("\\n", "\n"));
        assertRefused("pack.yaml, line " + line + ": " + reason, "pack.yaml", text);
    }

    @Test
    void read_noPack() {
        String expected = "expected a mapping with a list of phrases, and one of tests if there are any";
        String controls = "expected no control characters, nor other ends of lines than the usual";
        assertRefused("a.yaml, line 1: " + expected, "a.yaml", "");
        assertRefused("a.yaml, line 3: " + expected, "a.yaml", "# hello\n\njust words\n");
        assertRefused("a.yaml, line 1: " + expected, "a.yaml", "- id: x\n");
        assertRefused("a.yaml, line 2: " + controls, "a.yaml", "phrases: []\n# \u0007\n");
        assertRefused("a.yaml, line 2: " + controls, "a.yaml", "phrases: []\n# \u2028\n");
        assertRefused("a.yaml, line 1: " + controls, "a.yaml", "phrases: []\r# \r");
        assertRefused("a.jsonl, line 1: context: missing", "a.jsonl", "{\"test\": {}}");
        assertRefused("a.jsonl, line 1: expected an object", "a.jsonl", "{\"test\": 7}");
        assertRefused(
                "a.jsonl, line 1: a field that is not known; expected test", "a.jsonl", "{\"test\": {}, \"id\": 7}");
    }

    /** Nine lines that would be a billion words, were they followed. */
    @Test
    void read_bomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertRefused(
                "a.yaml, line 1: anchors and aliases (& and *) are not read; write it out, or put the text in quotation marks",
                "a.yaml",
                bomb.toString());
    }

    @Test
    void read_otherEncoding() throws IOException {
        Path file = Files.write(
                folder.resolve("a.yaml"), "phrases: []\n# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        PhraseFileException e = assertThrows(PhraseFileException.class, () -> PackFile.read(file));
        assertEquals("a.yaml, line 2: expected UTF-8; save the file in that encoding", e.getMessage());
        Path wide = Files.write(folder.resolve("b.yaml"), GOOD.getBytes(StandardCharsets.UTF_16));
        assertEquals(
                1,
                assertThrows(PhraseFileException.class, () -> PackFile.read(wide))
                        .line());
    }

    @Test
    void read_tooLarge() {
        String line = "#" + "x".repeat(1022) + "\n";
        assertRefused(
                "a.yaml, line 2049: expected 2 MiB at most; split it into several files",
                "a.yaml",
                line.repeat(2048) + "phrases: []\n");
    }

    @Test
    void read_yaml_fromWindows() throws IOException {
        Phrase phrase = read("pack.yaml", GOOD).phrases().get(0).what();
        Placed<Phrase> same = read("odd.yaml", "\uFEFF" + GOOD.replace("\n", "\r\n"))
                .phrases()
                .get(0);
        assertEquals(phrase, same.what());
        assertEquals(4, same.place().at("/text").line());
    }

    @Test
    void text_breaksThatOnlyYamlSees() throws IOException {
        String odd =
                GOOD.replace("They let me go.\n", "They let\n").replace("context: |", "context: \"a\\Lb\\Nc \\a\" #");
        int rest = odd.indexOf("        They let");
        Phrase phrase = read("odd.yaml", odd.substring(0, rest) + odd.substring(odd.indexOf("      slots:", rest)))
                .phrases()
                .get(0)
                .what();
        assertEquals("a\u2028b\u0085c \u0007", phrase.example().context());
        Path again = Files.writeString(folder.resolve("again.yaml"), PackFile.text(List.of(phrase), PackForm.YAML));
        assertEquals(phrase, PackFile.read(again).phrases().get(0).what());
    }

    @Test
    void text_readsBackTheSame() throws IOException {
        List<Phrase> phrases =
                read("pack.yaml", GOOD).phrases().stream().map(Placed::what).toList();
        for (PackForm form : PackForm.values()) {
            List<Phrase> again = read("again." + form.id(), PackFile.text(phrases, form)).phrases().stream()
                    .map(Placed::what)
                    .toList();
            assertEquals(phrases, again);
        }
    }

    /** Whatever stands in a file, it is a pack or refused with a line that the file has. */
    @Test
    void read_spoiledAtRandom() throws IOException {
        long seed = 20260101;
        Random random = new Random(seed);
        List<String> odd = List.of(
                "!!binary ",
                "%YAML 9.1\n",
                "? ",
                "!<x> ",
                "\"\\ud800\"",
                "&",
                "*",
                "{",
                "]",
                "\t",
                "0x",
                "1_0",
                "~",
                "\n",
                "- ",
                ": ",
                "|",
                ">",
                "'",
                "<<: ",
                ".inf",
                "\ud83d\udc90",
                "\u0000");
        for (int n = 0; n < 1000; n++) {
            StringBuilder text = new StringBuilder(GOOD);
            for (int i = random.nextInt(3); i >= 0; i--) {
                int at = random.nextInt(text.length());
                text.replace(at, Math.min(text.length(), at + random.nextInt(3)), odd.get(random.nextInt(odd.size())));
            }
            try {
                PackFile.read(Files.write(
                        folder.resolve("spoiled.yaml"), text.toString().getBytes(StandardCharsets.UTF_8)));
            } catch (PhraseFileException e) {
                long lines = text.chars().filter(c -> c == '\n').count() + 1;
                assertTrue(e.line() >= 1 && e.line() <= lines + 1, () -> "seed " + seed + ": " + e.getMessage());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + text, e);
            }
        }
    }
}
