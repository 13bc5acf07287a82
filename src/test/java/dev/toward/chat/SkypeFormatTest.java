package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.toward.text.Conversation;
import dev.toward.text.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkypeFormatTest {
    @TempDir
    Path folder = Path.of("");

    private static String message(String id, int second, String from, String type, String content, String more) {
        return "{\"id\":\"" + id + "\",\"displayName\":null,\"originalarrivaltime\":\"2024-01-31T17:05:" + (10 + second)
                + ".123Z\",\"messagetype\":\"" + type + "\",\"version\":1,\"content\":" + content
                + ",\"conversationid\":\"8:live:ben\",\"from\":\"" + from + "\",\"properties\":" + more + "}";
    }

    private static String says(String id, int second, String from, String content) {
        return message(id, second, from, "RichText", "\"" + content + "\"", "null");
    }

    private Collected chat(String... newestFirst) throws IOException {
        return read("8:live:ben", "Ben", newestFirst);
    }

    private Collected read(String id, String name, String... newestFirst) throws IOException {
        Path file = Collected.write(
                folder,
                "messages.json",
                "{\"userId\":\"8:live:ana\",\"exportDate\":\"2024-02-01T10:00\",\"conversations\":[{\"id\":\"" + id
                        + "\",",
                "\"displayName\":\"" + name
                        + "\",\"version\":1.7,\"properties\":{},\"threadProperties\":null,\"MessageList\":[",
                String.join(",\n", newestFirst),
                "]}]}");
        Collected chat = Collected.read(file, Collected.options());
        assertEquals("skype", chat.chats.get(0).platform());
        return chat;
    }

    @Test
    void chat_oldestFirst() throws IOException {
        Collected chat = chat(
                says("3", 3, "8:live:ana", "thank you"),
                says("2", 2, "8:live:ben", "so sorry").replace("\"displayName\":null", "\"displayName\":\"Ben Okri\""),
                says("1", 1, "8:live:ana", "my cat died"));
        chat.assertSaid(
                "2024-01-31T17:05:11Z ana TEXT my cat died",
                "2024-01-31T17:05:12Z Ben Okri TEXT so sorry",
                "2024-01-31T17:05:13Z ana TEXT thank you");
        assertEquals(Conversation.Kind.DIRECT, chat.chats.get(0).kind());
        assertEquals("Ben", chat.chats.get(0).name());
        assertEquals(
                List.of(5L, 4L, 3L), chat.messages.stream().map(Message::line).toList());
    }

    @Test
    void kinds() throws IOException {
        Collected chat = chat(
                message("8", 8, "8:live:ben", "RichText", "null", "{\"deletetime\":\"1706720718000\"}"),
                message("7", 7, "8:live:ben", "Event/Call", "\"<partlist type=\\\"ended\\\"></partlist>\"", "null"),
                message("6", 6, "8:live:ben", "ThreadActivity/AddMember", "\"<addmember/>\"", "null"),
                message("5", 5, "8:live:ben", "RichText/UriObject", "\"<URIObject>x.jpg</URIObject>\"", "null"),
                message("4", 4, "8:live:ben", "RichText", "\"better<e_m ts=\\\"1\\\" a=\\\"live:ben\\\"/>\"", "null"),
                message("3", 3, "8:live:ben", "Text", "\"1 < 2 &amp; so\"", "{\"edittime\":\"1\"}"),
                message("2", 2, "28:bot", "RichText", "\"\"", "null"),
                "{\"id\":\"x\",\"content\":\"no sender\"}");
        chat.assertSaid(
                "2024-01-31T17:05:12Z bot UNKNOWN ",
                "2024-01-31T17:05:13Z ben TEXT 1 < 2 &amp; so",
                "2024-01-31T17:05:14Z ben TEXT better",
                "2024-01-31T17:05:15Z ben MEDIA ",
                "2024-01-31T17:05:16Z - SYSTEM ",
                "2024-01-31T17:05:17Z ben CALL ",
                "2024-01-31T17:05:18Z ben DELETED ");
        assertEquals(
                List.of(false, true, true, false, false, false, false),
                chat.messages.stream().map(Message::edited).toList());
        assertEquals(
                List.of(new Skipped(
                        "messages.json", 10, "no message; expected 'messagetype', 'from' and 'originalarrivaltime'")),
                chat.skipped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see <a href='http://x.org'>this</a> &amp; that | see this & that",
                "&lt;a href='http://x.org'&gt;this&lt;/a&gt; | this",
                "&amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt; | bold",
                "<at id='8:live:ben'>Ben</at> hi <ss type='smile'>:)</ss> | Ben hi :)",
                "a &lt; b | a < b",
                "no mark at all | no mark at all",
            })
    void content_isUnescaped(String content, String text) throws IOException {
        assertEquals(List.of(text), chat(says("1", 1, "8:live:ana", content)).texts());
    }

    @Test
    void quote_isALinkAndNotTheWritersWords() throws IOException {
        String quote = "<quote author='live:ana' authorname='Ana' timestamp='1706720711' conversation='8:live:ben'%s>"
                + "<legacyquote>[17:05:11] Ana: </legacyquote>my cat died<legacyquote>\\n\\n&lt;&lt;&lt; </legacyquote></quote>so sorry";
        Collected byId = chat(
                says("2", 2, "8:live:ben", String.format(quote, " messageid='1'")),
                says("1", 1, "8:live:ana", "my cat died"));
        assertEquals(List.of("my cat died", "so sorry"), byId.texts());
        assertEquals("1", byId.messages.get(1).replyTo());
        Collected byTime =
                chat(says("2", 2, "8:live:ben", String.format(quote, "")), says("1", 1, "8:live:ana", "my cat died"));
        assertEquals("1", byTime.messages.get(1).replyTo());
        Collected gone = chat(says("2", 2, "8:live:ben", String.format(quote, "")));
        assertNull(gone.messages.get(0).replyTo());
    }

    @Test
    void group_topicIsTheName() throws IOException {
        Path file = Collected.write(
                folder,
                "messages.json",
                "{\"userId\":\"8:live:ana\",\"exportDate\":\"x\",\"conversations\":[",
                "{\"MessageList\":[" + says("1", 1, "8:live:ana", "hi") + "],\"id\":\"19:abc@thread.skype\",",
                " \"threadProperties\":{\"topic\":\"Hiking\",\"membercount\":3}},",
                "{\"id\":\"8:live:cleo\",\"displayName\":\"Cleo\",\"MessageList\":[]}",
                "]}");
        Collected chat = Collected.read(file, Collected.options());
        assertEquals(
                List.of("Hiking", "Cleo"),
                chat.chats.stream().map(Conversation::name).toList());
        assertEquals(Conversation.Kind.GROUP, chat.chats.get(0).kind());
        assertEquals(
                "skype:19:abc@thread.skype", chat.messages.get(0).conversation().id());
    }

    /** More than are held at a time, so that the file is gone through again. */
    @Test
    void longChat_isSortedToo() throws IOException {
        List<String> newestFirst = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            newestFirst.add("{\"id\":\"" + i + "\",\"messagetype\":\"RichText\",\"from\":\"8:a\",\"content\":\"n" + i
                    + "\",\"originalarrivaltime\":\"" + java.time.Instant.ofEpochSecond(1706720711L + i) + "\"}");
            expected.add("n" + i);
        }
        Collections.reverse(newestFirst);
        assertEquals(expected, chat(newestFirst.toArray(String[]::new)).texts());
    }

    @Test
    void brokenMessage_costsOnlyItself() throws IOException {
        Collected chat = chat(
                says("3", 3, "8:live:ana", "three"),
                says("2", 2, "8:live:ben", "two").replace("\"from\"", "from\""),
                says("1", 1, "8:live:ana", "one"));
        assertEquals(List.of("one", "three"), chat.texts());
        assertEquals(1, chat.skipped.size());
        assertEquals(4, chat.skipped.get(0).line());
    }
}
