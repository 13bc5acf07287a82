package dev.toward.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.models.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordPieceTest {
    private static final WordPiece PIECES = pieces();

    private static WordPiece pieces() {
        try {
            return WordPiece.open(ModelStore.open(Path.of("models")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What Java cuts is what training saw: golden/wordpiece.jsonl is written by src/train/python/golden.py. */
    @Test
    void pieces_asInTraining() throws IOException {
        JsonMapper json = new JsonMapper();
        int texts = 0;
        for (String line : Files.readAllLines(Path.of("src/test/resources/golden/wordpiece.jsonl"))) {
            JsonNode golden = json.readTree(line);
            String text = golden.get("text").asText();
            List<String> expected = new ArrayList<>();
            golden.get("pieces").forEach(p -> expected.add(p.toString()));
            List<String> found = PIECES.pieces(text, 1000).stream()
                    .map(p -> "[" + p.id() + "," + p.span().start() + ","
                            + p.span().end() + "]")
                    .toList();
            assertEquals(expected, found, "pieces of " + text);
            texts++;
        }
        assertTrue(texts >= 30);
    }

    @Test
    void pieces_readStyleAlike() {
        assertEquals(ids("so happy!!!"), ids("SO happy!!!!!!!!"));
        assertEquals(ids("soo happy"), ids("sooooooo happy"));
        assertEquals(ids("don't"), ids("don’t"));
        assertEquals(ids("👍"), ids("👍🏿"));
    }

    @Test
    void pieces_stopWhereTold() {
        assertEquals(3, PIECES.pieces("one two three four five", 3).size());
        assertEquals(0, PIECES.pieces("one two", 0).size());
    }

    @Property(tries = 500)
    void pieces_lieInTheTextInOrder(@ForAll String text) {
        int last = 0;
        for (WordPiece.Piece piece : PIECES.pieces(text, 400)) {
            assertTrue(piece.span().start() >= last, "pieces overlap or go back");
            assertTrue(piece.span().end() <= text.length());
            last = piece.span().start();
        }
    }

    private static List<Integer> ids(String text) {
        return PIECES.pieces(text, 100).stream().map(WordPiece.Piece::id).toList();
    }
}
