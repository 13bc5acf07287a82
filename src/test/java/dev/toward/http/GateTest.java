package dev.toward.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.FixedAnswers;
import dev.toward.Server;
import dev.toward.ServerOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in. */
class GateTest {
    private static final String TOKEN = "a-token-of-some-length";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final ServerOptions HERE = ServerOptions.at("127.0.0.1", 0);

    private final List<Server> servers = new ArrayList<>();

    private Server start(ServerOptions options) throws Exception {
        Server server = new HttpServerProvider().start(options, FixedAnswers::new, line -> {});
        servers.add(server);
        server.awaitReady();
        return server;
    }

    @AfterEach
    void stop() {
        servers.forEach(Server::close);
    }

    private static String check(Server server, String headers) throws Exception {
        return Wire.ask(server.address(), "POST", "/v1/check", JSON + headers, "{\"text\":\"ok\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:99",
                "LOCALHOST",
                "127.0.0.1:99",
                "[::1]:99",
                "192.168.1.7",
                "a.localhost",
                "box.example",
                "BOX.example:1"
            })
    void host_ours(String host) throws Exception {
        Server server = start(HERE.allowing(List.of(), List.of("box.example")));
        assertEquals(200, Wire.status(check(server, "Host: " + host + "\r\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:7070",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "999.0.0.1",
                "xlocalhost"
            })
    void host_pointedHere(String host) throws Exception {
        Server server = start(HERE);
        String answer = check(server, "Host: " + host + "\r\n");
        assertEquals(403, Wire.status(answer), answer);
        assertTrue(answer.contains("\"title\":\"Not this name\""), answer);
        assertEquals(403, Wire.status(Wire.ask(server.address(), "GET", "/health", "Host: " + host + "\r\n", "")));
    }

    @Test
    void host_inTheAddress() throws Exception {
        Server server = start(HERE);
        assertEquals(
                403,
                Wire.status(
                        Wire.ask(server.address(), "GET", "http://evil.example/health", "Host: evil.example\r\n", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "https://localhost:3000",
                "http://127.0.0.1:8080",
                "http://[::1]:1",
                "chrome-extension://abcdef",
                "moz-extension://abc-def",
                "safari-web-extension://abc",
                "https://notes.example"
            })
    void origin_mayAsk(String origin) throws Exception {
        Server server = start(HERE.allowing(List.of("https://notes.example/"), List.of()));
        String answer = check(server, "Origin: " + origin + "\r\n");
        assertEquals(200, Wire.status(answer), answer);
        assertTrue(answer.contains("\r\nAccess-Control-Allow-Origin: " + origin + "\r\n"), answer);
        assertTrue(answer.contains("\r\nVary: Origin\r\n"), answer);
    }

    @Test
    void origin_ofThePageItself() throws Exception {
        Server server = start(HERE);
        assertEquals(200, Wire.status(check(server, "Host: 192.168.1.7:80\r\nOrigin: http://192.168.1.7:80\r\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "http://localhost.evil.example",
                "http://localhost:80@evil.example",
                "file://",
                "https://notes.example.evil",
                "http://127.0.0.1.evil.example"
            })
    void origin_mayNotAsk(String origin) throws Exception {
        Server server = start(HERE.allowing(List.of("https://notes.example"), List.of()));
        String answer = check(server, "Origin: " + origin + "\r\n");
        assertEquals(403, Wire.status(answer), answer);
        assertFalse(answer.contains("Access-Control-Allow-Origin"), answer);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/check, {, 400",
        "GET, /nothing, '', 404",
        "GET, /v1/check, '', 405",
        "POST, /v1/check, '{\"text\":\"fail\"}', 500",
        "POST, /v1/check, '{\"text\":1}', 422"
    })
    void origin_alsoOnMistakes(String method, String path, String body, int status) throws Exception {
        Server server = start(HERE);
        String answer = Wire.ask(server.address(), method, path, JSON + "Origin: http://localhost\r\n", body);
        assertEquals(status, Wire.status(answer), answer);
        assertTrue(answer.contains("\r\nAccess-Control-Allow-Origin: http://localhost\r\n"), answer);
        assertTrue(answer.contains("\r\nX-Content-Type-Options: nosniff\r\n"), answer);
        assertTrue(answer.contains("\r\nContent-Type: application/problem+json"), answer);
    }

    @Test
    void options() throws Exception {
        Server server = start(HERE.withToken(TOKEN));
        String answer = Wire.ask(
                server.address(),
                "OPTIONS",
                "/v1/phrases",
                "Origin: http://localhost\r\nAccess-Control-Request-Method: POST\r\nAccess-Control-Request-Private-Network: true\r\n",
                "");
        assertEquals(204, Wire.status(answer), answer);
        for (String header : List.of(
                "Allow: DELETE, GET, POST, OPTIONS",
                "Access-Control-Allow-Methods: DELETE, GET, POST, OPTIONS",
                "Access-Control-Allow-Headers: Accept, Authorization, Content-Type, X-Requested-With",
                "Access-Control-Allow-Private-Network: true")) {
            assertTrue(answer.contains("\r\n" + header + "\r\n"), answer);
        }
        assertEquals(204, Wire.status(Wire.ask(server.address(), "OPTIONS", "/nothing", "", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "HOLLYHOCK"})
    void otherMethods(String method) throws Exception {
        Server server = start(HERE);
        String answer = Wire.ask(server.address(), method, "/v1/check", "", "");
        assertTrue(Wire.status(answer) == 405 || Wire.status(answer) == 400, answer);
        assertFalse(answer.contains("HOLLYHOCK"), answer);
    }

    @Test
    void token_shown() throws Exception {
        Server server = start(HERE.withToken(TOKEN));
        String pair = Base64.getEncoder().encodeToString(("any:" + TOKEN).getBytes(StandardCharsets.UTF_8));
        for (String header : List.of("Bearer " + TOKEN, "bearer " + TOKEN, "Basic " + pair)) {
            assertEquals(200, Wire.status(check(server, "Authorization: " + header + "\r\n")), header);
        }
    }

    @Test
    void token_notShown() throws Exception {
        Server server = start(HERE.withToken(TOKEN));
        for (String header : List.of(
                "",
                "Authorization: Bearer " + TOKEN + "x\r\n",
                "Authorization: " + TOKEN + "\r\n",
                "Authorization: Bearer\r\n",
                "Authorization: Basic ????\r\n")) {
            String answer = check(server, header);
            assertEquals(401, Wire.status(answer), answer);
            assertTrue(answer.contains("\r\nWWW-Authenticate: Bearer\r\n"), answer);
        }
        for (String path : List.of("/metrics", "/openapi.json", "/v1/phrases", "/v1/taxonomy", "/nothing")) {
            assertEquals(401, Wire.status(Wire.ask(server.address(), "GET", path, "", "")), path);
        }
        for (String path : List.of("/", "/health", "/health/live", "/health/ready")) {
            assertEquals(200, Wire.status(Wire.ask(server.address(), "GET", path, "", "")), path);
        }
    }

    private static String form(Server server, String headers, String form) throws Exception {
        return Wire.ask(
                server.address(),
                "POST",
                "/v2/check",
                "Content-Type: application/x-www-form-urlencoded\r\n" + headers,
                form);
    }

    @Test
    void token_inTheForm() throws Exception {
        Server server = start(HERE.withToken(TOKEN));
        String text = "language=en-US&text=" + "ok+".repeat(12_000);
        for (String account : List.of("&username=sam&apiKey=" + TOKEN, "&apiKey=" + TOKEN)) {
            String answer = form(server, "", text + account);
            assertEquals(200, Wire.status(answer), answer);
        }
        assertEquals(200, Wire.status(form(server, "", "apiKey=" + TOKEN + "&username=sam&language=en&text=ok")));
    }

    @Test
    void token_notInTheForm() throws Exception {
        Server server = start(HERE.withToken(TOKEN));
        for (String form : List.of(
                "",
                "language=en-US&text=ok",
                "language=en-US&text=ok&username=sam&apiKey=" + TOKEN + "x",
                "language=en-US&text=ok&username=sam&apiKey=",
                "language=en-US&text=ok&username=sam&apiKey=%zz",
                "language=en-US&text=ok&username=sam&xapiKey=" + TOKEN,
                "text=%zz&language=nonsense&level=fussy")) {
            String answer = form(server, "Origin: http://localhost\r\n", form);
            assertEquals(401, Wire.status(answer), answer);
            assertTrue(answer.contains("\r\nWWW-Authenticate: Bearer\r\n"), answer);
            assertTrue(answer.contains("\r\nAccess-Control-Allow-Origin: http://localhost\r\n"), answer);
            assertTrue(answer.contains("Error: AuthException"), answer);
        }
        String right = "language=en-US&text=ok&username=sam&apiKey=" + TOKEN;
        assertEquals(401, Wire.status(form(server, "Authorization: Bearer nonsense\r\n", right)), "a wrong one counts");
        assertEquals(401, Wire.status(Wire.ask(server.address(), "POST", "/v2/languages", "", right)));
        assertEquals(401, Wire.status(Wire.ask(server.address(), "POST", "/v1/check", JSON, "{\"apiKey\":\"" + TOKEN)));
        for (String length : List.of("Content-Length: 1048577", "Transfer-Encoding: chunked")) {
            try (Wire wire = new Wire(server.address())) {
                wire.send("POST /v2/check HTTP/1.1\r\nHost: localhost\r\n" + length + "\r\n\r\n");
                assertTrue(wire.until("\r\n").contains(" 401 "), length);
            }
        }
    }

    @Test
    void token_strangersAreFew_andInNobodysWay() throws Exception {
        Server server = start(HERE.withToken(TOKEN));
        List<Wire> waiting = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                Wire wire = new Wire(server.address());
                waiting.add(wire);
                wire.send("POST /v2/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\ntext=");
            }
            assertEquals(8, refused(waiting, 8), "of 40, 32 are listened to");
            String shown = "Authorization: Bearer " + TOKEN + "\r\n";
            assertEquals(200, Wire.status(form(server, shown, "language=en-US&text=ok")));
        } finally {
            for (Wire wire : waiting) {
                wire.close();
            }
        }
        String right = "language=en-US&text=ok&username=sam&apiKey=" + TOKEN;
        int status = 503;
        for (int i = 0; i < 50 && status == 503; i++) {
            Thread.sleep(100);
            status = Wire.status(form(server, "", right));
        }
        assertEquals(200, status, "those that went left their places");
    }

    /** How many were told that there are too many, once there are as many as that. */
    private static int refused(List<Wire> waiting, int awaited) throws Exception {
        List<Wire> silent = new ArrayList<>(waiting);
        for (int i = 0; i < 80 && waiting.size() - silent.size() < awaited; i++) {
            Thread.sleep(100);
            for (Wire wire : List.copyOf(silent)) {
                if (wire.in().available() > 0) {
                    silent.remove(wire);
                    assertTrue(wire.until("\r\n").contains(" 503 "));
                }
            }
        }
        return waiting.size() - silent.size();
    }

    @Test
    void otherAddress_needsAToken() throws Exception {
        assertThrows(IllegalArgumentException.class, () -> start(ServerOptions.at("0.0.0.0", 0)));
        Server server = start(ServerOptions.at("0.0.0.0", 0).withToken(TOKEN));
        assertEquals(401, Wire.status(check(server, "")));
        assertEquals(200, Wire.status(check(server, "Authorization: Bearer " + TOKEN + "\r\n")));
    }

    @Test
    void rate_tooOften() throws Exception {
        Server server = start(HERE.withRate(2));
        List<Integer> statuses = new ArrayList<>();
        String last = "";
        for (int i = 0; i < 8; i++) {
            last = check(server, "");
            statuses.add(Wire.status(last));
        }
        assertEquals(List.of(200, 200, 200, 200), statuses.subList(0, 4));
        assertEquals(429, statuses.get(7), statuses.toString());
        assertTrue(last.contains("\r\nRetry-After: 1\r\n"), last);
        assertEquals(200, Wire.status(Wire.ask(server.address(), "GET", "/health", "", "")));
        Thread.sleep(1100);
        assertEquals(200, Wire.status(check(server, "")));
    }

    @Test
    void headers_always() throws Exception {
        Server server = start(HERE);
        for (String path : List.of("/health", "/nothing", "/%zz")) {
            String answer = Wire.ask(server.address(), "GET", path, "", "");
            for (String header : List.of(
                    "Cache-Control: no-store",
                    "X-Content-Type-Options: nosniff",
                    "X-Frame-Options: DENY",
                    "Referrer-Policy: no-referrer")) {
                assertTrue(answer.contains("\r\n" + header + "\r\n"), answer);
            }
            assertFalse(answer.contains("\r\nServer:"), answer);
        }
        String page = Wire.ask(server.address(), "GET", "/", "", "");
        assertEquals(1, page.split("Content-Security-Policy:", -1).length - 1, page);
        assertTrue(page.contains("Content-Security-Policy: default-src 'none'; connect-src 'self'"), page);
    }
}
