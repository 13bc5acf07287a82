package dev.toward.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is remembered by the weights that ship, read without any reader. */
class LearntMemoryTest {
    private static final Conversation CHAT = new Conversation("made-up", "c", "c", Conversation.Kind.DIRECT);
    private static final Author ANN = new Author("a", "Ann");
    private static final Author BEN = new Author("b", "Ben");
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 12, 0);

    private static final String AHEAD = "my driving test is on thursday, i've been dreading it for weeks";

    private final LearntMemory memory = new LearntMemory(CHAT, Foresight.shipped());
    private int number;

    @Test
    void followUps_whatNobodyCameBackTo() {
        annTellsOfHerTest("ok. did you get milk");
        say(ANN, 8, "what time are we leaving saturday");
        say(BEN, 8, "ten i think");
        assertEquals(List.of("m1"), followUps(20));
    }

    @Test
    void followUps_noneWhereTheyAsked() {
        annTellsOfHerTest("you'll be great!! fingers crossed");
        say(BEN, 3, "good luck with the driving test today!!");
        say(BEN, 3, "how did the driving test go??");
        say(ANN, 3, "I PASSED the test");
        assertEquals(List.of(), followUps(20));
    }

    @Test
    void followUps_aQuestionByAnotherNameIsOneToo() {
        annTellsOfHerTest("ok. did you get milk");
        say(BEN, 3, "so?? did you pass??");
        say(ANN, 3, "i passed!!!");
        assertEquals(List.of(), followUps(20));
    }

    @Test
    void followUps_noneOfWhatTheyArrange() {
        say(ANN, 0, "dinner at 7 on thursday?");
        say(BEN, 0, "see you there");
        assertEquals(List.of(), followUps(20));
    }

    @Test
    void followUps_keepsOnlyTheNewest() {
        for (int i = 0; i < 200; i++) {
            say(ANN, i, AHEAD);
        }
        assertEquals(40, memory.events().size());
    }

    @Test
    void promises_noneWhereItWasDone() {
        say(ANN, 0, "i'll send you the photos tonight");
        photo(ANN, 0);
        say(ANN, 0, "here you go, sent the photos");
        say(BEN, 0, "got them thank you for the photos");
        assertEquals(List.of(), promises(20));
    }

    @Test
    void promises_noneWhereNothingIsPromised() {
        say(ANN, 0, "the bus was late again");
        say(BEN, 0, "typical");
        assertEquals(List.of(), promises(20));
    }

    @Test
    void whatWillNeverBeTold_needNotBeWatched() throws IOException {
        for (String file : List.of("labelled-friends.txt", "labelled-quiz.txt")) {
            LabelledChat chat = LabelledChat.read(file);
            LearntMemory some = new LearntMemory(CHAT, Foresight.shipped());
            LearntMemory all = new LearntMemory(CHAT, Foresight.shipped(), 40, (told, promise, later, signs) -> {});
            LocalDateTime now = MONDAY;
            for (Message message : chat.messages()) {
                now = Objects.requireNonNull(message.time()).clock();
                Author by = Objects.requireNonNull(message.author());
                some.next(message, by, null, now, null);
                all.next(message, by, null, now, null);
            }
            assertTrue(some.events().stream().anyMatch(kept -> !kept.watched()), file);
            assertTrue(all.events().stream().allMatch(LearntMemory.Kept::watched), file);
            assertTrue(all.followUps(now).size() + all.promises(now).size() > 0, file);
            assertEquals(all.followUps(now), some.followUps(now), file);
            assertEquals(all.promises(now), some.promises(now), file);
        }
    }

    private void annTellsOfHerTest(String answer) {
        say(ANN, 0, AHEAD);
        say(BEN, 0, answer);
    }

    private List<String> followUps(int day) {
        return memory.followUps(MONDAY.plusDays(day)).stream().map(FollowUp::id).toList();
    }

    private List<String> promises(int day) {
        return memory.promises(MONDAY.plusDays(day)).stream()
                .map(OpenPromise::id)
                .toList();
    }

    private void say(Author by, int day, String text) {
        take(by, day, Message.Kind.TEXT, text);
    }

    private void photo(Author by, int day) {
        take(by, day, Message.Kind.MEDIA, "");
    }

    private void take(Author by, int day, Message.Kind kind, String text) {
        LocalDateTime now = MONDAY.plusDays(day).plusMinutes(3L * ++number);
        Message message = new Message(
                CHAT, "m" + number, by, new Timestamp.Wall(now), kind, text, null, false, "made-up.txt", number);
        memory.next(message, by, by.equals(ANN) ? BEN : ANN, now, null);
    }
}
