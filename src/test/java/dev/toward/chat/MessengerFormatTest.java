package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessengerFormatTest {
    private static final String INBOX = "your_activity_across_facebook/messages/inbox/";

    @TempDir
    Path folder = Path.of("");

    /** A part with two participants; records newest first, as they come. */
    private static String part(String... records) {
        return "{\n  \"participants\": [\n    {\n      \"name\": \"Ana Ruiz\"\n    },\n    {\n      \"name\": \"Ben\"\n    }\n  ],\n"
                + "  \"messages\": [\n    " + String.join(",\n    ", records)
                + "\n  ],\n  \"title\": \"Ana Ruiz\",\n  \"is_still_participant\": true,\n"
                + "  \"thread_path\": \"inbox/anaruiz_abc\",\n  \"magic_words\": []\n}";
    }

    private static String text(String sender, long seconds, String content) {
        return "{\"sender_name\": \"" + sender + "\", \"timestamp_ms\": " + seconds * 1000 + ", \"content\": \""
                + content + "\", \"is_geoblocked_for_viewer\": false, \"bumped_message_metadata\": {}}";
    }

    private static String with(String sender, long seconds, String fields) {
        return "{\"sender_name\": \"" + sender + "\", \"timestamp_ms\": " + seconds * 1000 + ", " + fields + "}";
    }

    private Collected read(String... files) throws IOException {
        return Collected.read(ExportFolder.write(folder.resolve("facebook-ben"), files), Collected.options());
    }

    private Collected thread(String... records) throws IOException {
        return read(INBOX + "anaruiz_abc/message_1.json", part(records));
    }

    @Test
    void thread_newestFirst() throws IOException {
        Collected chat = thread(
                text("Ben", 1_600_000_120, "good"),
                text("Ana Ruiz", 1_600_000_060, "second of a minute"),
                text("Ana Ruiz", 1_600_000_060, "first of a minute"),
                text("Ana Ruiz", 1_600_000_000, "got the job"));
        chat.assertSaid(
                "2020-09-13T12:26:40Z Ana Ruiz TEXT got the job",
                "2020-09-13T12:27:40Z Ana Ruiz TEXT first of a minute",
                "2020-09-13T12:27:40Z Ana Ruiz TEXT second of a minute",
                "2020-09-13T12:28:40Z Ben TEXT good");
        assertEquals(
                List.of(new Conversation("messenger", "messenger:anaruiz_abc", "Ana Ruiz", Conversation.Kind.DIRECT)),
                chat.chats);
        assertEquals(14, chat.messages.get(0).line());
        assertNull(chat.messages.get(0).replyTo());
        assertEquals(List.of(), chat.skipped);
    }

    @Test
    void parts_numberedTenAfterNine() throws IOException {
        String[] files = new String[20];
        for (int i = 1; i <= 10; i++) {
            files[2 * i - 2] = INBOX + "anaruiz_abc/message_" + i + ".json";
            files[2 * i - 1] = part(text("Ben", 1_600_001_000 - 10 * i, "part " + i));
        }
        Collected chat = read(files);
        assertEquals(
                List.of(
                        "part 10", "part 9", "part 8", "part 7", "part 6", "part 5", "part 4", "part 3", "part 2",
                        "part 1"),
                chat.texts());
        assertEquals(1, chat.chats.size());
    }

    @Test
    void parts_spreadOverZips() throws IOException {
        Path one = ExportFolder.zip(
                folder.resolve("facebook-ben-1.zip"),
                INBOX + "anaruiz_abc/message_1.json",
                part(text("Ben", 1_600_000_500, "new")));
        Path two = ExportFolder.zip(
                folder.resolve("facebook-ben-2.zip"),
                INBOX + "anaruiz_abc/message_2.json",
                part(text("Ben", 1_600_000_000, "old")),
                INBOX + "anaruiz_abc/message_1.json",
                part(text("Ben", 1_600_000_500, "new")));
        Collected chat = Collected.read(List.of(one, two), Collected.options());
        assertEquals(List.of("old", "new"), chat.texts());
        assertEquals(List.of("1 messages stood in more than one file; each is read once"), chat.warnings);
    }

    @Test
    void parts_givenOneByOne() throws IOException {
        ExportFolder.write(
                folder,
                "a/message_1.json",
                part(text("Ben", 1_600_000_500, "new")),
                "a/message_2.json",
                part(text("Ben", 1_600_000_000, "old")));
        Collected chat = Collected.read(
                List.of(folder.resolve("a/message_1.json"), folder.resolve("a/message_2.json")), Collected.options());
        assertEquals(List.of("old", "new"), chat.texts());
    }

    @Test
    void fileOfAnotherName_isNoPart() throws IOException {
        Collected chat = read(
                INBOX + "anaruiz_abc/message_1.json",
                part(text("Ben", 1_600_000_500, "new")),
                INBOX + "anaruiz_abc/message_1 (1).json",
                part(text("Ben", 1_600_000_500, "new")));
        assertEquals(List.of("new"), chat.texts());
        assertEquals(1, chat.messages.size());
    }

    @Test
    void mojibake_repairedStringByString() throws IOException {
        Collected chat = thread(
                text("Ben", 1_600_000_300, "caf\\u00e9 is right already"),
                text("Ben", 1_600_000_200, "\\u201cmixed\\u201d caf\\u00c3\\u00a9"),
                text("Ren\\u00c3\\u00a9e", 1_600_000_100, "caf\\u00c3\\u00a9 \\u00f0\\u009f\\u0091\\u008d"),
                text("Ben", 1_600_000_000, "half \\ud83d of one"));
        assertEquals(
                List.of(
                        "half \uFFFD of one",
                        "caf\u00E9 \uD83D\uDC4D",
                        "\u201Cmixed\u201D caf\u00C3\u00A9",
                        "caf\u00E9 is right already"),
                chat.texts());
        assertEquals("Ren\u00E9e", chat.authors().get(1));
    }

    @Test
    void kinds() throws IOException {
        Collected chat = thread(
                with("Ana Ruiz", 1_600_000_012, "\"is_unsent\": true, \"content\": \"oops\""),
                with(
                        "Ana Ruiz",
                        1_600_000_011,
                        "\"call_duration\": 0, \"missed\": true, \"type\": \"Call\", \"content\": \"You missed a call from Ana.\""),
                with(
                        "Ana Ruiz",
                        1_600_000_010,
                        "\"type\": \"Subscribe\", \"users\": [{\"name\": \"Kim\"}], \"content\": \"Ana added Kim to the group.\""),
                with(
                        "Ana Ruiz",
                        1_600_000_009,
                        "\"photos\": [{\"uri\": \"messages/inbox/x/photos/1.jpg\"}], \"content\": \"the view\""),
                with(
                        "Ana Ruiz",
                        1_600_000_008,
                        "\"share\": {\"link\": \"https://x.example\"}, \"content\": \"Ana sent an attachment.\""),
                with(
                        "Ana Ruiz",
                        1_600_000_007,
                        "\"share\": {\"link\": \"https://x.example\"}, \"content\": \"read this\", \"type\": \"Share\""),
                with("Ana Ruiz", 1_600_000_006, "\"sticker\": {\"uri\": \"s.png\"}"),
                with("Ana Ruiz", 1_600_000_005, "\"is_taken_down\": true"),
                with(
                        "Ana Ruiz",
                        1_600_000_004,
                        "\"content\": \"Ana reacted \\u00f0\\u009f\\u0098\\u00ae to your message \""),
                with("Ana Ruiz", 1_600_000_003, "\"content\": \"You named the group Trip.\""),
                with("Ana Ruiz", 1_600_000_002, "\"content\": \"Ana started a video chat.\""),
                with(
                        "Ana Ruiz",
                        1_600_000_001,
                        "\"content\": \"Ana is late again.\", \"reactions\": [{\"reaction\": \"x\", \"actor\": \"Ben\"}]"),
                with("Ana Ruiz", 1_600_000_000, "\"content\": 42"));
        assertEquals(
                List.of(
                        "TEXT 42",
                        "TEXT Ana is late again.",
                        "CALL Ana started a video chat.",
                        "SYSTEM You named the group Trip.",
                        "SYSTEM Ana reacted \uD83D\uDE2E to your message ",
                        "UNKNOWN ",
                        "MEDIA ",
                        "TEXT read this",
                        "MEDIA ",
                        "MEDIA the view",
                        "SYSTEM Ana added Kim to the group.",
                        "CALL You missed a call from Ana.",
                        "DELETED "),
                chat.messages.stream().map(m -> m.kind() + " " + m.text()).toList());
        assertEquals(List.of("messenger: 3 notices and calls are told by their wording only"), chat.warnings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{N} hat mit \u2764 auf deine Nachricht reagiert.",
                "{N} cambi\u00F3 la foto del grupo.",
                "{N} a quitt\u00E9 le groupe.",
                "{N} ha aggiunto Kim al gruppo.",
                "{N} saiu do grupo.",
                "{N} heeft de groep verlaten.",
                "{N} set the nickname for Kim to Captain.",
                "{N} set your nickname to Captain.",
                "{N} changed the theme to Ocean.",
                "{N} created a poll: where?",
                "Liked a message",
                "Messages and calls are secured with end-to-end encryption. Only people in this chat can read them."
            })
    void notice_byWording(String wording) {
        assertEquals(
                MessengerWords.Wording.NOTICE, MessengerWords.of(wording.replace("{N}", "Ana"), "Ana Ruiz"), wording);
        assertEquals(
                MessengerWords.Wording.NOTICE,
                MessengerWords.of(wording.replace("{N}", "Ana Ruiz"), "Ana Ruiz"),
                wording);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana left her keys here",
                "Kim left the group.",
                "you named the dog Trip?",
                "I liked a message she sent",
                "the group photo is lovely",
                "call me when it ended"
            })
    void noNotice_whatPeopleSay(String words) {
        assertNull(MessengerWords.of(words, "Ana Ruiz"), words);
    }

    @Test
    void senders_withoutNames() throws IOException {
        Collected chat = thread(
                text("", 1_600_000_002, "from nobody"),
                text("Facebook User", 1_600_000_001, "from one of many"),
                "{\"timestamp_ms\": 1600000000000, \"content\": \"no name at all\"}");
        assertEquals(
                List.of(Author.UNKNOWN, Author.UNKNOWN, Author.UNKNOWN),
                chat.messages.stream().map(Message::author).toList());
    }

    @Test
    void group_byThoseWhoWrote() throws IOException {
        Collected chat = thread(
                text("Kim", 1_600_000_002, "a"), text("Ben", 1_600_000_001, "b"), text("Ana Ruiz", 1_600_000_000, "c"));
        assertEquals(Conversation.Kind.GROUP, chat.chats.get(0).kind());
    }

    @Test
    void times_oldAndImpossible() throws IOException {
        Collected chat = thread(
                "{\"sender_name\": \"Ben\", \"timestamp_ms\": 1600000005000, \"content\": \"c\"}",
                "{\"sender_name\": \"Ben\", \"content\": \"no time\"}",
                "{\"sender_name\": \"Ben\", \"timestamp\": 1250000000, \"content\": \"seconds\"}",
                "{\"sender_name\": \"Ben\", \"timestamp_ms\": 9000000000000, \"content\": \"far\"}");
        assertEquals(List.of("far", "seconds", "no time", "c"), chat.texts());
        assertEquals(List.of("null", "2009-08-11T14:13:20Z", "null", "2020-09-13T12:26:45Z"), chat.times());
        assertEquals(
                List.of("messenger: 2 messages have no time that can be, the first in facebook-ben/" + INBOX
                        + "anaruiz_abc/message_1.json, line 12; kept without a time"),
                chat.warnings);
    }

    @Test
    void root_aboutBeforeOrAfter_andByteOrderMark() throws IOException {
        Path file = Collected.write(
                folder,
                "message_1.json",
                "\uFEFF{\"messages\": [" + text("Ana", 1_600_000_000, "hi") + "],",
                "\"title\": \"Caf\\u00c3\\u00a9\", \"participants\": [{\"name\": \"Ana\"}, {\"name\": \"Ben\"}, {\"name\": \"Kim\"}]}");
        Collected chat = Collected.read(file, Collected.options());
        assertEquals(List.of("hi"), chat.texts());
        assertEquals(
                List.of(new Conversation("messenger", "messenger:message_1", "Caf\u00E9", Conversation.Kind.GROUP)),
                chat.chats.stream()
                        .map(c -> new Conversation(c.platform(), "messenger:message_1", c.name(), c.kind()))
                        .toList());
    }

    @Test
    void broken_recordAmongGood() throws IOException {
        Collected chat = thread(
                text("Ben", 1_600_000_005, "c"),
                "{\"sender_name\": \"Ben\", \"timestamp_ms\": 1600000004000, \"content\": \"no end}",
                text("Ben", 1_600_000_003, "b"),
                "null",
                "{\"type\": \"Generic\"}",
                text("Ben", 1_600_000_000, "a"));
        assertEquals(List.of("a", "b", "c"), chat.texts());
        assertEquals(
                List.of(12L, 14L, 15L), chat.skipped.stream().map(Skipped::line).toList());
        assertEquals("Ana Ruiz", chat.chats.get(0).name());
    }

    @Test
    void broken_fileAmongGood() throws IOException {
        String good = part(text("Ben", 1_600_000_000, "old"));
        String cut = part(text("Ben", 1_600_000_900, "new"), text("Ben", 1_600_000_800, "less new"));
        Collected chat = read(
                INBOX + "anaruiz_abc/message_1.json",
                cut.substring(0, cut.indexOf("less new")),
                INBOX + "anaruiz_abc/message_2.json",
                good,
                INBOX + "kim_x/message_1.json",
                "");
        assertEquals(List.of("old", "new"), chat.texts());
        assertEquals(2, chat.skipped.size());
        assertEquals(
                new Skipped(
                        "facebook-ben/" + INBOX + "anaruiz_abc/message_1.json",
                        12,
                        "the file is cut off; what stands before it was read, what follows was not"),
                chat.skipped.get(1));
    }

    @Test
    void rest_ofADownloadIsPassedOver() throws IOException {
        Collected chat = read(
                INBOX + "anaruiz_abc/message_1.json",
                part(text("Ben", 1_600_000_000, "old")),
                INBOX + "anaruiz_abc/files/notes.txt",
                "13/09/21, 08:15 - Ana: sent as a file\n13/09/21, 08:16 - Ana: and no chat",
                "your_activity_across_facebook/comments_and_reactions/comments.json",
                "[{\"author\": \"Ben\", \"time\": 1600000000, \"text\": \"a comment\"}]",
                "your_activity_across_facebook/messages/autofill_information.json",
                "{\"autofill_information_v2\": {}}");
        assertEquals(List.of("old"), chat.texts());
        assertEquals(List.of(), chat.skipped);
    }

    @Test
    void thread_emptyOrOnlyNotices() throws IOException {
        Collected chat = read(
                INBOX + "empty_a/message_1.json",
                part(),
                INBOX + "notices_b/message_1.json",
                part(text("Ben", 1_600_000_000, "Ben left the group.")));
        assertEquals(2, chat.chats.size());
        assertEquals(List.of("-"), chat.authors());
    }

    @Test
    void endToEnd_flatFolder() throws IOException {
        Collected chat = read("Ana Ruiz_12.json", """
                {"participants": ["Ana Ruiz", "Ben"], "threadName": "Ana Ruiz_12", "messages": [
                 {"isUnsent": false, "media": [], "reactions": [{"actor": "Ben", "reaction": "x"}], "senderName": "Ana Ruiz",
                  "text": "caf\\u00c3\\u00a9?", "timestamp": 1700000010000, "type": "text"},
                 {"isUnsent": false, "media": [{"uri": "./media/a.jpg"}], "senderName": "Ben", "text": "", "timestamp": 1700000005000,
                  "type": "media"},
                 {"isUnsent": true, "media": [], "senderName": "Ben", "text": "", "timestamp": 1700000004000, "type": "placeholder"},
                 {"isUnsent": false, "media": [], "senderName": "Ben", "text": "see https://x.example", "timestamp": 1700000003000,
                  "type": "link"}]}""", "settings.json", "{\"messages\": \"none\"}");
        chat.assertSaid(
                "2023-11-14T22:13:23Z Ben TEXT see https://x.example",
                "2023-11-14T22:13:24Z Ben DELETED ",
                "2023-11-14T22:13:25Z Ben MEDIA ",
                "2023-11-14T22:13:30Z Ana Ruiz TEXT caf\u00E9?");
        assertEquals(
                List.of(new Conversation("messenger", "messenger:Ana Ruiz_12", "Ana Ruiz", Conversation.Kind.DIRECT)),
                chat.chats);
        assertEquals(
                List.of(new Skipped("facebook-ben/settings.json", 0, "fits no chat format that is known")),
                chat.skipped);
    }

    @Test
    void forcedFormat_onSomethingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("x.txt"), "not json at all\n");
        Collected chat = Collected.read(file, Collected.options().withFormat("messenger"));
        assertEquals(0, chat.messages.size());
        assertEquals(1, chat.skipped.get(0).line());
    }
}
