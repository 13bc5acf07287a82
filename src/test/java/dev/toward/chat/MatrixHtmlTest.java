package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class MatrixHtmlTest {
    private static final String DAY = day("Wed, Jan 31, 2024");

    @TempDir
    Path folder = Path.of("");

    private static String page(String... records) {
        return "\n          <!DOCTYPE html>\n<html lang=\"en\">\n<head><link href=\"css/style.css\" rel=\"stylesheet\" /><title>Exported Data</title></head>\n"
                + "<body style=\"height: 100vh;\" class=\"cpd-theme-light\">\n<div id=\"matrixchat\"><main class=\"mx_RoomView\">\n"
                + "<div class=\"mx_RoomHeader light-panel\"><span title=\"Cats\" class=\"mx_BaseAvatar\">C</span>"
                + "<div class=\"mx_RoomHeader_infoWrapper\"><div dir=\"auto\" class=\"mx_RoomHeader_info\" title=\"Cats\">"
                + "<span class=\"mx_RoomHeader_truncated\">\n Cats\n </span></div></div></div>\n"
                + "<ol class=\"mx_RoomView_MessageList\" role=\"list\">\n<div class=\"mx_NewRoomIntro\"><h2> Cats </h2><p> Ana created this room. </p></div>\n"
                + String.join("\n", records)
                + "\n</ol></main></div>\n<div id=\"snackbar\"/>\n</body>\n</html>";
    }

    private static String day(String label) {
        return "<li><div class=\"mx_DateSeparator\" role=\"separator\" aria-label=\"" + label
                + "\"><hr role=\"none\"/><h2 aria-hidden=\"true\">" + label + "</h2><hr role=\"none\"/></div></li>";
    }

    /** A whole message; {@code who} may be empty, for whoever goes on. */
    private static String tile(String id, String who, String clock, String content) {
        String profile = who.isEmpty()
                ? ""
                : "<div class=\"mx_DisambiguatedProfile\"><span class=\"mx_Username_color3 mx_DisambiguatedProfile_displayName\" dir=\"auto\">"
                        + who + "</span></div><div class=\"mx_EventTile_avatar\"><button title=\"@"
                        + who.toLowerCase(java.util.Locale.ROOT) + ":x.example\" class=\"mx_BaseAvatar\">"
                        + who.charAt(0)
                        + "</button></div>";
        return "<div class=\"mx_Export_EventWrapper\" id=\"" + id + "\"><li class=\"mx_EventTile"
                + (who.isEmpty() ? " mx_EventTile_continuation" : "") + "\" data-event-id=\"" + id + "\">" + profile
                + "<div class=\"mx_EventTile_line\"><a href=\"https://matrix.to/#/!room:x.example/" + id
                + "?via=x.example\" class=\"mx_MessageTimestamp\" aria-live=\"off\">" + clock + "</a>" + content
                + "</div></li></div>";
    }

    private static String words(String body) {
        return "<div class=\"mx_MTextBody mx_EventTile_content\"><div class=\"mx_EventTile_body translate\" dir=\"auto\">"
                + body + "</div></div>";
    }

    private static String notice(String id, String text) {
        return "<div class=\"mx_Export_EventWrapper\" id=\"" + id + "\"><li class=\"mx_EventTile mx_EventTile_info\">"
                + "<div class=\"mx_EventTile_avatar\"><img title=\"@ana:x.example\"/></div><div class=\"mx_EventTile_line mx_EventTile_info\">"
                + "<div class=\"mx_TextualEvent mx_EventTile_content\">" + text + "</div></div></li></div>";
    }

    private Collected read(String... records) throws IOException {
        Path file = folder.resolve("messages.html");
        Files.writeString(file, page(records));
        Collected chat = Collected.read(file, Collected.options());
        assertEquals("matrix", chat.chats.get(0).platform());
        return chat;
    }

    @Test
    void room_kindsNamesAndTimes() throws IOException {
        Collected chat = read(
                DAY,
                notice("$0", "Ana joined the room"),
                tile("$1", "Ana", "18:05", words("my cat\ndied &amp; I <b>cry</b>")),
                tile("$2", "", "18:06", words("she was old")),
                tile("$3", "Ben", "18:07", words("<a class=\"mx_Pill\" href=\"x\">Ana</a> oh no 🥺")),
                tile(
                        "$4",
                        "Ben",
                        "18:08",
                        "<div class=\"mx_MImageBody\"><img alt=\"IMG_1.jpg\"/></div><div class=\"mx_MTextBody mx_EventTile_caption\">"
                                + "<span class=\"mx_EventTile_body\">my garden</span></div>"),
                tile("$5", "Ben", "18:09", words("<em>Media omitted</em>")),
                tile("$6", "Ben", "18:10", "<span class=\"mx_RedactedBody\">Message deleted</span>"),
                day("Thu, Feb 1, 2024"),
                tile(
                        "$7",
                        "Ana",
                        "00:01",
                        "<div class=\"mx_MPollBody\"><h2 data-testid=\"pollQuestion\">tea or coffee?</h2><div>tea</div></div>"),
                tile("$8", "Ana", "00:02", "<div class=\"mx_UnknownBody\">Unable to decrypt</div>"),
                "<div class=\"mx_Export_EventWrapper\" id=\"$9\"><div class=\"mx_EventTile_line\"><div class=\"mx_LegacyCallEvent\">Ben Voice call</div></div></div>");
        chat.assertSaid(
                "null - SYSTEM Ana joined the room",
                "2024-01-31T18:05:00 Ana TEXT my cat\ndied & I cry",
                "2024-01-31T18:06:00 Ana TEXT she was old",
                "2024-01-31T18:07:00 Ben TEXT Ana oh no 🥺",
                "2024-01-31T18:08:00 Ben MEDIA my garden",
                "2024-01-31T18:09:00 Ben MEDIA ",
                "2024-01-31T18:10:00 Ben DELETED ",
                "2024-02-01T00:01:00 Ana TEXT tea or coffee?",
                "2024-02-01T00:02:00 Ana UNKNOWN ",
                "null (unknown) CALL ");
        assertEquals("Cats", chat.chats.get(0).name());
        assertEquals("$1", chat.messages.get(1).id());
        assertEquals("@ana:x.example", chat.messages.get(2).author().id());
        assertEquals(List.of(), chat.skipped);
        assertEquals(List.of(), chat.warnings);
    }

    @Test
    void commentWithoutAnEnd_isSaid() throws IOException {
        Collected chat = read(DAY, tile("$1", "Ana", "18:05", words("hi")), "<!-- " + "junk ".repeat(1_000_000));
        assertEquals(List.of("hi"), chat.texts());
        assertEquals(
                List.of(
                        "too much stands before this line without the end of a message; the rest of the file is left out"),
                chat.skipped.stream().map(Skipped::reason).toList());
    }

    /** Older ones say the whole time, and name the room elsewhere; the page begins with the section of its time. */
    @Test
    void olderPages() throws IOException {
        Path file = folder.resolve("messages.html");
        Files.writeString(
                file,
                "<!DOCTYPE html><html><body><section id=\"matrixchat\" class=\"notranslate\"><div class=\"mx_RoomHeader light-panel\">"
                        + "<div class=\"mx_RoomHeader_name\"><div class=\"mx_RoomHeader_nametext\" title=\"Cats\"> Cats </div></div></div>"
                        + "<ol class=\"mx_RoomView_MessageList\">" + day("Wed, Jan 31 2024")
                        + "<div class=\"mx_Export_EventWrapper\" id=\"$1\"><li class=\"mx_EventTile\"><div class=\"mx_DisambiguatedProfile\">"
                        + "<span class=\"mx_DisambiguatedProfile_displayName\">Ana</span></div><div class=\"mx_EventTile_line\">"
                        + "<a href=\"https://matrix.to/#/%21room%3Ax.example/$1\" aria-label=\"18:05\"><span class=\"mx_MessageTimestamp\""
                        + " title=\"Wed, Jan 31 2024 18:05:09\" aria-hidden=\"true\">18:05</span></a>"
                        + "<div class=\"mx_MTextBody mx_EventTile_content\"><span class=\"mx_EventTile_body markdown-body\" dir=\"auto\"><p>one\nline</p><p>two</p></span>"
                        + "<div class=\"mx_EventTile_edited\">(edited)</div></div></div></li></div></ol></section></body></html>");
        Collected chat = Collected.read(file, Collected.options());
        chat.assertSaid("2024-01-31T18:05:09 Ana TEXT one line\ntwo");
        assertTrue(chat.messages.get(0).edited());
        assertEquals("Cats", chat.chats.get(0).name());
        assertEquals("matrix:!room:x.example", chat.chats.get(0).id());
    }

    @Test
    void replies_emotes_reactions() throws IOException {
        Collected chat = read(
                DAY,
                tile("$1", "Ana", "18:05", words("my cat died")),
                tile(
                        "$2",
                        "Ben",
                        "18:06",
                        "<div class=\"mx_ReplyChain_wrapper\"><p class=\"mx_ReplyChain_Export\">In reply to "
                                + "<a class=\"mx_reply_anchor\" href=\"#$1\" data-scroll-to=\"$1\"> this message </a></p></div>"
                                + words("so sorry")
                                + "<div class=\"mx_ReactionsRow\"><div class=\"mx_ReactionsRowButton\">👍 1</div></div>"),
                tile(
                        "$3",
                        "",
                        "18:07",
                        "<div class=\"mx_MEmoteBody mx_EventTile_content\" dir=\"auto\">*&nbsp;<span class=\"mx_MEmoteBody_sender\">Cleo</span>&nbsp;"
                                + "<span class=\"mx_EventTile_body\">waves</span></div>"));
        chat.assertSaid(
                "2024-01-31T18:05:00 Ana TEXT my cat died",
                "2024-01-31T18:06:00 Ben TEXT so sorry",
                "2024-01-31T18:07:00 Cleo TEXT waves");
        assertEquals("$1", chat.messages.get(1).replyTo());
        assertNull(chat.messages.get(2).replyTo());
    }

    /** Of a folder with what lies beside it; the second page opens with the day of its first message. */
    @Test
    void pages_areOneRoom() throws IOException {
        Path export = Files.createDirectories(folder.resolve("matrix - Cats - Chat Export - 2024-02-01T17-05-09.000Z"));
        for (String name : List.of("css/style.css", "js/script.js")) {
            Files.createDirectories(export.resolve(name).getParent());
            Files.writeString(export.resolve(name), "x {}");
        }
        Files.writeString(export.resolve("messages.html"), page(DAY, tile("$1", "Ana", "18:05", words("one"))));
        Files.writeString(export.resolve("messages2.html"), page(DAY, tile("$2", "Ana", "18:06", words("two"))));
        Files.writeString(
                export.resolve("messages10.html"),
                page(
                        day("Thu, Feb 1, 2024"),
                        tile("$10", "Ben", "09:00", words("ten")),
                        tile("$2", "Ana", "18:06", words("two"))));
        Collected chat = Collected.read(folder, Collected.options());
        assertEquals(List.of("one", "two", "ten"), chat.texts());
        assertEquals(1, chat.chats.size());
        assertEquals(
                List.of("its id stood on an earlier record of the chat; the first one is kept"),
                chat.skipped.stream()
                        .filter(s -> s.file().endsWith(".html"))
                        .map(Skipped::reason)
                        .toList());
    }

    /** Given one by one; what both were called says nothing. */
    @Test
    void foldersOfOneName_areTwoRooms() throws IOException {
        List<Path> given = new ArrayList<>();
        for (String room : List.of("Cats", "Dogs")) {
            Path export = Files.createDirectories(folder.resolve(room).resolve("export"));
            Files.writeString(
                    export.resolve("messages.html"),
                    page(DAY, tile("$" + room, "Ana", "18:05", words(room)))
                            .replace("Cats", room)
                            .replace("!room:", "!" + room + ":"));
            given.add(export);
        }
        Collected chat = Collected.read(given, Collected.options());
        assertEquals(
                List.of("matrix:!Cats:x.example", "matrix:!Dogs:x.example"),
                chat.messages.stream().map(m -> m.conversation().id()).toList());
    }

    /** The same room as JSON and as HTML is one chat, each message once. */
    @Test
    void besideItsJson() throws IOException {
        Files.writeString(
                folder.resolve("export.json"),
                "{\"room_name\":\"Cats\",\"exported_by\":\"@ana:x.example\",\"messages\":[{\"type\":\"m.room.message\",\"sender\":\"@ana:x.example\","
                        + "\"event_id\":\"$1\",\"room_id\":\"!room:x.example\",\"origin_server_ts\":1706720700000,"
                        + "\"content\":{\"msgtype\":\"m.text\",\"body\":\"one\"}}]}");
        Files.writeString(
                folder.resolve("messages.html"),
                page(DAY, tile("$1", "Ana", "18:05", words("one")), tile("$2", "Ana", "18:06", words("two"))));
        Collected chat = Collected.read(folder, Collected.options());
        assertEquals(List.of("one", "two"), chat.texts());
        assertEquals(
                1,
                chat.messages.stream()
                        .map(m -> m.conversation().id())
                        .distinct()
                        .count());
        assertEquals(
                1, chat.messages.stream().map(m -> m.author().id()).distinct().count());
    }

    @Test
    void cutOff_empty_noTime_noBody() throws IOException {
        Collected empty = read();
        assertEquals(List.of(), empty.messages);
        assertEquals("Cats", empty.chats.get(0).name());

        Collected odd = read(
                tile("$1", "Ana", "18:05", words("when?")),
                DAY,
                "<div class=\"mx_Export_EventWrapper\" id=\"$2\"></div>",
                tile("$3", "", "18:07", words("whose?")).replace(" mx_EventTile_continuation", ""),
                tile("$4", "Ana", "25:61", words("late")));
        odd.assertSaid("null Ana TEXT when?", "2024-01-31T18:07:00 (unknown) TEXT whose?", "null Ana TEXT late");
        assertEquals(
                List.of("a message without its body; the page is damaged or cut off here"),
                odd.skipped.stream().map(Skipped::reason).toList());
        assertTrue(odd.warnings.get(0).contains("2 messages have a date or time that cannot be"));

        String whole = page(DAY, tile("$1", "Ana", "18:05", words("one")), tile("$2", "Ben", "18:06", words("two")));
        Path file = folder.resolve("messages.html");
        Files.writeString(file, whole.substring(0, whole.indexOf("id=\"$2\"")));
        Collected cut = Collected.read(file, Collected.options());
        assertEquals(List.of("one"), cut.texts());
        assertEquals(
                "the file is cut off; what stands before it was read",
                cut.skipped.get(cut.skipped.size() - 1).reason());
    }

    /** What an export should not hold: scripts, entities that would grow, tags within tags without end, ids that name nobody. */
    @Test
    @Timeout(20)
    void hostile() throws IOException {
        Path file = folder.resolve("messages.html");
        String bomb = "<!DOCTYPE html [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
        Files.writeString(
                file,
                page(
                                DAY,
                                tile(
                                        "$1",
                                        "Ana",
                                        "18:05",
                                        words(
                                                "hi<script>steal('x')</script><style>p {}</style> &b; <img src=x onerror=steal()>you")),
                                tile("$2", "Ben", "18:06", words("<b>".repeat(50_000) + "deep")),
                                tile("$3", "Ben", "18:07", words("after")).replace("/!room:x.example/", "/%zz!/"))
                        .replace("<!DOCTYPE html>", bomb));
        Collected chat = Collected.read(file, Collected.options());
        assertEquals("hi &b; you", chat.texts().get(0));
        assertEquals("deep", chat.texts().get(1));
        assertTrue(chat.texts().contains("after"));
    }

    /** Dates as other languages write them. */
    @Test
    void otherLanguages() throws IOException {
        assertEquals(
                List.of("2024-01-31T18:05:00"),
                read(day("Mi., 31. Jan. 2024"), tile("$1", "Ana", "18:05", words("hi")))
                        .times());
        assertEquals(
                List.of("2024-02-01T18:05:00"),
                read(day("jeu. 1 févr. 2024"), tile("$1", "Ana", "18:05", words("hi")))
                        .times());
    }

    /** A page with the same classes that is no export. */
    @Test
    void otherPages_areNone() throws IOException {
        Path file = folder.resolve("page.html");
        Files.writeString(file, "<!DOCTYPE html><html><body><p>id=matrixchat mx_RoomView</p></body></html>");
        org.junit.jupiter.api.Assertions.assertThrows(
                ChatExportException.class, () -> Collected.read(file, Collected.options()));
    }

    @Test
    void editedMessage_keepsItsPlace() throws IOException {
        Collected chat = read(
                DAY, tile("$1", "Ana", "18:05", words("one") + "<div class=\"mx_EventTile_edited\">(edited)</div>"));
        assertEquals(List.of(true), chat.messages.stream().map(Message::edited).toList());
    }
}
