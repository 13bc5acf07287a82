package dev.toward.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.Analyses;
import dev.toward.Analysis;
import dev.toward.Care;
import dev.toward.Tier;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.encode.Encoder;
import dev.toward.ledger.MadeUpChat;
import dev.toward.ledger.OwnAnswers;
import dev.toward.ledger.Progress;
import dev.toward.ledger.UnknownNameException;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseFile;
import dev.toward.phrase.Situation;
import dev.toward.phrase.Slot;
import dev.toward.text.Conversation;
import dev.toward.text.Draft;
import dev.toward.verdict.Label;
import dev.toward.verdict.Provenance;
import dev.toward.verdict.Scores;
import dev.toward.verdict.Turn;
import dev.toward.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Out of made-up chats between Maya Lopez and Dan, read by rule: see {@link Rules}. */
class LessonTest {
    private static final Progress NONE = (done, total) -> {};

    /** Whatever has "meh" is neutral, "cold" minimizing, "maybe" hardly warm, all else warm; "danger" in a bid is met with care. */
    private static final class Rules implements Analyses {
        @Override
        public Analysis analyze(Draft draft, int suggestions, @Nullable String them) {
            String text = draft.text().toLowerCase(Locale.ROOT);
            Label label =
                    text.contains("meh") ? Label.NEUTRAL : text.contains("cold") ? Label.MINIMIZING : Label.VALIDATING;
            double warmth = label != Label.VALIDATING ? 0.1 : text.contains("maybe") ? 0.6 : 0.9;
            BidKind bid = draft.bid().last().contains("milk") ? BidKind.NONE : BidKind.DISTRESS;
            return new Analysis(
                    draft,
                    new Verdict.Decided(
                            label,
                            new Scores(warmth, 0, 1 - warmth, 0),
                            Turn.TOWARD,
                            bid,
                            List.of(),
                            List.of(text.contains("sounds") ? Gesture.MIRROR_FEELING : Gesture.PRESENCE)),
                    List.of(),
                    draft.bid().last().contains("danger") ? new Care("possible-danger", "Stay with them.") : null,
                    "en",
                    Tier.FULL,
                    new Provenance("test"));
        }
    }

    /** A vector of the words themselves: near where many are shared. */
    private static final Encoder WORDS = new Encoder() {
        @Override
        public float[] vector(String text) {
            float[] vector = new float[width()];
            Words.of(text).forEach(w -> vector[Math.floorMod(w.hashCode(), width())] += 1);
            double length = 0;
            for (float v : vector) {
                length += v * v;
            }
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (vector[i] / Math.max(1e-9, Math.sqrt(length)));
            }
            return vector;
        }

