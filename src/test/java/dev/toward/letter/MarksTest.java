package dev.toward.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.text.Span;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarksTest {
    /** What is left to be read, ends of lines as bars. */
    private static String left(String text) {
        return Marks.of(text)
                .blanked(text)
                .replace("\r", "")
                .replaceAll(" +", " ")
                .replaceAll(" ?\n ?", "|")
                .replaceAll("(?<=\\|) $", "");
    }

    private static boolean silence(String text, String words, String tactic) {
        int at = text.indexOf(words);
        return Marks.of(text).silence(new Span(at, at + words.length()), tactic, "minimizing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "toward:off",
                "  toward:off  ",
                "<!-- toward:off -->",
                "<!--toward:off-->",
                "# toward:off",
                "// toward:off",
                "/* toward:off */",
                "% toward:off",
                "; toward:off",
                "-- toward:off",
                "[//]: # (toward:off)",
                "[comment]: # (toward:off)",
                "<!-- toward:off -- she asked for a bright side -->"
            })
    void forms(String mark) {
        assertEquals("a||", left("a\n" + mark + "\nat least it is dry"));
        assertEquals("a||", left("a\r\n" + mark + "\r\nat least it is dry"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> toward:off",
                "I wrote toward:off there",
                "toward:offer",
                "toward: off",
                "Toward:off",
                "toward:off, please",
                "toward:ignore",
                "toward:off At-Least",
                "go toward:on"
            })
    void noMarks(String line) {
        assertTrue(Marks.of(line + "\nat least it is dry").isEmpty());
        assertEquals(line + "|at least it is dry", left(line + "\nat least it is dry"));
    }

    @Test
    void off_upToOn() {
        assertEquals("a||||e", left("a\ntoward:off\nb\ntoward:on\ne"));
        assertEquals("a||", left("a\ntoward:off\nb"));
        assertEquals("a||b", left("a\ntoward:on\nb"));
    }

    @Test
    void ignoreNext_oneParagraph() {
        assertEquals("||||c|d", left("toward:ignore-next\na\nb\n\nc\nd"));
        assertEquals("||||b", left("toward:ignore-next\n\na\n\nb"));
        assertEquals("|||b", left("toward:ignore-next\na\ntoward:on\nb"));
        assertEquals("||", left("toward:ignore-next\na\nb"));
    }

    @Test
    void names_onlyThese() {
        String text = "toward:off at-least, comparison -- ours\nat least it is dry\ntoward:on\nat least it stands";
        assertEquals("|at least it is dry||at least it stands", left(text));
        assertTrue(silence(text, "at least it is", "at-least"));
        assertTrue(silence(text, "at least it is", "comparison"));
        assertFalse(silence(text, "at least it is", "blame"));
        assertFalse(silence(text, "at least it stands", "at-least"));
        assertTrue(silence("toward:off minimizing\nat least", "at least", "at-least"));
        String two = "toward:ignore-next at-least\ntoward:ignore-next blame\nat least it is dry\n\nat least it stands";
        assertTrue(silence(two, "at least it is", "at-least") && silence(two, "at least it is", "blame"));
        assertFalse(silence(two, "at least it stands", "at-least"));
    }

    @Test
    void placesStay() {
        String text = "café 😀\ntoward:off\n😀é\r\ntoward:on\nwhatever";
        String blanked = Marks.of(text).blanked(text);
        assertEquals("café 😀\n          \n" + " ".repeat("😀é".length()) + "\r\n         \nwhatever", blanked);
        for (int i = 0; i < text.length(); i++) {
            if (blanked.charAt(i) != text.charAt(i)) {
                assertTrue(Marks.of(text).leavesOut(i), "at " + i);
            }
        }
    }

    @Property
    void anyText_keepsItsLength(@ForAll String text) {
        assertEquals(text, Marks.of(text).blanked(text));
        String marked = text + "\ntoward:off\n" + text;
        assertEquals(marked.length(), Marks.of(marked).blanked(marked).length());
        assertTrue(Marks.of(marked).blanked(marked).startsWith(text));
    }

    @Test
    void hostileLines_takeNoTime() {
        String lines = "toward:off " + "a-".repeat(20_000) + "\ntoward:off a" + ", a".repeat(20_000)
                + " !\ntoward:off -- " + "-->".repeat(20_000) + "x\n";
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Marks.of(lines));
        String many = "toward:ignore-next\n".repeat(2_000) + "a";
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Marks.of(many).blanked(many));
    }
}
