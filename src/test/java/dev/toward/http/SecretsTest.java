package dev.toward.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.Analyses;
import dev.toward.Analysis;
import dev.toward.FixedAnswers;
import dev.toward.Phrasebook;
import dev.toward.Server;
import dev.toward.ServerOptions;
import dev.toward.text.Draft;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that the server writes holds what somebody wrote: not its log, its output, its figures, nor its errors. */
class SecretsTest {
    private static final String SECRET = "Hollyhock7";
    private static final String TOKEN = "Larkspur-Larkspur-9";

    private final List<String> written = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private Path data;

    @Test
    void nothingIsTold() throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, UTF_8));
        System.setErr(new PrintStream(printed, true, UTF_8));
        int asked = 0;
        try (Phrasebook.Opened book = Phrasebook.open(Path.of("models"), data)) {
            ServerOptions options = ServerOptions.at("127.0.0.1", 0);
            try (Server open = start(options, book);
                    Server guarded = start(options.withToken(TOKEN), book)) {
                for (Server server : List.of(open, guarded)) {
                    for (String token : server == open ? List.of("") : List.of("", TOKEN, TOKEN + "x")) {
                        asked += askEverything(server.address(), token);
                    }
                    written.add(Wire.ask(
                            server.address(), "GET", "/metrics", "Authorization: Bearer " + TOKEN + "\r\n", ""));
                }
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        written.add(printed.toString(UTF_8));
        assertTrue(asked > 500, "only " + asked + " requests");
        assertTrue(written.stream().anyMatch(line -> line.startsWith("internal error")), "the fault was not logged");
        assertTrue(written.stream().anyMatch(line -> line.contains("toward_requests_seconds_count")), "no figures");
        for (String line : written) {
            String lower = line.toLowerCase(Locale.ROOT);
            assertFalse(lower.contains(SECRET.toLowerCase(Locale.ROOT)), line);
            assertFalse(lower.contains(TOKEN.toLowerCase(Locale.ROOT)), line);
        }
    }

    private Server start(ServerOptions options, Phrasebook.Opened book) throws Exception {
        Analyses analyses = new Analyses() {
            @Override
            public Analysis analyze(Draft draft, int suggestions, @Nullable String them) {
                return new FixedAnswers().analyze(draft, suggestions, them);
            }

            @Override
            public Phrasebook phrases() {
                return book.book();
            }
        };
        Server server = new HttpServerProvider().start(options, () -> analyses, written::add);
        server.awaitReady();
        return server;
    }

    /** Good, broken and oversized requests, with the secret wherever one can be put; keeps the answers that are errors. */
    private int askEverything(URI server, String token) throws Exception {
        List<String> bodies = List.of(
                "",
                SECRET,
                "{\"text\":\"" + SECRET,
                "{\"text\":\"fail " + SECRET + "\"}",
                "{\"text\":\"at least " + SECRET + "\",\"context\":[\"" + SECRET + "\"],\"names\":{\"them\":\"" + SECRET
                        + "\"}}",
                "{\"text\":\"a\",\"suggest\":\"" + SECRET + "\"}",
                "{\"text\":\"a\",\"tier\":\"" + SECRET + "\"}",
                "{\"" + SECRET + "\":1}",
                "{\"text\":\"I'm {" + SECRET + "}.\",\"gesture\":\"presence\"}",
                "{\"text\":\"at least " + SECRET + "\",\"gesture\":\"presence\",\"for\":\"" + SECRET + "\"}",
                "{\"text\":\"ok\",\"gesture\":\"" + SECRET + "\",\"bids\":[\"" + SECRET + "\"]}",
                "[\"" + SECRET + "\"]",
                "text=" + SECRET + "&language=" + SECRET + "%",
                "text=at+least+" + SECRET + "&language=en-US&level=" + SECRET,
                "text=fail+" + SECRET + "&language=en-US&context=" + SECRET + "&them=" + SECRET,
                "language=en-US&data={\"text\":\"" + SECRET,
                "language=en-US&data={\"annotation\":[{\"" + SECRET + "\":1}]}",
                "{\"comment\":{\"text\":\"fail " + SECRET + "\"},\"requestedAttributes\":{\"DISMISSIVE\":{}}}",
                "{\"comment\":{\"text\":\"" + SECRET + "\"},\"requestedAttributes\":{\"" + SECRET + "\":{}}}",
                "{\"comment\":{\"text\":\"" + SECRET + "\"},\"attributeScores\":{\"" + SECRET
                        + "\":{}},\"clientToken\":\"" + SECRET + "\"}",
                SECRET.repeat((1 << 20) / SECRET.length() + 1));
        List<String> headers = List.of(
                "Content-Type: application/json\r\n",
                "Content-Type: application/jsonl\r\n",
                "Content-Type: text/" + SECRET + "\r\n",
                "Content-Type: application/json; charset=" + SECRET + "\r\nContent-Encoding: " + SECRET + "\r\n",
                "Host: " + SECRET + "\r\n",
                "Origin: https://" + SECRET + "\r\nReferer: https://" + SECRET + "\r\nCookie: a=" + SECRET + "\r\n",
                "Origin: http://localhost\r\nAccess-Control-Request-Headers: " + SECRET + "\r\n",
                "Authorization: " + SECRET + "\r\n");
        String shown = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        int asked = 0;
        for (String path : List.of(
                "/v1/check",
                "/v1/classify",
                "/v1/phrases",
                "/v1/phrases/pack",
                "/v1/taxonomy",
                "/health",
                "/metrics",
                "/",
                "/" + SECRET,
                "/v2/check",
                "/v2/configinfo",
                "/v2/" + SECRET,
                "/tactics",
                "/v1alpha1/comments:analyze",
                "/v1alpha1/comments:suggestscore",
                "/v1alpha1/" + SECRET)) {
            for (String header : headers) {
                for (String body : header.equals(headers.get(0)) || header.equals(headers.get(1))
                        ? bodies
                        : bodies.subList(1, 4)) {
                    ask(server, "POST", path, header + shown, body);
                    asked++;
                }
            }
            for (String query :
                    List.of("?q=", "?gesture=", "?context=", "?limit=", "?id=", "?suggest=", "?tier=", "?%", "?")) {
                for (String method : List.of("GET", "DELETE", "OPTIONS", "PATCH", SECRET)) {
                    ask(server, method, path + query + SECRET, "Content-Type: application/jsonl\r\n" + shown, "");
                    asked++;
                }
            }
        }
        for (String line : List.of(
                "GET /%" + SECRET + " HTTP/1.1",
                "GET / " + SECRET,
                SECRET,
                "GET /" + SECRET.repeat(2000) + " HTTP/1.1")) {
            try (Wire wire = new Wire(server)) {
                error(wire.send(line + "\r\nHost: localhost\r\n" + SECRET + "\r\nConnection: close\r\n\r\n")
                        .rest());
                asked++;
            }
        }
        return asked;
    }

    private void ask(URI server, String method, String path, String headers, String body) throws Exception {
        try {
            error(Wire.ask(server, method, path, headers, body));
        } catch (SocketException e) {
            // a large body to where none is read; who goes on sending does not hear the answer
            assertTrue(body.length() > 1 << 16, path);
        }
    }

    /** Errors are kept whole; of other answers the headers, for the body is what was asked for. */
    private void error(String answer) {
        assertEquals("HTTP/1.1 ", answer.substring(0, Math.min(9, answer.length())));
        written.add(
                Wire.status(answer) >= 400
                        ? answer
                        : answer.substring(0, answer.indexOf("\r\n\r\n"))
                                .replaceAll("(?i)origin: https?://localhost", ""));
    }
}
