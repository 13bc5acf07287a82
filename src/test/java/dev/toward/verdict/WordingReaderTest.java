package dev.toward.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.encode.WordPiece;
import dev.toward.models.ModelStore;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseFile;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingReaderTest {
    private static WordingReader reader;

    @BeforeAll
    static void open() throws IOException {
        ModelStore store = ModelStore.open(Path.of("models"));
        reader = WordingReader.open(store, WordPiece.open(store), new Classifier(Calibration.open(store)));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private static Verdict.@Nullable Decided read(String context, String text) {
        return reader.read(List.of(Draft.of(text, context))).get(0).sure();
    }

    private static double fits(String context, String text) {
        return reader.read(List.of(Draft.of(text, context))).get(0).fits();
    }

    /** What people would rather send. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            They let me go today. Nine years.  | Nine years. I'm so sorry.            | What a lovely surprise! Tell me more.
            the vet says it's the kidneys      | Oh no. I'm so sorry.                 | You did it! So happy for you!
            I GOT IN                           | You did it! I'm so happy for you!    | That must be so hard. I'm here for you.
            """)
    void fits_whatAnswersTheMessage(String context, String better, String worse) {
        assertTrue(
                fits(context, better) > fits(context, worse) + 0.1, fits(context, better) + " " + fits(context, worse));
    }

    /** How well it answers cannot be told where it is not known what is answered. */
    @Test
    void fits_noMessage() {
        Draft alone = new Draft("I'm so sorry.", new Bid(List.of()));
        assertEquals(0, reader.read(List.of(alone)).get(0).fits());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            They let me go today. Nine years.  | I'm so sorry. Nine years is a long time.
            the vet says it's the kidneys      | Oh no. I'm so sorry. How are you holding up?
            I GOT IN                           | That's wonderful! Tell me everything.
            """)
    void read_warmWords(String context, String text) {
        Verdict.Decided verdict = Objects.requireNonNull(read(context, text));
        assertEquals(Label.VALIDATING, verdict.label());
        assertTrue(verdict.scores().validating() > 0.6, verdict.toString());
    }

    /** What it does not know to be warm is left to others; it never flags. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            They let me go today. Nine years.  | At least you got nine years out of it.
            They let me go today. Nine years.  | Calm down, it's a job.
            the vet says it's the kidneys      | it's only a cat
            I GOT IN                           | k
            """)
    void read_coldWords(String context, String text) {
        assertNull(read(context, text));
    }

    @Test
    void read_tooLongToTakeInWhole() {
        Draft draft = Draft.of("I'm so sorry. ".repeat(40), "my dad died");
        assertEquals(Impression.NONE, reader.read(List.of(draft)).get(0));
    }

    /** That is what it is for; far fewer, and it would only cost time. */
    @Test
    void read_manyPhrasesAsAnswersToTheirExamples() throws IOException {
        List<Draft> drafts = examples();
        long passed = reader.read(drafts).stream().filter(i -> i.sure() != null).count();
        assertTrue(passed > drafts.size() / 3, passed + " of " + drafts.size());
    }

    @Test
    void read_alikeInAnyCompanyAndOnAnyThread() throws IOException {
        List<Draft> drafts = examples();
        List<Impression> together = reader.read(drafts);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i += 5) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(3));
        order.parallelStream()
                .forEach(i -> assertEquals(
                        together.get(i), reader.read(List.of(drafts.get(i))).get(0)));
    }

    private static List<Draft> examples() throws IOException {
        List<Draft> drafts = new ArrayList<>();
        for (Phrase phrase : PhraseFile.readFolder(Path.of("corpus", "phrases"))) {
            if (phrase.slots().isEmpty() && !phrase.example().context().isBlank()) {
                drafts.add(Draft.of(phrase.text(), phrase.example().context()));
            }
        }
        return drafts;
    }
}
