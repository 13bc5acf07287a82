package dev.toward.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.Phrasebook;
import dev.toward.phrase.Intensity;
import dev.toward.phrase.Meanings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GravityTest {
    private static Phrasebook.Opened opened;

    @BeforeAll
    static void open() throws IOException {
        opened = Phrasebook.open(Path.of("models"), null);
    }

    @AfterAll
    static void close() throws IOException {
        opened.close();
    }

    private static Intensity of(String message) {
        return Gravity.shipped().of(opened.book().meaning(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GRAVE  | the scan came back and the cancer has spread to her liver
            GRAVE  | we buried my brother this morning
            MEDIUM | my boss shouted at me in front of everyone
            LIGHT  | do you have the wifi password
            """)
    void of_plainCases(Intensity expected, String message) {
        assertEquals(expected, of(message));
    }

    @Test
    void of_notKnownOrAnotherEncoders() {
        assertEquals(Intensity.MEDIUM, Gravity.shipped().of(null));
        assertEquals(Intensity.MEDIUM, Gravity.shipped().of(Meanings.of(new float[] {1, 0, 0})));
    }

    /** Messages of the dev split, which nothing was fitted to: those read as grave mostly are, and hardly any of them is light. */
    @Test
    void of_messagesNotFittedTo() throws IOException {
        Map<String, Integer> read = new java.util.TreeMap<>();
        List<String> lines = Files.readAllLines(Path.of("corpus/gravity/dev.tsv"));
        for (String line : lines) {
            read.merge(line.charAt(0) + " as " + of(line.substring(2)).id(), 1, Integer::sum);
        }
        assertEquals(300, lines.size());
        assertTrue(read.getOrDefault("G as grave", 0) >= 35, read.toString());
        assertTrue(read.getOrDefault("M as grave", 0) <= 20, read.toString());
        assertTrue(read.getOrDefault("L as grave", 0) <= 3, read.toString());
        assertTrue(read.getOrDefault("G as light", 0) <= 2, read.toString());
    }
}
