package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.text.Conversation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscordFormatTest {
    private static final String BANNER = "=".repeat(62);
    private static final String CSV = "AuthorID,Author,Date,Content,Attachments,Reactions\n";

    @TempDir
    Path folder = Path.of("");

    private Collected read(String name, String content) throws IOException {
        return Collected.read(Collected.write(folder, name, content), Collected.options());
    }

    private Collected channel(int count, String... records) throws IOException {
        return read(
                "export.json",
                "{\n  \"guild\": {\n    \"id\": \"1\",\n    \"name\": \"Hiking Club\"\n  },\n"
                        + "  \"channel\": { \"id\": \"700\", \"type\": \"GuildTextChat\", \"category\": \"Text\", \"name\": \"general\", \"topic\": null },\n"
                        + "  \"dateRange\": { \"after\": null, \"before\": null },\n  \"exportedAt\": \"2024-02-01T00:00:00+00:00\",\n  \"messages\": [\n"
                        + String.join(
                                ",\n",
                                Arrays.stream(records)
                                        .map(record -> "    {\n      " + record + "\n    }")
                                        .toList())
                        + "\n  ],\n  \"messageCount\": " + count + "\n}");
    }

    private static String record(long id, String type, String content, String more) {
        return "\"id\": \"" + id + "\",\n      \"type\": \"" + type
                + "\",\n      \"timestamp\": \"2024-01-31T18:05:09.123+01:00\",\n      \"timestampEdited\": null,\n"
                + "      \"isPinned\": false,\n      \"content\": \"" + content + "\",\n      \"author\": "
                + person(5, "ana")
                + more;
    }

    private static String person(int id, String name) {
        return "{ \"id\": \"" + id + "\", \"name\": \"" + name + "\", \"discriminator\": \"0000\", \"nickname\": \""
                + name + " K.\", \"isBot\": false, \"roles\": [ { \"id\": \"9\", \"name\": \"member\" } ] }";
    }

    private static List<String> replies(Collected chat) {
        return chat.messages.stream().map(m -> String.valueOf(m.replyTo())).toList();
    }

    private static List<String> kinds(Collected chat) {
        return chat.messages.stream().map(m -> m.kind() + " " + m.text()).toList();
    }

    @Test
    void json_channel() throws IOException {
        Collected chat = channel(
                2,
                record(
                        101,
                        "Default",
                        "so tired",
                        ",\n      \"attachments\": [], \"reactions\": [ { \"emoji\": { \"id\": \"\", \"name\": \"x\" }, \"count\": 2 } ]"),
                record(
                        102,
                        "Reply",
                        "sleep well",
                        ", \"reference\": { \"messageId\": \"101\", \"channelId\": \"700\", \"guildId\": \"1\" }"));
        chat.assertSaid("2024-01-31T17:05:09Z ana K. TEXT so tired", "2024-01-31T17:05:09Z ana K. TEXT sleep well");
        assertEquals(List.of("null", "101"), replies(chat));
        assertEquals(
                List.of(new Conversation("discord", "discord:700", "Hiking Club / general", Conversation.Kind.CHANNEL)),
                chat.chats);
        assertEquals("5", chat.messages.get(0).author().id());
        assertEquals(List.of(), chat.skipped);
        assertEquals(List.of(), chat.warnings);
    }

    @Test
    void json_directMessages() throws IOException {
        Collected chat = read(
                "x.json",
                "{\"guild\": {\"id\": \"0\", \"name\": \"Direct Messages\"}, \"channel\": {\"id\": \"8\", \"type\": \"DirectTextChat\", \"name\": \"ana\"},\n\"messages\": [\n{"
                        + record(1, "Default", "hi", "") + "}\n], \"messageCount\": 1}");
        assertEquals("ana", chat.chats.get(0).name());
        assertEquals(Conversation.Kind.DIRECT, chat.chats.get(0).kind());
    }

    /** Words as types, and numbers for those that the exporter does not know. */
    @ParameterizedTest
    @CsvSource({
        "Default, TEXT",
        "Reply, TEXT",
        "20, TEXT",
        "21, TEXT",
        "23, TEXT",
        "8, SYSTEM",
        "24, SYSTEM",
        "RecipientAdd, SYSTEM",
        "ChannelPinnedMessage, SYSTEM",
        "GuildMemberJoin, SYSTEM",
        "ThreadCreated, SYSTEM",
        "Call, CALL"
    })
    void json_types(String type, String kind) throws IOException {
        Collected chat =
                channel(1, record(1, type, "x", ", \"reference\": { \"messageId\": \"77\", \"channelId\": \"700\" }"));
        assertEquals(List.of(kind + " x"), kinds(chat));
        assertEquals(List.of(kind.equals("TEXT") ? "77" : "null"), replies(chat));
    }

    @Test
    void json_referencesThatAreNoReplies() throws IOException {
        Collected chat = channel(
                5,
                record(
                        1,
                        "Default",
                        "",
                        ", \"reference\": { \"type\": \"Forward\", \"messageId\": \"9\", \"channelId\": \"700\" }, \"forwardedMessage\": { \"content\": \"you are wrong\" }"),
                record(
                        2,
                        "Reply",
                        "to one that is gone",
                        ", \"reference\": { \"type\": \"Default\", \"messageId\": null, \"channelId\": \"700\" }"),
                record(3, "Default", "followed", ", \"reference\": { \"messageId\": \"9\", \"channelId\": \"701\" }"),
                record(
                        4,
                        "Reply",
                        "good",
                        ", \"reference\": { \"type\": \"Default\", \"messageId\": \"2\", \"channelId\": \"700\" }"),
                record(5, "Default", "older", ", \"reference\": { \"messageId\": \"2\" }"));
        assertEquals(List.of("null", "null", "null", "2", "2"), replies(chat));
        assertEquals("MEDIA ", kinds(chat).get(0));
    }

    @Test
    void json_media() throws IOException {
        Collected chat = channel(
                4,
                record(
                        1,
                        "Default",
                        "us",
                        ", \"attachments\": [ { \"id\": \"1\", \"url\": \"x\", \"fileName\": \"a.png\" } ]"),
                record(2, "Default", "", ", \"stickers\": [ { \"id\": \"1\" } ]"),
                record(3, "Default", "", ", \"embeds\": [ { \"title\": \"x\" } ]"),
                record(4, "Default", "", ""));
        assertEquals(List.of("MEDIA us", "MEDIA ", "MEDIA ", "UNKNOWN "), kinds(chat));
    }

    @Test
    void json_rawMarkup() throws IOException {
        Collected chat = channel(
                1,
                record(
                        1,
                        "Default",
                        "<@6> and <@!7>: see <:wave:123456> <#5> <t:1:R> a<b",
                        ", \"mentions\": [ " + person(6, "ben") + " ]"));
        assertEquals(List.of("TEXT @ben K. and <@!7>: see :wave: <#5> <t:1:R> a<b"), kinds(chat));
    }

    /** Many lost accounts share a name, and a webhook speaks for many people. */
    @Test
    void json_peopleAreToldApartById() throws IOException {
        String deleted =
                "{ \"id\": \"%s\", \"name\": \"Deleted User\", \"discriminator\": \"0000\", \"isBot\": false }";
        String hook = "{ \"id\": \"9\", \"name\": \"%s\", \"discriminator\": \"0000\", \"isBot\": true }";
        String start =
                "\"id\": \"%d\", \"type\": \"Default\", \"timestamp\": \"2024-01-31T18:05:09+00:00\", \"content\": \"x\", \"author\": ";
        Collected chat = channel(
                4,
                start.formatted(1) + deleted.formatted("1"),
                start.formatted(2) + deleted.formatted("2"),
                start.formatted(3) + hook.formatted("Zoe (bridge)"),
                start.formatted(4) + hook.formatted("Kim (bridge)"));
        assertEquals(List.of("Deleted User", "Deleted User", "Zoe (bridge)", "Kim (bridge)"), chat.authors());
        assertEquals(4, chat.messages.stream().map(m -> m.author()).distinct().count());
    }

    @Test
    void json_repeatsAndAWrongCount() throws IOException {
        Collected chat = channel(
                9,
                record(1199999999999999999L, "Default", "c", ""),
                record(1199999999999999998L, "Default", "b", ""),
                record(1199999999999999999L, "Default", "c", ""),
                record(1199999999999999997L, "Default", "a", ""));
        assertEquals(List.of("c", "b", "a"), chat.texts());
        assertEquals(1, chat.skipped.size());
        assertEquals(List.of("export.json: says that it holds 9 messages, and holds 4"), chat.warnings);
    }

    @Test
    void json_newestFirstIsPutInOrder() throws IOException {
        Collected chat = channel(
                3,
                record(3, "Reply", "c", ", \"reference\": { \"messageId\": \"1\" }")
                        .replace("18:05:09", "18:07:00"),
                record(2, "Default", "b", "").replace("18:05:09", "18:06:00"),
                "\"id\": \"9\", \"content\": \"broken",
                record(1, "Default", "a", ""));
        assertEquals(List.of("a", "b", "c"), chat.texts());
        assertEquals(List.of("null", "null", "1"), replies(chat));
        assertEquals(1, chat.skipped.size());
    }

    @Test
    void json_brokenTimeIsTakenFromTheId() throws IOException {
        Collected chat = channel(
                2,
                record(1202283212800000000L, "Default", "x", "").replace("2024-01-31T18:05:09.123+01:00", "soon"),
                record(12, "Default", "y", "").replace("2024-01-31T18:05:09.123+01:00", "soon"));
        assertEquals(List.of("2024-01-31T16:04:15Z", "null"), chat.times());
        assertEquals(1, chat.warnings.size());
    }

    @Test
    void json_brokenRecordAndCutOff() throws IOException {
        Collected broken = channel(
                3, record(1, "Default", "a", ""), "\"id\": \"2\", \"content\": \"b", record(3, "Default", "c", ""));
        assertEquals(List.of("a", "c"), broken.texts());
        assertEquals(1, broken.skipped.size());
        Collected cut = read(
                "cut.json",
                "{\n\"guild\": {\"name\": \"Club\"},\n\"channel\": {\"id\": \"1\", \"name\": \"c\"},\n\"messages\": [\n{"
                        + record(1, "Default", "a", "") + "},\n{\"id\": \"2\", \"ty");
        assertEquals(List.of("a"), cut.texts());
        assertEquals(1, cut.skipped.size());
        assertEquals(List.of(), cut.warnings);
    }

    @Test
    void json_partsOfOneChannel() throws IOException {
        String start =
                "{\"guild\": {\"name\": \"Club\"}, \"channel\": {\"id\": \"700\", \"name\": \"c\"}, \"messages\": [\n{";
        Path one = Collected.write(
                folder, "Club - c [700700700700700700] [part 1].json", start + record(1, "Default", "a", "") + "}\n]}");
        Path two = Collected.write(
                folder,
                "Club - c [700700700700700700] [part 2].json",
                start + record(1, "Default", "a", "") + "},\n{" + record(2, "Default", "b", "") + "}\n]}");
        Inspection inspection = ChatExports.with(Collected.options()).inspect(List.of(one, two));
        assertEquals(1, inspection.chats().size());
        assertEquals(2, inspection.totals().messages());
        assertEquals("discord", inspection.format());
    }

    @Test
    void csv_linesWithinQuotes() throws IOException {
        Collected chat = read(
                "Hiking Club - Text - general [700700700700700700] (after 2024-01-01).csv",
                CSV
                        + "\"5\",\"ana#1234\",\"2024-01-31T18:05:09.1230000+01:00\",\"so \"\"tired\"\"\nand cold\",\"\",\"x (2)\"\n"
                        + "\"6\",\"ben\",\"2024-01-31T18:06:00.0000000+01:00\",\"\",\"https://example.org/a.png\",\"\"\n"
                        + "\"6\",\"ben\",\"2024-01-31T18:07:00.0000000+01:00\",\"Started a call that lasted 12 minutes.\",\"\",\"\"\n"
                        + "\"6\",\"ben\",\"2024-01-31T18:08:00.0000000+01:00\",\"Pinned a message.\",\"\",\"\"\n");
        chat.assertSaid(
                "2024-01-31T17:05:09Z ana#1234 TEXT so \"tired\"\nand cold",
                "2024-01-31T17:06:00Z ben MEDIA ",
                "2024-01-31T17:07:00Z ben CALL Started a call that lasted 12 minutes.",
                "2024-01-31T17:08:00Z - SYSTEM Pinned a message.");
        assertEquals("Hiking Club - Text - general", chat.chats.get(0).name());
        assertEquals("discord:700700700700700700", chat.chats.get(0).id());
        assertEquals(
                List.of(2L, 4L, 5L, 6L),
                chat.messages.stream().map(m -> m.line()).toList());
    }

    @Test
    void csv_olderDates() throws IOException {
        Collected named = read(
                "a.csv",
                CSV
                        + "\"5\",\"ana\",\"31-Jan-24 06:05 PM\",\"a\",\"\",\"\"\n\"5\",\"ana\",\"01-Feb-24 12:05 AM\",\"b\",\"\",\"\"\n");
        assertEquals(List.of("2024-01-31T18:05:00", "2024-02-01T00:05:00"), named.times());
        assertEquals(List.of(), named.warnings);
        Collected open = read("b.csv", CSV + "\"5\",\"ana\",\"02/01/2024 18:05\",\"a\",\"\",\"\"\n");
        assertEquals(List.of("2024-01-02T18:05:00"), open.times());
        assertTrue(open.warnings.get(0).contains("every date could be day-month or month-day"));
        Collected told = read(
                "c.csv",
                CSV
                        + "\"5\",\"ana\",\"1/2/2024 6:05 PM\",\"a\",\"\",\"\"\n\"5\",\"ana\",\"1/31/2024 6:05 PM\",\"b\",\"\",\"\"\n");
        assertEquals(List.of("2024-01-02T18:05:00", "2024-01-31T18:05:00"), told.times());
    }

    @Test
    void csv_brokenRows() throws IOException {
        Collected chat = read(
                "a.csv",
                CSV
                        + "\"5\",\"ana\",\"2024-01-31T18:05:09Z\",\"a\",\"\",\"\"\n"
                        + "\"5\",\"ana\"\n"
                        + "\"5\",\"ana\",\"2024-01-31T18:05:09Z\",\"open,\"\",\"\"\n"
                        + "\"5\",\"ana\",\"2024-01-31T18:05:09Z\",\"b\",\"\",\"\"\n");
        assertEquals(List.of("a", "b"), chat.texts());
        assertEquals(List.of(3L, 4L), chat.skipped.stream().map(Skipped::line).toList());
    }

    private static String txt(String... messages) {
        return BANNER + "\nGuild: Hiking Club\nChannel: Text / general\nTopic: Guild: none\n" + BANNER + "\n\n"
                + String.join("\n\n", messages) + "\n\n" + BANNER + "\nExported " + messages.length + " message(s)\n"
                + BANNER + "\n";
    }

    @Test
    void txt_messages() throws IOException {
        Collected chat = read(
                "general.txt",
                txt(
                        "[31/01/2024 18:05] ana#1234\nso tired\n\nand cold\n",
                        "[31/01/2024 18:06] ben (pinned)\nlook\n\n{Attachments}\nhttps://example.org/a.png\n\n{Reactions}\nx (2)\n",
                        "[31/01/2024 18:07] ben\n\n\n{Stickers}\nhttps://example.org/s.png\n",
                        "[31/01/2024 18:08] ben\nJoined the server.\n",
                        "[01/02/2024 07:00] ana#1234\nhttps://example.org\n\n{Embed}\nExample\n"));
        chat.assertSaid(
                "2024-01-31T18:05:00 ana#1234 TEXT so tired\n\nand cold",
                "2024-01-31T18:06:00 ben MEDIA look",
                "2024-01-31T18:07:00 ben MEDIA ",
                "2024-01-31T18:08:00 - SYSTEM Joined the server.",
                "2024-02-01T07:00:00 ana#1234 TEXT https://example.org");
        assertEquals("Hiking Club / Text / general", chat.chats.get(0).name());
        assertEquals(List.of(), chat.skipped);
        assertEquals(List.of(), chat.warnings);
    }

    /** A pasted line is no message: it has another shape, or stands in the middle of one. */
    @Test
    void txt_pastedHeaders() throws IOException {
        Collected chat = read(
                "general.txt",
                txt(
                        "[31/01/2024 18:05] ana\nhe wrote:\n[30/01/2024 10:00] ben\nno\n\n[30.01.24, 10:00:01] ben\nnever\n"));
        assertEquals(List.of("he wrote:\n[30/01/2024 10:00] ben\nno\n\n[30.01.24, 10:00:01] ben\nnever"), chat.texts());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31-Jan-24 06:05 PM | 2024-01-31T18:05:00",
                "1/31/2024 6:05 PM | 2024-01-31T18:05:00",
                "31.01.2024 18:05 | 2024-01-31T18:05:00",
                "2024-01-31 18:05 | 2024-01-31T18:05:00",
                "31.1.2024 klo 18.05 | 2024-01-31T18:05:00",
            })
    void txt_datesOfManyPlaces(String date, String expected) throws IOException {
        Collected chat = read("general.txt", txt("[" + date + "] ana\nhi\n"));
        assertEquals(List.of(expected), chat.times());
        assertEquals(List.of(), chat.warnings);
    }

    @Test
    void txt_damaged() throws IOException {
        Collected chat = read(
                "general.txt",
                BANNER + "\nGuild: Direct Messages\nChannel: ana\n" + BANNER
                        + "\n\nlost words\n\n[02/01/2024 18:05] ana\nhi\n\n[99/99/2024 18:05] ana\nno date\n\n" + BANNER
                        + "\nExported 1,002 message(s)\n" + BANNER + "\nmore\n");
        assertEquals(List.of("hi\n\n[99/99/2024 18:05] ana\nno date"), chat.texts());
        assertEquals(List.of(6L, 17L), chat.skipped.stream().map(Skipped::line).toList());
        assertEquals("general.txt: says that it holds 1002 messages, and holds 1", chat.warnings.get(1));
        assertEquals("ana", chat.chats.get(0).name());
    }
}
