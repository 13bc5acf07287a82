package dev.toward.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.encode.SmallReader.Skim;
import dev.toward.models.ModelStore;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import dev.toward.train.Example;
import dev.toward.train.LabelledFile;
import dev.toward.verdict.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SmallReaderTest {
    private static WordPiece pieces;
    private static SmallReader reader;

    @BeforeAll
    static void open() throws IOException {
        ModelStore store = ModelStore.open(Path.of("models"));
        pieces = WordPiece.open(store);
        reader = SmallReader.open(store);
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @Test
    void read_givesALogitForEachIdOfOurs() {
        Skim skim = read(Draft.of("congratulations!", "I got the job"));
        assertEquals(Label.values().length, skim.labels().length);
        assertEquals(BidKind.values().length, skim.bids().length);
        assertEquals(Gesture.values().length, skim.gestures().length);
    }

    @Test
    void read_theSameBitsInAnyCompanyAndOnAnyNumberOfThreads() throws IOException {
        List<Draft> drafts = LabelledFile.readAll(Path.of("corpus/labelled/dev")).stream()
                .map(Example::draft)
                .limit(300)
                .toList();
        List<Skim> alone = drafts.stream().map(SmallReaderTest::read).toList();
        same(alone, reader.read(drafts.stream().map(SmallReaderTest::cut).toList()));
        IntStream.range(0, 8).parallel().forEach(seed -> {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, 300).boxed().toList());
            Collections.shuffle(order, new Random(seed));
            List<Integer> some = order.subList(0, 17 + 40 * seed);
            same(
                    some.stream().map(alone::get).toList(),
                    reader.read(some.stream()
                            .map(drafts::get)
                            .map(SmallReaderTest::cut)
                            .toList()));
        });
    }

    /** What PyTorch makes of the same weights: golden/small.jsonl is written by src/train/small.sh. */
    @Test
    void read_asPyTorchDoes() throws IOException {
        JsonMapper json = new JsonMapper();
        int seen = 0;
        for (String line : Files.readAllLines(Path.of("src/test/resources/golden/small.jsonl"))) {
            JsonNode golden = json.readTree(line);
            List<String> bid = new ArrayList<>();
            golden.get("context").forEach(u -> bid.add(u.asText()));
            Skim skim = read(new Draft(golden.get("text").asText(), new Bid(bid)));
            List<Float> heads = new ArrayList<>();
            for (float logit : skim.labels()) {
                heads.add(logit);
            }
            heads.add(skim.neutral());
            heads.add(skim.validating());
            for (float logit : skim.bids()) {
                heads.add(logit);
            }
            for (float logit : skim.gestures()) {
                heads.add(logit);
            }
            assertEquals(golden.get("heads").size(), heads.size());
            for (int i = 0; i < heads.size(); i++) {
                assertEquals(golden.get("heads").get(i).asDouble(), heads.get(i), 0.15, line + " " + i);
            }
            seen++;
        }
        assertEquals(8, seen);
    }

    @Test
    void read_anything() {
        for (String odd : List.of("", " ", "\uD83D", "\u0000\u0001", "🙃", "x".repeat(100_000), "so ".repeat(30_000))) {
            for (float logit : read(Draft.of(odd, odd)).labels()) {
                assertTrue(Float.isFinite(logit));
            }
        }
        assertEquals(List.of(), reader.read(List.of()));
    }

    @Test
    void fits_whatItCanTakeInWhole() {
        assertTrue(SmallReader.fits(cut(Draft.of("so ".repeat(48)))));
        assertFalse(SmallReader.fits(cut(Draft.of("so ".repeat(49)))));
    }

    private static PairPieces cut(Draft draft) {
        return PairPieces.of(pieces, draft.bid(), draft.text());
    }

    private static Skim read(Draft draft) {
        return reader.read(List.of(cut(draft))).get(0);
    }

    private static void same(List<Skim> one, List<Skim> other) {
        assertEquals(one.size(), other.size());
        for (int i = 0; i < one.size(); i++) {
            assertArrayEquals(one.get(i).labels(), other.get(i).labels());
            assertEquals(one.get(i).neutral(), other.get(i).neutral());
            assertEquals(one.get(i).validating(), other.get(i).validating());
            assertArrayEquals(one.get(i).bids(), other.get(i).bids());
            assertArrayEquals(one.get(i).gestures(), other.get(i).gestures());
        }
    }
}
