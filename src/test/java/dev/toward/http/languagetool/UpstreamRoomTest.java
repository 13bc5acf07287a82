package dev.toward.http.languagetool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The answers of a LanguageTool behind hold no more together than a part of the heap. */
class UpstreamRoomTest {
    private static final int LENGTH = 600_000;

    private HttpServer behind;
    private volatile boolean silent;
    private Upstream upstream;

    @BeforeEach
    void start() throws Exception {
        behind = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] answer = (" ".repeat(LENGTH) + "{\"matches\":[]}").getBytes(UTF_8);
        behind.createContext("/", exchange -> {
            if (silent) {
                return; // neither answered nor closed
            }
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        behind.start();
        upstream = new Upstream(
                URI.create("http://127.0.0.1:" + behind.getAddress().getPort()), LENGTH * 3 / 2);
    }

    @AfterEach
    void stop() {
        behind.stop(0);
    }

    @Test
    void overTheRoom_oneIsIncomplete_untilAnotherIsDone() throws Exception {
        try (Upstream.Asked first = upstream.ask("check", "text=a")) {
            assertNotNull(first.answer().answer());
            try (Upstream.Asked second = upstream.ask("check", "text=a")) {
                Upstream.Answer none = second.answer();
                assertNull(none.answer());
                assertEquals(
                        "The LanguageTool behind answered more, all in all, than there is room for now.",
                        none.incomplete());
            }
        }
        for (int i = 0; i < 3; i++) {
            try (Upstream.Asked next = upstream.ask("check", "text=a")) {
                assertNotNull(next.answer().answer());
            }
        }
    }

    @Test
    void tooManyWaiting_oneMoreIsToldAtOnce() throws Exception {
        silent = true;
        List<Upstream.Asked> waiting = new ArrayList<>();
        for (int i = 0; i < Upstream.MOST_ASKED; i++) {
            waiting.add(upstream.ask("check", "text=a"));
        }
        try (Upstream.Asked oneMore = upstream.ask("check", "text=a")) {
            assertEquals(
                    "The LanguageTool behind has too many questions to answer.",
                    oneMore.answer().incomplete());
        } finally {
            waiting.forEach(Upstream.Asked::close);
        }
    }

    @Test
    void held_isLetGoOfOnce_andNothingComesAfter() {
        Held held = new Held(10);
        Held.Holding one = held.begin();
        Held.Holding other = held.begin();
        assertTrue(one.more(6));
        assertFalse(other.more(5));
        assertTrue(other.more(4));
        one.end();
        assertFalse(one.more(1));
        assertFalse(other.more(1), "it is still there");
        one.letGo();
        one.letGo();
        assertFalse(one.more(1));
        assertTrue(other.more(6));
        assertFalse(other.more(1));
    }
}
