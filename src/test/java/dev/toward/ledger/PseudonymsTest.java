package dev.toward.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.toward.text.Conversation;
import dev.toward.text.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
    @Test
    void names_areReplacedWholeAndInParts() throws IOException {
        assertText("Person A, are you there?", "Ana Lopez, are you there?");
        assertText("hey Person A", "hey ana");
        assertText("Person A's keys", "ANA's keys");
        assertText("bananas and analysis", "bananas and analysis");
    }

    @Test
    void everydayWords_areNamesOnlyWithACapital() throws IOException {
        assertText("Person B, will you come?", "Will, will you come?");
    }

    @Test
    void mentions_areReplaced() throws IOException {
        assertText("@Person A look", "@Ana Lopez look");
        assertText("@someone look, @someone too", "@stranger look, @491701234567 too");
    }

    @Test
    void numbersToCall_areReplacedAndDatesAndTimesStay() throws IOException {
        assertText("call [number] or [number]", "call +49 170 1234567 or (555) 123-4567");
        assertText(
                "on 2024-05-06 at 18:30, 06.05.2024, for 1200 euros",
                "on 2024-05-06 at 18:30, 06.05.2024, for 1200 euros");
        assertText("write to [mail]", "write to ana.lopez@example.org");
    }

    @Test
    void author_whoIsANumberIsReplaced() throws IOException {
        assertText("Person C wrote", "+49 30 5550001 wrote");
    }

    @Test
    void chatFilesAndIds_areNumbered() throws IOException {
        List<Entry> entries = new ArrayList<>();
        var fake = new FakeReader();
        Ledger ledger = new Scan(fake, fake)
                .run(
                        new MadeUpChat()
                                .chat("Ana Lopez.txt", "Ana Lopez", Conversation.Kind.DIRECT)
                                .notice("Ana Lopez changed the picture")
                                .says("Ana Lopez", "I lost my keys, Will")
                                .answers("Will", "m2", "so sorry Ana")
                                .answers("Will", "m77", "yes"),
                        new Scan.Plan("will", Period.ALL, true, 2),
                        entries::add,
                        Progress.SILENT);
        String all = entries.toString() + ledger;
        for (String name : List.of("Ana", "Lopez", "Will", "ana", "lopez")) {
            assertFalse(Pattern.compile("\\b" + name + "\\b").matcher(all).find(), name);
        }
        assertEquals("Chat 1", entries.get(0).message().conversation().name());
        assertEquals("file-1", entries.get(0).message().file());
        assertEquals(
                List.of("m2"),
                Objects.requireNonNull(entries.get(2).inReplyTo()).ids());
        assertEquals(
                List.of("earlier"),
                Objects.requireNonNull(entries.get(3).inReplyTo()).ids());
        assertEquals(
                List.of(false, true), ledger.people().stream().map(Person::own).toList());
    }

    @Test
    void chat_thatComesBackCountsOn() throws IOException {
        List<String> ids = new ArrayList<>();
        var fake = new FakeReader();
        new Scan(fake, fake)
                .run(
                        new MadeUpChat()
                                .says("Ana", "hi")
                                .chat("c2", "Other", Conversation.Kind.GROUP)
                                .says("Ana", "hi")
                                .chat("c1", "Kitchen", Conversation.Kind.GROUP)
                                .says("Ana", "hi"),
                        new Scan.Plan(null, Period.ALL, true, 1),
                        e -> ids.add(e.message().conversation().id() + " "
                                + e.message().id()),
                        Progress.SILENT);
        assertEquals(List.of("chat-1 m1", "chat-2 m1", "chat-1 m2"), ids);
    }

    @Test
    void links_holdWhereChatsLieAmongOneAnother() throws IOException {
        List<Message> kitchen = new MadeUpChat()
                .says("Ana", "I lost my keys")
                .answers("Ben", "m1", "so sorry")
                .messages();
        List<Message> other = new MadeUpChat()
                .chat("c2", "Other", Conversation.Kind.GROUP)
                .says("Ana", "hi")
                .messages();
        List<String> links = new ArrayList<>();
        var fake = new FakeReader();
        new Scan(fake, fake)
                .run(
                        sink -> {
                            sink.accept(kitchen.get(0));
                            sink.accept(other.get(0));
                            sink.accept(kitchen.get(1));
                        },
                        new Scan.Plan(null, Period.ALL, true, 1),
                        e -> links.add(String.valueOf(e.inReplyTo())),
                        Progress.SILENT);
        assertEquals(List.of("null", "null", "InReplyTo[ids=[m1], link=EXPLICIT, evidence=LINK]"), links);
    }

    private static void assertText(String expected, String text) throws IOException {
        Pseudonyms names = new Pseudonyms(Roster.of(
                new MadeUpChat().says("Ana Lopez", "hi").says("Will", "hi").says("+49 30 5550001", "hi")));
        assertEquals(expected, names.text(text));
    }
}
