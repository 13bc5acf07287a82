package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.toward.text.Conversation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoogleChatFormatTest {
    private static final String DIRECT = "Takeout/Google Chat/Groups/DM AbC/";
    private static final String ANA =
            "{\"name\": \"Ana Ruiz\", \"email\": \"Ana@x.example\", \"user_type\": \"Human\"}";
    private static final String BEN = "{\"name\": \"Ben\", \"email\": \"ben@x.example\", \"user_type\": \"Human\"}";
    private static final String INFO = "{\"members\": [" + ANA + ", " + BEN + "]}";

    @TempDir
    Path folder = Path.of("");

    private static String record(String creator, String date, String text, String id, String more) {
        String topic = id.split("/", -1)[1];
        return "{\"creator\": " + creator + ", \"created_date\": \"" + date + "\", \"text\": \"" + text
                + "\", \"topic_id\": \"" + topic + "\", \"message_id\": \"" + id + "\"" + more + "}";
    }

    private static String messages(String... records) {
        return "{\n\"messages\": [\n" + String.join(",\n", records) + "\n]}";
    }

    private Collected read(String... files) throws IOException {
        return Collected.read(ExportFolder.write(folder.resolve("takeout"), files), Collected.options());
    }

    @Test
    void direct_namesAndTimes() throws IOException {
        Collected chat = read(
                DIRECT + "group_info.json",
                INFO,
                DIRECT + "messages.json",
                messages(
                        record(
                                ANA,
                                "Friday, May 29, 2026 at 3:00:29\u202FAM UTC",
                                "a\\u003db \\u0026 c",
                                "S/t1/t1",
                                ""),
                        record(BEN, "Friday, May 29, 2026 at 12:05:00 PM UTC", "yes", "S/t2/t2", "")),
                "Takeout/Google Chat/Users/User 1/user_info.json",
                "{\"user\": " + ANA + ", \"membership_info\": []}");
        chat.assertSaid("2026-05-29T03:00:29Z Ana Ruiz TEXT a=b & c", "2026-05-29T12:05:00Z Ben TEXT yes");
        assertEquals(
                List.of(new Conversation(
                        "google-chat", "google-chat:DM AbC", "Ana Ruiz, Ben", Conversation.Kind.DIRECT)),
                chat.chats);
        assertEquals("ana@x.example", chat.messages.get(0).author().id());
        assertEquals(List.of(3L, 4L), chat.messages.stream().map(m -> m.line()).toList());
        assertEquals(List.of(), chat.skipped);
        assertEquals(List.of(), chat.warnings);
    }

    @Test
    void replies_threadsAndQuotes() throws IOException {
        String space = "Takeout/Google Chat/Groups/Space XyZ/";
        String quoteAna = ", \"quoted_message_metadata\": {\"creator\": " + ANA + ", \"text\": \"root\"}";
        String quoteGone = ", \"quoted_message_metadata\": {\"creator\": " + ANA + ", \"text\": \"not here\"}";
        Collected chat = read(
                space + "group_info.json",
                "{\"name\": \"Plans\", \"members\": [" + ANA + "]}",
                space + "messages.json",
                messages(
                        record(ANA, "Friday, May 1, 2026 at 3:00:00 AM UTC", "root", "S/t1/t1", ""),
                        record(BEN, "Friday, May 1, 2026 at 3:01:00 AM UTC", "in the thread", "S/t1/m2", ""),
                        record(BEN, "Friday, May 1, 2026 at 3:02:00 AM UTC", "with a quote", "S/t3/t3", quoteAna),
                        record(
                                BEN,
                                "Friday, May 1, 2026 at 3:03:00 AM UTC",
                                "of something gone",
                                "S/t4/t4",
                                quoteGone)));
        assertEquals(
                Arrays.asList(null, "S/t1/t1", "S/t1/t1", "(quoted)"),
                chat.messages.stream().map(m -> m.replyTo()).toList());
        assertEquals("Plans", chat.chats.get(0).name());
        assertEquals(Conversation.Kind.GROUP, chat.chats.get(0).kind());
    }

    @Test
    void deletedEditedAndAttached() throws IOException {
        Collected chat = read(
                DIRECT + "messages.json",
                messages(
                        record(ANA, "Friday, May 1, 2026 at 3:00:00 AM UTC", "first", "S/t1/t1", ""),
                        "{\"message_state\": \"DELETED\", \"deleted_date\": \"Friday, May 1, 2026 at 9:00:00 AM UTC\","
                                + " \"deletion_metadata\": {\"deletion_type\": \"CREATOR\"}, \"topic_id\": \"t2\", \"message_id\": \"S/t2/t2\"}",
                        "{\"creator\": " + BEN
                                + ", \"updated_date\": \"Friday, May 1, 2026 at 3:04:00 AM UTC\", \"text\": \"mended\","
                                + " \"topic_id\": \"t3\", \"message_id\": \"S/t3/t3\"}",
                        record(
                                BEN,
                                "Friday, May 1, 2026 at 3:05:00 AM UTC",
                                "",
                                "S/t4/t4",
                                ", \"attached_files\": [{\"original_name\": \"a?.txt\", \"export_name\": \"File-a_.txt\"}]"),
                        "{\"text\": \"nobody\"}"),
                DIRECT + "group_info.json",
                INFO,
                DIRECT + "File-a_.txt",
                "13/09/21, 08:15 - Ana: sent as a file\n13/09/21, 08:16 - Ana: and no chat");
        chat.assertSaid(
                "2026-05-01T03:00:00Z Ana Ruiz TEXT first",
                "null (unknown) DELETED ",
                "2026-05-01T03:04:00Z Ben TEXT mended",
                "2026-05-01T03:05:00Z Ben MEDIA ");
        assertEquals(
                List.of(false, false, true, false),
                chat.messages.stream().map(m -> m.edited()).toList());
        assertEquals(List.of(7L), chat.skipped.stream().map(Skipped::line).toList());
        assertEquals(List.of(), chat.warnings);
    }

    @Test
    void date_withoutUtcIsNoTime() throws IOException {
        Collected chat = read(
                "messages.json",
                messages(
                        record(ANA, "Friday, May 1, 2026 at 3:00:00 AM", "no zone", "S/t1/t1", ""),
                        record(ANA, "sometime", "no date", "S/t2/t2", "")));
        assertEquals(List.of("null", "null"), chat.times());
        assertEquals(
                List.of(
                        "google-chat: 2 messages have a date that cannot be read as UTC, the first in takeout/messages.json,"
                                + " line 3; kept without a time"),
                chat.warnings);
    }

    @Test
    void zip_translatedTopFolder() throws IOException {
        Path zip = ExportFolder.zip(
                folder.resolve("takeout-001.zip"),
                "Takeout/Google Chat/Gruppen/DM Q/messages.json",
                messages(record(ANA, "Freitag, 29. Mai 2026 um 03:00:29 UTC", "hallo", "S/t1/t1", "")),
                "Takeout/Google Chat/Gruppen/DM Q/group_info.json",
                INFO,
                "Takeout/Google Chat/Gruppen/DM E/messages.json",
                "{\"messages\": []}",
                "Takeout/Google Chat/Gruppen/DM E/group_info.json",
                INFO);
        Collected chat = Collected.read(zip, Collected.options());
        chat.assertSaid("2026-05-29T03:00:29Z Ana Ruiz TEXT hallo");
        assertEquals(
                List.of("google-chat:DM E", "google-chat:DM Q"),
                chat.chats.stream().map(Conversation::id).toList());
    }

    @Test
    void overlap_byId() throws IOException {
        String same = messages(record(ANA, "Friday, May 1, 2026 at 3:00:00 AM UTC", "once", "S/t1/t1", ""));
        Collected chat = read("one/DM A/messages.json", same, "two/DM A/messages.json", same);
        assertEquals(List.of("once"), chat.texts());
        assertEquals(List.of("1 messages stood in more than one file; each is read once"), chat.warnings);
    }
}
