package dev.toward;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The phrases that ship, as they answer their own examples, before {@link GrammarJudge}. */
class PhraseGrammarTest {
    @Test
    void phrase_isGoodEnglish() throws IOException {
        List<String> findings = new ArrayList<>();
        for (Phrase phrase : PhraseFile.readFolder(Path.of("corpus", "phrases"))) {
            String text = asShown(phrase);
            GrammarJudge.findings(text).forEach(f -> findings.add(phrase.id() + " " + f + ": " + text));
        }
        assertEquals(List.of(), findings);
    }

    /** What fills the first slot gets its capital where it opens the sentence, as in a suggestion. */
    private static String asShown(Phrase phrase) {
        String text = phrase.inItsExample();
        return phrase.wording().opensWithSlot()
                ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1)
                : text;
    }
}
