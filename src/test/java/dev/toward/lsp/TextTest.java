package dev.toward.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    private static final String[] PIECES = {"a", "\u00e9", "\u4e2d", "\ud83d\ude00", "\n", "\r\n", "\r", " ", "whatever"
    };

    private static Text text(String content, Encoding encoding) {
        return new Text("file:///a.txt", Kind.TEXT, 1, content, encoding);
    }

    private static String random(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({"UTF_8, 0, 10", "UTF_16, 0, 6", "UTF_32, 0, 5", "UTF_16, 1, 0", "UTF_16, 2, 1"})
    void position_ofEachLine(Encoding encoding, int line, int character) {
        LineTable lines = new LineTable("\u00e9 \ud83d\ude00a\u00e9\r\n\rb", encoding);
        int[] ends = {6, 8, 10};
        assertEquals(new Position(line, character), lines.position(ends[line]));
        assertEquals(ends[line], lines.offset(new Position(line, character)));
        assertEquals(ends[line], lines.offset(new Position(line, character + 50)));
    }

    @Test
    void offset_outside() {
        LineTable lines = new LineTable("ab\ncd", Encoding.UTF_16);
        assertEquals(0, lines.offset(new Position(-1, -1)));
        assertEquals(5, lines.offset(new Position(Integer.MAX_VALUE, 0)));
        assertEquals(2, lines.offset(new Position(0, Integer.MAX_VALUE)));
        assertEquals(new Span(4, 4), lines.span(new Range(new Position(1, 1), new Position(0, 0))));
    }

    @Test
    void offset_neverWithinAPair() {
        LineTable lines = new LineTable("\ud83d\ude00b", Encoding.UTF_16);
        assertEquals(0, lines.offset(new Position(0, 1)));
        assertEquals(2, lines.offset(new Position(0, 2)));
    }

    @Property(tries = 300)
    void position_andBack(@ForAll long seed) {
        Random random = new Random(seed);
        String content = random(random, 40);
        for (Encoding encoding : Encoding.values()) {
            LineTable lines = new LineTable(content, encoding);
            for (int at = 0; at <= content.length(); at++) {
                boolean within = at > 0
                        && at < content.length()
                        && (Character.isLowSurrogate(content.charAt(at)) || content.startsWith("\r\n", at - 1));
                if (!within) {
                    assertEquals(at, lines.offset(lines.position(at)), content + " at " + at);
                }
            }
        }
    }

    /** The editor's copy and ours stay the same, whatever is typed. */
    @Property(tries = 300)
    void changed_asTheEditorHasIt(@ForAll long seed) {
        Random random = new Random(seed);
        for (Encoding encoding : Encoding.values()) {
            String theirs = random(random, 40);
            Text ours = text(theirs, encoding);
            List<TextDocumentContentChangeEvent> changes = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                LineTable lines = new LineTable(theirs, encoding);
                int from = boundary(theirs, random.nextInt(theirs.length() + 1));
                int to = boundary(theirs, from + random.nextInt(theirs.length() - from + 1));
                String words = random(random, 5);
                changes.add(new TextDocumentContentChangeEvent(lines.range(new Span(from, Math.max(from, to))), words));
                theirs = theirs.substring(0, from) + words + theirs.substring(Math.max(from, to));
            }
            Text changed = ours.changed(2, changes);
            assertEquals(theirs, changed.content());
            assertEquals(2, changed.version());
        }
    }

    /** A place that an editor's cursor can be in. */
    private static int boundary(String text, int at) {
        boolean within = at > 0
                && at < text.length()
                && (Character.isLowSurrogate(text.charAt(at)) || text.startsWith("\r\n", at - 1));
        return within ? at - 1 : at;
    }

    // what of it is read

    private static Body body(Kind kind, String content) {
        return Body.of(new Text("file:///a", kind, 1, content, Encoding.UTF_16));
    }

    @Test
    void body_ofAMail() {
        Body body = body(Kind.MAIL, "Subject: a\n b: c\nTo: \"Ana Ruiz\" <a@example.org>\n\nHi: there\n\nwords\n");
        assertEquals("Hi: there\n\nwords\n", body.text());
        assertEquals("Ana", body.them());
        assertTrue(body.sent());
        assertEquals(
                "", body(Kind.MAIL, "Content-Type: multipart/mixed\n\nwhatever").text());
        assertEquals(
                "x",
                body(Kind.MAIL, "To: a@example.org\n--text follows this line--\nx")
                        .text());
        assertEquals("no: header\n", body(Kind.MAIL, "\nno: header\n").text().strip() + "\n");
        assertEquals("words", body(Kind.MAIL, "words").text());
        assertEquals("", body(Kind.MAIL, "To: a@example.org").text());
        assertEquals("", body(Kind.MAIL, "").text());
    }

    @Test
    void body_ofMarkdown() {
        assertEquals(
                "a             b", body(Kind.MARKDOWN, "a<!-- \u00e9--- -->b").text());
        assertEquals("a\n\r\n    ", body(Kind.MARKDOWN, "a\n\r\n<!--").text());
        assertEquals("a <!- b", body(Kind.MARKDOWN, "a <!- b").text());
        String long1 = "<!--" + "-".repeat(200_000);
        assertEquals(long1.length(), body(Kind.MARKDOWN, long1).text().length());
    }

    @ParameterizedTest
    @CsvSource({
        "plaintext, x, TEXT",
        "Markdown, x, MARKDOWN",
        "message, x, MAIL",
        "'', file:///a.md, MARKDOWN",
        "'', file:///a.eml, MAIL"
    })
    void kind(String language, String uri, Kind kind) {
        assertEquals(kind, Kind.of(language, uri).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"java, file:///a.txt", "'', file:///a.java", "'', untitled", "'', ''"})
    void kind_none(String language, String uri) {
        assertTrue(Kind.of(language, uri).isEmpty());
    }
}
