package dev.toward.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TidyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            im so proud of u                 | I'm so proud of you. |
            that’s so much                   | That's so much. |
            YES!!! you did it 🎉🎉           | YES! | You did it.
            oh no... that sounds awful :(    | Oh no. | That sounds awful.
            aw ❤️ come here                  | Aw come here. |
            wait, really?!                   | Wait, really? |
            Id come , always -               | I'd come, always. |
            """)
    void sentences(String message, String first, String second) {
        assertEquals(second == null ? List.of(first) : List.of(first, second), Tidy.sentences(message));
    }

    @Test
    void sentences_lineByLine() {
        assertEquals(List.of("Oof.", "I'm here."), Tidy.sentences("oof\n\ni'm here"));
    }

    @Test
    void sentences_nothingLeft() {
        assertEquals(List.of(), Tidy.sentences("❤️ !!! 123 👍🏽"));
    }
}
