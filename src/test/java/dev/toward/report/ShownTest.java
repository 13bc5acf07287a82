package dev.toward.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.toward.text.Span;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShownTest {
    @Test
    void durations_areSaidAsPeopleSayThem() {
        assertEquals("a minute or so", Shown.duration(Duration.ZERO));
        assertEquals("12 minutes", Shown.duration(Duration.ofSeconds(731)));
        assertEquals("2 hours", Shown.duration(Duration.ofMinutes(95)));
        assertEquals("3 days", Shown.duration(Duration.ofHours(70)));
        assertEquals("89 min", Shown.brief(Duration.ofMinutes(89)));
    }

    @Test
    void marks_joinWhatOverlaps() {
        assertEquals(
                "[fine]. what[ever you] want",
                marked("fine. whatever you want", new Span(0, 4), new Span(10, 14), new Span(12, 18)));
        assertEquals("nothing here", marked("nothing here"));
        assertEquals("[all]", marked("all", new Span(0, 3)));
        assertEquals("past [it]", marked("past it", new Span(5, 99)));
        assertEquals("empty", marked("empty", new Span(2, 2)));
    }

    private static String marked(String text, Span... spans) {
        return Shown.marked(text, List.of(spans)).stream()
                .map(p ->
                        Boolean.TRUE.equals(p.get("mark")) ? "[" + p.get("text") + "]" : String.valueOf(p.get("text")))
                .collect(Collectors.joining());
    }
}