        @Override
        public int width() {
            return 4096;
        }
    };

    private final MadeUpChat chat = new MadeUpChat().chat("c1", "Maya Lopez", Conversation.Kind.DIRECT);

    private LessonTest exchange(String bid, String answer) {
        chat.later(Duration.ofDays(2)).says("Maya Lopez", bid).says("Dan", answer);
        return this;
    }

    private static List<Phrase> shipped() throws IOException {
        return PhraseFile.readFolder(Path.of("corpus", "phrases"));
    }

    private List<Proposal> learnt(int limit) throws IOException {
        return new Lesson(new Rules(), WORDS, shipped(), List.of()).from(OwnAnswers.in(chat), "dan", limit, NONE);
    }

    private List<String> texts() throws IOException {
        return learnt(50).stream().map(Proposal::text).toList();
    }

    @Test
    void from_warmAnswersOfOnesOwn() throws IOException {
        exchange("bad day", "that sounds like so much")
                .exchange("bad week", "meh ok")
                .exchange("bad month", "you were cold to me")
                .exchange("bad year", "maybe you need rest")
                .exchange("get milk", "of course love")
                .exchange("danger here", "I'm coming to you now, stay with me");
        chat.says("Maya Lopez", "you are so very good to me");
        assertEquals(List.of("That sounds like so much."), texts());
    }

    @Test
    void from_messagesThatAnswerNobodyAreNone() throws IOException {
        chat.says("Dan", "I love talking with you so much").says("Dan", "you are wonderful to me");
        chat.later(Duration.ofDays(40)).says("Maya Lopez", "hi");
        assertEquals(List.of(), texts());
    }

    @Test
    void from_particularsStayOut() throws IOException {
        exchange("bad day", "that sounds like Greg again")
                .exchange("worse day", "come to 14 Elm, love")
                .exchange("my budgie died", "that budgie had so much love in you")
                .exchange("the trains again", "those zebras were so hard on you")
                .exchange("bad week", "look at https://example.org love")
                .exchange("bad month", "you are the best, everyone at the zoo says so");
        assertEquals(List.of(), texts());
    }

    @Test
    void from_sentencesOfAnAnswerThatIsTooMuch() throws IOException {
        exchange("bad day", "that sounds so hard on you. did greg pay the 40?")
                .exchange("bad week", "you have so much on you. cold and 40 of them");
        assertEquals(List.of("That sounds so hard on you."), texts());
    }

    @Test
    void from_oftenestFirstNearCopiesTogether() throws IOException {
        exchange("bad day", "you have me whatever happens to you")
                .exchange("bad week", "that sounds like so much")
                .exchange("bad month", "oh that sounds like so so much!!")
                .exchange("bad year", "That really sounds like so much ❤️");
        List<Proposal> learnt = learnt(50);
        assertEquals(
                List.of("That sounds like so much.", "You have me whatever happens to you."),
                learnt.stream().map(Proposal::text).toList());
        assertEquals(3, learnt.get(0).times());
        assertEquals(1, learnt(1).size());
    }

    @Test
    void from_whatIsThereAlreadyIsNotProposed() throws IOException {
        exchange("bad day", "you're not alone in this").exchange("bad week", "oh you're really not alone in this!");
        assertEquals(List.of(), texts());
    }

    @Test
    void from_habitsOfOnesOwn() throws IOException {
        exchange("bad day", "kettle is on for you love").exchange("bad week", "come here, the kettle is on");
        assertEquals(List.of(), texts());
        exchange("bad month", "kettle is on and you have me");
        assertEquals(3, texts().size());
    }

    @Test
    void from_slotsAndTags() throws IOException {
        exchange("I'm so tired. the funeral was today", "you sound so tired maya, come here");
        Proposal proposal = learnt(5).get(0);
        assertEquals("You sound so {feeling} {name}, come here.", proposal.text());
        assertEquals(Set.of(BidKind.DISTRESS), proposal.bids());
        assertEquals(Set.of(Situation.ANY), proposal.situations());
        Phrase phrase = proposal.as(shipped());
        assertEquals("presence/own-001", phrase.id());
        assertEquals(Set.of(Slot.FEELING, Slot.NAME), phrase.slots());
    }

    @Test
    void from_nothingOfTheOtherIsInAPhrase() throws IOException {
        exchange("the walrus sank my submarine", "that sounds like so much");
        String line = PhraseFile.line(learnt(5).get(0).as(shipped()));
        assertFalse(line.contains("walrus") || line.contains("submarine"), line);
        assertTrue(line.contains("\"reach\":\"broad\""), line);
    }

    @Test
    void from_sameEachTime() throws IOException {
        List<String> ends = List.of("today", "now", "with me", "always", "again", "here", "at night", "more");
        for (int i = 0; i < 200; i++) {
            exchange("day " + i, "you can sit and " + (i % 3 == 0 ? "talk " : "rest ") + ends.get(i % ends.size()));
        }
        List<List<Proposal>> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(learnt(50));
        }
        assertFalse(runs.get(0).isEmpty());
        assertEquals(runs.get(0), runs.get(1));
        assertEquals(runs.get(0), runs.get(2));
    }

    @Test
    void from_nobodyOfThatName() {
        exchange("bad day", "that sounds like so much");
        assertThrows(UnknownNameException.class, () -> new Lesson(new Rules(), WORDS, List.of(), List.of())
                .from(OwnAnswers.in(chat), "Nan", 5, NONE));
    }
}
