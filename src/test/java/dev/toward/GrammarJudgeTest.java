package dev.toward;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.toward.GrammarJudge.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarJudgeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I'm so sorry about a apple.            | EN_A_VS_AN                   | a
            I'm sorry about the the exam.          | ENGLISH_WORD_REPEAT_RULE     | the the
            You was so kind.                       | PERS_PRONOUN_AGREEMENT       | was
            I'd love to hear about a exams.        | A_NNS                        | a exams
            You should of told me.                 | MODAL_OF                     | should of
            We can talk about it when your ready.  | YOUR_YOU_RE                  | your
            That sounds hard.. I hear you.         | DOUBLE_PUNCTUATION           | ..
            Tell me about it,I'm here.             | COMMA_PARENTHESIS_WHITESPACE | ,i
            That is hard. tell me more.            | UPPERCASE_SENTENCE_START     | tell
            """)
    void findings_ofMistakes(String text, String rule, String words) {
        assertEquals(List.of(new Finding(rule, words)), GrammarJudge.findings(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Of course you're upset.",
                "Oh no. I'm sorry.",
                "If it would help, we could write the list together.",
                "I hope your week is going well, Adaeze.",
                "Oh no, the wifi guy too?"
            })
    void findings_noneInGoodEnglish(String text) {
        assertEquals(List.of(), GrammarJudge.findings(text));
    }

    @Test
    void newFindings_leaveOutWhatTheDraftHad() {
        assertEquals(
                List.of(new Finding("EN_A_VS_AN", "a")),
                GrammarJudge.newFindings("You was late.", "That's a awful day. You was late."));
    }

    @Test
    void newFindings_askNoCapitalsOfThoseWhoWriteWithout() {
        assertEquals(List.of(), GrammarJudge.newFindings("ok. whatever", "i'm sorry. that sounds hard."));
        assertEquals(
                List.of(new Finding("I_LOWERCASE", "i")),
                GrammarJudge.newFindings("Ok. Whatever.", "That sounds hard, and i'm sorry."));
    }
}
