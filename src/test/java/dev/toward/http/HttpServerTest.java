package dev.toward.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.AnalysisJson;
import dev.toward.FixedAnswers;
import dev.toward.Server;
import dev.toward.ServerOptions;
import dev.toward.models.ModelException;
import dev.toward.text.Draft;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {
    private static final String SECRET = "hollyhock7";

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private Server server;

    @BeforeEach
    void start() throws Exception {
        server = new HttpServerProvider().start(ServerOptions.at("127.0.0.1", 0), FixedAnswers::new, log::add);
        server.awaitReady();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void check_flagged() throws Exception {
        HttpResponse<String> response = check(
                "{\"text\":\"at least, \ud83d\ude42 call me\",\"context\":[\"hi\",\"I lost it\"],\"names\":{\"them\":\"Sam\"}}");
        Draft draft = Draft.of("at least, \ud83d\ude42 call me", "hi", "I lost it");
        assertEquals(200, response.statusCode());
        assertEquals("application/json", header(response, "Content-Type"));
        assertEquals(AnalysisJson.line(new FixedAnswers().analyze(draft, 3, "Sam")), response.body());
    }

    @Test
    void check_suggestNone() throws Exception {
        assertTrue(check("{\"text\":\"at least\",\"suggest\":0}").body().contains("\"suggestions\":[]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "Application/JSON; charset=UTF-8", "application/json;charset=\"utf-8\""})
    void check_mediaType(String mediaType) throws Exception {
        assertEquals(200, post("{\"text\":\"ok\"}", "Content-Type", mediaType).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=iso-8859-1",
                "application/json; charset=none-such",
                "application/jsonx"
            })
    void check_otherMediaType(String mediaType) throws Exception {
        assertProblem(
                post("{\"text\":\"" + SECRET + "\"}", "Content-Type", mediaType),
                415,
                "{\"status\":415,\"title\":\"Unsupported media type\",\"detail\":\"Send application/json in UTF-8.\"}");
    }

    @Test
    void check_compressed() throws Exception {
        assertProblem(
                post("{}", "Content-Type", "application/json", "Content-Encoding", "gzip"),
                415,
                "{\"status\":415,\"title\":\"Unsupported media type\",\"detail\":\"Send application/json in UTF-8.\"}");
    }

    @Test
    void check_notJson() throws Exception {
        assertProblem(
                check("{\"text\": " + SECRET),
                400,
                "{\"status\":400,\"title\":\"Not understood\",\"detail\":"
                        + "\"The body is not JSON: it breaks off or goes wrong at column 10.\"}");
    }

    @Test
    void check_empty() throws Exception {
        assertProblem(
                check(""),
                400,
                "{\"status\":400,\"title\":\"Not understood\",\"detail\":\"The body is not JSON: it is empty.\"}");
    }

    @Test
    void check_notUtf8() throws Exception {
        byte[] body = {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xe9, '"', '}'};
        assertProblem(
                send(request("/v1/check")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body))),
                400,
                "{\"status\":400,\"title\":\"Not understood\",\"detail\":\"The body is not UTF-8.\"}");
    }

    @Test
    void check_wrongType() throws Exception {
        assertProblem(
                check("{\"text\":\"" + SECRET + "\",\"context\":[\"a\",4]}"),
                422,
                "{\"status\":422,\"title\":\"Understood but impossible\",\"detail\":\"The body asks for something impossible:"
                        + " expected a string, oldest message first.\",\"pointer\":\"/context/1\"}");
    }

    @Test
    void check_outOfRange() throws Exception {
        assertProblem(
                check("{\"text\":\"" + SECRET + "\",\"suggest\":11}"),
                422,
                "{\"status\":422,\"title\":\"Understood but impossible\",\"detail\":\"The body asks for something impossible:"
                        + " expected a whole number from 0 to 10.\",\"pointer\":\"/suggest\"}");
    }

    @Test
    void check_noText() throws Exception {
        assertProblem(
                check("[\"" + SECRET + "\"]"),
                422,
                "{\"status\":422,\"title\":\"Understood but impossible\",\"detail\":\"The body asks for something impossible:"
                        + " expected an object with a field text.\",\"pointer\":\"\"}");
    }

    @Test
    void check_largestAndTooLarge() throws Exception {
        String frame = "{\"text\":\"\"}";
        String largest = "{\"text\":\"" + "a".repeat((1 << 20) - frame.length()) + "\"}";
        assertEquals(200, check(largest).statusCode());
        String expected = "{\"status\":413,\"title\":\"Too large\","
                + "\"detail\":\"A request may have 1048576 bytes (1 MiB) at most.\"}";
        assertProblem(check(largest + " "), 413, expected);
        byte[] more = (SECRET + "a".repeat(5 << 20)).getBytes(UTF_8);
        var chunked = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(more));
        assertProblem(
                send(request("/v1/check")
                        .header("Content-Type", "application/json")
                        .POST(chunked)),
                413,
                expected);
    }

    @Test
    void check_faultOfOurs() throws Exception {
        assertProblem(
                check("{\"text\":\"fail " + SECRET + "\"}"),
                500,
                "{\"status\":500,\"title\":\"Our fault\",\"detail\":\"Something went wrong here; the server's log says where.\"}");
        assertEquals(1, log.size());
        assertTrue(
                log.get(0)
                        .matches(
                                "internal error: java.lang.IllegalStateException at dev.toward.FixedAnswers.analyze, line \\d+"),
                log.get(0));
    }

    @Test
    void otherPath() throws Exception {
        assertProblem(
                send(request("/" + SECRET).GET()),
                404,
                "{\"status\":404,\"title\":\"Not found\",\"detail\":\"There is nothing at this path; GET / shows what there is.\"}");
    }

    @Test
    void otherMethod() throws Exception {
        HttpResponse<String> response = send(request("/v1/check?q=" + SECRET).GET());
        assertEquals("POST", header(response, "Allow"));
        assertProblem(
                response,
                405,
                "{\"status\":405,\"title\":\"Method not allowed\",\"detail\":\"This path answers POST.\"}");
        assertEquals(405, send(request("/health").DELETE()).statusCode());
    }

    @Test
    void malformedRequests() throws Exception {
        for (String line : List.of("GET /%" + SECRET + " HTTP/1.1", SECRET)) {
            try (Socket socket = new Socket(
                    InetAddress.getLoopbackAddress(), server.address().getPort())) {
                socket.getOutputStream().write((line + "\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
                String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
                assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
                assertTrue(
                        answer.endsWith("{\"status\":400,\"title\":\"Not understood\","
                                + "\"detail\":\"The request is not well-formed HTTP.\"}"),
                        answer);
                assertFalse(answer.contains(SECRET), answer);
            }
        }
    }

    @Test
    void health_ready() throws Exception {
        HttpResponse<String> response = send(request("/health").GET());
        assertEquals(200, response.statusCode());
        assertEquals("{\"status\":\"ready\",\"model\":\"2026.11-test\"}", response.body());
        assertEquals("no-store", header(response, "Cache-Control"));
    }

    @Test
    void health_loading() throws Exception {
        CountDownLatch loaded = new CountDownLatch(1);
        try (Server slow = start(() -> {
            try {
                loaded.await();
            } catch (InterruptedException e) {
                throw new ModelException("interrupted");
            }
            return new FixedAnswers();
        })) {
            String expected =
                    "{\"status\":503,\"title\":\"Not available\",\"detail\":\"The models are being loaded.\"}";
            HttpResponse<String> health = send(request(slow, "/health").GET());
            assertProblem(health, 503, expected);
            assertEquals("2", header(health, "Retry-After"));
            assertProblem(
                    send(request(slow, "/v1/check")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"text\":\"ok\"}"))),
                    503,
                    expected);
            loaded.countDown();
            slow.awaitReady();
            assertEquals(200, send(request(slow, "/health").GET()).statusCode());
        }
    }

    @Test
    void health_damaged() throws Exception {
        try (Server damaged = start(() -> {
            throw new ModelException("model file reader.onnx is damaged; take it from the release");
        })) {
            HttpResponse<String> health = send(request(damaged, "/health").GET());
            for (int i = 0; i < 100 && "2".equals(header(health, "Retry-After")); i++) {
                Thread.sleep(20);
                health = send(request(damaged, "/health").GET());
            }
            assertProblem(
                    health,
                    503,
                    "{\"status\":503,\"title\":\"Not available\",\"detail\":"
                            + "\"Not ready: model file reader.onnx is damaged; take it from the release.\"}");
            assertEquals("30", header(health, "Retry-After"));
        }
    }

    @Test
    void page() throws Exception {
        HttpResponse<String> response = send(request("/").GET());
        assertEquals(200, response.statusCode());
        assertEquals(
                "text/html;charset=utf-8",
                header(response, "Content-Type").toLowerCase(Locale.ROOT).replace(" ", ""));
        assertTrue(header(response, "Content-Security-Policy").startsWith("default-src 'none'; connect-src 'self';"));
        assertFalse(
                response.body().contains("http://") || response.body().contains("https://"), "loads from elsewhere");
    }

    @Test
    void manyAtOnce_sameBytes() {
        String body = "{\"text\":\"at least, fine\"}";
        List<String> answers = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return check(body).body();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .distinct()
                .toList();
        assertEquals(
                List.of(AnalysisJson.line(new FixedAnswers().analyze(Draft.of("at least, fine"), 3, null))), answers);
    }

    @Test
    void start_portInUse() {
        assertThrows(BindException.class, () -> new HttpServerProvider()
                .start(ServerOptions.at("127.0.0.1", server.address().getPort()), FixedAnswers::new, log::add));
    }

    @Test
    void start_noSuchHost() {
        assertThrows(UnknownHostException.class, () -> new HttpServerProvider()
                .start(ServerOptions.at("no such host", 0), FixedAnswers::new, log::add));
    }

    @Test
    void nothingIsPrinted() throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, UTF_8));
        System.setErr(new PrintStream(printed, true, UTF_8));
        try (Server another = start(FixedAnswers::new)) {
            another.awaitReady();
            check("{\"text\":\"fail " + SECRET + "\"}");
            check(SECRET);
            send(request("/" + SECRET).GET());
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertEquals("", printed.toString(UTF_8));
    }

    private Server start(Server.Loading loading) throws IOException {
        return new HttpServerProvider().start(ServerOptions.at("127.0.0.1", 0), loading, log::add);
    }

    private HttpRequest.Builder request(String path) {
        return request(server, path);
    }

    private static HttpRequest.Builder request(Server server, String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path));
    }

    private HttpResponse<String> check(String body) throws Exception {
        return post(body, "Content-Type", "application/json");
    }

    private HttpResponse<String> post(String body, String... headers) throws Exception {
        return send(request("/v1/check").headers(headers).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString(UTF_8));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("(none)");
    }

    private void assertProblem(HttpResponse<String> response, int status, String body) {
        assertEquals(body, response.body());
        assertEquals(status, response.statusCode());
        assertEquals("application/problem+json", header(response, "Content-Type"));
        assertFalse(response.headers().map().toString().contains(SECRET), "headers repeat the request");
        assertFalse(log.toString().contains(SECRET), "the log repeats the request");
    }
}
