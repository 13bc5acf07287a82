package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that would be larger in memory than they may be. */
@Timeout(120)
class HtmlRecordsTest {
    private static final String START = "<!DOCTYPE html><html><head><title>x</title></head><body><div class=history>\n";
    private static final String RECORD = "<div class=message><b>hi</b></div>\n";
    private static final String END = "</div></body></html>\n";
    private static final long LARGE = 64 << 20;

    /** How much of the page was asked for. */
    private long read;

    private HtmlRecords page(String start, String again, long size, String last) throws IOException {
        byte[] middle = again.getBytes(StandardCharsets.UTF_8);
        long times = size / middle.length;
        InputStream in = new InputStream() {
            private byte[] piece = start.getBytes(StandardCharsets.UTF_8);
            private int at;
            private long given = -1;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0];
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (at == piece.length) {
                    if (given > times) {
                        return -1;
                    }
                    given++;
                    piece = given < times ? middle : last.getBytes(StandardCharsets.UTF_8);
                    given += given == times ? 1 : 0;
                    at = 0;
                }
                int count = Math.min(length, piece.length - at);
                System.arraycopy(piece, at, into, offset, count);
                at += count;
                read += count;
                return count;
            }
        };
        return HtmlRecords.of(new Source("x.html", null, null, () -> in, (from, to) -> null), Set.of("message"), "");
    }

    private static @Nullable String className(@Nullable Element element) {
        return element == null ? null : element.className();
    }

    private static long nodes(Element element) {
        return element.root().nodeStream().count();
    }

    @Test
    void nothingIsKept_ofALargePage() throws IOException {
        nothingIsKept("<p title=x>junk &amp; <b>more</b> junk</p>\n", LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "junk<br>\n",
                "<div><div><p>junk</div></div><!-- -->\n",
                "<table><tr><td>junk</table>\n",
                "<div><b><p>junk</b></div>\n"
            })
    void nothingIsKept_ofWhatIsNoMessage(String junk) throws IOException {
        nothingIsKept(junk, 6 << 20);
    }

    /** Let go as it comes, and the message behind it is read. */
    private void nothingIsKept(String junk, long size) throws IOException {
        try (HtmlRecords records = page(START, junk.repeat(1000), size, RECORD + END)) {
            Element message = records.next();
            assertNotNull(message);
            assertEquals("hi", message.text());
            assertTrue(nodes(message) < 50_000, () -> nodes(message) + " nodes are kept");
            assertNull(records.next());
            assertTrue(records.isWhole());
            assertFalse(records.isStopped());
        }
    }

    /** Around each message stands something that is none. */
    @Test
    void nothingIsKept_betweenMessages() throws IOException {
        String both = "<section><h2>day</h2>junk" + RECORD + "</section>\n";
        try (HtmlRecords records = page(START, both.repeat(1000), 4 << 20, END)) {
            long most = 0;
            int found = 0;
            for (Element message = records.next(); message != null; message = records.next()) {
                assertEquals("hi", message.text());
                most = Math.max(most, nodes(message));
                found++;
            }
            assertEquals((4 << 20) / (both.length() * 1000) * 1000, found);
            assertTrue(most < 100, most + " nodes are kept");
        }
    }

    /** What has no end can be neither given nor let go. The page is larger than anything that is read of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "junk\n",
                "<!-- junk\n",
                "<p title='junk\n",
                "<script>junk\n",
                "<div class=message>junk\n",
                "<![CDATA[junk\n"
            })
    void whatHasNoEnd_stops(String open) throws IOException {
        try (HtmlRecords records = page(START + RECORD + open, "junk ".repeat(1000) + "\n", LARGE, END)) {
            assertNotNull(records.next());
            assertEquals(open.contains("message") ? "message" : null, className(records.next()));
            assertNull(records.next());
            assertTrue(records.isStopped());
            assertTrue(read < LARGE / 8, () -> read + " bytes were read");
        }
    }

    /** Small ones, so that it is their number that would fill the memory. */
    @ParameterizedTest
    @ValueSource(strings = {"<i>", "<br>", "<p>x"})
    void messageOfTooManyElements_stops(String element) throws IOException {
        try (HtmlRecords records = page(START + RECORD + "<div class=message>", element.repeat(1000), LARGE, END)) {
            assertNotNull(records.next());
            assertNotNull(records.next());
            assertNull(records.next());
            assertTrue(records.isStopped());
            assertTrue(read < LARGE / 8, () -> read + " bytes were read");
        }
    }

    @Test
    void messagesAfterOneThatWasNotClosed() throws IOException {
        try (HtmlRecords records = page(START + "<div class=message>open", RECORD.repeat(1000), 16 << 20, END)) {
            long found = 0;
            for (Element message = records.next(); message != null; message = records.next()) {
                found += message.text().equals("hi") ? 1 : 0;
            }
            assertEquals((16 << 20) / (RECORD.length() * 1000) * 1000L, found);
            assertFalse(records.isStopped());
        }
    }

    @Test
    void empty() throws IOException {
        try (HtmlRecords records = page("", "x", 0, "")) {
            assertNull(records.next());
            assertFalse(records.isStopped());
        }
    }
}
