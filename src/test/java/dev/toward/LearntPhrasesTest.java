package dev.toward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.cue.Gesture;
import dev.toward.encode.SentenceEncoder;
import dev.toward.learn.Lesson;
import dev.toward.learn.Proposal;
import dev.toward.ledger.MadeUpChat;
import dev.toward.ledger.OwnAnswers;
import dev.toward.models.ModelStore;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseFile;
import dev.toward.text.Conversation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the models that ship find warm in a made-up chat, and what of it is left to propose. */
class LearntPhrasesTest {
    /** Loaded before any stream runs in parallel: loading takes threads of the same pool. */
    private static final Analyzer ANALYZER = Shipped.ANALYZER;

    private static final MadeUpChat CHAT = new MadeUpChat().chat("c1", "Priya Nair", Conversation.Kind.DIRECT);

    @BeforeAll
    static void talk() {
        exchange("I bombed the interview. feel so stupid", "oof, I'd be gutted too. you worked so hard for that");
        exchange("they moved the deadline again, I'm exhausted", "you sound exhausted priya. want me to just listen?");
        exchange(
                "my surgery is on thursday and I'm scared",
                "I'll be thinking of you at your surgery, however long it takes");
        exchange("I got into the masters!!", "YESSS!! nobody deserves it more than you do 🎉");
        exchange("my sister won't talk to me", "ring Anjali, she'll know what to do. that sounds so lonely for you");
        exchange("the boiler broke and it's freezing", "meet me at the Crown at 6, I'll bring heaters");
        exchange("can you get milk", "yep");
        exchange("I cried at work today", "calm down, it's only work");
        exchange("thank you for last night", "always, you'd do the same for me");
    }

    private static void exchange(String bid, String answer) {
        CHAT.later(Duration.ofDays(2)).says("Priya Nair", bid).says("Tom", answer);
    }

    private static List<Proposal> learnt() throws IOException {
        List<Phrase> shipped = PhraseFile.readFolder(Path.of("corpus", "phrases"));
        try (SentenceEncoder encoder = SentenceEncoder.open(ModelStore.open(Path.of("models")))) {
            return new Lesson(ANALYZER, encoder, shipped, List.of())
                    .from(OwnAnswers.in(CHAT), "Tom", 20, (done, total) -> {});
        }
    }

    @Test
    void from_warmWordsThatFitAnybody() throws IOException {
        Map<String, Gesture> learnt = learnt().stream().collect(Collectors.toMap(Proposal::text, Proposal::gesture));
        assertTrue(learnt.containsKey("You sound {feeling} {name}. Want me to just listen?"), learnt::toString);
        assertTrue(learnt.containsKey("I'll be thinking of you at {thing}, however long it takes."), learnt::toString);
        assertEquals(Gesture.CELEBRATE, learnt.get("YESSS! Nobody deserves it more than you do."), learnt::toString);
        String all = String.join(" ", learnt.keySet());
        for (String out : List.of("Anjali", "riya", "Crown", "calm", "surgery", "milk", "6")) {
            assertTrue(!all.contains(out), all);
        }
    }
}
