package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class MatrixFormatTest {
    private static final String ROOM = "\"room_id\":\"!r:x.org\"";

    @TempDir
    Path folder = Path.of("");

    private Collected room(String... events) throws IOException {
        return read("matrix - Cats - Chat Export - 2024-01-31T17-05-09.000Z.json", events);
    }

    private Collected read(String name, String... events) throws IOException {
        Path file = Collected.write(
                folder,
                name,
                "{\"room_name\": \"Cats\", \"room_creator\": \"@ana:x.org\", \"topic\": \"\", \"export_date\": \"Mittwoch\",",
                " \"exported_by\": \"@ana:x.org\", \"messages\": [",
                String.join(",\n", events),
                "]}");
        Collected chat = Collected.read(file, Collected.options());
        assertEquals("matrix", chat.chats.get(0).platform());
        return chat;
    }

    private static String event(String type, String sender, String id, int second, String content) {
        return "{\"type\":\"" + type + "\",\"sender\":\"@" + sender + ":x.org\",\"event_id\":\"$" + id
                + "\",\"origin_server_ts\":" + (1706720700000L + 1000L * second) + "," + ROOM + ",\"content\":"
                + content + "}";
    }

    private static String says(String sender, String id, int second, String body) {
        return event("m.room.message", sender, id, second, "{\"msgtype\":\"m.text\",\"body\":\"" + body + "\"}");
    }

    private static String member(String sender, String name) {
        return "{\"type\":\"m.room.member\",\"sender\":\"@" + sender + ":x.org\",\"state_key\":\"@" + sender
                + ":x.org\",\"event_id\":\"$j" + sender + "\",\"origin_server_ts\":1706720700000," + ROOM
                + ",\"content\":{\"membership\":\"join\",\"displayname\":\"" + name + "\"}}";
    }

    private static String related(String id, String body, String relation) {
        return event(
                "m.room.message",
                "ben",
                id,
                20,
                "{\"msgtype\":\"m.text\",\"body\":\"" + body + "\",\"m.relates_to\":" + relation + "}");
    }

    @Test
    void room_kindsAndNames() throws IOException {
        Collected chat = room(
                member("ana", "Ana"),
                says("ana", "1", 1, "my cat died"),
                says("ben", "2", 2, "oh no"),
                event("m.room.message", "ben", "3", 3, "{\"msgtype\":\"m.image\",\"body\":\"IMG_1.jpg\"}"),
                event(
                        "m.room.message",
                        "ben",
                        "4",
                        4,
                        "{\"msgtype\":\"m.image\",\"body\":\"my garden\",\"filename\":\"IMG_2.jpg\"}"),
                event("m.sticker", "ana", "5", 5, "{\"body\":\"hug\"}"),
                event("m.room.encrypted", "ana", "6", 6, "{\"algorithm\":\"x\"}"),
                event("m.room.message", "ana", "7", 7, "{}")
                        .replace("\"content\"", "\"unsigned\":{\"redacted_because\":{}},\"content\""),
                event("m.call.invite", "ana", "8", 8, "{}"),
                event(
                        "m.reaction",
                        "ana",
                        "9",
                        9,
                        "{\"m.relates_to\":{\"rel_type\":\"m.annotation\",\"event_id\":\"$2\",\"key\":\"x\"}}"),
                event(
                        "m.poll.start",
                        "ana",
                        "10",
                        10,
                        "{\"m.poll\":{\"question\":{\"m.text\":[{\"body\":\"tea or coffee?\"}]}}}"),
                event("m.room.message", "ana", "11", 11, "{\"msgtype\":\"m.emote\",\"body\":\"waves\"}"));
        chat.assertSaid(
                "2024-01-31T17:05:00Z - SYSTEM ",
                "2024-01-31T17:05:01Z Ana TEXT my cat died",
                "2024-01-31T17:05:02Z @ben:x.org TEXT oh no",
                "2024-01-31T17:05:03Z @ben:x.org MEDIA ",
                "2024-01-31T17:05:04Z @ben:x.org MEDIA my garden",
                "2024-01-31T17:05:05Z Ana MEDIA ",
                "2024-01-31T17:05:06Z Ana UNKNOWN ",
                "2024-01-31T17:05:07Z Ana DELETED ",
                "2024-01-31T17:05:08Z Ana CALL ",
                "2024-01-31T17:05:10Z Ana TEXT tea or coffee?",
                "2024-01-31T17:05:11Z Ana TEXT waves");
        assertEquals("Cats", chat.chats.get(0).name());
        assertEquals(List.of(), chat.skipped);
        assertEquals(List.of(), chat.warnings);
    }

    @Test
    void reply_fallbackIsNotTheWritersWords() throws IOException {
        Collected chat = room(
                says("ana", "1", 1, "my cat died"),
                related(
                        "2",
                        "> <@ana:x.org> my cat died\\n> really\\n\\nI am so sorry",
                        "{\"m.in_reply_to\":{\"event_id\":\"$1\"}}"),
                related("3", "> a quote of my own\\n\\nand words", "{}"));
        assertEquals(List.of("my cat died", "I am so sorry", "> a quote of my own\n\nand words"), chat.texts());
        assertEquals("$1", chat.messages.get(1).replyTo());
        assertNull(chat.messages.get(2).replyTo());
    }

    @Test
    void thread_whatOldProgramsAreToldIsNoReply() throws IOException {
        Collected chat = room(
                says("ana", "1", 1, "root"),
                related(
                        "2",
                        "in the thread",
                        "{\"rel_type\":\"m.thread\",\"event_id\":\"$1\",\"is_falling_back\":true,\"m.in_reply_to\":{\"event_id\":\"$1\"}}"),
                related(
                        "3",
                        "to you",
                        "{\"rel_type\":\"m.thread\",\"event_id\":\"$1\",\"is_falling_back\":false,\"m.in_reply_to\":{\"event_id\":\"$2\"}}"));
        assertNull(chat.messages.get(1).replyTo());
        assertEquals("$2", chat.messages.get(2).replyTo());
    }

    @Test
    void edit_changesItsTargetAndIsNoMessage() throws IOException {
        Collected chat = room(
                says("ben", "1", 1, "helo"),
                says("ana", "2", 2, "hi"),
                related(
                        "3",
                        "* hello",
                        "{\"rel_type\":\"m.replace\",\"event_id\":\"$1\"},\"m.new_content\":{\"msgtype\":\"m.text\",\"body\":\"hello\"}"),
                related(
                        "4",
                        "* mine now",
                        "{\"rel_type\":\"m.replace\",\"event_id\":\"$2\"},\"m.new_content\":{\"body\":\"mine now\"}"));
        assertEquals(List.of("hello", "hi"), chat.texts());
        assertEquals(
                List.of(true, false),
                chat.messages.stream().map(Message::edited).toList());
    }

    @Test
    void kind_byWhoJoined() throws IOException {
        assertEquals(
                Conversation.Kind.GROUP,
                room(member("ana", "Ana"), member("ben", "Ben"), member("cleo", "Cleo"))
                        .chats
                        .get(0)
                        .kind());
        assertEquals(
                Conversation.Kind.DIRECT,
                room(member("ana", "Ana"), member("ben", "Ben").replace("\"join\"", "\"join\",\"is_direct\":true"))
                        .chats
                        .get(0)
                        .kind());
    }

    @Test
    void rootBehindTheMessages_andRepeatedIds() throws IOException {
        Path file = Collected.write(
                folder,
                "export.json",
                "{\"messages\":[" + says("ana", "1", 1, "hi") + ",",
                says("ana", "1", 1, "hi") + ",",
                "{\"content\":{}}",
                "],\"room_name\":\"Late name\"}");
        Collected chat = Collected.read(file, Collected.options());
        assertEquals("Late name", chat.chats.get(0).name());
        assertEquals(List.of("hi"), chat.texts());
        assertEquals(
                List.of(
                        new Skipped(
                                "export.json",
                                2,
                                "its id stood on an earlier record of the chat; the first one is kept"),
                        new Skipped("export.json", 3, "no event: it has no 'type'")),
                chat.skipped);
    }

    @Test
    void cutOff_keepsWhatIsWhole() throws IOException {
        Path file = folder.resolve("export.json");
        Files.writeString(
                file,
                "{\"room_name\":\"Cats\",\"messages\":[\n" + says("ana", "1", 1, "one") + ",\n"
                        + says("ana", "2", 2, "two").substring(0, 60));
        Collected chat = Collected.read(file, Collected.options());
        assertEquals(List.of("one"), chat.texts());
        assertEquals(List.of(3L), chat.skipped.stream().map(Skipped::line).toList());
    }

    @Test
    void emptyRoom_badTime() throws IOException {
        assertEquals(List.of(), room().messages);
        Collected chat = room(says("ana", "1", 1, "hi").replace("1706720701000", "\"soon\""));
        assertEquals(List.of("null"), chat.times());
        assertTrue(chat.warnings.get(0).contains("1 messages have a date or time that cannot be"));
    }

    @Test
    void text_repliesAndEvents() throws IOException {
        Path file = Collected.write(
                folder,
                "matrix - Cats - Chat Export - 2024-01-31T17-05-09.000Z.txt",
                "31 Jan 2024, 18:05:09 - Ana joined the room",
                "31 Jan 2024, 18:05:10 - Ana: my cat died",
                "she was old",
                "31 Jan 2024, 18:05:11 - Ben: <@ana:x.org \"my cat died\u2026\"> so sorry",
                "Jan 31, 2024, 6:05:12\u202FPM - Ana: thank you",
                "31 Feb 2024, 18:05:09 - Ana: when?");
        Collected chat = Collected.read(file, Collected.options());
        assertEquals("matrix", chat.chats.get(0).platform());
        assertEquals("Cats", chat.chats.get(0).name());
        chat.assertSaid(
                "2024-01-31T18:05:09 - SYSTEM Ana joined the room",
                "2024-01-31T18:05:10 Ana TEXT my cat died\nshe was old",
                "2024-01-31T18:05:11 Ben TEXT so sorry",
                "2024-01-31T18:05:12 Ana TEXT thank you",
                "null Ana TEXT when?");
        assertEquals(chat.messages.get(1).id(), chat.messages.get(2).replyTo());
    }

    private Collected text(String name, String... lines) throws IOException {
        Collected chat = Collected.read(Collected.write(folder, name, lines), Collected.options());
        assertEquals("matrix", chat.chats.get(0).platform());
        return chat;
    }

    @Test
    void text_emotesFilesAndDeleted() throws IOException {
        Collected chat = text(
                "export.txt",
                "Wed, Jan 31, 2024, 18:05:09 - Ana: hi",
                "Wed, Jan 31, 2024, 18:05:10 - * Ana waves: twice",
                "Wed, Jan 31, 2024, 6:05:11 PM - Ana sent an image. (Media omitted)",
                "Wed, Jan 31, 2024, 18:05:12 - Ana: plan.pdf (File Attached)",
                "Wed, Jan 31, 2024, 18:05:13 - Ana: Message deleted by Ben",
                "Wed, Jan 31, 2024, 18:05:14 - * Nobody yet known waves",
                "Wed, Jan 31, 2024, 18:05:15 - Ben: <@ana:x.org> I see",
                "Wed, Jan 31, 2024, 18:05:16 - Ben: she sent an image.");
        chat.assertSaid(
                "2024-01-31T18:05:09 Ana TEXT hi",
                "2024-01-31T18:05:10 Ana TEXT waves: twice",
                "2024-01-31T18:05:11 Ana MEDIA ",
                "2024-01-31T18:05:12 Ana MEDIA ",
                "2024-01-31T18:05:13 Ana DELETED ",
                "2024-01-31T18:05:14 - SYSTEM * Nobody yet known waves",
                "2024-01-31T18:05:15 Ben TEXT I see",
                "2024-01-31T18:05:16 Ben TEXT she sent an image.");
        assertNull(chat.messages.get(6).replyTo());
    }

    /** Who deletes a message of somebody else is a name that the room knows, or an id; the rest of it anybody may say. */
    @Test
    void text_whatSoundsDeletedIsSaid() throws IOException {
        Collected chat = text(
                "export.txt",
                "Wed, Jan 31, 2024, 18:05:08 - Guard joined the room",
                "Wed, Jan 31, 2024, 18:05:09 - Ana: Message deleted by mistake",
                "Wed, Jan 31, 2024, 18:05:10 - Ana: Message deleted by mistake, sorry about that",
                "Wed, Jan 31, 2024, 18:05:11 - Ana: Message deleted? by whom",
                "Wed, Jan 31, 2024, 18:05:12 - Ben: Message deleted by Ben",
                "Wed, Jan 31, 2024, 18:05:13 - Ben: <@ana:x.org> Message deleted",
                "Wed, Jan 31, 2024, 18:05:14 - Ben: Message deleted",
                "it was a joke",
                "Wed, Jan 31, 2024, 18:05:15 - Ana: Message deleted",
                "Wed, Jan 31, 2024, 18:05:16 - Ana: Message deleted by Guard",
                "Wed, Jan 31, 2024, 18:05:17 - Ana: Message deleted by @cleo:x.org",
                "Wed, Jan 31, 2024, 18:05:18 - Ana: Message deleted by Ben (@ben:y.org)",
                "Wed, Jan 31, 2024, 18:05:19 - Ana: Message deleted by Ben");
        chat.assertSaid(
                "2024-01-31T18:05:08 - SYSTEM Guard joined the room",
                "2024-01-31T18:05:09 Ana TEXT Message deleted by mistake",
                "2024-01-31T18:05:10 Ana TEXT Message deleted by mistake, sorry about that",
                "2024-01-31T18:05:11 Ana TEXT Message deleted? by whom",
                "2024-01-31T18:05:12 Ben TEXT Message deleted by Ben",
                "2024-01-31T18:05:13 Ben TEXT Message deleted",
                "2024-01-31T18:05:14 Ben TEXT Message deleted\nit was a joke",
                "2024-01-31T18:05:15 Ana DELETED ",
                "2024-01-31T18:05:16 Ana DELETED ",
                "2024-01-31T18:05:17 Ana DELETED ",
                "2024-01-31T18:05:18 Ana DELETED ",
                "2024-01-31T18:05:19 Ana DELETED ");
    }

    @Test
    void text_monthsOfOtherLanguages() throws IOException {
        text(
                        "a.txt",
                        "Mi., 31. Jan. 2024, 18:05:09 - Ana: hallo",
                        "Do., 1. Feb. 2024, 09:05:09 - Ben: Treffen 18:00 - 19:00")
                .assertSaid("2024-01-31T18:05:09 Ana TEXT hallo", "2024-02-01T09:05:09 Ben TEXT Treffen 18:00 - 19:00");
        text("b.txt", "mer. 31 janv. 2024, 18:05:09 - Ana: salut", "2024年2月1日周四 09:05:09 - Ben: 你好")
                .assertSaid("2024-01-31T18:05:09 Ana TEXT salut", "2024-02-01T09:05:09 Ben TEXT 你好");
    }

    /** Some languages write the month as a number even beside the name of the day, and not all have the clock last or digits like ours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "st 5. 2. 2024 18:05:09",
                "ma 5.2.2024 klo 18.05.09",
                "пн, 5.02.2024 г., 18:05:09",
                "2024年2月5日(月) 18:05:09",
                "2024년 2월 5일 (월) 18:05:09",
                "18:05:09 Thứ 2, 5 thg 2, 2024",
                "الاثنين، ٥ فبراير ٢٠٢٤، ١٨:٠٥:٠٩",
                "সোম, ৫ ফেব, ২০২৪, ১৮:০৫:০৯",
                "2024 ots. 5(a), al. (18:05:09)",
                "จันทร์ 5 ก.พ. 2567 18:05:09",
                "۱۴۰۲ بهمن ۱۶, دوشنبه، ۱۸:۰۵:۰۹",
                "2024 නවම් 5, සඳුදා, 18.05.09",
                "2024 පෙබ 5, සඳුදා, 18.05.09"
            })
    void text_datesOfOtherLanguages(String date) throws IOException {
        text("a.txt", date + " - Ana: hi", date + " - Ben: hello")
                .assertSaid("2024-02-05T18:05:09 Ana TEXT hi", "2024-02-05T18:05:09 Ben TEXT hello");
    }

    @Test
    void text_separatorsWithinAMessage_stayItsWords() throws IOException {
        text("a.txt", "31 Jan 2024, 18:05:09 - Ana: one\u2028two\u0085three")
                .assertSaid("2024-01-31T18:05:09 Ana TEXT one\u2028two\u0085three");
    }

    /** Older versions write numbers only. By the name of the file it is no WhatsApp, and the days tell the order. */
    @Test
    void text_numbersOnly_whereElementNamedTheFile() throws IOException {
        String name = "matrix - Cats - Chat Export - 2024-01-31T17-05-09.000Z.txt";
        Collected american = text(
                name,
                "1/2/2024, 6:05:10 PM - Ana: my cat died",
                "1/31/2024, 6:05:11 PM - Ben: <@ana:x.org \"my cat died\"> so sorry");
        american.assertSaid("2024-01-02T18:05:10 Ana TEXT my cat died", "2024-01-31T18:05:11 Ben TEXT so sorry");
        assertEquals(american.messages.get(0).id(), american.messages.get(1).replyTo());
        assertEquals(List.of(), american.warnings);
        text(name, "2.1.2024, 18:05:10 - Ana: hallo", "31.1.2024, 18:05:11 - Ben: hallo")
                .assertSaid("2024-01-02T18:05:10 Ana TEXT hallo", "2024-01-31T18:05:11 Ben TEXT hallo");
        assertTrue(text(name, "01/02/2024, 18:05:10 - Ana: hi", "01/02/2024, 18:05:11 - Ben: hi")
                .warnings
                .get(0)
                .contains("every date could be day-month or month-day; read as day-month; --date-order decides"));
        assertEquals(
                "whatsapp",
                Collected.read(
                                Collected.write(
                                        folder,
                                        "chat.txt",
                                        "31/01/2024, 18:05 - Ana: hi",
                                        "31/01/2024, 18:06 - Ben: hi"),
                                Collected.options())
                        .chats
                        .get(0)
                        .platform());
    }
}
