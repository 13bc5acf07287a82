package dev.toward.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.toward.cue.BidKind;
import dev.toward.phrase.Sort;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To Maya. */
class TurnedTest {
    private static Optional<String> turned(String text, String bid) {
        return Turned.of(text, bid, BidKind.DISTRESS, "Maya").map(Turned::text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bad day                       | So proud of you, Maya!                | So proud of you, {name}!
            bad day                       | Proud of you maya.                    | Proud of you {name}.
            I'm so tired                  | You sound tired maya. Sleep well.     | You sound {feeling} {name}. Sleep well.
            bad day                       | Maya, come here.                      | {name}, come here.
            I'm so tired                  | You sound so tired. I'm here.         | You sound so {feeling}. I'm here.
            feeling really worn out today | Of course you feel worn out.          | Of course you feel {feeling}.
            i'm knackered                 | You must be exhausted.                | You must be {feeling}.
            my interview went badly       | I'm sorry about your interview.       | I'm sorry about {thing}.
            had an interview. awful       | The interview sounds rough.           | {thing} sounds rough.
            my mom's surgery is tomorrow  | I'll think of you at your mom's surgery. | I'll think of you at {thing}.
            no news                       | I'm sad for you.                      | I'm sad for you.
            """)
    void of(String bid, String text, String expected) {
        assertEquals(Optional.of(expected), turned(text, bid));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bad day                  | Give it to Maya.
            bad day                  | You know they love Maya.
            bad day                  | That's so Maya.
            bad day                  | Maya, you know you're the best, Maya.
            bad day                  | You sound so tired.
            I'm not tired at all     | You sound so tired.
            she was tired            | You must be tired.
            """)
    void of_nothingSure(String bid, String text) {
        assertEquals(Optional.empty(), turned(text, bid));
    }

    @Test
    void of_whatStandsOtherwiseStays() {
        assertEquals(
                Optional.of("I'm sorry about your interview."),
                turned("I'm sorry about your interview.", "rough week"));
        assertEquals(
                Optional.of("Your interview clothes look great."),
                turned("Your interview clothes look great.", "my interview is soon"));
    }

    @Test
    void of_theSortOfThing() {
        assertEquals(
                Optional.of(new Turned("Sorry about {thing}.", Sort.TROUBLE)),
                Turned.of("Sorry about the breakup.", "well, a breakup it is", BidKind.DISTRESS, ""));
        assertEquals(
                Optional.of(new Turned("Congrats on {thing}!", Sort.GLAD)),
                Turned.of("Congrats on your new job!", "I got my new job", BidKind.GOOD_NEWS, ""));
    }
}
