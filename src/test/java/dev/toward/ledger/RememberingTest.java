package dev.toward.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RememberingTest {
    /** A Monday morning. */
    private static final LocalDateTime NOW = MadeUpChat.START;

    // ---- times

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tomorrow|2024-05-07",
                "tmrw morning|2024-05-07",
                "the day after tomorrow|2024-05-08",
                "on Tuesday|2024-05-07",
                "Monday|2024-05-13",
                "this Friday|2024-05-10",
                "next Friday|2024-05-17",
                "on sat|2024-05-11",
                "next week|2024-05-19",
                "at the weekend|2024-05-12",
                "in ten days|2024-05-16",
                "on the 14th|2024-05-14",
                "on the 3rd|2024-06-03",
                "on the ninth|2024-05-09",
                "the twenty first|2024-05-21",
                "wed 10am|2024-05-08",
                "on 22 May|2024-05-22",
                "June 1st|2024-06-01",
                "2024-05-30|2024-05-30",
                "a week on Thursday|2024-05-16",
                "tonight|2024-05-06"
            })
    void time_isResolvedAgainstTheDayOfTheMessage(String words, String day) {
        When when = When.in("my exam is " + words, NOW);
        assertNotNull(when);
        assertEquals(LocalDate.parse(day), when.to());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "last Tuesday",
                "every Monday",
                "since Friday",
                "the cat sat there",
                "the fifth time",
                "on Fridays",
                "31 February",
                "ages ago"
            })
    void time_thatIsNotAheadIsNone(String words) {
        assertNull(When.in("my exam " + words, NOW));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at ten|2024-05-06",
                "at half past two|2024-05-06",
                "at 8am|2024-05-07",
                "at noon|2024-05-06",
                "at 10 on Friday|2024-05-10"
            })
    void time_ofTheClockIsTheNext(String words, String day) {
        When when = When.in("my exam is " + words, NOW);
        assertNotNull(when);
        assertEquals(LocalDate.parse(day), when.to());
    }

    @ParameterizedTest
    @ValueSource(strings = {"at 5 points", "at one of them", "at 3%", "at home"})
    void time_ofTheClockIsNoCount(String words) {
        assertNull(When.in("my exam is " + words, NOW));
    }

    @Test
    void time_afterMidnightIsThatOfTheEvening() {
        When when = When.in("my exam is tomorrow", LocalDateTime.of(2024, 5, 7, 1, 30));
        assertNotNull(when);
        assertEquals(LocalDate.of(2024, 5, 7), when.to());
    }

    // ---- events

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "my presentation is on Tuesday|your presentation",
                "mum's surgery next week, trying not to think about it|your mum's surgery",
                "ugh dentist tomorrow|the dentist",
                "I've got an interview on friday|the interview",
                "my driving test is on Thursday|your driving test",
                "dad has his scan on Wednesday|your dad's scan",
                "I start my new job on monday|your new job",
                "nan's funeral is on the 14th|your nan's funeral",
                "we find out next week|the news",
                "I've got the team review at ten|the team review",
                "interview on thurs|the interview",
                "I have to tell my manager tomorrow|that talk",
                "HR meeting on Thursday to sort the terms|the hr meeting",
                "seeing the nurse on Thursday|the appointment",
                "Kuba has his exam on Friday|Kuba's exam",
                "my scan is on Thursday, can you have the kids?|your scan",
                "they gave me a slot for my scan. it's the 14th|your scan",
                "I'm asking for a raise tomorrow|that talk",
            })
    void event_isNamedAsItIsSaidBack(String text, String thing) {
        ComingEvent event = ComingEvent.in(text, NOW);
        assertNotNull(event);
        assertEquals(thing, event.thing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see you Tuesday",
                "are you free for my party on friday?",
                "let's do the exam prep tomorrow",
                "the train leaves at 9 tomorrow",
                "good luck with your interview on friday",
                "my exam was on monday",
                "the interview on friday is cancelled",
                "if I get an interview next week I'll scream",
                "buy milk tomorrow",
                "her interview is on friday"
            })
    void event_ofTheirsAloneIsOne(String text) {
        assertNull(ComingEvent.in(text, NOW));
    }

    // ---- coming back to it

    @Test
    void followUp_isDueWhenNobodyAsked() throws IOException {
        List<FollowUp> due = followUps(told().later(Duration.ofDays(6)).says("Ben", "bins tonight"));
        assertEquals(1, due.size());
        FollowUp followUp = due.get(0);
        assertEquals("m1", followUp.id());
        assertEquals("your presentation", followUp.thing());
        assertEquals("on Thursday", followUp.when());
        assertEquals(LocalDate.of(2024, 5, 9), followUp.day());
        assertTrue(followUp.due());
        assertEquals("Ben", followUp.to() == null ? "" : followUp.to().name());
        assertEquals(
                "your presentation?",
                followUp.wording() == null ? "" : followUp.wording().text());
    }

    @Test
    void followUp_isAheadUntilItsDay() throws IOException {
        List<FollowUp> ahead = followUps(told().says("Ben", "ok"));
        assertEquals(1, ahead.size());
        assertFalse(ahead.get(0).due());
    }

    @ParameterizedTest
    @ValueSource(strings = {"how did it go?", "how was the presentation", "so??", "any news?"})
    void followUp_thatWasAskedIsNotDue(String question) throws IOException {
        assertEquals(List.of(), followUps(told().later(Duration.ofDays(4)).says("Ben", question)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"done, it's mine", "my talk with her can wait", "they said it will rain"})
    void followUp_isDueAfterOtherNewsOfTheirs(String news) throws IOException {
        assertEquals(
                1, followUps(told().later(Duration.ofDays(6)).says("Ana", news)).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"how was your weekend", "did you get milk?", "ok", "what do you think?", "did you say ok"})
    void followUp_isDueAfterOtherQuestions(String question) throws IOException {
        assertEquals(
                1,
                followUps(told().later(Duration.ofDays(4)).says("Ben", question))
                        .size());
    }

    @Test
    void followUp_isDueWhenItWasOnlyAskedBefore() throws IOException {
        assertEquals(
                1,
                followUps(told().says("Ben", "how is the presentation coming on?")
                                .later(Duration.ofDays(9))
                                .says("Ben", "hi"))
                        .size());
    }

    @Test
    void followUp_thatTheyToldOfThemselvesIsNotDue() throws IOException {
        assertEquals(
                List.of(), followUps(told().later(Duration.ofDays(4)).says("Ana", "the presentation went so well")));
        assertEquals(
                List.of(), followUps(told().later(Duration.ofDays(1)).says("Ana", "my presentation is cancelled")));
    }

    // ---- promises

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'll call you tomorrow",
                "I'll send you the photos",
                "will let you know tomorrow",
                "I'm going to bring you the ladder",
                "I'll send it tonight",
                "yes! I'll book them",
                "I'll ask him",
                "back! I'll tell you all about it soon"
            })
    void promise_isOpenUntilSomethingShowsOtherwise(String words) throws IOException {
        var chat = new MadeUpChat()
                .says("Ana", "hi")
                .says("Ben", words)
                .later(Duration.ofDays(9))
                .says("Ana", "hm");
        Ledger ledger = scan(chat);
        assertEquals(1, ledger.noticed().promises().size());
        assertEquals("m2", ledger.noticed().promises().get(0).id());
    }

    @Test
    void promise_isKept() throws IOException {
        assertEquals(
                List.of(),
                scan(new MadeUpChat()
                                .says("Ana", "hi")
                                .says("Ben", "I'll send you the photos")
                                .sends("Ben", dev.toward.text.Message.Kind.MEDIA)
                                .says("Ben", "I'll call you tomorrow")
                                .later(Duration.ofDays(1))
                                .sends("Ben", dev.toward.text.Message.Kind.CALL)
                                .later(Duration.ofDays(9))
                                .says("Ana", "hm"))
                        .noticed()
                        .promises());
    }

    @Test
    void promise_isNotKeptWeeksAfterItsDay() throws IOException {
        Ledger ledger = scan(new MadeUpChat()
                .says("Ana", "hi")
                .says("Ben", "I'll call you tonight")
                .later(Duration.ofDays(14))
                .sends("Ana", dev.toward.text.Message.Kind.CALL)
                .says("Ana", "hm"));
        assertEquals(1, ledger.noticed().promises().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'll bring crisps on thursday",
                "I'll call the bank tomorrow",
                "he will send you the photos",
                "shall I call you?",
                "I'll see",
                "if I can I'll call you"
            })
    void promise_isOnesOwnWordToThem(String words) {
        assertNull(PromiseWords.in(words, NOW));
    }

    private static MadeUpChat told() {
        return new MadeUpChat().says("Ana", "my presentation is on Thursday").says("Ben", "oh nice");
    }

    private static List<FollowUp> followUps(MadeUpChat chat) throws IOException {
        return scan(chat).noticed().followUps();
    }

    private static Ledger scan(MadeUpChat chat) throws IOException {
        FakeReader fake = new FakeReader();
        FollowUp.Wording wording = (thing, time, sort, over, seed) ->
                new dev.toward.AskingAfter(thing + (over ? "?" : "!"), "follow-up/any-001");
        return new Scan(fake, fake, wording)
                .run(chat, new Scan.Plan(null, Period.ALL, false, 2), e -> {}, Progress.SILENT);
    }
}
