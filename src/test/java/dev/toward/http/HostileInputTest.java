package dev.toward.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.toward.Analyzer;
import dev.toward.Server;
import dev.toward.ServerOptions;
import java.io.IOException;
import java.net.SocketException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is sent, to the models that ship: no fault of ours, no hang, and every error in its form. */
class HostileInputTest {
    private static final List<String> LOG = Collections.synchronizedList(new ArrayList<>());

    private static Path data;
    private static Server server;

    @BeforeContainer
    static void start() throws Exception {
        data = Files.createTempDirectory("toward-hostile");
        server = new HttpServerProvider()
                .start(
                        ServerOptions.at("127.0.0.1", 0),
                        () -> Analyzer.builder()
                                .models(Path.of("models"))
                                .own(data)
                                .build(),
                        LOG::add);
        server.awaitReady();
    }

    @AfterContainer
    static void stop() throws IOException {
        server.close();
        try (var files = Files.walk(data)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    record Sent(String method, String path, String mediaType, byte[] body) {
        @Override
        public String toString() {
            return method + " " + path + " " + mediaType + " " + new String(body, ISO_8859_1);
        }
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void requests(@ForAll("requests") Sent sent) throws Exception {
        try (Wire wire = new Wire(server.address())) {
            wire.send((sent.method + " " + sent.path
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                                    + sent.mediaType + "\r\nContent-Length: " + sent.body.length + "\r\n\r\n")
                            .getBytes(UTF_8))
                    .send(sent.body);
            answered(wire.rest());
        }
    }

    /** Bytes in place of HTTP, ended by a half-closed connection. */
    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void bytes(@ForAll("raw") byte[] raw) throws Exception {
        try (Wire wire = new Wire(server.address())) {
            wire.send(raw).end();
            String answer = wire.rest();
            if (!answer.isEmpty()) {
                answered(answer);
            }
        } catch (SocketException reset) {
            // hung up on: that is an answer to such bytes
        }
    }

    private static void answered(String answer) {
        int status = Wire.status(answer);
        assertTrue(status < 500 || status == 501 || status == 505, answer + LOG);
        assertEquals(List.of(), LOG);
        if (status >= 400) {
            assertTrue(answer.contains("\r\nContent-Type: application/problem+json\r\n"), answer);
        }
    }

    @Provide
    Arbitrary<Sent> requests() {
        Arbitrary<String> queries = Combinators.combine(
                        Arbitraries.of("q", "gesture", "context", "limit", "id", "suggest", "tier", "%", ""),
                        words().map(HostileInputTest::encoded))
                .as((name, value) -> "?" + name + "=" + value);
        Arbitrary<String> paths = Arbitraries.of(
                "/v1/check",
                "/v1/check",
                "/v1/check",
                "/v1/classify",
                "/v1/classify",
                "/v1/phrases",
                "/v1/phrases/pack",
                "/v1/taxonomy",
                "/health",
                "/health/live",
                "/health/ready",
                "/metrics",
                "/openapi.json",
                "/",
                "//",
                "/v1/check/",
                "/v1/../v1/check",
                "/%2e%2e/",
                "/v1/%63heck");
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, "POST"),
                                Tuple.of(3, "GET"),
                                Tuple.of(1, "DELETE"),
                                Tuple.of(1, "PUT"),
                                Tuple.of(1, "HEAD")),
                        Combinators.combine(paths, Arbitraries.oneOf(Arbitraries.just(""), queries))
                                .as(String::concat),
                        Arbitraries.of(
                                "application/json",
                                "application/json",
                                "application/jsonl",
                                "text/plain",
                                "application/json; charset=x",
                                ";",
                                "multipart/form-data; boundary=a",
                                "application/x-www-form-urlencoded"),
                        bodies())
                .as(Sent::new);
    }

    private static Arbitrary<String> words() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.strings().all().ofMaxLength(300),
                Arbitraries.of(
                        "at least you tried",
                        "I'm so sorry, {name}",
                        "presence",
                        "presence/own-001",
                        "\u0000",
                        "\ud83d",
                        "\u202e\u200f",
                        "0",
                        "-1",
                        "99999999999",
                        "auto",
                        "{}",
                        "a ".repeat(4000),
                        "\ud83d\udc4d".repeat(500),
                        "!".repeat(3000),
                        "so ".repeat(400) + "whatever",
                        "((((((((((",
                        "\n\n\n",
                        "> quoted\n\nok"));
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        Arbitrary<String> json = Combinators.combine(
                        Arbitraries.of(
                                "text", "context", "suggest", "names", "tier", "id", "gesture", "for", "bids", ""),
                        values(),
                        words().map(HostileInputTest::quoted))
                .as((field, value, text) -> "{\"text\":" + text + ",\"" + field + "\":" + value + "}");
        Arbitrary<String> cut = Combinators.combine(json, Arbitraries.integers().between(0, 200))
                .as((whole, at) -> whole.substring(0, Math.min(at, whole.length())));
        Arbitrary<String> lines = json.list().ofMaxSize(6).map(some -> String.join("\n", some));
        return Arbitraries.oneOf(
                json.map(text -> text.getBytes(UTF_8)),
                cut.map(text -> text.getBytes(UTF_8)),
                lines.map(text -> text.getBytes(UTF_8)),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(200),
                Arbitraries.of(
                                "[".repeat(5000),
                                "{\"a\":".repeat(3000),
                                "\"" + "\\u0000".repeat(100) + "\"",
                                "1e999999",
                                "")
                        .map(text -> text.getBytes(UTF_8)));
    }

    private static Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "null",
                        "true",
                        "0",
                        "10",
                        "-1",
                        "1e400",
                        "99999999999999999999",
                        "[]",
                        "{}",
                        "[null]",
                        "[\"a\",[\"b\"]]",
                        "{\"them\":3}",
                        "{\"them\":\"Sam\"}",
                        "\"fast\"",
                        "\"full\""),
                words().map(HostileInputTest::quoted),
                words().map(word -> "[" + quoted(word) + "," + quoted(word) + "]"));
    }

    private static String quoted(String word) {
        return TextNode.valueOf(word).toString();
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, UTF_8);
    }

    @Provide
    Arbitrary<byte[]> raw() {
        Arbitrary<String> heads = Arbitraries.of(
                "POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n",
                "POST /v1/classify HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/jsonl\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
                "GET / HTTP/1.0\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET /v1/phrases?q=%ff%fe HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "");
        return Combinators.combine(heads, bodies()).as((head, body) -> {
            byte[] first = head.getBytes(UTF_8);
            byte[] all = Arrays.copyOf(first, first.length + body.length);
            System.arraycopy(body, 0, all, first.length, body.length);
            return all;
        });
    }
}
