package dev.toward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.text.Draft;
import dev.toward.verdict.Label;
import dev.toward.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The analyzer for computers with little memory: it flags by its readers alone, and offers nothing. */
class SmallAnalyzerTest {
    private static Analyzer small;

    @BeforeAll
    static void open() throws IOException {
        small = Analyzer.builder().models(Path.of("models")).small().build();
    }

    @AfterAll
    static void close() {
        small.close();
    }

    @Test
    void analyze_flagsAndMarksTheWords() {
        Analysis read = small.analyze(
                Draft.of("At least you still have a job, could be worse.", "They let me go today. Nine years."),
                3,
                null);
        assertEquals(Label.MINIMIZING, read.verdict().label());
        assertFalse(((Verdict.Decided) read.verdict()).tactics().isEmpty());
        assertTrue(read.suggestions().isEmpty());
    }

    @Test
    void analyze_warmStaysWarm() {
        Analysis read = small.analyze(
                Draft.of("Oh no, I'm so sorry. Do you want me to come over?", "They let me go today. Nine years."),
                3,
                null);
        assertEquals(Label.VALIDATING, read.verdict().label());
    }

    @Test
    void model_saysThatItIsSmall() {
        assertEquals(Shipped.ANALYZER.model() + "-small", small.model());
        assertNull(small.phrases());
    }

    @Test
    void offering_isTheSameReading() throws IOException {
        Draft draft = Draft.of("ok");
        assertEquals(
                AnalysisJson.line(small.analyze(draft)),
                AnalysisJson.line(small.offering(List.of()).analyze(draft, 0, null)));
    }
}
