package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.text.Conversation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelegramFormatTest {
    @TempDir
    Path folder = Path.of("");

    private Collected read(String name, String content) throws IOException {
        return Collected.read(Collected.write(folder, name, content), Collected.options());
    }

    /** A chat whose messages are given without their braces. */
    private Collected chat(String... records) throws IOException {
        return read(
                "result.json",
                "{\n \"name\": \"Maya\",\n \"type\": \"private_supergroup\",\n \"id\": 4242,\n \"messages\": [\n"
                        + String.join(
                                ",\n",
                                Arrays.stream(records)
                                        .map(record -> "  {\n   " + record + "\n  }")
                                        .toList())
                        + "\n ]\n}");
    }

    private static String said(long id, String from, String text) {
        return "\"id\": " + id
                + ", \"type\": \"message\", \"date\": \"2024-01-31T18:05:09\", \"date_unixtime\": \"1706720709\",\n"
                + "   \"from\": \"" + from + "\", \"from_id\": \"user" + from.length() + "\", \"text\": " + text;
    }

    private static List<String> replies(Collected chat) {
        return chat.messages.stream().map(m -> String.valueOf(m.replyTo())).toList();
    }

    private static List<String> ids(Collected chat) {
        return chat.messages.stream().map(m -> m.id()).toList();
    }

    @Test
    void json_oneChat() throws IOException {
        Collected chat = chat(
                said(7, "Maya", "\"so tired\""),
                said(8, "Daniel", "\"\""),
                said(9, "Daniel", "\"sleep well\", \"reply_to_message_id\": 7"));
        chat.assertSaid(
                "2024-01-31T17:05:09Z Maya TEXT so tired",
                "2024-01-31T17:05:09Z Daniel UNKNOWN ",
                "2024-01-31T17:05:09Z Daniel TEXT sleep well");
        assertEquals(List.of("null", "null", "7"), replies(chat));
        assertEquals(List.of("7", "8", "9"), ids(chat));
        assertEquals(
                List.of(new Conversation("telegram", "telegram:4242", "Maya", Conversation.Kind.GROUP)), chat.chats);
        assertEquals("user4", chat.messages.get(0).author().id());
        assertEquals(6, chat.messages.get(0).line());
        assertEquals(List.of(), chat.skipped);
        assertEquals(List.of(), chat.warnings);
    }

    @Test
    void json_account() throws IOException {
        Collected chat = read("result.json", """
                {
                 "about": "Here is the data you requested.",
                 "personal_information": { "first_name": "Daniel" },
                 "contacts": { "about": "x", "list": [ { "user_id": 1, "messages": [ {"id": 1} ] } ] },
                 "chats": {
                  "about": "This page lists all chats.",
                  "list": [
                   { "name": "Maya", "type": "personal_chat", "id": 11, "messages": [
                    { "id": 1, "type": "message", "date_unixtime": "1706720709", "from": "Maya", "from_id": "user11", "text": "hi" } ] },
                   { "type": "saved_messages", "id": 5, "messages": [
                    { "id": 2, "type": "message", "date_unixtime": "1706720710", "from": "Daniel", "from_id": "user5", "text": "milk" } ] },
                   { "name": null, "type": "personal_chat", "id": 12, "messages": [] },
                   { "name": "News", "type": "public_channel", "id": 13, "messages": [
                    { "id": 1, "type": "message", "date_unixtime": "1706720711", "from": "News", "from_id": "channel13", "author": "Zoe", "text": "rain" } ] }
                  ]
                 },
                 "left_chats": { "about": "x", "list": [
                   { "name": "Choir", "type": "private_group", "id": 14, "messages": [
                    { "id": 1, "type": "message", "date_unixtime": "1706720712", "from": "Kim", "from_id": "user6", "text": "bye" } ] } ] },
                 "frequent_contacts": { "list": [ { "id": 3, "type": "user" } ] }
                }
                """);
        assertEquals(List.of("hi", "milk", "rain", "bye"), chat.texts());
        assertEquals(
                List.of("Maya", "Saved Messages", "Deleted Account 12", "News", "Choir"),
                chat.chats.stream().map(Conversation::name).toList());
        assertEquals(
                List.of(
                        Conversation.Kind.DIRECT,
                        Conversation.Kind.DIRECT,
                        Conversation.Kind.DIRECT,
                        Conversation.Kind.CHANNEL,
                        Conversation.Kind.GROUP),
                chat.chats.stream().map(Conversation::kind).toList());
        assertEquals(List.of(), chat.skipped);
    }

    @Test
    void json_chatsBehindAMegabyteOfContacts() throws IOException {
        String contact = "   { \"user_id\": 1, \"first_name\": \"" + "x".repeat(500) + "\" },\n";
        Collected chat = read(
                "result.json",
                "{\n \"about\": \"Here is the data\",\n \"personal_information\": {},\n \"contacts\": { \"list\": [\n"
                        + contact.repeat(4000)
                        + "   {} ] },\n \"chats\": { \"list\": [ { \"name\": \"Maya\", \"type\": \"personal_chat\", \"id\": 1, \"messages\": [\n {"
                        + said(1, "Maya", "\"hi\"")
                        + "} ] } ] } }");
        assertEquals(List.of("hi"), chat.texts());
    }

    @Test
    void json_emptyChat() throws IOException {
        Collected chat = chat();
        assertEquals(0, chat.messages.size());
        assertEquals(1, chat.chats.size());
        assertEquals(List.of(), chat.skipped);
    }

    @Test
    void json_textInPieces() throws IOException {
        Collected chat = chat(
                said(
                        1,
                        "Maya",
                        "[ \"see \", { \"type\": \"mention_name\", \"text\": \"Ben\", \"user_id\": 5 }, \" at \", { \"type\": \"text_link\", \"text\": \"the park\", \"href\": \"https://example.org\" } ]"),
                said(2, "Maya", "\"\", \"text_entities\": [ { \"type\": \"plain\", \"text\": \"only here\" } ]"),
                said(3, "Maya", "12"),
                said(
                        4,
                        "Maya",
                        "\"\", \"poll\": { \"question\": [ \"Tea or \", { \"type\": \"bold\", \"text\": \"coffee\" } ], \"answers\": [ { \"text\": \"Tea\" } ] }"));
        assertEquals(List.of("see Ben at the park", "only here", "12", "Tea or coffee"), chat.texts());
    }

    /** Telegram writes what JSON does not know; a backslash that stands for itself is left alone. */
    @Test
    void json_controlCharacters() throws IOException {
        Collected chat = chat(said(1, "Maya", "\"a\\x0Cb\\x1Fc\""), said(2, "Maya", "\"C:\\\\x0Cfiles\""));
        assertEquals(List.of("a\fb\u001Fc", "C:\\x0Cfiles"), chat.texts());
        assertEquals(List.of(), chat.skipped);
    }

    @Test
    void json_textTwice() throws IOException {
        Collected chat = chat(
                "\"id\": 1, \"type\": \"message\", \"date_unixtime\": \"1706720709\", \"from\": \"Maya\", \"from_id\": \"user1\", \"text\": \"for you\", \"text\": \"\"");
        assertEquals(List.of("for you"), chat.texts());
    }

    @Test
    void json_unsupportedHasNeitherAuthorNorTime() throws IOException {
        Collected chat = chat("\"id\": 1, \"type\": \"unsupported\"", said(2, "Maya", "\"hi\""));
        chat.assertSaid("null (unknown) UNKNOWN ", "2024-01-31T17:05:09Z Maya TEXT hi");
        assertEquals(List.of(), chat.warnings);
    }

    @Test
    void json_deletedAccounts() throws IOException {
        Collected chat = chat(
                "\"id\": 1, \"type\": \"message\", \"date_unixtime\": \"1706720709\", \"from\": null, \"from_id\": \"user1\", \"text\": \"a\"",
                "\"id\": 2, \"type\": \"message\", \"date_unixtime\": \"1706720709\", \"from\": null, \"from_id\": \"user2\", \"text\": \"b\"",
                "\"id\": 3, \"type\": \"message\", \"date_unixtime\": \"1706720709\", \"text\": \"c\"");
        assertEquals(List.of("Deleted Account", "Deleted Account", "(unknown)"), chat.authors());
        assertEquals(3, chat.messages.stream().map(m -> m.author()).distinct().count());
    }

    @Test
    void json_renamedPersonStaysOne() throws IOException {
        Collected chat = chat(
                "\"id\": 1, \"type\": \"message\", \"date_unixtime\": \"1706720709\", \"from\": \"Maya\", \"from_id\": \"user1\", \"text\": \"a\"",
                "\"id\": 2, \"type\": \"message\", \"date_unixtime\": \"1706720709\", \"from\": \"Maya K.\", \"from_id\": \"user1\", \"text\": \"b\"");
        assertEquals(List.of("Maya", "Maya"), chat.authors());
    }

    @Test
    void json_wallClockWhereNoInstantIs() throws IOException {
        Collected chat = chat(
                "\"id\": 1, \"type\": \"message\", \"date\": \"2019-10-27T02:30:00\", \"from\": \"Maya\", \"from_id\": 77, \"text\": \"a\"",
                "\"id\": 2, \"type\": \"message\", \"date\": \"2019-10-27T02:10:00\", \"from\": \"Maya\", \"from_id\": 77, \"text\": \"b\"",
                "\"id\": 3, \"type\": \"message\", \"date\": \"2019-02-31T02:10:00\", \"from\": \"Maya\", \"from_id\": 77, \"text\": \"c\"",
                "\"id\": 4, \"type\": \"message\", \"date\": \"2031-01-01T00:00:00\", \"from\": \"Maya\", \"from_id\": 77, \"text\": \"d\"");
        assertEquals(List.of("2019-10-27T02:30:00", "2019-10-27T02:10:00", "null", "null"), chat.times());
        assertEquals(
                List.of(
                        "result.json: 2 messages have a date or time that cannot be, the first on line 12; kept without a time"),
                chat.warnings);
    }

    @Test
    void json_notices() throws IOException {
        Collected chat = chat(
                "\"id\": -5, \"type\": \"service\", \"date_unixtime\": \"1706720709\", \"actor\": \"Maya\", \"actor_id\": \"user1\", \"action\": \"create_group\", \"title\": \"Choir\", \"members\": [ \"Ben\", null ], \"text\": \"\"",
                "\"id\": 2, \"type\": \"service\", \"date_unixtime\": \"1706720709\", \"actor\": \"Maya\", \"actor_id\": \"user1\", \"action\": \"phone_call\", \"duration_seconds\": 61, \"discard_reason\": \"hangup\", \"text\": \"\"",
                "\"id\": 3, \"type\": \"service\", \"date_unixtime\": \"1706720709\", \"actor\": \"Maya\", \"actor_id\": \"user1\", \"action\": \"never_heard_of\", \"text\": \"\"");
        chat.assertSaid(
                "2024-01-31T17:05:09Z - SYSTEM ", "2024-01-31T17:05:09Z Maya CALL ", "2024-01-31T17:05:09Z - SYSTEM ");
    }

    /** A reply to a notice joins a topic, one to another chat leads nowhere here, and one to a message that is gone is a reply. */
    @Test
    void json_replies() throws IOException {
        Collected chat = chat(
                "\"id\": 1, \"type\": \"service\", \"date_unixtime\": \"1706720709\", \"action\": \"topic_created\", \"title\": \"Trips\", \"text\": \"\"",
                said(2, "Maya", "\"in a topic\", \"reply_to_message_id\": 1"),
                said(3, "Maya", "\"elsewhere\", \"reply_to_message_id\": 2, \"reply_to_peer_id\": \"channel99\""),
                said(4, "Maya", "\"here\", \"reply_to_message_id\": 2, \"reply_to_peer_id\": \"channel4242\""),
                said(5, "Maya", "\"to one that is gone\", \"reply_to_message_id\": 900"),
                said(6, "Maya", "\"to a later one\", \"reply_to_message_id\": 7"),
                said(7, "Maya", "\"later\""));
        assertEquals(List.of("null", "null", "null", "2", "900", "7", "null"), replies(chat));
        assertEquals(
                3,
                ChatExports.with(Collected.options())
                        .inspect(List.of(folder.resolve("result.json")))
                        .chats()
                        .get(0)
                        .explicitReplies());
    }

    @Test
    void json_mediaAndForwards() throws IOException {
        Collected chat = chat(
                said(1, "Maya", "\"us at sea\", \"photo\": \"photos/1.jpg\""),
                said(
                        2,
                        "Maya",
                        "\"\", \"file\": \"(File not included. Change data exporting settings to download.)\", \"media_type\": \"voice_message\""),
                said(3, "Maya", "\"\", \"media_type\": \"sticker\", \"sticker_emoji\": \"x\""),
                said(4, "Maya", "\"\", \"location_information\": { \"latitude\": 1.5, \"longitude\": 2.5 }"),
                said(5, "Maya", "\"you are wrong\", \"forwarded_from\": null"));
        assertEquals(
                List.of("MEDIA us at sea", "MEDIA ", "MEDIA ", "MEDIA ", "MEDIA "),
                chat.messages.stream().map(m -> m.kind() + " " + m.text()).toList());
    }

    @Test
    void json_edited() throws IOException {
        Collected chat = chat(
                said(1, "Maya", "\"a\", \"edited\": \"2024-01-31T18:06:00\", \"edited_unixtime\": \"1706720760\""),
                said(2, "Maya", "\"b\", \"edited\": \"1970-01-01T01:00:00\""),
                said(3, "Maya", "\"c\""));
        assertEquals(
                List.of(true, false, false),
                chat.messages.stream().map(m -> m.edited()).toList());
    }

    /** Other programs write the same layout with the name behind, ISO dates and bare numbers. */
    @Test
    void json_ofAnotherProgram() throws IOException {
        Collected chat = read("chat.json", """
                {"messages": [
                {"id": 1, "date": "2024-01-31T17:05:09Z", "from": "Maya", "from_id": 77, "text": "hi"},
                {"id": 2, "date": "2024-01-31T17:06:09Z", "from": "Ben", "from_id": 78, "text": "hello", "reply_to_message_id": 1}
                ], "name": "Maya", "id": 3}
                """);
        chat.assertSaid("2024-01-31T17:05:09Z Maya TEXT hi", "2024-01-31T17:06:09Z Ben TEXT hello");
        assertEquals("Maya", chat.chats.get(0).name());
        assertEquals("telegram:3", chat.chats.get(0).id());
        assertEquals("1", chat.messages.get(1).replyTo());
        assertEquals("telegram", chat.messages.get(0).conversation().platform());
    }

    @Test
    void json_brokenRecordCostsItselfOnly() throws IOException {
        Collected chat = chat(
                said(1, "Maya", "\"a\""),
                said(2, "Maya", "\"never closed"),
                said(3, "Maya", "\"c\""),
                "\"id\": 4, \"photo\": 3",
                said(5, "Maya", "\"e\""));
        assertEquals(List.of("a", "c", "e"), chat.texts());
        assertEquals(2, chat.skipped.size());
        assertEquals(10, chat.skipped.get(0).line());
        assertEquals(
                new Skipped("result.json", 18, "no message of Telegram; expected 'type', 'date' and 'text'"),
                chat.skipped.get(1));
    }

    @Test
    void json_brokenRecordAtTheEndOfAChat() throws IOException {
        Collected chat = read("result.json", """
                {
                 "chats": {
                  "list": [
                   {
                    "name": "Maya",
                    "type": "personal_chat",
                    "id": 1,
                    "messages": [
                     {
                      "id": 1, "type": "message", "date_unixtime": "1706720709", "from": "Maya", "from_id": "user1", "text": "a"
                     },
                     {
                      "id": 2, "type": "message", "text": @@
                     }
                    ]
                   },
                   {
                    "name": "Ben",
                    "type": "personal_chat",
                    "id": 2,
                    "messages": [
                     {
                      "id": 1, "type": "message", "date_unixtime": "1706720709", "from": "Ben", "from_id": "user2", "text": "b"
                     }
                    ]
                   }
                  ]
                 }
                }
                """);
        assertEquals(
                List.of("Maya a", "Ben b"),
                chat.messages.stream()
                        .map(m -> m.conversation().name() + " " + m.text())
                        .toList());
        assertEquals(1, chat.skipped.size());
    }

    @Test
    void json_cutOff() throws IOException {
        Collected chat = read(
                "result.json",
                "{\n \"name\": \"Maya\",\n \"type\": \"personal_chat\",\n \"id\": 1,\n \"messages\": [\n  {"
                        + said(1, "Maya", "\"a\"") + "},\n  {"
                        + said(2, "Maya", "\"b\"").substring(0, 60));
        assertEquals(List.of("a"), chat.texts());
        assertEquals(1, chat.skipped.size());
        assertTrue(
                chat.skipped.get(0).reason().startsWith("the file is cut off"),
                chat.skipped.get(0).reason());
    }

    @Test
    void json_idRepeated() throws IOException {
        Collected chat = chat(said(1, "Maya", "\"a\""), said(2, "Maya", "\"b\""), said(1, "Maya", "\"c\""));
        assertEquals(List.of("a", "b"), chat.texts());
        assertEquals(1, chat.skipped.size());
    }

    /** An old export and a newer one of the same chat. */
    @Test
    void json_overlap() throws IOException {
        String start = "{\"name\": \"Maya\", \"type\": \"personal_chat\", \"id\": 9, \"messages\": [\n{";
        Path old = Collected.write(folder, "old.json", start + said(1, "Maya", "\"a\"") + "}\n]}");
        Path newer = Collected.write(
                folder, "new.json", start + said(1, "Maya", "\"a\"") + "},\n{" + said(2, "Maya", "\"b\"") + "}\n]}");
        Collected chat = Collected.read(List.of(old, newer), Collected.options());
        assertEquals(List.of("a", "b"), chat.texts());
    }

    @Test
    void json_isFoundByContentAlone() throws IOException {
        assertEquals("telegram", format("letters.txt", "{\"type\": \"personal_chat\", \"id\": 1, \"messages\": []}"));
        assertEquals(
                "jsonl",
                format(
                        "result.json",
                        "{\"type\": \"thread\", \"messages\": [{\"author\": \"Ana\", \"text\": \"hi\"}]}"));
    }

    private String format(String name, String content) throws IOException {
        Path file = Collected.write(folder, name, content);
        return ChatExports.with(Collected.options()).inspect(List.of(file)).format();
    }

    private static String page(String... records) {
        return """
                <!DOCTYPE html>
                <html>
                 <head>
                  <meta charset="utf-8"/>
                  <title>Exported Data</title>
                  <link href="css/style.css" rel="stylesheet"/>
                 </head>
                 <body>
                  <div class="page_wrap">
                   <div class="page_header">
                    <div class="content">
                     <div class="text bold">
                Hiking &amp; more
                     </div>
                    </div>
                   </div>
                   <div class="page_body chat_page">
                    <div class="history">
                """ + String.join("\n", records) + "\n    </div>\n   </div>\n  </div>\n </body>\n</html>\n";
    }

    private static String message(String id, String time, String from, String inner) {
        boolean joined = from.isEmpty();
        return "<div class=\"message default clearfix" + (joined ? " joined" : "") + "\" id=\"message" + id + "\">\n"
                + (joined
                        ? ""
                        : "<div class=\"pull_left userpic_wrap\"><div class=\"userpic\"><div class=\"initials\">M</div></div></div>\n")
                + " <div class=\"body\">\n  <div class=\"pull_right date details\" title=\"" + time
                + "\">\n18:05\n  </div>\n"
                + (joined ? "" : "  <div class=\"from_name\">\n" + from + " \n  </div>\n")
                + inner + "\n </div>\n</div>";
    }

    private static String text(String words) {
        return "  <div class=\"text\">\n" + words + "\n  </div>";
    }

    private static String service(String id, String words) {
        return "<div class=\"message service\" id=\"message" + id + "\">\n <div class=\"body details\">\n" + words
                + "\n </div>\n</div>";
    }

    @Test
    void html_onePage() throws IOException {
        Collected chat = read(
                "messages.html",
                page(
                        service("-1", "31 January 2024"),
                        service("1", "Maya created group &laquo;Hiking&raquo;"),
                        message(
                                "2",
                                "31.01.2024 18:05:09 UTC+01:00",
                                "Maya",
                                text("so <strong>tired</strong><br>and &lt;cold&gt;")),
                        message("3", "31.01.2024 18:05:30 UTC+01:00", "", text("you?")),
                        message(
                                "4",
                                "01.02.2024 07:00:00",
                                "Ben via @gif",
                                "<div class=\"reply_to details\">\nIn reply to <a href=\"#go_to_message3\" onclick=\"return GoToMessage(3)\">this message</a>\n</div>"
                                        + text("fine"))));
        chat.assertSaid(
                "null - SYSTEM Maya created group «Hiking»",
                "2024-01-31T18:05:09 Maya TEXT so tired\nand <cold>",
                "2024-01-31T18:05:30 Maya TEXT you?",
                "2024-02-01T07:00:00 Ben TEXT fine");
        assertEquals(List.of("1", "2", "3", "4"), ids(chat));
        assertEquals(List.of("null", "null", "null", "3"), replies(chat));
        assertEquals("Hiking & more", chat.chats.get(0).name());
        assertEquals(29, chat.messages.get(1).line());
        assertEquals(List.of(), chat.skipped);
    }

    @Test
    void html_mediaForwardsCallsAndPolls() throws IOException {
        String media =
                "<div class=\"media_wrap clearfix\"><div class=\"media clearfix pull_left media_photo\"><div class=\"body\">"
                        + "<div class=\"title bold\">Photo</div><div class=\"description\">Not included, change data exporting settings to download.</div></div></div></div>";
        Collected chat = read(
                "messages.html",
                page(
                        message("1", "31.01.2024 18:05:09", "Maya", media + text("us at sea")),
                        message(
                                "2",
                                "31.01.2024 18:05:10",
                                "Maya",
                                "<div class=\"pull_left forwarded userpic_wrap\"></div><div class=\"forwarded body\"><div class=\"from_name\">Zoe <span class=\"date details\" title=\"01.01.2020 00:00:00\"> 01.01.2020 00:00:00</span></div>"
                                        + text("you are wrong") + "</div>"),
                        message(
                                "3",
                                "31.01.2024 18:05:11",
                                "Ben",
                                "<div class=\"media_wrap clearfix\"><div class=\"media clearfix pull_left media_call success\"><div class=\"body\"><div class=\"title bold\">Maya</div><div class=\"status details\">Outgoing (61 seconds)</div></div></div></div>"),
                        message(
                                "4",
                                "31.01.2024 18:05:12",
                                "Ben",
                                "<div class=\"media_wrap clearfix\"><div class=\"media_poll\"><div class=\"question bold\">Tea?</div><div class=\"details\">Anonymous poll</div><div class=\"answer\">- Yes</div></div></div>"),
                        message("5", "31.01.2024 18:05:13", "Ben", ""),
                        service(
                                "6",
                                "This message is not supported by this version of Telegram Desktop. Please update the application.")));
        chat.assertSaid(
                "2024-01-31T18:05:09 Maya MEDIA us at sea",
                "2024-01-31T18:05:10 Maya MEDIA ",
                "2024-01-31T18:05:11 Ben CALL ",
                "2024-01-31T18:05:12 Ben TEXT Tea?",
                "2024-01-31T18:05:13 Ben UNKNOWN ",
                "null (unknown) UNKNOWN ");
    }

    @Test
    void html_pagesInTheOrderOfTheirNumbers() throws IOException {
        Path export = Files.createDirectories(folder.resolve("ChatExport_2024-02-02"));
        Files.writeString(
                export.resolve("messages.html"),
                page(
                        service("1", "Maya created topic &laquo;Trips&raquo;"),
                        message("2", "01.01.2024 08:00:00", "Maya", text("first"))));
        Files.writeString(
                export.resolve("messages2.html"),
                page(
                        message("3", "02.01.2024 08:00:00", "Ben", text("second")),
                        message("4", "02.01.2024 08:00:01", "", text("third"))));
        Files.writeString(
                export.resolve("messages10.html"),
                page(
                        message(
                                "5",
                                "03.01.2024 08:00:00",
                                "",
                                "<div class=\"reply_to details\">In reply to <a href=\"messages2.html#go_to_message3\">this message</a></div>"
                                        + text("fourth")),
                        message(
                                "6",
                                "03.01.2024 08:00:09",
                                "Maya",
                                "<div class=\"reply_to details\">In reply to <a href=\"messages.html#go_to_message1\">this message</a></div>"
                                        + text("fifth"))));
        Files.writeString(
                Files.createDirectories(export.resolve("lists")).resolve("chats.html"),
                "<html><link href=\"../css/style.css\"><body><div class=\"page_wrap\"><div class=\"page_header\"></div></div></body></html>");
        Collected chat = Collected.read(export, Collected.options());
        assertEquals(
                List.of("Maya created topic «Trips»", "first", "second", "third", "fourth", "fifth"), chat.texts());
        assertEquals(List.of("-", "Maya", "Ben", "Ben", "Ben", "Maya"), chat.authors());
        assertEquals(List.of("null", "null", "null", "null", "3", "null"), replies(chat));
        assertEquals(1, chat.chats.size());
        assertEquals(
                "ChatExport_2024-02-02/messages10.html", chat.messages.get(5).file());
        assertEquals(List.of(), chat.skipped);
    }

    @Test
    void html_besideTheJsonIsTheSameChat() throws IOException {
        Path export = Files.createDirectories(folder.resolve("ChatExport_2024-02-02"));
        String html = page(message("1", "01.01.2024 08:00:00", "Maya", text("once")));
        Files.writeString(export.resolve("messages.html"), html);
        Files.writeString(
                export.resolve("result.json"),
                "{\"name\": \"Maya\", \"type\": \"personal_chat\", \"id\": 1, \"messages\": [\n{"
                        + said(1, "Maya", "\"once\"") + "}\n]}");
        Collected both = Collected.read(export, Collected.options());
        assertEquals(List.of("once"), both.texts());
        assertEquals("ChatExport_2024-02-02/result.json", both.messages.get(0).file());
        assertEquals(List.of(), both.skipped);
        assertEquals(
                List.of("once"),
                Collected.read(export.resolve("messages.html"), Collected.options())
                        .texts());
    }

    /** Two people of one name, in an export of an account. */
    @Test
    void html_chatsOfAnAccount() throws IOException {
        Path chats = folder.resolve("DataExport_2024-02-02").resolve("chats");
        Path one = Files.createDirectories(chats.resolve("chat_001"));
        Path two = Files.createDirectories(chats.resolve("chat_002"));
        Files.writeString(one.resolve("messages.html"), page(message("1", "01.01.2024 08:00:00", "Kim", text("a"))));
        Files.writeString(two.resolve("messages.html"), page(message("2", "01.01.2024 08:00:00", "Kim", text("b"))));
        Collected chat = Collected.read(folder.resolve("DataExport_2024-02-02"), Collected.options());
        assertEquals(List.of("a", "b"), chat.texts());
        assertEquals(2, chat.chats.stream().map(Conversation::id).distinct().count());
        Files.writeString(
                folder.resolve("DataExport_2024-02-02").resolve("result.json"),
                "{\"about\": \"x\", \"chats\": {\"list\": [{\"name\": \"Kim\", \"type\": \"personal_chat\", \"id\": 1, \"messages\": [\n{"
                        + said(1, "Kim", "\"c\"") + "}\n]}]}}");
        assertEquals(
                List.of("c"),
                Collected.read(folder.resolve("DataExport_2024-02-02"), Collected.options())
                        .texts());
    }

    @Test
    void html_damaged() throws IOException {
        Collected chat = read(
                "messages.html",
                page(
                        "<div class=\"message default clearfix joined\" id=\"message1\"><div class=\"body\"><div class=\"text\">whose?</div></div></div>",
                        "<div class=\"message default clearfix\" id=\"message2\"></div>",
                        message("3", "31.02.2024 18:05:09", "Maya", text("when?")),
                        message("x", "31.01.2024 18:05:09", "Maya", text("which?"))));
        chat.assertSaid("null (unknown) TEXT whose?", "null Maya TEXT when?", "2024-01-31T18:05:09 Maya TEXT which?");
        assertEquals(1, chat.skipped.size());
        assertEquals(1, chat.warnings.size());
        assertNull(chat.messages.get(0).time());
    }

    @Test
    void html_anyOtherPageIsNone() {
        assertThrows(
                ChatExportException.class,
                () -> read("messages.html", "<html><body><div class=\"message\">hi</div></body></html>"));
    }
}
