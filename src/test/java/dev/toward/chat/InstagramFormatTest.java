package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.toward.text.Conversation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstagramFormatTest {
    private static final String THREAD = "your_instagram_activity/messages/inbox/ana_123456/message_1.json";

    @TempDir
    Path folder = Path.of("");

    private static String part(String... records) {
        return "{\"participants\": [{\"name\": \"Ana\"}, {\"name\": \"Ben\"}],\n\"messages\": [\n"
                + String.join(",\n", records)
                + "\n], \"title\": \"Ana\", \"is_still_participant\": true, \"thread_path\": \"inbox/ana_123456\", \"magic_words\": []}";
    }

    private static String text(String sender, long seconds, String content) {
        return "{\"sender_name\": \"" + sender + "\", \"timestamp_ms\": " + seconds * 1000 + ", \"content\": \""
                + content + "\", \"is_geoblocked_for_viewer\": false}";
    }

    private Collected read(String... files) throws IOException {
        return Collected.read(ExportFolder.write(folder.resolve("export"), files), Collected.options());
    }

    @Test
    void thread_newestFirst_mojibake() throws IOException {
        Collected chat = read(
                THREAD,
                part(
                        text("Ben", 1_600_000_003, "Reacted \\u00e2\\u009d\\u00a4 to your message "),
                        text("Ben", 1_600_000_002, "\\u00e2\\u009d\\u00a4\\u00ef\\u00b8\\u008f to your message "),
                        text("Ben", 1_600_000_001, "Liked a message"),
                        text("Ben", 1_600_000_000, "h\\u00c3\\u00a9")));
        assertEquals(
                List.of("TEXT", "SYSTEM", "SYSTEM", "SYSTEM"),
                chat.messages.stream().map(m -> m.kind().name()).toList());
        assertEquals("h\u00E9", chat.texts().get(0));
        assertEquals(
                List.of(new Conversation("instagram", "instagram:ana_123456", "Ana", Conversation.Kind.DIRECT)),
                chat.chats);
    }

    @Test
    void told_withoutTheFolder() throws IOException {
        assertEquals(
                "instagram",
                read("message_1.json", part(text("Ben", 1_600_000_000, "a")))
                        .chats
                        .get(0)
                        .platform());
        assertEquals(
                "messenger",
                read("message_1.json", part(text("Ben", 1_600_000_000, "a").replace("{", "{\"type\": \"Generic\", ")))
                        .chats
                        .get(0)
                        .platform());
    }

    @Test
    void edit_replacesTheEarlierWording() throws IOException {
        Collected chat = read(
                THREAD,
                part(
                        text("Ben", 1_600_000_100, "see you at eight tomorrow (edited)"),
                        text("Ana", 1_600_000_090, "see you"),
                        text("Ben", 1_600_000_030, "something else"),
                        text("Ben", 1_600_000_020, "see you at seven tomorrow"),
                        text("Ana", 1_500_000_010, "typed by hand (edited)")));
        assertEquals(List.of("typed by hand", "something else", "see you", "see you at eight tomorrow"), chat.texts());
        assertEquals(
                List.of(true, false, false, true),
                chat.messages.stream().map(m -> m.edited()).toList());
        assertEquals(
                List.of(new Skipped("export/" + THREAD, 6, "an earlier wording of the edited message on line 3")),
                chat.skipped);
    }

    @Test
    void notices_andDeletedAccounts() throws IOException {
        Collected chat = read(
                THREAD,
                part(
                        text(
                                "Ana",
                                1_600_000_004,
                                "Ana wasn't notified about this message because they're in quiet mode."),
                        text("Ana", 1_600_000_003, "Ana created a poll: beach?"),
                        text("Ana", 1_600_000_002, "Ana sent an attachment."),
                        text("Instagram User", 1_600_000_001, "hello?"),
                        text("Ana", 1_600_000_000, "Ana started a video chat")));
        assertEquals(
                List.of("CALL", "TEXT", "MEDIA", "SYSTEM", "SYSTEM"),
                chat.messages.stream().map(m -> m.kind().name()).toList());
        assertEquals("(unknown)", chat.authors().get(1));
    }

    @Test
    void before2021_arrayOfConversations() throws IOException {
        Collected chat = read("messages.json", """
                [{"participants": ["ana", "ben"], "conversation": [
                  {"sender": "ana", "created_at": "2019-05-01T18:04:00.123456+00:00", "text": "caf\\u00c3\\u00a9?"},
                  {"created_at": "2019-05-01T18:03:30.000000+00:00", "sender": "ana", "media": "https://x.example/1.jpg"},
                  {"likes": []},
                  {"sender": "ben", "created_at": "2019-05-01T18:03:00.000000+00:00", "text": "hi", "likes": [{"username": "ana"}]}]},
                 {"conversation": [{"sender": "kim", "created_at": "2019-06-01T08:00:00+02:00", "text": "us"}],
                  "participants": ["ana", "ben", "kim"]}]""");
        chat.assertSaid(
                "2019-05-01T18:03:00Z ben TEXT hi",
                "2019-05-01T18:03:30Z ana MEDIA ",
                "2019-05-01T18:04:00Z ana TEXT caf\u00E9?",
                "2019-06-01T06:00:00Z kim TEXT us");
        assertEquals(
                List.of(Conversation.Kind.DIRECT, Conversation.Kind.GROUP),
                chat.chats.stream().map(Conversation::kind).toList());
        assertEquals(4, chat.skipped.get(0).line());
    }
}
