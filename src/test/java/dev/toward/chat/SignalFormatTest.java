package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.toward.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalFormatTest {
    @TempDir
    Path folder = Path.of("");

    private Collected read(Path file) throws IOException {
        Collected chat = Collected.read(file, Collected.options());
        assertEquals("signal", chat.chats.get(0).platform());
        return chat;
    }

    private Path ben() throws IOException {
        return Files.createDirectories(folder.resolve("Ben"));
    }

    @Test
    void markdown_allThatItWrites() throws IOException {
        Collected.write(
                ben(),
                "chat.md",
                "[2024-01-31 18:05:09] Me: my cat died  ",
                "",
                "[2024-01-31 18:06:09] Ben: ",
                "",
                "> my cat died",
                "",
                "so sorry  ",
                "(- Me: \uD83D\uDC4D, Cleo: \u2764 -)",
                "[2024-01-31 18:07:09] Me: two",
                "",
                "lines: with a colon  ",
                "[2024-01-31 18:08:09] Ben: ![cat](./media/cat.jpg)  ",
                "[2024-01-31 18:09:09] Ben: the plan [plan.pdf](./media/plan.pdf)  ",
                "[2024-01-31 18:10:09] Ben: (( \uD83D\uDE00 ))  ",
                "[2024-01-31 18:11:09] Ben: (media not exported)  ",
                "[2024-01-31 18:12:09] Ben: (This message was deleted)  ",
                "[2024-01-31 18:13:09] Ben: Incoming video call (accepted, 3m 2s)  ",
                "[2024-01-31 18:14:09] No-Sender: who?  ",
                "[2024-01-31 18:15:09] Ben: ",
                "[2024-01-31 18:16:09] Ben: > that is what he said  ");
        Collected chat = read(folder);
        chat.assertSaid(
                "2024-01-31T18:05:09 Me TEXT my cat died",
                "2024-01-31T18:06:09 Ben TEXT so sorry",
                "2024-01-31T18:07:09 Me TEXT two\n\nlines: with a colon",
                "2024-01-31T18:08:09 Ben MEDIA ",
                "2024-01-31T18:09:09 Ben MEDIA the plan",
                "2024-01-31T18:10:09 Ben MEDIA ",
                "2024-01-31T18:11:09 Ben MEDIA ",
                "2024-01-31T18:12:09 Ben DELETED ",
                "2024-01-31T18:13:09 Ben CALL ",
                "2024-01-31T18:14:09 (unknown) TEXT who?",
                "2024-01-31T18:15:09 Ben UNKNOWN ",
                "2024-01-31T18:16:09 Ben TEXT > that is what he said");
        assertEquals(chat.messages.get(0).id(), chat.messages.get(1).replyTo());
        assertEquals(1, chat.messages.stream().filter(m -> m.replyTo() != null).count());
        assertEquals("Ben", chat.chats.get(0).name());
    }

    @Test
    void markdown_olderHeaderAndOddBegin() throws IOException {
        Collected.write(ben(), "index.md", "[2024-01-31, 18:05] Me: hi  ", "[2024-02-31, 18:06] Ben: ho  ");
        read(folder).assertSaid("2024-01-31T18:05:00 Me TEXT hi", "null Ben TEXT ho");
    }

    @Test
    void twins_areReadOnce() throws IOException {
        Collected.write(ben(), "chat.md", "[2024-01-31 18:05:09] Me: my cat died  ");
        Collected.write(ben(), "index.html", "<html><body>my cat died</body></html>");
        assertEquals(1, read(folder).messages.size());
        Collected.write(ben(), "data.json", data("Me", "my cat died", "\"\""));
        Collected chat = read(folder);
        assertEquals(List.of("my cat died"), chat.texts());
        assertEquals(List.of(), chat.skipped);
        assertEquals(
                "Ben/data.json",
                folder.getFileName() == null ? "" : chat.messages.get(0).file().replaceFirst("^[^/]*/", ""));
    }

    private static String data(String sender, String body, String quote) {
        return "{\"date\": \"2024-01-31T18:05:09\", \"sender\": \"" + sender + "\", \"body\": \"" + body
                + "\", \"quote\": " + quote + ", \"sticker\": \"\", \"reactions\": [], \"attachments\": []}";
    }

    @Test
    void dataJson_isLines() throws IOException {
        Collected.write(
                ben(),
                "data.json",
                data("Me", "my cat died", "\"\""),
                data("Ben", "so sorry", "\"\\n\\n> my cat died\\n\\n\""),
                data("Ben", "", "\"\"").replace("\"attachments\": []", "\"attachments\": [{\"fn\": \"x\"}]"),
                data("Ben", "", "\"\"").replace("\"attachments\"", "\"deleted\": true, \"attachments\""),
                data("Ben", "Missed voice call", "\"\"").replace("\"attachments\"", "\"call\": true, \"attachments\""),
                "{\"date\": \"2024-01",
                data("No-Sender", "who?", "\"\""),
                "{\"x\": 1}");
        Collected chat = read(folder);
        chat.assertSaid(
                "2024-01-31T18:05:09 Me TEXT my cat died",
                "2024-01-31T18:05:09 Ben TEXT so sorry",
                "2024-01-31T18:05:09 Ben MEDIA ",
                "2024-01-31T18:05:09 Ben DELETED ",
                "2024-01-31T18:05:09 Ben CALL ",
                "2024-01-31T18:05:09 (unknown) TEXT who?");
        assertEquals(chat.messages.get(0).id(), chat.messages.get(1).replyTo());
        assertEquals(List.of(6L, 8L), chat.skipped.stream().map(Skipped::line).toList());
    }

    @Test
    void dump_fieldsQuotesAndEdits() throws IOException {
        Path file = Collected.write(
                folder,
                "Ben (+49150).txt",
                "Conversation: Ben (+49150)",
                "",
                "From: You",
                "Type: outgoing",
                "Sent: Wed, 31 Jan 2024 18:05:09 +0100",
                "",
                "my cat died",
                "",
                "From: the bottom of my heart",
                "",
                "From: Ben (+49150)",
                "Type: incoming",
                "Sent: Wed, 31 Jan 2024 18:06:09 +0100",
                "Received: Wed, 31 Jan 2024 18:06:10 +0100",
                "Reaction: \uD83D\uDC4D from You",
                "",
                "> From: You",
                "> Sent: Wed, 31 Jan 2024 18:05:09 +0100",
                ">",
                "> my cat died",
                "",
                "so sorry",
                "",
                "From: Ben (+49150)",
                "Type: incoming",
                "Sent: Wed, 31 Jan 2024 18:07:09 +0100",
                "Attachment: cat.jpg (image/jpeg, 1024 bytes)",
                "",
                "her",
                "",
                "From: Ben (+49150)",
                "Type: incoming",
                "Sent: Wed, 31 Jan 2024 18:08:09 +0100",
                "Edited: 2 versions",
                "",
                "| Version: 2",
                "| Sent: Wed, 31 Jan 2024 18:08:30 +0100",
                "|",
                "| newer words",
                "|",
                "| Version: 1",
                "| Sent: Wed, 31 Jan 2024 18:08:09 +0100",
                "|",
                "| older words",
                "",
                "Type: call-history",
                "Sent: Wed, 31 Jan 2024 18:09:09 +0100",
                "",
                "From: Ben (+49150)",
                "Type: group-v2-change",
                "Sent: Wed, 99 Jan 2024 18:09:09 +0100");
        Collected chat = read(file);
        chat.assertSaid(
                "2024-01-31T17:05:09Z You TEXT my cat died\n\nFrom: the bottom of my heart",
                "2024-01-31T17:06:09Z Ben TEXT so sorry",
                "2024-01-31T17:07:09Z Ben MEDIA her",
                "2024-01-31T17:08:09Z Ben TEXT newer words",
                "2024-01-31T17:09:09Z (unknown) CALL ",
                "null - SYSTEM ");
        assertEquals(chat.messages.get(0).id(), chat.messages.get(1).replyTo());
        assertEquals(
                List.of(false, false, false, true, false, false),
                chat.messages.stream().map(Message::edited).toList());
        assertEquals("Ben", chat.chats.get(0).name());
        assertEquals("+49150", chat.messages.get(1).author().id());
    }

    @Test
    void shortText_notesAreNotWords() throws IOException {
        Path file = Collected.write(
                folder,
                "Ben.txt",
                "2024-01-31 18:01 You: my cat died",
                "she was: old",
                "2024-01-31 18:05 Ben Okri: [reply to You on 2024-01-31 18:01, edited, 1 attachment] so sorry",
                "2024-01-31 18:06 Ben Okri: [reply to You on 2024-01-31 18:01] hugs",
                "2024-01-31 18:07 Ben Okri: [sic] is Latin",
                "2024-01-31 18:08 Ben Okri: [deleted]");
        Collected chat = read(file);
        chat.assertSaid(
                "2024-01-31T18:01:00 You TEXT my cat died\nshe was: old",
                "2024-01-31T18:05:00 Ben Okri MEDIA so sorry",
                "2024-01-31T18:06:00 Ben Okri TEXT hugs",
                "2024-01-31T18:07:00 Ben Okri TEXT [sic] is Latin",
                "2024-01-31T18:08:00 Ben Okri DELETED ");
        String first = chat.messages.get(0).id();
        assertEquals(
                Arrays.asList(null, first, first, null, null),
                chat.messages.stream().map(Message::replyTo).toList());
    }

    @Test
    void database_repliesByAuthorAndTime() throws IOException {
        Path file = Collected.write(
                folder,
                "Ben (+49150).json",
                "[",
                "{\"id\":\"a\",\"conversationId\":\"c\",\"type\":\"outgoing\",\"body\":\"my cat died\",\"sent_at\":1706720709000,\"received_at\":7},",
                "{\"id\":\"b\",\"conversationId\":\"c\",\"type\":\"incoming\",\"body\":\"so sorry\",\"sent_at\":1706720710000,\"source\":\"+49150\",\"sourceServiceId\":\"aci-ben\",\"quote\":{\"id\":1706720709000,\"authorAci\":\"aci-me\",\"text\":\"my cat died\"}},",
                "{\"id\":\"c\",\"conversationId\":\"c\",\"type\":\"outgoing\",\"body\":\"thank you \\uFFFC\",\"timestamp\":1706720711000,\"bodyRanges\":[{\"start\":10,\"length\":1,\"replacementText\":\"Ben\"}],\"quote\":{\"id\":{\"high\":397,\"low\":1618693488},\"author\":\"+49150\"}},",
                "{\"id\":\"d\",\"conversationId\":\"c\",\"type\":\"incoming\",\"sent_at\":1706720712000,\"sourceServiceId\":\"aci-ben\",\"attachments\":[{\"fileName\":\"x\"}],\"editHistory\":[{}]},",
                "{\"id\":\"e\",\"conversationId\":\"c\",\"type\":\"incoming\",\"sent_at\":1706720713000,\"sourceServiceId\":\"aci-ben\",\"isErased\":1},",
                "{\"id\":\"f\",\"conversationId\":\"c\",\"type\":\"call-history\",\"sent_at\":1706720714000},",
                "{\"id\":\"g\",\"conversationId\":\"c\",\"type\":\"group-v2-change\",\"sent_at\":1706720715000},",
                "{\"id\":\"h\",\"type\":\"incoming\"},",
                "]");
        Collected chat = read(file);
        chat.assertSaid(
                "2024-01-31T17:05:09Z Me TEXT my cat died",
                "2024-01-31T17:05:10Z Ben TEXT so sorry",
                "2024-01-31T17:05:11Z Me TEXT thank you @Ben",
                "2024-01-31T17:05:12Z Ben MEDIA ",
                "2024-01-31T17:05:13Z Ben DELETED ",
                "2024-01-31T17:05:14Z - CALL ",
                "2024-01-31T17:05:15Z - SYSTEM ");
        assertEquals("a", chat.messages.get(1).replyTo());
        assertEquals("b", chat.messages.get(2).replyTo());
        assertNull(chat.messages.get(3).replyTo());
        assertEquals(9, chat.skipped.get(0).line());
    }
}
