package dev.toward.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.models.ModelStore;
import dev.toward.text.Bid;
import dev.toward.verdict.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PairReaderTest {
    private static PairReader reader;

    @BeforeAll
    static void open() throws IOException {
        reader = PairReader.open(ModelStore.open(Path.of("models")));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @Test
    void read_givesALogitForEachIdOfOurs() {
        Reading reading = reader.read(Bid.of("my dog died"), "it was only a dog");
        assertEquals(Label.values().length, reading.labels().length);
        assertEquals(Tactic.values().length, reading.tactics().length);
        assertEquals(Gesture.values().length, reading.gestures().length);
        assertEquals(BidKind.values().length, reading.bids().length);
        assertEquals(5, reading.tags().size());
        reading.tags().forEach(t -> assertEquals(Tactic.values().length + 1, t.logits().length));
    }

    /** The order of the outputs is that of training's lists. */
    @Test
    void ids_standInTrainingsOrder() throws IOException {
        String lists = Files.readString(Path.of("src/train/python/taxonomy.py"));
        assertEquals(
                ids(lists, "LABELS"),
                Arrays.stream(Label.values()).map(Label::id).toList());
        assertEquals(
                ids(lists, "TACTICS"),
                Arrays.stream(Tactic.values()).map(Tactic::id).toList());
        assertEquals(
                ids(lists, "GESTURES"),
                Arrays.stream(Gesture.values()).map(Gesture::id).toList());
        assertEquals(
                ids(lists, "BIDS"),
                Arrays.stream(BidKind.values()).map(BidKind::id).toList());
    }

    @Test
    void read_theSameEachTimeOnManyThreads() {
        Reading once = reader.read(Bid.of("i failed the test again"), "well what did you expect");
        IntStream.range(0, 64).parallel().forEach(i -> {
            Reading again = reader.read(Bid.of("i failed the test again"), "well what did you expect");
            assertArrayEquals(once.labels(), again.labels());
            assertArrayEquals(once.tactics(), again.tactics());
        });
    }

    @Test
    void read_anything() {
        for (String odd :
                List.of("", " ", "\uD83D", "\u0000\u0001", "🙃", "x".repeat(1_000_000), "so ".repeat(300_000))) {
            Reading reading = reader.read(Bid.of(odd), odd);
            for (float logit : reading.labels()) {
                assertTrue(Float.isFinite(logit));
            }
        }
    }

    private static List<String> ids(String lists, String name) {
        Matcher list = Pattern.compile(name + " = \\[(.*?)\\]", Pattern.DOTALL).matcher(lists);
        assertTrue(list.find());
        return Pattern.compile("\"([a-z-]+)\"")
                .matcher(list.group(1))
                .results()
                .map(r -> r.group(1))
                .toList();
    }
}
