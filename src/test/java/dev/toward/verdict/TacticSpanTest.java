package dev.toward.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.toward.cue.Tactic;
import dev.toward.encode.Reading;
import dev.toward.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words a tactic is said to lie in. */
class TacticSpanTest {
    private static final Pattern WORD = Pattern.compile("\\w+");

    /** The words that a reader marks which holds those in capitals for surely this tactic, and the others for nothing. */
    private static String marked(String text) {
        List<Reading.Tag> tags = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            float[] logits = new float[1 + Tactic.values().length];
            boolean belongs = words.group().equals(words.group().toUpperCase(Locale.ROOT));
            logits[belongs ? 1 + Tactic.AT_LEAST.ordinal() : 0] = 9;
            tags.add(new Reading.Tag(new Span(words.start(), words.end()), logits));
        }
        return TacticSpan.of(text, Tactic.AT_LEAST, tags).in(text);
    }

    @Test
    void wordsThatBelong_areMarkedAsOne() {
        assertEquals("AT LEAST a JOB", marked("well, AT LEAST a JOB. good night"));
    }

    @Test
    void nextLine_isOfTheSameParagraph() {
        assertEquals("AT LEAST\nYOU TRIED", marked("AT LEAST\nYOU TRIED. good night"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "\r\n\r\n", " \n \t\n\n "})
    void otherParagraph_isLeftOut(String apart) {
        assertEquals(
                "AT LEAST YOU TRIED", marked("thanks for the PAPERS." + apart + "AT LEAST YOU TRIED." + apart + "BYE"));
    }
}
