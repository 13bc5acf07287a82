package dev.toward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.phrase.PackFile;
import dev.toward.phrase.PhraseFileException;
import dev.toward.suggest.Suggestion;
import dev.toward.text.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pack that {@code docs/phrases.md} shows, against the models and phrases that ship. */
class PackCheckTest {
    private static final Draft DRAFT =
            Draft.of("at least you still have the beans", "The frost got all my tomatoes last night");

    @TempDir
    private Path folder;

    private static String shown() throws IOException {
        String page = Files.readString(Path.of("docs", "phrases.md"));
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();
        return page.substring(start, page.indexOf("```", start));
    }

    private PackCheck check(String yaml) throws IOException {
        return new PackCheck(List.of(PackFile.read(Files.writeString(folder.resolve("pack.yaml"), yaml))));
    }

    private static void run(PackCheck check) throws IOException {
        Phrasebook book = Shipped.ANALYZER.phrases();
        check.ids(book.own(), book.shipped());
        check.readings(Shipped.ANALYZER);
    }

    private static List<String> offered(Analyses analyses) {
        return analyses.analyze(DRAFT, 3, null).suggestions().stream()
                .map(Suggestion::phrase)
                .toList();
    }

    @Test
    void pack_asShown() throws IOException {
        PackCheck check = check(shown());
        assertEquals(2, check.phrases().size());
        assertEquals(2, check.tests());
        run(check);
    }

    @Test
    void pack_oneTestFails() throws IOException {
        String pack = shown().replace("offers: [mirror-feeling]", "offers: [mirror-feeling, warm-greeting]");
        PhraseFileException e = assertThrows(PhraseFileException.class, () -> run(check(pack)));
        assertTrue(
                e.getMessage()
                        .startsWith("pack.yaml, line " + lineOf(pack, "warm-greeting")
                                + ": the test expects warm-greeting to be offered; offered instead: "),
                e.getMessage());
        assertTrue(e.getMessage().contains("mirror-feeling/"), e.getMessage());
        assertFalse(e.getMessage().contains("plants"), e.getMessage());
    }

    @Test
    void pack_onePhraseIsCold() throws IOException {
        String pack = shown().replace(
                        "A whole summer of watering, and then one night of frost.",
                        "At least it's only a few tomatoes, so get over it.");
        PhraseFileException e = assertThrows(PhraseFileException.class, () -> run(check(pack)));
        assertTrue(
                e.getMessage()
                        .startsWith("pack.yaml, line " + lineOf(pack, "get over it")
                                + ": as an answer to its example the phrase is read as "),
                e.getMessage());
    }

    private static int lineOf(String text, String words) {
        return (int) text.substring(0, text.indexOf(words)).lines().count();
    }

    @Test
    void offering_keepsNothing() throws IOException {
        List<String> before = offered(Shipped.ANALYZER);
        try (Analyses with = Shipped.ANALYZER.offering(check(shown()).phrases())) {
            assertTrue(offered(with).contains("mirror-feeling/allotment-001"), () -> offered(with)
                    .toString());
        }
        assertEquals(before, offered(Shipped.ANALYZER));
        assertFalse(before.contains("mirror-feeling/allotment-001"));
    }
}
