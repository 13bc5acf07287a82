package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.toward.text.Conversation;
import dev.toward.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamsFormatTest {
    @TempDir
    Path folder = Path.of("");

    private static String message(String id, int second, String who, String html, String more) {
        return "{\"id\":\"" + id
                + "\",\"replyToId\":null,\"messageType\":\"message\",\"createdDateTime\":\"2024-01-31T17:05:"
                + (10 + second)
                + ".12Z\",\"lastModifiedDateTime\":\"2024-02-09T00:00:00Z\",\"chatId\":\"19:c1@thread.v2\","
                + "\"from\":{\"application\":null,\"user\":{\"id\":\"u-" + who + "\",\"displayName\":\"" + who + "\"}},"
                + "\"body\":{\"contentType\":\"html\",\"content\":\"" + html + "\"}" + more + "}";
    }

    private static String says(String id, int second, String who, String html) {
        return message(id, second, who, html, "");
    }

    private Collected read(String... records) throws IOException {
        Path file = Collected.write(folder, "messages_ana.json", "[", String.join(",\n", records), "]");
        Collected chat = Collected.read(file, Collected.options());
        assertEquals("teams", chat.chats.get(0).platform());
        return chat;
    }

    @Test
    void chat_newestFirstAndReactionsAreNoEdits() throws IOException {
        Collected chat = read(
                message("3", 3, "Ana", "<p>thank you</p>", ",\"lastEditedDateTime\":\"2024-01-31T18:00:00Z\""),
                says("2", 2, "Ben", "<div>so <b>sorry</b>&nbsp;Ana</div>"),
                says("1", 1, "Ana", "<p>my cat<br>died</p>"));
        chat.assertSaid(
                "2024-01-31T17:05:11Z Ana TEXT my cat\ndied",
                "2024-01-31T17:05:12Z Ben TEXT so sorry\u00A0Ana",
                "2024-01-31T17:05:13Z Ana TEXT thank you");
        assertEquals(
                List.of(false, false, true),
                chat.messages.stream().map(Message::edited).toList());
        assertEquals(Conversation.Kind.GROUP, chat.chats.get(0).kind());
    }

    @Test
    void events_deletedAndUnknownFutureValue() throws IOException {
        Collected chat = read(
                says("1", 1, "Ana", "hi"),
                says("2", 2, "Ana", "<systemEventMessage/>")
                        .replace("\"messageType\":\"message\"", "\"messageType\":\"unknownFutureValue\""),
                says("3", 3, "Ana", "<systemEventMessage/>")
                        .replace("\"messageType\":\"message\"", "\"messageType\":\"systemEventMessage\"")
                        .replace(
                                "\"from\"",
                                "\"eventDetail\":{\"@odata.type\":\"#microsoft.graph.callEndedEventMessageDetail\"},\"from\""),
                message("4", 4, "Ben", "", ",\"deletedDateTime\":\"2024-01-31T18:00:00Z\""),
                says("5", 5, "Ben", "<p><img src='x'></p>"),
                says("6", 6, "Ben", "<p>fine <emoji alt='\uD83D\uDE00'></emoji></p>"),
                says("7", 7, "Ben", "")
                        .replace("{\"application\":null,\"user\":{\"id\":\"u-Ben\",\"displayName\":\"Ben\"}}", "null"));
        chat.assertSaid(
                "2024-01-31T17:05:11Z Ana TEXT hi",
                "2024-01-31T17:05:12Z - SYSTEM ",
                "2024-01-31T17:05:13Z - CALL ",
                "2024-01-31T17:05:14Z Ben DELETED ",
                "2024-01-31T17:05:15Z Ben MEDIA ",
                "2024-01-31T17:05:16Z Ben TEXT fine \uD83D\uDE00",
                "2024-01-31T17:05:17Z (unknown) UNKNOWN ");
    }

    @Test
    void quotes_areLinks() throws IOException {
        Collected chat = read(
                says("1", 1, "Ana", "my cat died"),
                message(
                        "2",
                        2,
                        "Ben",
                        "<attachment id='1'></attachment><p>so sorry</p>",
                        ",\"attachments\":[{\"id\":\"1\",\"contentType\":\"messageReference\",\"content\":\"{\\\"messageId\\\":\\\"1\\\",\\\"messagePreview\\\":\\\"my cat died\\\"}\"}]"),
                says(
                        "3",
                        3,
                        "Cleo",
                        "<blockquote itemscope itemtype='http://schema.skype.com/Reply' itemid='1'><p>my cat died</p></blockquote><p>hugs</p>"),
                message(
                        "4",
                        4,
                        "Ben",
                        "<p>look</p>",
                        ",\"attachments\":[{\"id\":\"9\",\"contentType\":\"reference\",\"name\":\"plan.pdf\"}]"));
        assertEquals(List.of("my cat died", "so sorry", "hugs", "look"), chat.texts());
        assertEquals("1", chat.messages.get(1).replyTo());
        assertEquals("1", chat.messages.get(2).replyTo());
        assertNull(chat.messages.get(3).replyTo());
        assertEquals(Message.Kind.MEDIA, chat.messages.get(3).kind());
    }

    @Test
    void channel_pagesAndKeysInAnotherCase() throws IOException {
        Path file = Collected.write(
                folder,
                "messages_team.json",
                "{\"@odata.count\":2,\"value\":[",
                "{\"Id\":\"1\",\"MessageType\":\"message\",\"CreatedDateTime\":\"2024-01-31T17:05:11+00:00\",\"ChannelIdentity\":{\"TeamId\":\"t\",\"ChannelId\":\"19:x@thread.tacv2\"},",
                "\"From\":{\"User\":{\"Id\":\"u1\",\"DisplayName\":\"Ana\"}},\"Body\":{\"ContentType\":\"text\",\"Content\":\"hi <all>\"}},",
                "{\"Id\":\"2\",\"ReplyToId\":\"1\",\"MessageType\":\"message\",\"CreatedDateTime\":\"/Date(1706720712000)/\",\"ChannelIdentity\":{\"TeamId\":\"t\",\"ChannelId\":\"19:x@thread.tacv2\"},",
                "\"From\":{\"User\":{\"Id\":\"u2\",\"DisplayName\":null}},\"Body\":{\"ContentType\":\"text\",\"Content\":\"hello\"}}",
                "],\"@odata.nextLink\":\"x\"}");
        Collected.write(folder, "usersList.json", "[{\"Id\":\"u2\",\"DisplayName\":\"Ben\"}]");
        Collected chat = Collected.read(file, Collected.options());
        chat.assertSaid("2024-01-31T17:05:11Z Ana TEXT hi <all>", "2024-01-31T17:05:12Z Ben TEXT hello");
        assertEquals("1", chat.messages.get(1).replyTo());
        assertEquals(Conversation.Kind.CHANNEL, chat.chats.get(0).kind());
        Collected all = Collected.read(folder, Collected.options());
        assertEquals(2, all.messages.size());
        assertEquals(List.of(), all.skipped);
    }

    @Test
    void chats_inOneFileAreKeptApart() throws IOException {
        String other = "19:ab@unq.gbl.spaces";
        Collected chat = read(
                says("3", 3, "Ana", "three"),
                says("9", 4, "Cleo", "private").replace("19:c1@thread.v2", other),
                says("2", 2, "Ben", "two"),
                says("8", 1, "Ana", "first").replace("19:c1@thread.v2", other),
                says("1", 1, "Ana", "one"));
        assertEquals(List.of("one", "two", "three", "first", "private"), chat.texts());
        assertEquals(
                List.of("Ana, Ben", "Cleo, Ana"),
                chat.chats.stream().map(Conversation::name).toList());
        assertEquals(
                List.of(Conversation.Kind.GROUP, Conversation.Kind.DIRECT),
                chat.chats.stream().map(Conversation::kind).toList());
    }

    @ParameterizedTest
    @CsvSource({"{\\\"messageId\\\":", "not json", "''"})
    void reference_broken(String content) throws IOException {
        Collected chat = read(message(
                "2",
                2,
                "Ben",
                "<p>so sorry</p>",
                ",\"attachments\":[{\"id\":\"77\",\"contentType\":\"messageReference\",\"content\":\"" + content
                        + "\"}]"));
        assertEquals("77", chat.messages.get(0).replyTo());
    }

    @Test
    void records_thatAreNoMessages() throws IOException {
        Collected chat = read(says("1", 1, "Ana", "hi"), "{\"odd\":1}", "7", says("2", 2, "Ben", "ho"));
        assertEquals(List.of("hi", "ho"), chat.texts());
        assertEquals(List.of(3L, 4L), chat.skipped.stream().map(Skipped::line).toList());
    }

    @Test
    void otherJson_isNotTeams() throws IOException {
        Path file = Files.writeString(
                folder.resolve("x.json"), "[{\"messageType\":\"x\",\"text\":\"hi\",\"author\":\"Ana\"}]");
        assertFalse(Collected.read(file, Collected.options())
                .chats
                .get(0)
                .platform()
                .equals("teams"));
    }
}
