package dev.toward.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsOnlyTest {
    @Test
    void parse_givesTheTokensAndNothingMore() throws IOException {
        Parsed parsed = new WordsOnly().parse(Engines.annotator().annotate("You always do this. Fine."));
        assertEquals(2, parsed.sentences().size());
        assertEquals(
                List.of("you", "always", "do", "this", "."),
                parsed.sentences().get(0).stream().map(ParsedToken::lemma).toList());
        assertTrue(parsed.matches().isEmpty());
    }
}
