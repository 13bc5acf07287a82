package dev.toward.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.Analysis;
import dev.toward.cue.BidKind;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BidSenseTest {
    // ---- what words are

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok",
                "thanks!",
                "haha true",
                "yes please, thank you",
                "on it... no",
                "sooo good",
                "👍",
                "perfect x",
                "omg lol"
            })
    void acknowledgement_takesNote(String text) {
        assertEquals(!text.startsWith("on it"), Acknowledgement.is(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok?",
                "I miss you so much",
                "thanks for sitting with me all night",
                "my cat died",
                "love you so much",
                "great, my train was cancelled"
            })
    void acknowledgement_ofMoreIsNone(String text) {
        assertFalse(Acknowledgement.is(text));
    }

    @ParameterizedTest
    @CsvSource({
        "night x,true",
        "sleep well,true",
        "good morning everyone,true",
        "night night,true",
        "morning sunshine,false",
        "morning. did you sleep,false",
        "I never sleep well,false"
    })
    void ritual_isAGreetingAndNothingElse(String text, boolean is) {
        assertEquals(is, Ritual.is(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "how did the interview go?|ABOUT_THEM",
                "how are you holding up|ABOUT_THEM",
                "did you sleep ok|ABOUT_THEM",
                "you awake?|ABOUT_THEM",
                "what do you think of it|ABOUT_THEM",
                "everything ok?|ABOUT_THEM",
                "so??|ABOUT_THEM",
                "what time is badminton|LOGISTICS",
                "can you grab milk|LOGISTICS",
                "@Ana can you book a table|LOGISTICS",
                "quiz on thursday?|LOGISTICS",
                "is the plumber still coming|LOGISTICS",
                "do you still have my drill?|LOGISTICS",
                "when is your last day|LOGISTICS",
                "who's in?|LOGISTICS",
                "any idea how to fix a zip|HELP",
                "does anyone know a good vet|HELP",
                "what should I say to her?|HELP",
                "can you help me with the forms|HELP",
                "can we talk about last night|HELP",
                "want to go for a walk with me later|COMPANY",
                "what a day|NOTHING",
                "when I was small we had a boat|NOTHING",
                "double shift. my feet are done|NOTHING",
                "didn't get the job|NOTHING",
                "is what it is|NOTHING",
                "have fun|NOTHING",
                "how lovely|NOTHING",
            })
    void question_isToldByWhatItAsks(String sentence, Asked asked) {
        assertEquals(asked, Asked.in(sentence));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on my way|true",
                "6pm, I'll bring the plates|true",
                "I'll be there at 5|true",
                "fyi the code is 4471|true",
                "the boiler man comes between 12 and 5|true",
                "parcel for you at mine|true",
                "thanks, will get it tonight|true",
                "my dad died this morning|false",
                "I'm so scared of tomorrow|false",
                "the surgery is on friday|false",
                "here's a picture from the lake|false",
                "look at this sky|false"
            })
    void notice_saysWhenAndWhere(String text, boolean is) {
        assertEquals(is, Notice.is(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sorry I snapped at you|true",
                "I was wrong. my fault|true",
                "so sorry for your loss|false",
                "oh no I'm so sorry, how awful|false"
            })
    void apology_ownsAFault(String text, boolean is) {
        assertEquals(is, Apology.is(text));
    }

    // ---- where it stands

    @Test
    void answer_isNoBidUnlessItBringsSomethingFelt() throws Exception {
        assertEquals(BidSense.As.NONE, sense(answer("how was your day?", "fine thanks, bit tired")));
        assertEquals(BidSense.As.NONE, sense(answer("I lost my keys", "so sorry, how are you doing?")));
        assertEquals(
                BidSense.As.FELT,
                sense(answer("how was your day?", "shaky. they are keeping him in until the operation")));
        assertEquals(BidSense.As.ASKED, sense(answer("what a week", "want to come over, just us, for dinner?")));
    }

    @Test
    void answer_thatComesLateAfterNoQuestionBeginsAnew() throws Exception {
        Said late = new Said("I got the job", false, Bid.of("I lost my keys"), Duration.ofHours(9), null);
        assertEquals(BidSense.As.TOLD, sense(late));
        Said afterQuestion = new Said(
                "nothing yet, they never rang", false, Bid.of("any news from the bank?"), Duration.ofHours(9), null);
        assertEquals(BidSense.As.NONE, sense(afterQuestion));
    }

    @Test
    void burst_isWhatItsMostAskingMessageIs() throws Exception {
        List<Said> burst = List.of(
                new Said("hi", false, Bid.UNKNOWN, null, null),
                new Said("how was the funeral", true, Bid.UNKNOWN, null, null),
                new Said("x", true, Bid.UNKNOWN, null, null));
        BidSense sense = BidSense.of(burst, new Wordbook());
        assertEquals(BidSense.As.ASKED, sense.as());
        assertEquals(BidKind.QUESTION, sense.hint());
    }

    // ---- how probable

    @Test
    void statement_isABidOnlyWhenItIsProbable() throws Exception {
        List<Said> burst = List.of(new Said("the lake is frozen over", false, Bid.UNKNOWN, null, null));
        assertEquals(BidKind.SHARE, kind(burst, 0.6, true));
        assertEquals(BidKind.NONE, kind(burst, 0.5, true));
        // what would be missed must be surer
        assertEquals(BidKind.NONE, kind(burst, 0.6, false));
        assertEquals(BidKind.SHARE, kind(burst, 0.9, false));
    }

    @Test
    void notice_isABidOnlyWhenItIsFelt() throws Exception {
        List<Said> burst = List.of(new Said("back at work by monday", false, Bid.UNKNOWN, null, null));
        assertEquals(BidKind.NONE, kind(burst, 0.95, true));
    }

    @Test
    void question_needsNoReader() throws Exception {
        BidReader silent = bid -> {
            throw new AssertionError("not to be asked");
        };
        List<Said> burst = List.of(new Said("how was the party?", false, Bid.UNKNOWN, null, null));
        assertEquals(
                BidKind.QUESTION,
                BidSense.kind(burst, null, false, Bid.of("how was the party?"), silent, new Wordbook()));
    }

    private static @org.jspecify.annotations.Nullable BidKind kind(List<Said> burst, double asks, boolean answered)
            throws Exception {
        BidReader reader = new BidReader() {
            @Override
            public BidKind kind(Bid bid) {
                return BidKind.SHARE;
            }

            @Override
            public double asks(Bid bid) {
                return asks;
            }
        };
        return BidSense.kind(burst, null, answered, Bid.of(burst.get(0).text()), reader, new Wordbook());
    }

    private static BidSense.As sense(Said said) throws Exception {
        return BidSense.of(List.of(said), new Wordbook()).as();
    }

    private static Said answer(String before, String text) {
        Analysis reading = new FakeReader().analyze(new Draft(text, Bid.of(before)), 0, null);
        return new Said(text, false, Bid.of(before), Duration.ofMinutes(3), CompletableFuture.completedFuture(reading));
    }

    // ---- what is no answer

    @Test
    void elsewhere_isWhatComesLateAndTakesUpNothing() {
        List<String> bid = List.of("I feel like nobody sees what I do");
        Bid beside = new Bid(bid);
        assertTrue(Elsewhere.is(bid, beside, true, "did you pay the gas bill", Duration.ofHours(2), new Wordbook()));
        assertTrue(
                Elsewhere.is(bid, beside, true, "the tomatoes are out at last", Duration.ofHours(6), new Wordbook()));
        assertFalse(Elsewhere.is(bid, beside, true, "did you pay the gas bill", Duration.ofMinutes(5), new Wordbook()));
        assertFalse(Elsewhere.is(
                bid,
                beside,
                true,
                "I see what you do, all of it, nobody works so hard",
                Duration.ofHours(6),
                new Wordbook()));
        assertFalse(Elsewhere.is(bid, beside, true, "ok", Duration.ofHours(6), new Wordbook()));
    }

    @Test
    void elsewhere_isWhatAnswersALaterBurst() {
        List<String> bid = List.of("I feel awful today");
        Duration later = Duration.ofHours(3);
        assertTrue(
                Elsewhere.is(bid, Bid.of("did they deliver the sofa"), false, "yes both boxes", later, new Wordbook()));
        assertFalse(
                Elsewhere.is(bid, Bid.of("hello?"), false, "sitting with clients until five", later, new Wordbook()));
    }

    @Test
    void bareToken_isTooLittleForWhatIsFelt() {
        assertTrue(BareToken.isToo("k", BidKind.GOOD_NEWS));
        assertTrue(BareToken.isToo("lol", BidKind.APPRECIATION));
        assertTrue(BareToken.isToo("seen it", BidKind.SHARE));
        assertFalse(BareToken.isToo("ok", BidKind.HELP));
        assertFalse(BareToken.isToo("aw yes", BidKind.AFFECTION));
        assertFalse(BareToken.isToo("nice!!", BidKind.GOOD_NEWS));
        assertFalse(BareToken.isToo("oh no", BidKind.DISTRESS));
    }

    @Test
    void returned_meetsInFewWords() {
        assertTrue(Returned.is("miss you too", BidKind.AFFECTION));
        assertTrue(Returned.is("haha I know!!", BidKind.SHARE));
        assertTrue(Returned.is("yes. please. that's so kind", BidKind.HELP));
        assertFalse(Returned.is("the bus is late", BidKind.AFFECTION));
        assertFalse(Returned.is("yes after 5", BidKind.HELP));
        assertFalse(Returned.is("me too", BidKind.DISTRESS));
    }
}
