package dev.toward.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.toward.cue.Tactic;
import dev.toward.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cold words stand in brackets; {@code That must sting.} is put in for them. */
class ColdPartTest {
    private static void assertRewrite(Tactic tactic, String marked, String expected) {
        List<ColdPart.Core> cores = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int start = 0;
        for (char c : marked.toCharArray()) {
            if (c == '[') {
                start = plain.length();
            } else if (c == ']') {
                cores.add(new ColdPart.Core(tactic, new Span(start, plain.length())));
            } else {
                plain.append(c);
            }
        }
        String draft = plain.toString();
        Cut cut = ColdPart.of(TinyParser.parse(draft), cores);
        String words = Style.of(draft).apply(cut.midSentence() ? "that must sting." : "That must sting.");
        assertEquals(expected, cut.rewrite(draft, cut.around(words)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[At least you still have a job]. Call you at 6?          | That must sting. Call you at 6?",
                "[at least] you still have a job. call you at 6?          | that must sting. call you at 6?",
                "Call you at 6? [At least you have a job].                | Call you at 6? That must sting.",
                "Call you at 6? [At least you have a job]                 | Call you at 6? That must sting",
                "[You are so sensitive]                                   | That must sting",
                "[k]                                                      | that must sting",
                "[Stop crying]! [Cheer up], it is nothing.                | That must sting. It is nothing.",
                "[Stop crying]! [Cheer up, it is nothing].               | That must sting.",
                "[Cheer up] lol. [Whatever].                              | That must sting.",
                "[You are overreacting], I will call you at 6.            | That must sting. I will call you at 6.",
                "[You are overreacting] and we can call at 6.             | That must sting. We can call at 6.",
                "[you are overreacting] and we can call at 6              | that must sting. we can call at 6",
                "I can bring soup at 6, [stop crying].                    | I can bring soup at 6. That must sting.",
                "I can bring soup at 6 [so stop crying]                   | I can bring soup at 6. That must sting",
                "Sam, [you are overreacting].                             | Sam, that must sting.",
                "Well, [you are overreacting].                            | That must sting.",
                "Well, you get the, [you get the whole bed].              | That must sting.",
                "[You are overreacting], and so many others too.          | That must sting.",
                "If you had left, [you would be here].                    | That must sting.",
                "[You are overreacting], if you want to know.             | That must sting.",
                "[You are overreacting]. But I can call you at 6.         | That must sting. I can call you at 6.",
                "[You are overreacting]. I can call you at 6. [Cheer up]! | That must sting. I can call you at 6.",
                "[You are overreacting], I can call you at 6, [so cheer up]. | That must sting. I can call you at 6.",
            })
    void of_cold(String marked, String expected) {
        assertRewrite(Tactic.SHRINKING, marked, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I hear you, [but you are overdoing it].        | I hear you. That must sting.",
                "[I hear you, but you are overdoing it].        | I hear you. That must sting.",
                "[i hear you but you are overdoing it]          | i hear you. that must sting",
                "[But you are overdoing it].                    | That must sting.",
            })
    void of_but(String marked, String expected) {
        assertRewrite(Tactic.INVALIDATING_BUT, marked, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "It's [nothing]. The bus leaves at 6:30, gate 4. | That must sting. The bus leaves at 6:30, gate 4.",
                "It’s [nothing]!  No, I can’t tonight.           | That must sting.  No, I can’t tonight.",
                "It's [nothing] 🙃                               | That must sting",
                "`  [k]  `                                         | `  that must sting  `",
            })
    void of_logisticsAndBoundariesStay(String marked, String expected) {
        assertRewrite(Tactic.SHRINKING, marked, expected);
    }

    /** Double strokes stand for blank lines. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hi Sam,//[You are overreacting].//Kim              | Hi Sam,//That must sting.//Kim",
                "Hi Sam,//[You are overreacting]//Kim               | Hi Sam,//That must sting//Kim",
                "Lol.//[You are overreacting].                      | Lol.//That must sting.",
                "Thanks for the papers.//It is [nothing]. Lol.//Kim | Thanks for the papers.//That must sting.//Kim",
            })
    void of_otherParagraphsStay(String marked, String expected) {
        assertRewrite(Tactic.SHRINKING, marked.replace("//", "\n\n"), expected.replace("//", "\n\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He left. [k]. Fine.                     | +",
                "Hi Sam,//So what. [k]. Fine.//Kim       | Hi Sam,//+//Kim",
                "[k]. Fine.//Kim                         | +//Kim",
                "Hi Sam,//So what. [k]//[Meh]. Fine.//Kim | Hi Sam,//+//Kim",
            })
    void paragraphs_ofTheFindings(String marked, String expected) {
        String text = marked.replace("//", "\r\n \r\n");
        List<ColdPart.Core> cores = new ArrayList<>();
        for (int at = text.indexOf('['); at >= 0; at = text.indexOf('[')) {
            int end = text.indexOf(']') - 1;
            text = text.replaceFirst("\\[(.*?)]", "$1");
            cores.add(new ColdPart.Core(Tactic.SHRINKING, new Span(at, end)));
        }
        Cut cut = ColdPart.paragraphs(TinyParser.parse(text), cores);
        assertEquals(expected.replace("//", "\r\n \r\n"), cut.rewrite(text, "+"));
    }

    @ParameterizedTest
    @CsvSource(value = {"k", "Call you at 6?", "🙃", "...", "He left. I stayed."})
    void of_noFindingMeansAll(String draft) {
        Cut cut = ColdPart.of(TinyParser.parse(draft), List.of());
        assertEquals(Span.of(draft), cut.span());
    }
}
