package dev.toward.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.Server;
import dev.toward.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Perspective protocol, by the letter. */
class PerspectiveTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final ServerOptions HERE = ServerOptions.at("127.0.0.1", 0);
    private static final String ANALYZE = "/v1alpha1/comments:analyze";
    private static final String SUGGEST = "/v1alpha1/comments:suggestscore";

    private final List<Server> servers = new ArrayList<>();

    private Server start(ServerOptions options) throws Exception {
        Server server = new HttpServerProvider().start(options, WordAnswers::new, line -> {});
        servers.add(server);
        server.awaitReady();
        return server;
    }

    @AfterEach
    void stop() {
        servers.forEach(Server::close);
    }

    private static String ask(Server server, String path, String body) throws IOException {
        return Wire.ask(server.address(), "POST", path, "Content-Type: application/json\r\n", body);
    }

    private static JsonNode body(String answer) throws IOException {
        return JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    }

    private static JsonNode ok(String answer) throws IOException {
        assertEquals(200, Wire.status(answer), answer);
        return body(answer);
    }

    private static void refused(String answer, int code, String status, String says) throws IOException {
        assertEquals(code, Wire.status(answer), answer);
        JsonNode error = body(answer).path("error");
        assertEquals(code, error.path("code").asInt());
        assertEquals(status, error.path("status").asText());
        assertTrue(error.toString().contains(says), answer);
    }

    @Test
    void scores() throws Exception {
        Server server = start(HERE);
        JsonNode answer = ok(ask(
                server,
                ANALYZE + "?key=any",
                "{\"comment\":{\"text\":\"Whatever.\"},\"requestedAttributes\":{\"DISMISSIVE\":{},\"MINIMIZING@3\":{},\"VALIDATING\":null},"
                        + "\"clientToken\":\"t1\",\"doNotStore\":true,\"sessionId\":\"s\",\"communityId\":\"c\"}"));
        assertEquals(
                "{\"value\":0.85,\"type\":\"PROBABILITY\"}",
                answer.at("/attributeScores/DISMISSIVE/summaryScore").toString());
        assertEquals(
                0.1,
                answer.at("/attributeScores/MINIMIZING@3/summaryScore/value").asDouble());
        assertEquals(
                0.02,
                answer.at("/attributeScores/VALIDATING/summaryScore/value").asDouble());
        assertFalse(answer.at("/attributeScores/DISMISSIVE").has("spanScores"));
        assertEquals("[\"en\"]", answer.path("languages").toString());
        assertEquals("[\"en\"]", answer.path("detectedLanguages").toString());
        assertEquals("t1", answer.path("clientToken").asText());
    }

    @Test
    void bridging_restsOnGestures() throws Exception {
        Server server = start(HERE);
        String ask = "{\"comment\":{\"text\":\"%s\"},\"requestedAttributes\":{\"COMPASSION_EXPERIMENTAL\":{},"
                + "\"CURIOSITY_EXPERIMENTAL\":{},\"RESPECT_EXPERIMENTAL\":{},\"AFFINITY_EXPERIMENTAL\":{}}}";
        JsonNode kind =
                ok(ask(server, ANALYZE, ask.formatted("Oh, that must hurt."))).path("attributeScores");
        assertEquals(0.9, kind.at("/COMPASSION_EXPERIMENTAL/summaryScore/value").asDouble());
        assertEquals(0, kind.at("/CURIOSITY_EXPERIMENTAL/summaryScore/value").asDouble(1));
        JsonNode plain =
                ok(ask(server, ANALYZE, ask.formatted("See you at six."))).path("attributeScores");
        plain.forEach(score -> assertEquals(0, score.at("/summaryScore/value").asDouble(1)));
        assertEquals(4, plain.size());
        JsonNode taxonomy = body(Wire.ask(server.address(), "GET", "/v1/taxonomy", "", ""));
        assertEquals(7, taxonomy.path("attributes").size());
        assertEquals(
                "The probability of the label validating where one of these gestures is found: invite, caring-question, follow-up; else 0.",
                taxonomy.at("/attributes/4/explanation").asText());
    }

    @Test
    void context_isWhatIsAnswered() throws Exception {
        Server server = start(HERE);
        String ask = "{\"comment\":{\"text\":\"ok\"},%s\"requestedAttributes\":{\"DISMISSIVE\":{}}}";
        String context =
                "\"context\":{\"entries\":[{\"text\":\"hi\"},{\"text\":\"<p>my car is gone</p>\",\"type\":\"HTML\"}]},";
        assertEquals(
                0.85,
                ok(ask(server, ANALYZE, ask.formatted(context)))
                        .at("/attributeScores/DISMISSIVE/summaryScore/value")
                        .asDouble());
        assertEquals(
                0.1,
                ok(ask(server, ANALYZE, ask.formatted("")))
                        .at("/attributeScores/DISMISSIVE/summaryScore/value")
                        .asDouble());
    }

    @Test
    void spans_bySentence() throws Exception {
        Server server = start(HERE);
        JsonNode answer = ok(
                ask(
                        server,
                        ANALYZE,
                        "{\"comment\":{\"text\":\"See you. Whatever, then.\"},\"spanAnnotations\":true,\"requestedAttributes\":{\"DISMISSIVE\":{}}}"));
        assertEquals(
                "[{\"begin\":0,\"end\":8,\"score\":{\"value\":0.1,\"type\":\"PROBABILITY\"}},"
                        + "{\"begin\":9,\"end\":24,\"score\":{\"value\":0.85,\"type\":\"PROBABILITY\"}}]",
                answer.at("/attributeScores/DISMISSIVE/spanScores").toString());
    }

    @Test
    void spans_inHtmlAreOfTheHtml() throws Exception {
        Server server = start(HERE);
        String html = "<p>See&nbsp;you &amp; co.</p><p><b>What</b>ever!</p>";
        JsonNode spans = ok(ask(
                        server,
                        ANALYZE,
                        "{\"comment\":{\"text\":\"" + html
                                + "\",\"type\":\"HTML\"},\"spanAnnotations\":true,\"requestedAttributes\":{\"DISMISSIVE\":{\"scoreThreshold\":0.5}}}"))
                .at("/attributeScores/DISMISSIVE/spanScores");
        assertEquals(1, spans.size());
        assertEquals(
                "What</b>ever!",
                html.substring(spans.at("/0/begin").asInt(), spans.at("/0/end").asInt()));
    }

    @Test
    void threshold_leavesOut() throws Exception {
        Server server = start(HERE);
        String ask =
                "{\"comment\":{\"text\":\"Whatever.\"},\"requestedAttributes\":{\"DISMISSIVE\":{\"scoreThreshold\":0.8},"
                        + "\"MINIMIZING\":{\"scoreType\":\"PROBABILITY\",\"scoreThreshold\":0.8}}}";
        JsonNode scores = ok(ask(server, ANALYZE, ask)).path("attributeScores");
        assertTrue(scores.has("DISMISSIVE"));
        assertFalse(scores.has("MINIMIZING"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TOXICITY",
                "SEVERE_TOXICITY@6",
                "NUANCE_EXPERIMENTAL",
                "PERSONAL_STORY_EXPERIMENTAL",
                "REASONING_EXPERIMENTAL"
            })
    void attribute_thatCannotBeAnswered(String name) throws Exception {
        String ask = "{\"comment\":{\"text\":\"Whatever.\"},\"requestedAttributes\":{\"DISMISSIVE\":{},\"" + name
                + "\":{}}}";
        refused(ask(start(HERE), ANALYZE, ask), 400, "INVALID_ARGUMENT", "Unknown requested attribute: " + name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                                                             | not JSON",
                "[]                                                                            | JSON object",
                "{\"requestedAttributes\":{\"DISMISSIVE\":{}}}                                 | comment.text",
                "{\"comment\":{\"text\":4},\"requestedAttributes\":{\"DISMISSIVE\":{}}}        | comment.text",
                "{\"comment\":{\"text\":\" \"},\"requestedAttributes\":{\"DISMISSIVE\":{}}}    | COMMENT_EMPTY",
                "{\"comment\":{\"text\":\"<p></p>\",\"type\":\"HTML\"},\"requestedAttributes\":{\"DISMISSIVE\":{}}} | COMMENT_EMPTY",
                "{\"comment\":{\"text\":\"a\",\"type\":\"RTF\"},\"requestedAttributes\":{\"DISMISSIVE\":{}}} | comment.type",
                "{\"comment\":{\"text\":\"a\"}}                                                | requestedAttributes",
                "{\"comment\":{\"text\":\"a\"},\"requestedAttributes\":{}}                     | requestedAttributes",
                "{\"comment\":{\"text\":\"a\"},\"requestedAttributes\":{\"hollyhock7 said\":{}}} | not a name of an attribute",
                "{\"comment\":{\"text\":\"a\"},\"requestedAttributes\":{\"DISMISSIVE\":{\"scoreThreshold\":2}}} | scoreThreshold",
                "{\"comment\":{\"text\":\"a\"},\"requestedAttributes\":{\"DISMISSIVE\":{\"scoreType\":\"X\"}}} | scoreType",
                "{\"comment\":{\"text\":\"a\"},\"requestedAttributes\":{\"DISMISSIVE\":{}},\"languages\":\"en\"} | languages",
                "{\"comment\":{\"text\":\"a\"},\"requestedAttributes\":{\"DISMISSIVE\":{}},\"spanAnnotations\":\"yes\"} | spanAnnotations",
                "{\"comment\":{\"text\":\"a\"},\"requestedAttributes\":{\"DISMISSIVE\":{}},\"context\":[]} | context.entries",
                "{\"comment\":{\"text\":\"a\"},\"requestedAttributes\":{\"DISMISSIVE\":{}},\"context\":{\"entries\":[{}]}} | context.entries.text",
                "{\"comment\":{\"text\":\"a\"},\"requestedAttributes\":{\"DISMISSIVE\":{}},\"languages\":[\"de\"]} | LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE",
                "{\"comment\":{\"text\":\"vielleicht\"},\"requestedAttributes\":{\"DISMISSIVE\":{}}} | \"detectedLanguages\":[\"de\"],\"attribute\":\"DISMISSIVE\"",
            })
    void mistakes(String ask, String says) throws Exception {
        String answer = ask(start(HERE), ANALYZE, ask);
        refused(answer, 400, "INVALID_ARGUMENT", says);
        assertFalse(answer.contains("hollyhock7"));
    }

    @Test
    void tooLong_tooOften_noKey_loading() throws Exception {
        String ask = "{\"comment\":{\"text\":\"%s\"},\"requestedAttributes\":{\"DISMISSIVE\":{}}}";
        Server server = start(HERE.withToken("a-token-of-some-length"));
        refused(ask(server, ANALYZE, ask.formatted("a")), 401, "UNAUTHENTICATED", "token");
        String key = ANALYZE + "?key=a-token-of-some-length";
        refused(ask(server, key, ask.formatted("a".repeat(20_481))), 400, "INVALID_ARGUMENT", "COMMENT_TOO_LONG");
        refused(ask(server, key, ask.formatted("a".repeat(1 << 21))), 413, "INVALID_ARGUMENT", "COMMENT_TOO_LONG");
        ok(ask(server, key, ask.formatted("a".repeat(20_480))));
        refused(Wire.ask(server.address(), "GET", key, "", ""), 405, "UNIMPLEMENTED", "POST");
        Server seldom = start(HERE.withRate(1));
        String last = "";
        for (int i = 0; i < 4; i++) {
            last = ask(seldom, ANALYZE, ask.formatted("a"));
        }
        refused(last, 429, "RESOURCE_EXHAUSTED", "more often");
    }

    @Test
    void suggestScore_isKeptWhereSwitchedOn(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("scores.jsonl");
        String ask =
                "{\"comment\":{\"text\":\"Fine.\"},\"attributeScores\":{\"DISMISSIVE\":{\"summaryScore\":{\"value\":0.9}}},\"clientToken\":\"t\"%s}";
        assertEquals(
                "{\"clientToken\":\"t\"}",
                ok(ask(start(HERE), SUGGEST, ask.formatted(""))).toString());
        assertFalse(Files.exists(file));
        Server keeping = start(HERE.withScores(file));
        ok(ask(keeping, SUGGEST, ask.formatted(",\"doNotStore\":true")));
        assertFalse(Files.exists(file));
        ok(ask(keeping, SUGGEST, ask.formatted("")));
        ok(ask(keeping, SUGGEST, ask.formatted(",\"communityId\":\"c\"")));
        List<String> lines = Files.readAllLines(file, UTF_8);
        assertEquals(2, lines.size());
        assertEquals(
                "{\"text\":\"Fine.\",\"context\":[],\"attributeScores\":{\"DISMISSIVE\":{\"summaryScore\":{\"value\":0.9}}}}",
                lines.get(0));
        refused(
                ask(keeping, SUGGEST, "{\"comment\":{\"text\":\"Fine.\"}}"),
                400,
                "INVALID_ARGUMENT",
                "attributeScores");
        refused(
                ask(
                        keeping,
                        SUGGEST,
                        "{\"comment\":{\"text\":\"Fine.\"},\"attributeScores\":{\"DISMISSIVE\":{\"summaryScore\":{\"value\":9}}}}"),
                400,
                "INVALID_ARGUMENT",
                "from 0 to 1");
    }
}
