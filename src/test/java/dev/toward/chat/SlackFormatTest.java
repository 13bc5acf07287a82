package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.text.Conversation;
import dev.toward.text.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlackFormatTest {
    private static final String[] WORKSPACE = {
        "users.json",
        """
        [{"id": "U1", "name": "ana", "real_name": "Ana Ruiz", "profile": {"display_name": "Ana", "real_name": "Ana Ruiz"}},
         {"id": "U2", "name": "ben", "real_name": "", "profile": {"display_name": "", "real_name": "Ben Ito"}},
         {"id": "U3", "name": "kim", "profile": {}}]
        """,
        "channels.json",
        """
        [{"id": "C1", "name": "general", "members": ["U1", "U2"], "is_archived": false, "created": 1700000000}]
        """,
        "dms.json",
        """
        [{"id": "D1AAAAAAA", "created": 1700000000, "members": ["U1", "U2"]}]
        """,
        "mpims.json",
        """
        [{"id": "G1", "name": "mpdm-ana--ben--kim-1", "members": ["U1", "U2", "U3"]}]
        """,
        "integration_logs.json",
        "[{\"user_id\": \"U1\", \"text\": \"added an app\", \"date\": \"1700000000\"}]"
    };

    @TempDir
    Path folder = Path.of("");

    private static String[] with(String... files) {
        List<String> all = new ArrayList<>(List.of(WORKSPACE));
        all.addAll(List.of(files));
        return all.toArray(String[]::new);
    }

    private Collected read(String... files) throws IOException {
        return Collected.read(ExportFolder.write(folder.resolve("slack"), with(files)), Collected.options());
    }

    private Collected day(String... records) throws IOException {
        return read("general/2023-11-14.json", "[\n" + String.join(",\n", records) + "\n]");
    }

    @Test
    void folder_channelsAndPeople() throws IOException {
        Collected chat = read(
                "general/2023-11-14.json",
                """
                [
                {"type": "message", "user": "U1", "text": "lunch?", "ts": "1700000000.000100"},
                {"type": "message", "user": "U2", "text": "yes <@U1>, tell <@U3|kim>", "ts": "1700000060.000200"}
                ]""",
                "D1AAAAAAA/2023-11-14.json",
                "[{\"type\": \"message\", \"user\": \"U2\", \"text\": \"hi\", \"ts\": \"1700000001.000100\"}]",
                "mpdm-ana--ben--kim-1/2023-11-14.json",
                "[{\"type\": \"message\", \"user\": \"U3\", \"text\": \"us three\", \"ts\": \"1700000002.000100\"}]",
                "quiet/2023-11-14.json",
                "[]");
        chat.assertSaid(
                "2023-11-14T22:13:21Z Ben Ito TEXT hi",
                "2023-11-14T22:13:20Z Ana TEXT lunch?",
                "2023-11-14T22:14:20Z Ben Ito TEXT yes @Ana, tell @kim",
                "2023-11-14T22:13:22Z kim TEXT us three");
        assertEquals(
                List.of("Ana, Ben Ito", "general", "Ana, Ben Ito, kim", "quiet"),
                chat.chats.stream().map(Conversation::name).toList());
        assertEquals(
                List.of(
                        Conversation.Kind.DIRECT,
                        Conversation.Kind.CHANNEL,
                        Conversation.Kind.GROUP,
                        Conversation.Kind.CHANNEL),
                chat.chats.stream().map(Conversation::kind).toList());
        assertEquals("slack/general/2023-11-14.json", chat.messages.get(1).file());
        assertEquals(
                List.of(2L, 3L),
                chat.messages.subList(1, 3).stream().map(Message::line).toList());
        assertEquals(List.of(), chat.skipped);
        assertEquals(List.of(), chat.warnings);
    }

    @Test
    void zip_sameAsFolder() throws IOException {
        String[] files = with(
                "general/2023-11-14.json",
                "[{\"type\": \"message\", \"user\": \"U1\", \"text\": \"lunch?\", \"ts\": \"1700000000.000100\"}]");
        Path zip = ExportFolder.zip(folder.resolve("Acme Slack export.zip"), files);
        Collected chat = Collected.read(zip, Collected.options());
        chat.assertSaid("2023-11-14T22:13:20Z Ana TEXT lunch?");
        assertEquals(List.of(), chat.skipped);
        Collected both = Collected.read(
                List.of(zip, ExportFolder.write(folder.resolve("unpacked"), files)), Collected.options());
        assertEquals(1, both.messages.size());
        assertEquals(List.of("1 messages stood in more than one file; each is read once"), both.warnings);
    }

    @Test
    void thread_rootInAnotherDay() throws IOException {
        Collected chat = read("general/2023-11-14.json", """
                [{"type": "message", "user": "U1", "text": "root", "ts": "1700000000.000100", "thread_ts": "1700000000.000100",
                  "reply_count": 2, "replies": [{"user": "U2", "ts": "1700090000.000100"}, {"user": "U2", "ts": "1700099999.000100"}]}]""", "general/2023-11-15.json", """
                [{"type": "message", "user": "U2", "text": "answer", "ts": "1700090000.000100", "thread_ts": "1700000000.000100",
                  "parent_user_id": "U1"},
                 {"type": "message", "subtype": "thread_broadcast", "user": "U2", "text": "for all", "ts": "1700090001.000100",
                  "thread_ts": "1700000000.000100", "root": {"text": "root", "ts": "1700000000.000100"}},
                 {"type": "message", "subtype": "thread_broadcast", "user": "U2", "text": "for all", "ts": "1700090001.000100",
                  "thread_ts": "1700000000.000100"}]""");
        assertEquals(List.of("root", "answer", "for all"), chat.texts());
        assertEquals(
                List.of("-", "1700000000.000100", "1700000000.000100"),
                chat.messages.stream()
                        .map(m -> m.replyTo() == null ? "-" : m.replyTo())
                        .toList());
        assertEquals("1700000000.000100", chat.messages.get(0).id());
        assertEquals(1, chat.skipped.size());
        assertEquals(5, chat.skipped.get(0).line());
    }

    @Test
    void author_ofEverySort() throws IOException {
        Collected chat = day(
                "{\"type\":\"message\",\"text\":\"no one\",\"ts\":\"1700000000.000100\"}",
                "{\"type\":\"message\",\"user\":\"USLACKBOT\",\"text\":\"reminder\",\"ts\":\"1700000001.000100\"}",
                "{\"type\":\"message\",\"user\":\"W9\",\"user_profile\":{\"real_name\":\"Guest Lu\",\"display_name\":\"\"},\"text\":\"hello\",\"ts\":\"1700000002.000100\"}",
                "{\"type\":\"message\",\"user\":\"W8\",\"text\":\"gone\",\"ts\":\"1700000003.000100\"}",
                "{\"type\":\"message\",\"subtype\":\"bot_message\",\"bot_id\":\"B1\",\"username\":\"builds\",\"text\":\"green\",\"ts\":\"1700000004.000100\"}",
                "{\"type\":\"message\",\"user\":\"U1\",\"bot_id\":\"B2\",\"bot_profile\":{\"name\":\"Poll\"},\"text\":\"vote\",\"ts\":\"1700000005.000100\"}",
                "{\"type\":\"message\",\"subtype\":\"file_comment\",\"text\":\"<@U1> commented on a file\",\"comment\":{\"user\":\"U1\",\"comment\":\"nice\"},\"ts\":\"1700000006.000100\"}");
        assertEquals(List.of("(unknown)", "Slackbot", "Guest Lu", "W8", "builds", "Poll", "Ana"), chat.authors());
        assertEquals("nice", chat.texts().get(6));
        assertEquals("B2", chat.messages.get(5).author().id());
    }

    @Test
    void subtype_talkAndEvents() throws IOException {
        Collected chat = day(
                "{\"type\":\"message\",\"subtype\":\"channel_join\",\"user\":\"U1\",\"text\":\"<@U1> has joined\",\"ts\":\"1700000000.000100\"}",
                "{\"type\":\"message\",\"subtype\":\"me_message\",\"user\":\"U1\",\"text\":\"waves\",\"ts\":\"1700000001.000100\"}",
                "{\"type\":\"message\",\"subtype\":\"tombstone\",\"user\":\"USLACKBOT\",\"text\":\"This message was deleted.\",\"ts\":\"1700000002.000100\",\"thread_ts\":\"1700000002.000100\"}",
                "{\"type\":\"message\",\"user\":\"U2\",\"text\":\"still here\",\"ts\":\"1700000003.000100\",\"thread_ts\":\"1700000002.000100\"}",
                "{\"type\":\"message\",\"subtype\":\"something_new\",\"user\":\"U1\",\"text\":\"?\",\"ts\":\"1700000004.000100\"}",
                "{\"type\":\"message\",\"subtype\":\"message_changed\",\"ts\":\"1700000009.000100\",\"message\":{\"type\":\"message\",\"user\":\"U1\",\"text\":\"as it is now\",\"ts\":\"1700000005.000100\",\"edited\":{\"user\":\"U1\",\"ts\":\"1700000009.000000\"}}}",
                "{\"type\":\"message\",\"subtype\":\"message_deleted\",\"ts\":\"1700000010.000100\"}",
                "{\"type\":\"message\",\"user\":\"U2\",\"text\":\"look\",\"files\":[{\"mode\":\"tombstone\"}],\"ts\":\"1700000011.000100\"}",
                "{\"type\":\"message\",\"user\":\"U2\",\"ts\":\"1700000012.000100\"}");
        assertEquals(
                List.of("SYSTEM", "TEXT", "SYSTEM", "TEXT", "SYSTEM", "TEXT", "MEDIA", "UNKNOWN"),
                chat.messages.stream().map(m -> m.kind().name()).toList());
        assertEquals("", chat.texts().get(2));
        assertEquals("1700000002.000100", chat.messages.get(3).replyTo());
        assertTrue(chat.messages.get(5).edited());
        assertEquals("1700000005.000100", chat.messages.get(5).id());
        assertEquals(
                List.of(new Skipped("slack/general/2023-11-14.json", 8, "a change without its message")), chat.skipped);
    }

    @Test
    void stamp_missingIsListed() throws IOException {
        Collected chat = day(
                "{\"type\":\"message\",\"user\":\"U1\",\"text\":\"no stamp\"}",
                "{\"type\":\"message\",\"user\":\"U1\",\"text\":\"a\",\"ts\":\"1700000001.000200\"}",
                "7",
                "{\"type\":\"message\",\"user\":\"U1\",\"text\":\"number\",\"ts\":1700000002.000100}",
                "{\"type\":\"message\",\"user\":\"U1\",\"text\":\"far\",\"ts\":\"9900000000.000100\"}");
        assertEquals(List.of("a", "number", "far"), chat.texts());
        assertEquals("null", chat.times().get(2));
        assertEquals(List.of(2L, 4L), chat.skipped.stream().map(Skipped::line).toList());
        assertEquals(
                List.of(
                        "slack: 1 messages have a time that cannot be, the first in slack/general/2023-11-14.json, line 6; kept"
                                + " without a time"),
                chat.warnings);
    }

    @Test
    void text_markupFirstThenEscapes() throws IOException {
        Collected chat = day(
                "{\"type\":\"message\",\"user\":\"U1\",\"ts\":\"1700000000.000100\",\"text\":\"a &lt;@U1&gt; &amp;lt; <#C1> <#C9|old> <!here> <!subteam^S1|@team>"
                        + " <!date^1700000000^{date}|14 Nov> <https://x.example|site> <https://y.example> <mailto:a@b.example|a@b.example> :tada::skin-tone-3:\"}");
        assertEquals(
                List.of(
                        "a <@U1> &lt; #general #old @here @team 14 Nov site https://y.example a@b.example :tada::skin-tone-3:"),
                chat.texts());
    }

    @Test
    void text_inBlocksOrAttachments() throws IOException {
        Collected chat = day(
                """
                {"type":"message","user":"U1","ts":"1700000000.000100","text":"","blocks":[{"type":"rich_text","elements":[
                {"type":"rich_text_section","elements":[{"type":"text","text":"hey "},{"type":"user","user_id":"U2"},
                {"type":"text","text":" & all "},{"type":"emoji","name":"wave"}]},
                {"type":"rich_text_list","elements":[{"type":"rich_text_section","elements":[{"type":"link","url":"https://x.example"}]}]}]}]}""",
                "{\"type\":\"message\",\"user\":\"U1\",\"ts\":\"1700000001.000100\",\"attachments\":[{\"text\":\"from &lt;app&gt;\"},{\"fallback\":\"[no preview]\"}]}",
                "{\"type\":\"message\",\"user\":\"U1\",\"ts\":\"1700000002.000100\",\"attachments\":[{\"is_msg_unfurl\":true,\"text\":\"somebody else's\"}]}");
        assertEquals(
                List.of("hey @Ben Ito & all :wave:\nhttps://x.example", "from <app>\n[no preview]", ""), chat.texts());
    }

    @Test
    void order_withinAndAcrossDays() throws IOException {
        Collected chat = read(
                "general/2023-11-14.json",
                "[{\"type\":\"message\",\"user\":\"U1\",\"text\":\"b\",\"ts\":\"1700000002.000100\"},"
                        + "{\"type\":\"message\",\"user\":\"U1\",\"text\":\"a\",\"ts\":\"1700000001.999999\"},"
                        + "{\"type\":\"message\",\"user\":\"U1\",\"text\":\"d\",\"ts\":\"1700000009.000100\"}]",
                "general/2023-11-15.json",
                "[{\"type\":\"message\",\"user\":\"U1\",\"text\":\"c\",\"ts\":\"1700000003.000100\"}]");
        assertEquals(List.of("a", "b", "c", "d"), chat.texts());
        assertEquals("slack/general/2023-11-15.json", chat.messages.get(2).file());
    }

    @Test
    void day_brokenAmongGood() throws IOException {
        Collected chat = read(
                "general/2023-11-14.json",
                "[\n{\"type\":\"message\",\"user\":\"U1\",\"text\":\"a\",\"ts\":\"1700000001.000100\"},\n{\"type\":\"message\",\"us",
                "general/2023-11-15.json",
                "[\n{\"type\":\"message\",\"user\":\"U1\" \"text\":\"broken\",\"ts\":\"1700090001.000100\"},\n"
                        + "{\"type\":\"message\",\"user\":\"U1\",\"text\":\"b\",\"ts\":\"1700090002.000100\"}\n]");
        assertEquals(List.of("a", "b"), chat.texts());
        assertEquals(
                List.of("slack/general/2023-11-14.json 3", "slack/general/2023-11-15.json 2"),
                chat.skipped.stream().map(s -> s.file() + " " + s.line()).toList());
    }

    @Test
    void media_neverOpened() throws IOException {
        Collected chat = read(
                "general/2023-11-14.json",
                "[{\"type\":\"message\",\"user\":\"U1\",\"text\":\"a\",\"ts\":\"1700000001.000100\"}]",
                "__uploads/F1/chat.txt",
                "13/09/21, 08:15 - Ana: sent as a file\n13/09/21, 08:16 - Ana: and no chat",
                "general/attachments/list.csv",
                "author,time,text\nAna,2020-01-01,x",
                "general/canvas_in_the_conversation.json",
                "[{\"id\": 1}]");
        assertEquals(List.of("a"), chat.texts());
        assertEquals(List.of(), chat.skipped);
    }

    @Test
    void otherTools_oneFileAConversation() throws IOException {
        Path file = Collected.write(folder, "C123.json", """
                {"channel_id": "C123", "name": "plans", "messages": [
                 {"type": "message", "user": "U7", "text": "root", "ts": "1700000000.000100", "thread_ts": "1700000000.000100",
                  "slackdump_thread_replies": [{"type": "message", "user": "U8", "text": "reply", "ts": "1700000005.000100",
                   "thread_ts": "1700000000.000100"}]},
                 {"type": "message", "user": "U7", "text": "next", "ts": "1700000003.000100"}]}""");
        Collected chat = Collected.read(file, Collected.options());
        assertEquals(List.of("root", "next", "reply"), chat.texts());
        assertEquals("1700000000.000100", chat.messages.get(2).replyTo());
        assertEquals("plans", chat.chats.get(0).name());
        assertEquals("slack:C123", chat.chats.get(0).id());
    }

    @Test
    void inspect_json() throws IOException {
        Path root = ExportFolder.write(
                folder.resolve("slack"),
                with(
                        "general/2023-11-14.json",
                        "[{\"type\":\"message\",\"user\":\"U1\",\"text\":\"a\",\"ts\":\"1700000001.000100\"},"
                                + "{\"type\":\"message\",\"subtype\":\"channel_join\",\"user\":\"U1\",\"text\":\"j\",\"ts\":\"1700000002.000100\"}]"));
        assertEquals(
                "{\"format\":\"slack\",\"chats\":[{\"name\":\"general\",\"kind\":\"channel\",\"messages\":1,\"system\":1,\"authors\":{\"Ana\":1},"
                        + "\"first\":\"2023-11-14T22:13:21Z\",\"last\":\"2023-11-14T22:13:22Z\",\"explicitReplies\":0}],\"totals\":{\"messages\":1,\"system\":1,"
                        + "\"authors\":{\"Ana\":1},\"first\":\"2023-11-14T22:13:21Z\",\"last\":\"2023-11-14T22:13:22Z\"},\"skipped\":[],\"skippedCount\":0,\"warnings\":[]}",
                ChatExports.with(Collected.options()).inspect(List.of(root)).toJson());
    }
}
