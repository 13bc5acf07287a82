package dev.toward.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The names of signs are those of {@code back.tsv} and {@code due.tsv}; what is called otherwise says nothing. */
class BackSignsTest {
    private static final Conversation CHAT = new Conversation("made-up", "c", "c", Conversation.Kind.DIRECT);
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 12, 0);

    private final DaysTold wednesday = DaysTold.of(
            MONDAY, MONDAY.plusDays(2).toLocalDate(), MONDAY.plusDays(2).toLocalDate());

    @Test
    void of_anothersQuestionOnTheEve() {
        Later later = later(MONDAY.plusDays(1), Message.Kind.TEXT, "any news?");
        Map<String, Double> signs = BackSigns.of(later, Side.OTHER, Stretch.EVE, wednesday, 1.5, 0, 5)
                .all();
        assertEquals(
                Map.ofEntries(
                        Map.entry("other eve", 1.0),
                        Map.entry("other eve asks", 1.0),
                        Map.entry("other asks", 1.0),
                        Map.entry("other asks rare", 1.5),
                        Map.entry("other eve ?", 1.0),
                        Map.entry("other ?", 1.0),
                        Map.entry("other ? rare", 1.5),
                        Map.entry("rare", 1.5),
                        Map.entry("other eve rare", 1.5),
                        Map.entry("other eve shared", 1.0),
                        Map.entry("shared", 1.0),
                        Map.entry("short", 1.0),
                        Map.entry("other length", Signs.steps(2) / 3),
                        Map.entry("days", Signs.steps(1) / 2),
                        Map.entry("other: any", 0.5),
                        Map.entry("other: news", 0.5)),
                signs);
    }

    @Test
    void ofWordless_byItsKind() {
        Later later = later(MONDAY.plusDays(2), Message.Kind.MEDIA, "");
        assertEquals(
                Map.of("own day MEDIA", 1.0),
                BackSigns.ofWordless(later, Side.OWN, Stretch.DAY).all());
    }

    @Test
    void names_roughlyAreOneForAllThatIsNear() {
        assertEquals(
                "own about it asks, shared",
                Side.OWN.roughly(Stretch.EVE).of(Act.ASKS).shared());
        assertEquals(Side.OWN.roughly(Stretch.EVE), Side.OWN.roughly(Stretch.AFTER));
        assertEquals(
                "other at once messages", Side.OTHER.roughly(Stretch.AT_ONCE).messages());
    }

    private static Later later(LocalDateTime now, Message.Kind kind, String text) {
        Author author = new Author("b", "Ben");
        Message message =
                new Message(CHAT, "m1", author, new Timestamp.Wall(now), kind, text, null, false, "made-up.txt", 1);
        return Later.of(message, new Words(text), author, now, null);
    }
}
