package dev.toward.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.annotate.Parsed;
import dev.toward.cue.BidKind;
import dev.toward.phrase.Sort;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FillingsTest {
    private static Optional<String> thing(String bid, @Nullable BidKind kind) {
        return Things.in(TinyParser.parse(bid), kind).map(Things.Thing::text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I'm so tired                                 | tired",
                "i'm tired of the noise                       | tired",
                "I am really angry, he left                   | angry",
                "Tired again. No idea why.                    | tired",
                "feeling low now                              | low",
                "I've been so scared                          | scared",
                "I'm not mad, but I'm sad                     | sad",
                "He said he will call. I'm so worn out.       | worn out",
                "I’m exhausted                                | exhausted",
            })
    void feeling_theirs(String bid, String feeling) {
        assertEquals(Optional.of(feeling), Feelings.in(TinyParser.parse(bid), BidKind.DISTRESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm not tired",
                "I'm not even tired",
                "I was tired",
                "she is so angry",
                "My mom is scared",
                "the tired dog",
                "tired dog",
                "if I'm tired, I go",
                "I would be sad",
                "He said I'm angry",
                "you think I'm mad",
                "Am I sad?",
                "are you tired",
                "I don't feel sad",
                "so happy",
                "lost at snap to her",
                "It makes me mad",
            })
    void feeling_notTheirsOrNotSo(String bid) {
        assertEquals(Optional.empty(), Feelings.in(TinyParser.parse(bid), BidKind.DISTRESS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GOOD_NEWS | I'm so excited | excited",
                "GOOD_NEWS | I'm so tired   | ",
                "DISTRESS  | I'm so proud   | ",
            })
    void feeling_fitsTheBid(BidKind kind, String bid, String feeling) {
        assertEquals(Optional.ofNullable(feeling), Feelings.in(TinyParser.parse(bid), kind));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My mom's surgery is tomorrow          | your mom's surgery",
                "I lost my job                         | your job",
                "The interview was hard                | the interview",
                "I had an interview                    | the interview",
                "this meeting is so hard               | that meeting",
                "I have my stupid history exam         | your history exam",
                "my new job sucks                      | your new job",
                "I did not get the job                 | the job",
                "I hate the meeting and my surgery is soon | your surgery",
                "MY EXAM IS TOMORROW                   | your exam",
            })
    void thing_turned(String bid, String thing) {
        assertEquals(Optional.of(thing), thing(bid, BidKind.DISTRESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it was so hard",
                "I have no job",
                "I never had an interview",
                "we don't have an exam",
                "it is not my exam",
                "her surgery is tomorrow",
                "your party was so big",
                "our trip",
                "I am a mess",
                "I cried on my exam",
                "exam",
                "the {name} exam",
            })
    void thing_notSure(String bid) {
        assertEquals(Optional.empty(), thing(bid, BidKind.DISTRESS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "she saw my garden | your garden",
                "I got my mom here | your mom",
            })
    void thing_ofWhichNobodyCanTell(String bid, String thing) {
        assertEquals(
                Optional.of(thing + " OTHER"),
                Things.in(TinyParser.parse(bid), BidKind.SHARE).map(t -> t.text() + " " + t.sort()));
        assertEquals(Optional.empty(), thing(bid, BidKind.DISTRESS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DISTRESS  | my mom yelled at me so hard               | TROUBLE | your mom yelled at you so hard",
                "DISTRESS  | I can't sleep                             | TROUBLE | you can't sleep",
                "DISTRESS  | i was so scared                           | TROUBLE | you were so scared",
                "DISTRESS  | She left. I cried.                        | TROUBLE | she left",
                "DISTRESS  | we lost the match, lol                    | TROUBLE | you lost the match",
                "DISTRESS  | they said my exam went away               |         |",
                "GOOD_NEWS | ok so i got the job                       | GLAD    | you got the job",
                "GOOD_NEWS | Sam said yes, and I cried                 |         |",
                "CONFLICT  | you never hear me                         | CHARGE  | I never hear you",
                "CONFLICT  | You were late and we went home            |         |",
                "CONFLICT  | I feel like you never want me there       | CHARGE  | I never want you there",
                "CONFLICT  | You are so stupid                         |         |",
                "CONFLICT  | you don't have to make my bed             |         |",
                "CONFLICT  | You only call when I have a job           |         |",
                "CONFLICT  | you don't hear me at all do you           |         |",
                "CONFLICT  | I can't live like this                    |         |",
                "CONFLICT  | I was late                                |         |",
                "CONFLICT  | it was not fair                           |         |",
                "GOOD_NEWS | I GOT THE JOB                             | GLAD    | you got the job",
                "GOOD_NEWS | we got, um, we got the house              | GLAD    | you got the house",
                "GOOD_NEWS | she got the under 15s                     |         |",
                "GOOD_NEWS | I got us the house                        |         |",
                "GOOD_NEWS | it took my mom to the house               |         |",
            })
    void event_toldBack(BidKind kind, String bid, @Nullable Sort sort, @Nullable String told) {
        assertEquals(
                sort == null ? Optional.empty() : Optional.of(new Retelling.Told(String.valueOf(told), sort)),
                Retelling.in(TinyParser.parse(bid), kind));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "he went to my party with Sam. so yes            | he went to your party with Sam",
                "they said no                                    | they said no",
                "she told my boss about the job                  | she told your boss about the job",
                "he got my bike and left it there                | he got your bike and left it there",
                "I can't make my own bed                         | you can't make your own bed",
                "everyone went but me                            | everyone went but you",
            })
    void event_heard(String bid, String told) {
        Parsed message = TinyParser.parse(bid);
        Optional<Retelling.Told> heard = Optional.of(new Retelling.Told(told, Sort.TROUBLE));
        assertEquals(heard, Heard.in(message, BidKind.DISTRESS, words -> 0.7));
        assertEquals(heard, Heard.in(message, BidKind.HELP, words -> 0.7));
        assertEquals(Optional.empty(), Heard.in(message, BidKind.DISTRESS, words -> 0.5));
        assertEquals(Optional.empty(), Heard.in(message, BidKind.CONFLICT, words -> 0.7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did he go to my party?",
                "fine. he went to my party",
                "he said so",
                "I went to my party",
                "I'm a monster",
                "you told my mom about the job",
                "he told you about the job",
                "he's nine",
                "he said “your mom”",
                "they make me feel so stupid",
                "I can't believe my mom",
                "I can't stop crying mum",
            })
    void event_notHeard(String bid) {
        assertEquals(Optional.empty(), Heard.in(TinyParser.parse(bid), BidKind.DISTRESS, words -> 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did she yell at me?",
                "if she left I cried",
                "I think he lost it",
                "I wish she went away",
                "he said he lost my dog",
                "I was such an idiot",
                "they are so stupid",
                "lost",
                "he did",
                "my mom died and we lost mom",
                "she lost an",
            })
    void event_notToldBack(String bid) {
        Retelling.in(TinyParser.parse(bid), BidKind.DISTRESS)
                .ifPresent(told -> assertEquals("your mom died", told.text()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DISTRESS  | They let me go today. Nine years.        | the layoff",
                "DISTRESS  | got laid off this morning                | the layoff",
                "DISTRESS  | he broke up with me                      | the breakup",
                "DISTRESS  | didn't get the job                       | the job",
                "DISTRESS  | I can't sleep again                      | the lack of sleep",
                "DISTRESS  | interview tomorrow                       | the interview",
                "DISTRESS  | my back is killing me                    | your back",
                "GOOD_NEWS | they hired me!!                          | your new job",
                "GOOD_NEWS | we're engaged                            | the engagement",
                "GOOD_NEWS | I ran my first 5k                        | your 5k",
                "GOOD_NEWS | passed the bar!!                         | passing the bar",
                "GOOD_NEWS | she took her first steps                 | those first steps",
                "GOOD_NEWS | 6 months without a cigarette             | that milestone",
                "GOOD_NEWS | the visa came through                    | the visa",
                "GOOD_NEWS | I fixed the sink myself                  | fixing the sink",
                "SHARE     | we adopted two kittens                   | your new kittens",
            })
    void event_namedBack(BidKind kind, String bid, String thing) {
        assertEquals(Optional.of(thing), thing(bid, kind));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DISTRESS  | she got laid off",
                "DISTRESS  | if they let me go I'll scream",
                "DISTRESS  | did he break up with you?",
                "DISTRESS  | her interview is tomorrow",
                "DISTRESS  | I heard he dumped me",
                "NONE      | I got laid off",
            })
    void event_notTheirsOrNotSo(BidKind kind, String bid) {
        assertEquals(Optional.empty(), thing(bid, kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody told you",
                "you're shaking",
                "you can't stop crying",
                "your hands are shaking",
                "you cried in the car park",
                "you feel sick",
                "you failed everyone",
                "you don't see the point of this",
                "it's cancer",
                "your brother died in spring",
                "she said your house smells",
                "they laughed at you",
                "you're the worst mother alive",
                "you didn't pass",
                "he grabbed your neck",
            })
    void event_notSaidBack(String said) {
        assertTrue(Retelling.isUnfit(said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "your car broke down",
                "they cut your hours",
                "you didn't get the job",
                "he left",
                "they said no",
                "you lost your wallet on the bus",
                "your mom yelled at you",
                "you were so scared",
                "that man made you cry",
                "he never called you back",
            })
    void event_saidBack(String said) {
        assertFalse(Retelling.isUnfit(said));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "endo flare, third this week               | that flare-up",
                "they cut our hours and my rent went up    | the rent",
                "someone hacked my account                 | the hacked account",
                "my granny passed away                     | losing your granny",
                "I have my surgery and I lost my dad       | losing your dad",
                "my boiler packed in again                 | the broken boiler",
                "passed over again for that guy            | being passed over",
                "it's day two with no power again          | the lack of power",
            })
    void event_namedInManyWalksOfLife(String bid, String thing) {
        assertEquals(Optional.of(thing), thing(bid, BidKind.DISTRESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "he gave me the silent treatment",
                "I'm scared it's lupus",
                "I don't have covid",
                "he is so cold to me",
                "I feel like a fraud",
            })
    void event_fearedOrMeantOtherwise(String bid) {
        thing(bid, BidKind.DISTRESS).ifPresent(named -> assertEquals("the silent treatment", named));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "you left your dishes in the sink again      | the dishes OTHER",
                "Can you put the phone down for one meal?    | the phone OTHER",
                "you said you'd pay me back                  | the money OTHER",
                "You rolled your eyes at me                  | the eye roll TROUBLE",
                "Why didn't you tell me?                     | not being told TROUBLE",
                "you always decide without asking me         | not being asked TROUBLE",
                "This is the third time I've asked           | having to ask again OTHER",
                "You promised us                             | that promise OTHER",
                "your mum rearranged my kitchen again        | my mum OTHER",
                "it's not about the dishes                   | ",
                "I don't even care about the dishes          | ",
            })
    void event_namedInAQuarrel(String bid, @Nullable String thing) {
        assertEquals(
                Optional.ofNullable(thing),
                Things.in(TinyParser.parse(bid), BidKind.CONFLICT).map(t -> t.text() + " " + t.sort()));
        assertEquals(Optional.empty(), thing(bid, BidKind.DISTRESS));
    }

    @Test
    void thing_inAQuarrelIsWhatWasDone() {
        assertEquals(
                Optional.of("what was shared"), thing("you told the whole team about my divorce", BidKind.CONFLICT));
        assertEquals(Optional.of("your divorce"), thing("I told you about my divorce", BidKind.CONFLICT));
        assertEquals(
                Optional.of(Sort.OTHER),
                Things.in(TinyParser.parse("you ruined the trip"), BidKind.CONFLICT)
                        .map(Things.Thing::sort));
    }

    @Test
    void thing_fitsTheBid() {
        assertEquals(Optional.of("your graduation"), thing("my graduation was big", BidKind.GOOD_NEWS));
        assertEquals(Optional.empty(), thing("my surgery was hard", BidKind.GOOD_NEWS));
        assertEquals(Optional.empty(), thing("my exam was hard", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My exam is on friday | Friday",
                "the surgery is tomorrow | tomorrow",
                "the scan starts Monday | Monday",
                "we left on Friday | ",
                "every Friday he gets mad | ",
                "it is not tomorrow | ",
                "I will be back tomorrow | ",
                "Friday | ",
                "they have not said until Friday | ",
            })
    void time_onlyAhead(String bid, String time) {
        assertEquals(Optional.ofNullable(time), Times.in(TinyParser.parse(bid)));
    }
}
