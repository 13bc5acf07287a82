package dev.toward.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.text.Bid;
import dev.toward.text.Span;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {
    private static List<String> said(String text) {
        return Letter.read(text, false).passages().stream()
                .map(p -> p.span().in(text))
                .toList();
    }

    private static Bid bid(String text) {
        return Letter.read(text, false).passages().get(0).bid();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whatever",
                "At least it wasn't stolen. Call you at 6?",
                "ok\n\nlet's talk later",
                "well you know what they say about cars lol",
                "😀",
                "thanks",
                "love"
            })
    void message_isReadAsItStands(String message) {
        assertEquals(List.of(message), said(message));
    }

    @Test
    void mail_withoutItsFrame() {
        String mail = "Hi Sam,\n\nWhatever. It is not a big deal.\n\nBest,\nJo\n-- \nJo Fisher\nHead of Whatever\n";
        assertEquals(List.of("Whatever. It is not a big deal."), said(mail));
        assertEquals("Sam", Letter.read(mail, false).them());
    }

    @Test
    void mail_answersWhatIsQuotedBelow() {
        String mail =
                "So sorry.\n\nOn Tue, 3 Nov 2026 at 09:12, Ana Ruiz\n<ana@example.org> wrote:\n\n> Hi Jo,\n>\n> my car is gone.\n> Ana\n";
        assertEquals(List.of("So sorry."), said(mail));
        assertEquals(Bid.of("my car is gone.\nAna"), bid(mail));
    }

    @Test
    void mail_answersWhatIsQuotedAbove_oldestFirst() {
        String mail = "Ana wrote:\n>> how are you?\n> My car is gone.\n\nAt least you are fine.";
        assertEquals(List.of("At least you are fine."), said(mail));
        assertEquals(Bid.of("how are you?", "My car is gone."), bid(mail));
    }

    @Test
    void mail_answersBetweenTheLines() {
        String mail = "> My car is gone.\n\nAt least you are fine.\n\n> And it rains.\n\nWear a hat.";
        List<Passage> passages = Letter.read(mail, false).passages();
        assertEquals(2, passages.size());
        assertEquals(Bid.of("My car is gone."), passages.get(0).bid());
        assertEquals(Bid.of("And it rains."), passages.get(1).bid());
        assertTrue(passages.get(0).opens() && !passages.get(1).opens());
    }

    @Test
    void mail_answersWhatIsUnmarkedBelow() {
        String mail = "ok\n\nFrom: Ana\nSent: Tuesday\nTo: Jo\nSubject: car\n\nMy car is gone.\n";
        assertEquals(List.of("ok"), said(mail));
        assertEquals(Bid.of("My car is gone."), bid(mail));
        String forwarded = "ok\n\n-----Original Message-----\nFrom: Ana\n\nMy car is gone.";
        assertEquals(Bid.of("My car is gone."), bid(forwarded));
    }

    @Test
    void names() {
        assertEquals("Sam", Letter.read("Hey Sam, whatever", false).them());
        assertEquals("Sam", Letter.read("Sam,\n\nwhatever", false).them());
        assertNull(Letter.read("Hi all,\n\nwhatever", false).them());
        assertNull(Letter.read("Dear Sir or Madam,\n\nwhatever", false).them());
        assertNull(Letter.read("hello\nwhatever", false).them());
    }

    @Test
    void code_isLeftAlone() {
        assertEquals(List.of("Try this:", "Ok?"), said("Hi Sam,\nTry this:\n```\nwhatever you say\n```\nOk?\n"));
        assertEquals(List.of("Try this:", "Ok?"), said("Hi Sam,\nTry this:\n\n    calm down now\n\nOk?\n"));
        assertEquals(List.of(), said("```\ncalm down\n```"));
    }

    @Test
    void signature_isLeftAlone() {
        assertEquals(List.of("See you."), said("Hi Sam,\nSee you.\n-- \nCalm down and carry on\n"));
        assertEquals(List.of("See you."), said("See you.\n\nSent from my iPhone"));
    }

    @Test
    void quotations_areRepeated() {
        String text = "I hate that he said \"calm down\" to you";
        Passage passage = Letter.read(text, false).passages().get(0);
        int at = text.indexOf("calm");
        assertTrue(passage.repeats(new Span(at, at + 9)));
        assertTrue(!passage.repeats(new Span(0, 6)));
        assertEquals(List.of(), said("\"Calm down.\""));
        assertEquals(List.of(), said("\u201cCalm down,\u201d she said, and shut the door."));
        assertEquals(List.of(), said("\u2014 Calm down, she said."));
        assertEquals(1, said("it's the dogs' fault, isn't it").size());
    }

    @Test
    void page_thatSpeaksToNobody() {
        String page =
                "The river rose in the night, and by the morning the lower meadows were gone. Nobody had seen the like of it. "
                        .repeat(5);
        assertEquals(List.of(), said(page));
        assertEquals(0, Letter.read(page + "\n\nThe end.", false).passages().size());
        assertTrue(!Letter.read(page, true).passages().isEmpty());
    }

    @Test
    void longMessage_toSomebody() {
        String message =
                "I can't believe that you did this to me again. I told you how much it meant, and you laughed. "
                        .repeat(8);
        List<String> said = said(message);
        assertTrue(said.size() > 1);
        assertTrue(said.stream().allMatch(s -> s.startsWith("I ") && s.endsWith(".")), said.toString());
    }

    /** Whatever comes, places lie in the text and do not overlap. */
    @Property(tries = 300)
    void anyText(@ForAll String text, @ForAll boolean sent) {
        assertPlaces(text, sent);
        assertPlaces("Hi Sam,\n" + text + "\n> " + text + "\n-- \n" + text, sent);
    }

    private static void assertPlaces(String text, boolean sent) {
        int from = 0;
        for (Passage passage : Letter.read(text, sent).passages()) {
            assertTrue(passage.span().start() >= from && passage.span().end() <= text.length());
            from = passage.span().end();
        }
    }

    /** Quotation marks that never close, walls of one sign: time stays in proportion. */
    @ParameterizedTest
    @ValueSource(strings = {"\"", "'", "> ", "`", "a ", "On ", "\u201c", "<a", "|", "\n", "Hi\n", "-", "[1] "})
    void hostileText_isReadInTime(String piece) {
        String text = piece.repeat(40_000 / piece.length());
        long began = System.nanoTime();
        assertPlaces(text, false);
        assertPlaces(text, true);
        assertTrue(System.nanoTime() - began < 5_000_000_000L);
    }
}
