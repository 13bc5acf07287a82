package dev.toward.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.FixedAnswers;
import dev.toward.LineAnswers;
import dev.toward.Lines;
import dev.toward.Server;
import dev.toward.ServerOptions;
import dev.toward.Tier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /v1/classify}: streams both ways. */
class ClassifyEndpointTest {
    private static final String HEAD =
            "POST /v1/classify HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/jsonl\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n";

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger read = new AtomicInteger();
    private Server server;

    @BeforeEach
    void start() throws Exception {
        server = new HttpServerProvider()
                .start(
                        ServerOptions.at("127.0.0.1", 0),
                        () -> (draft, suggestions, them) -> {
                            read.incrementAndGet();
                            return new FixedAnswers().analyze(draft, suggestions, them);
                        },
                        line -> {});
        server.awaitReady();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private HttpResponse<String> post(String query, String mediaType, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address() + "/v1/classify" + query))
                        .header("Content-Type", mediaType)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString(UTF_8));
    }

    private static String expected(String lines, int suggestions) throws IOException {
        LineAnswers answers = new LineAnswers(new FixedAnswers(), suggestions, Tier.AUTO, (line, thrown) -> {});
        Lines in = new Lines(new ByteArrayInputStream(lines.getBytes(UTF_8)), 1 << 20);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Lines.Line line = in.next(); line != null; line = in.next()) {
            out.writeBytes(answers.of(line));
        }
        return out.toString(UTF_8);
    }

    @Test
    void sameBytesAsTheCommand() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            lines.append(
                            switch (i % 5) {
                                case 0 ->
                                    "{\"id\":" + i
                                            + ",\"text\":\"at least, \ud83d\ude42 call me\",\"context\":\"gone\"}";
                                case 1 -> "{\"id\":\"" + i + "\",\"text\":\"see you at 6\"}";
                                case 2 -> "not json";
                                case 3 -> "";
                                default -> "{\"text\":\"fail\",\"context\":[\"a\",\"b\"]}";
                            })
                    .append('\n');
        }
        String body = lines + "{\"text\":\"no line's end\"}";
        HttpResponse<String> response = post("?suggest=2", "application/x-ndjson", body);
        assertEquals(200, response.statusCode());
        assertEquals(
                "application/jsonl",
                response.headers().firstValue("Content-Type").orElse(""));
        assertEquals(expected(body, 2), response.body());
    }

    @Test
    void empty() throws Exception {
        assertEquals("", post("", "application/jsonl", "").body());
    }

    @ParameterizedTest
    @CsvSource({
        "?suggest=11, application/jsonl, 400",
        "?suggest=x, application/jsonl, 400",
        "?tier=deep, application/jsonl, 400",
        "?suggestions=2, application/jsonl, 400",
        "?tier=fast&TIER=full, application/jsonl, 400",
        "?=, application/jsonl, 400",
        "'', application/json, 415",
        "'', text/plain, 415",
    })
    void mistakes(String query, String mediaType, int status) throws Exception {
        HttpResponse<String> response = post(query, mediaType, "{\"text\":\"ok\"}\n");
        assertEquals(status, response.statusCode());
        assertEquals(
                Problem.MEDIA_TYPE,
                response.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void unknownParameter_isToldWhatIsKnown_andNotRepeated() throws Exception {
        String answer = post("?hollyhock7=1", "application/jsonl", "{\"text\":\"ok\"}\n")
                .body();
        assertTrue(answer.contains("disable, enable, ignore, strictness, suggest, tier"), answer);
        assertFalse(answer.contains("hollyhock7"), answer);
    }

    @Test
    void lineWithoutEnd_isCutOff() throws Exception {
        Patience little = new Patience(Duration.ofMillis(600), Duration.ofSeconds(5), Duration.ofSeconds(1));
        try (Server hasty = HttpServer.start(ServerOptions.at("127.0.0.1", 0), little, FixedAnswers::new, line -> {})) {
            hasty.awaitReady();
            String first = drip(hasty, "");
            assertEquals(408, Wire.status(first), first);
            assertTrue(first.contains("A line did not come to its end within"), first);
            String later = drip(hasty, "{\"id\":1,\"text\":\"ok\"}\n");
            assertEquals(200, Wire.status(later), later);
            assertTrue(later.contains("{\"id\":1,"), later);
            assertTrue(later.contains("{\"line\":2,\"error\":\"The line did not come to its end within"), later);
            assertFalse(later.endsWith("0\r\n\r\n"), later);
        }
    }

    /** A line, then another byte by byte. What came back until the server closed. */
    private static String drip(Server server, String before) throws Exception {
        try (Wire wire = new Wire(server.address())) {
            wire.send(HEAD);
            if (!before.isEmpty()) {
                wire.send(chunk(before));
            }
            long began = System.nanoTime();
            Thread sender = Thread.ofVirtual().start(() -> {
                try {
                    while (System.nanoTime() - began < 8_000_000_000L) {
                        wire.send(chunk(" "));
                        Thread.sleep(50);
                    }
                } catch (IOException | InterruptedException e) {
                    // it was cut off
                }
            });
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                for (int b = wire.in().read(); b >= 0; b = wire.in().read()) {
                    answer.write(b);
                }
            } catch (SocketException e) {
                // closed while there was more to come from here
            }
            sender.interrupt();
            sender.join();
            assertTrue(System.nanoTime() - began < 5_000_000_000L, "it was let go on");
            return answer.toString(UTF_8);
        }
    }

    @Test
    void pauseBetweenLines_isFine() throws Exception {
        Patience little = new Patience(Duration.ofMillis(300), Duration.ofSeconds(5), Duration.ofSeconds(1));
        try (Server hasty = HttpServer.start(ServerOptions.at("127.0.0.1", 0), little, FixedAnswers::new, line -> {});
                Wire wire = new Wire(hasty.address())) {
            hasty.awaitReady();
            wire.send(HEAD);
            for (int i = 0; i < 3; i++) {
                wire.send(chunk("{\"id\":" + i + ",\"text\":\"ok\"}\n"));
                wire.until("\"model\":\"2026.11-test\"}\n");
                Thread.sleep(500);
            }
            wire.send("0\r\n\r\n");
            wire.until("0\r\n\r\n");
        }
    }

    @Test
    void answersWhileTheRequestGoesOn() throws Exception {
        try (Wire wire = new Wire(server.address())) {
            wire.send(HEAD);
            for (int i = 0; i < 3; i++) {
                wire.send(chunk("{\"id\":" + i + ",\"text\":\"ok\"}\n"));
                String answer = wire.until("\"model\":\"2026.11-test\"}\n");
                assertTrue(answer.contains("{\"id\":" + i + ","), answer);
            }
            wire.send("0\r\n\r\n");
            wire.until("0\r\n\r\n");
        }
    }

    @Test
    void whoDoesNotRead_isNotReadFrom() throws Exception {
        byte[] line = chunk("{\"text\":\"" + "a".repeat(900) + "\"}\n");
        AtomicInteger sent = new AtomicInteger();
        try (Wire wire = new Wire(server.address())) {
            wire.send(HEAD);
            Thread sender = Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < 200_000; i++) {
                        wire.out().write(line);
                        sent.incrementAndGet();
                    }
                } catch (IOException e) {
                    // the test has seen enough
                }
            });
            int before = -1;
            for (int i = 0; i < 50 && read.get() != before; i++) {
                before = read.get();
                Thread.sleep(300);
            }
            assertEquals(before, read.get(), "still reading");
            assertTrue(sent.get() < 200_000, "all was taken in");
            wire.close();
            sender.join(10_000);
            assertFalse(sender.isAlive());
        }
        assertEquals(200, post("", "application/jsonl", "{\"text\":\"ok\"}\n").statusCode());
    }

    @Test
    void brokenOff_isNotAWholeAnswer() throws Exception {
        try (Wire wire = new Wire(server.address())) {
            wire.send(HEAD).send(chunk("{\"text\":\"ok\"}\n")).send("zz\r\n");
            String answer = wire.rest();
            assertFalse(answer.endsWith("0\r\n\r\n"), answer);
        }
    }

    private static byte[] chunk(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
        out.writeBytes(bytes);
        out.writeBytes("\r\n".getBytes(UTF_8));
        return out.toByteArray();
    }
}
