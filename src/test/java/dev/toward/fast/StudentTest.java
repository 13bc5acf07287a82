package dev.toward.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.cue.BidKind;
import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import dev.toward.verdict.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The student that ships. */
class StudentTest {
    private static final Student STUDENT = open();

    private static Student open() {
        try {
            return Student.open(ModelStore.open(Path.of("models")));
        } catch (ModelException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            where do you want to eat tonight?             | the thai place is open till ten       | NEUTRAL
            can you pick up milk                          | sure, anything else from the store?   | NEUTRAL
            I got the job!!                               | omg congratulations, so proud of you! | VALIDATING
            we lost the baby                              | I'm so sorry. I'm here for you        | VALIDATING
            """)
    void read_plainDrafts(String bid, String text, Label label) {
        assertEquals(label, STUDENT.read(Draft.of(text, bid)).label());
    }

    /** Wherever the student's bars lie, what makes small weighs more than what consoles. */
    @Test
    void read_leansTowardTheFlag() {
        String bid = "They let me go today. Nine years.";
        assertTrue(flag("at least you still have a house, could be worse", bid)
                > flag("nine years, that's awful. I'm so sorry", bid) + 0.3);
    }

    private static double flag(String text, String bid) {
        return STUDENT.read(Draft.of(text, bid)).scores().flag();
    }

    @Test
    void read_theBid() {
        assertEquals(
                BidKind.DISTRESS,
                STUDENT.read(Draft.of("ok", "my dad died last night")).bid());
        assertNull(STUDENT.read(Draft.of("ok")).bid());
        assertNull(STUDENT.read(Draft.of("ok", "  ", "")).bid());
    }

    /** What one writes on a phone and what is straightened by an editor are the same words. */
    @Test
    void read_caseAndApostrophesSayNothing() {
        assertEquals(
                STUDENT.read(Draft.of("I don't care, it's late", "can't sleep")),
                STUDENT.read(Draft.of("i DON\u2019T care, it\u2019s late", "CAN\u2019T sleep")));
        assertEquals(STUDENT.read(Draft.of("sooo good")), STUDENT.read(Draft.of("soooooo good")));
        assertNotEquals(STUDENT.read(Draft.of("so good")), STUDENT.read(Draft.of("so good?")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\uD83D", "\uDE00\uD83D", "\u0000\u0001", "!!!!!!!!", "\uD83D\uDE00\uD83D\uDE00"})
    void read_oddTexts(String text) {
        Glance glance = STUDENT.read(new Draft(text, Bid.of(text)));
        assertEquals(
                1,
                glance.scores().flag()
                        + glance.scores().validating()
                        + glance.scores().neutral(),
                1e-9);
    }

    @Test
    void read_longDraftsAreNeverSure() {
        assertFalse(STUDENT.read(Draft.of("the bus leaves at nine ".repeat(40))).surelyNeutral());
        assertTrue(STUDENT.read(Draft.of("a".repeat(1 << 20))).scores().neutral() >= 0);
    }

    @Test
    void read_theSameBitsOnAnyNumberOfThreads() {
        List<Draft> drafts = drafts();
        List<Glance> once = drafts.stream().map(STUDENT::read).toList();
        assertEquals(once, drafts.parallelStream().map(STUDENT::read).toList());
        List<Draft> backwards = drafts.reversed();
        assertEquals(once.reversed(), backwards.stream().map(STUDENT::read).toList());
    }

    private static List<Draft> drafts() {
        String[] words =
                "fine ok congrats sorry at least could be worse when is dinner ? ! you the bus late lol \uD83D\uDE02"
                        .split(" ");
        Random random = new Random(3);
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            drafts.add(Draft.of(some(words, random), some(words, random)));
        }
        return drafts;
    }

    private static String some(String[] words, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) {
            text.append(words[random.nextInt(words.length)]).append(' ');
        }
        return text.toString();
    }

    @Test
    void open_aTruncatedFile(@TempDir Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("models", StudentFile.NAME));
        Path file = folder.resolve(StudentFile.NAME);
        for (int length : new int[] {0, 7, 11, 12, 1_000, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThrows(ModelException.class, () -> Student.open(file), length + " bytes");
        }
        ModelException e = assertThrows(ModelException.class, () -> Student.open(file));
        assertEquals(
                file + " is damaged: it has " + (whole.length - 1) + " bytes, expected " + whole.length
                        + "; run './toward train --fast'",
                e.getMessage());
    }

    @Test
    void open_aDamagedFile(@TempDir Path folder) throws IOException {
        Files.copy(Path.of("models/MANIFEST"), folder.resolve("MANIFEST"));
        byte[] whole = Files.readAllBytes(Path.of("models", StudentFile.NAME));
        whole[whole.length / 2] ^= 1;
        Files.write(folder.resolve(StudentFile.NAME), whole);
        ModelStore store = ModelStore.open(folder);
        ModelException e = assertThrows(ModelException.class, () -> Student.open(store));
        assertTrue(e.getMessage().contains("is damaged: its sha256 is"), e.getMessage());
    }
}
