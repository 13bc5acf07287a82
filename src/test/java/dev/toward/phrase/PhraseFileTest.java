package dev.toward.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseFileTest {
    private static final String GOOD = """
            {"id": "mirror-feeling/loss-001", "text": "Losing {thing} must sting.", "gesture": "mirror-feeling", \
            "bids": ["distress"], "situations": ["loss", "job"], "heals": ["at-least"], "registers": ["tender"], \
            "relationships": [], "slots": ["thing"], "sorts": ["lost"], "intensity": "medium", \
            "length": "short", "reach": "broad", "example": {"context": "They let me go.", "slots": {"thing": "that job"}}, "note": null}""";

    private static List<Phrase> read(String lines) throws IOException {
        return PhraseFile.read(Path.of("some.jsonl"), new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertRefused(String expected, String lines) {
        PhraseFileException e = assertThrows(PhraseFileException.class, () -> read(lines));
        assertEquals(expected, e.getMessage());
    }

    @Test
    void read_everyField() throws IOException {
        Phrase phrase = read("\uFEFF" + GOOD + "\n\n").get(0);
        assertEquals("mirror-feeling/loss-001", phrase.id());
        assertEquals(Gesture.MIRROR_FEELING, phrase.gesture());
        assertEquals(Set.of(BidKind.DISTRESS), phrase.bids());
        assertEquals(Set.of(Situation.LOSS, Situation.JOB), phrase.situations());
        assertEquals(Set.of(Tactic.AT_LEAST), phrase.heals());
        assertEquals(Map.of(Slot.THING, "that job"), phrase.example().slots());
        assertEquals("Losing that job must sting.", phrase.inItsExample());
    }

    @Test
    void text_readsBackTheSame() throws IOException {
        Phrase phrase = read(GOOD).get(0);
        assertEquals(phrase, PhraseJson.phrase(PhraseJson.text(phrase)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "gesture": "mirror-feeling"  | "gesture": "hug"          | gesture: expected one of acknowledge, mirror-feeling, normalize, invite, caring-question, follow-up, notice-pattern, appreciate, compliment, celebrate, presence, offer-help, affection, just-because, warm-greeting, closing-ritual, repair, uses-name
            "intensity": "medium"        | "intensity": "strong"     | intensity: expected one of light, medium, grave
            "bids": ["distress"]         | "bids": []                | bids: expected one or more
            "bids": ["distress"]         | "bids": "distress"        | bids: expected a list
            "heals": ["at-least"]        | "heals": ["at-least", "at-least"] | heals: expected each once
            "situations": ["loss", "job"] | "situations": ["any", "job"] | situations: expected any to stand alone
            "slots": ["thing"]           | "slots": []               | slots: expected the slots that stand in the text, [thing]
            {thing} must                 | it must                   | slots: expected the slots that stand in the text, none
            {thing} must                 | {stuff} must              | expected one of {name}, {feeling}, {thing}, {time}, {event} after a brace
            {thing} must                 | {thing}} must             | a closing brace without an opening one
            "slots": {"thing": "that job"} | "slots": {}             | example.slots: expected one filling for each slot of the text, [thing]
            "sorts": ["lost"]            | "sorts": []               | sorts: expected one or more where {thing} or {event} stands in the text, and none where neither does
            "length": "short"            | "length": "long"          | length: expected short
            "reach": "broad"             | "reach": "far"            | reach: expected one of broad, near
            , "note": null               | ``                        | note: missing
            "note": null                 | "note": null, "by": "me"  | a field that is not known; expected id, text, gesture, bids, situations, heals, registers, relationships, slots, sorts, intensity, length, reach, example, note
            mirror-feeling/loss-001      | invite/loss-001           | id: expected mirror-feeling/family-001 or the like
            "text": "Losing              | "text": 7, "x": "         | a field that is not known; expected id, text, gesture, bids, situations, heals, registers, relationships, slots, sorts, intensity, length, reach, example, note
            """)
    void read_faultyField(String good, String faulty, String reason) {
        assertRefused("some.jsonl, line 2: " + reason, "\n" + GOOD.replace(good, faulty));
    }

    @Test
    void read_notJson() {
        assertRefused(
                "some.jsonl, line 2: expected one JSON object a line; it breaks at column 8",
                GOOD + "\n{\"id\": oops}");
        assertRefused("some.jsonl, line 1: expected a JSON object", "[]");
    }

    @Test
    void read_idTwice() {
        assertRefused(
                "some.jsonl, line 2: id: expected a new one, this stands in some.jsonl, line 1", GOOD + "\n" + GOOD);
    }

    @Test
    void read_otherEncoding() {
        byte[] latin = (GOOD + "\n" + GOOD.replace("sting", "st\u00efng")).getBytes(StandardCharsets.ISO_8859_1);
        PhraseFileException e = assertThrows(
                PhraseFileException.class,
                () -> PhraseFile.read(Path.of("some.jsonl"), new ByteArrayInputStream(latin)));
        assertEquals("some.jsonl, line 2: expected UTF-8; save the file in that encoding", e.getMessage());
        assertEquals(2, e.line());
    }

    @Test
    void readFolder_idInTwoFiles(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), GOOD);
        Files.writeString(folder.resolve("b.jsonl"), "\n" + GOOD);
        Files.writeString(folder.resolve("notes.txt"), "not phrases");
        PhraseFileException e = assertThrows(PhraseFileException.class, () -> PhraseFile.readFolder(folder));
        assertEquals("b.jsonl, line 2: id: expected a new one, this stands in a.jsonl, line 1", e.getMessage());
    }

    @Test
    void fill_bracesInAName() {
        Wording wording = Wording.of("I hear you, {name}. That's {feeling}.");
        assertEquals(
                "I HEAR YOU, {thing} $1 \\. THAT'S x.",
                wording.fill(Map.of(Slot.NAME, "{thing} $1 \\", Slot.FEELING, "x"), s -> s.toUpperCase(Locale.ROOT)));
        assertThrows(IllegalArgumentException.class, () -> wording.fill(Map.of(Slot.NAME, "Ada")));
    }
}
