package dev.toward.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import dev.toward.Server;
import dev.toward.ServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another LanguageTool behind the server, as a stand-in of a few lines. */
class UpstreamTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String THEIRS =
            "{\"software\":{\"name\":\"LanguageTool\"},\"warnings\":{\"incompleteResults\":false},"
                    + "\"language\":{\"name\":\"English (GB)\",\"code\":\"en-GB\",\"detectedLanguage\":{\"name\":\"x\",\"code\":\"en\",\"confidence\":0.5,\"source\":\"y\"}},"
                    + "\"matches\":[{\"message\":\"m\",\"offset\":2,\"length\":3,\"rule\":{\"id\":\"MORFOLOGIK_RULE_EN_GB\"}}],"
                    + "\"hiddenMatches\":[{}],\"sentenceRanges\":[[0,7]]}";

    private HttpServer behind;
    private Server server;
    private final List<String> asked = new ArrayList<>();
    private volatile String answer = THEIRS;
    private volatile int status = 200;
    private volatile long delay;

    @BeforeEach
    void start() throws Exception {
        behind = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        behind.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        behind.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            synchronized (asked) {
                asked.add(exchange.getRequestURI() + " " + new String(body, UTF_8));
            }
            try {
                Thread.sleep(delay);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            byte[] bytes = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        behind.start();
        URI address = URI.create("http://127.0.0.1:" + behind.getAddress().getPort() + "/v2");
        server = new HttpServerProvider()
                .start(ServerOptions.at("127.0.0.1", 0).withLanguageTool(address), WordAnswers::new, line -> {});
        server.awaitReady();
    }

    @AfterEach
    void stop() {
        server.close();
        behind.stop(0);
    }

    private JsonNode check(String body) throws IOException {
        String got = Wire.ask(server.address(), "POST", "/v2/check", "", body);
        assertEquals(200, Wire.status(got), got);
        return JSON.readTree(got.substring(got.indexOf("\r\n\r\n") + 4));
    }

    private static String offsets(JsonNode json) {
        StringBuilder offsets = new StringBuilder();
        json.path("matches").forEach(m -> offsets.append(m.path("offset").asInt())
                .append(m.at("/rule/id").asText().charAt(0))
                .append(' '));
        return offsets.toString();
    }

    @Test
    void bothAreTold_byPlace() throws Exception {
        JsonNode json = check("text=whatever.+calm+down&language=en-GB&context=a&c=0");
        assertEquals("0D 2M 10D ", offsets(json));
        assertEquals("[\"/v2/check text=whatever.+calm+down&language=en-GB&c=0\"]", JSON.writeValueAsString(asked));
        assertEquals("en-GB", json.at("/language/code").asText());
        assertEquals(0.5, json.at("/language/detectedLanguage/confidence").asDouble());
        assertEquals("[[0,7]]", json.path("sentenceRanges").toString());
        assertEquals("Toward", json.at("/software/name").asText());
        assertFalse(json.has("hiddenMatches"));
        assertFalse(json.at("/warnings/incompleteResults").asBoolean(true));
    }

    @Test
    void ourToken_isNotSentOn() throws Exception {
        String token = "a-token-of-some-length";
        URI address = URI.create("http://127.0.0.1:" + behind.getAddress().getPort());
        ServerOptions options = ServerOptions.at("127.0.0.1", 0).withLanguageTool(address);
        try (Server guarded = new HttpServerProvider().start(options.withToken(token), WordAnswers::new, line -> {})) {
            guarded.awaitReady();
            String form = "text=whatever&language=en-US&username=sam&apiKey=";
            String header = "Authorization: Bearer " + token + "\r\n";
            Wire.ask(guarded.address(), "POST", "/v2/check", "", form + token);
            Wire.ask(guarded.address(), "POST", "/v2/check?apiKey=" + token, "", "text=whatever&language=en-US");
            Wire.ask(guarded.address(), "POST", "/v2/check", header, form + token);
            assertEquals(3, asked.size());
            asked.forEach(each -> assertEquals("/v2/check text=whatever&language=en-US", each));
            Wire.ask(guarded.address(), "POST", "/v2/check", header, form + "theirs");
            assertEquals("/v2/check " + form + "theirs", asked.get(3));
        }
    }

    @Test
    void otherLanguages_areTheirs() throws Exception {
        assertEquals("2M ", offsets(check("text=whatever&language=de-DE")));
    }

    @Test
    void failing_oursAreTold() throws Exception {
        status = 500;
        JsonNode json = check("text=whatever&language=en-US");
        assertEquals("0D ", offsets(json));
        assertTrue(json.at("/warnings/incompleteResults").asBoolean());
        assertTrue(json.at("/warnings/incompleteResultsReason").asText().contains("status 500"));
        status = 200;
        answer = "<html>";
        assertEquals("0D ", offsets(check("text=whatever&language=en-US")));
        behind.stop(0);
        JsonNode down = check("text=whatever&language=en-US&c=1");
        assertEquals("0D ", offsets(down));
        assertTrue(down.at("/warnings/incompleteResults").asBoolean());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "5",
                "null",
                "{}",
                "{\"matches\":null}",
                "{\"matches\":{\"a\":5},\"language\":\"en\",\"warnings\":3}",
                "{\"matches\":[null,3,\"x\",{},[]]}",
                "{\"matches\":[{\"message\":\"m\",\"offset\":-1,\"length\":2,\"rule\":{\"id\":\"M\"}}]}",
                "{\"matches\":[{\"message\":\"m\",\"offset\":7,\"length\":2,\"rule\":{\"id\":\"M\"}}]}",
                "{\"matches\":[{\"message\":null,\"offset\":1,\"length\":2,\"rule\":{\"id\":\"M\"}}]}",
                "{\"matches\":[{\"message\":\"m\",\"offset\":1,\"length\":2,\"rule\":null}]}"
            })
    void strange_oursAreTold_andNothingOfIt(String strange) throws Exception {
        answer = strange;
        JsonNode json = check("text=whatever&language=en-US");
        assertEquals("0D ", offsets(json));
        assertTrue(json.at("/warnings/incompleteResults").asBoolean(), json.toString());
        assertEquals("en-US", json.at("/language/code").asText());
    }

    @Test
    void strangeParts_giveWayToOurs() throws Exception {
        answer = THEIRS.replace("\"name\":\"English (GB)\",", "")
                .replace("[[0,7]]", "[null,[\"a\"]],\"ignoreRanges\":\"x\",\"extendedSentenceRanges\":5");
        JsonNode json = check("text=whatever&language=en-US");
        assertEquals("0D 2M ", offsets(json));
        assertEquals("en-US", json.at("/language/code").asText());
        assertEquals("[[0,8]]", json.path("sentenceRanges").toString());
        assertTrue(json.path("extendedSentenceRanges").isArray());
        assertFalse(json.has("ignoreRanges"));
        answer = "[5,null,{\"name\":\"German\"}]";
        assertFalse(Wire.ask(server.address(), "GET", "/v2/languages", "", "").contains("German"));
        answer = "{\"rules\":[5,null,{\"ruleId\":7}]}";
        assertFalse(Wire.ask(server.address(), "GET", "/v2/configinfo?language=en", "", "")
                .contains("null"));
    }

    @Test
    void endless_isNotTakenIn() throws Exception {
        answer = " ".repeat(5 << 20) + THEIRS;
        JsonNode json = check("text=whatever&language=en-US");
        assertEquals("0D ", offsets(json));
        assertEquals(
                "The LanguageTool behind answered more than 4 MiB.",
                json.at("/warnings/incompleteResultsReason").asText());
    }

    @Test
    void slow_oursAreToldInTime() throws Exception {
        delay = 15_000;
        long began = System.nanoTime();
        JsonNode json = check("text=whatever&language=en-US");
        long first = (System.nanoTime() - began) / 1_000_000;
        assertEquals("0D ", offsets(json));
        assertTrue(json.at("/warnings/incompleteResults").asBoolean());
        assertTrue(first < 6_000, first + " ms");
        began = System.nanoTime();
        check("text=whatever&language=en-US");
        long second = (System.nanoTime() - began) / 1_000_000;
        assertTrue(second < 1_500, second + " ms");
        delay = 0;
        check("text=whatever&language=en-US");
        assertEquals("0D 2M ", offsets(check("text=whatever&language=en-US")));
    }

    @Test
    void languagesAndRules_ofBoth() throws Exception {
        answer = "[{\"name\":\"German\",\"code\":\"de\",\"longCode\":\"de-DE\"}]";
        String languages = Wire.ask(server.address(), "GET", "/v2/languages", "", "");
        assertTrue(languages.contains("\"de-DE\"") && languages.contains("\"en-US\""), languages);
        answer = "{\"rules\":[{\"ruleId\":\"COMMA_RULE\"}]}";
        String rules = Wire.ask(server.address(), "GET", "/v2/configinfo?language=en", "", "");
        assertTrue(rules.contains("COMMA_RULE") && rules.contains("MINIMIZING_AT_LEAST"), rules);
    }

    @Test
    void whatWasSentOn_isNotSentOnAgain() throws Exception {
        String got = Wire.ask(
                server.address(), "POST", "/v2/check", "X-Toward-Sent-On: 1\r\n", "text=whatever&language=en-US");
        assertEquals(200, Wire.status(got));
        assertEquals(List.of(), asked);
    }
}
