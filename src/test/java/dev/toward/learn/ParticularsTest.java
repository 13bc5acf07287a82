package dev.toward.learn;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the chats of Maya Lopez and Will, where somebody once wrote of Portland. */
class ParticularsTest {
    private final Vocabulary common = new Vocabulary(List.of());
    private final Particulars particulars = new Particulars(List.of("Maya Lopez", "Will"));

    ParticularsTest() {
        particulars.hear("we moved to Portland. Nobody knows us");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Maya must be so proud.",
                "I told lopez too.",
                "That sounds awful, Greg.",
                "You can come to portland.",
                "I'll be there at 6.",
                "Two more weeks.",
                "See you on friday.",
                "I'll call tomorrow.",
                "He doesn't deserve you.",
                "Your mom's lucky.",
                "Look at www.example.org now.",
                "Ask me@example.org for help.",
                "That's a shit day.",
                "But I get it.",
                "I was so hurt.",
                "That one gets me.",
                "I love that \"thing\" of yours.",
                "Second time this month, that's rough.",
                "It's fine, Will.",
            })
    void in_something(String text) {
        assertTrue(particulars.in(text, "", common), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "That sounds so hard.",
                "I will be there.",
                "Of course I'm proud of you. You did it!",
                "OH that's GREAT news.",
                "Nobody gets it like you.",
            })
    void in_nothing(String text) {
        assertFalse(particulars.in(text, "", common), text);
    }

    @Test
    void in_thoseSpokenToByName() {
        assertFalse(particulars.in("So proud of you, Maya!", "Maya", common));
        assertTrue(particulars.in("So proud of you, Lopez!", "Maya", common));
    }
}
