package dev.toward.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.Server;
import dev.toward.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.languagetool.remote.CheckConfiguration;
import org.languagetool.remote.CheckConfigurationBuilder;
import org.languagetool.remote.RemoteLanguageTool;
import org.languagetool.remote.RemoteResult;
import org.languagetool.remote.RemoteRuleMatch;

/** What each client sends, put together from how it is known to ask, and whether it finds in the answer what it needs. */
class LanguageToolClientsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String COLD = "So. Whatever, it's fine.";

    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        server = new HttpServerProvider().start(ServerOptions.at("127.0.0.1", 0), WordAnswers::new, line -> {});
        server.awaitReady();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String ask(String method, String path, String headers, String body) throws IOException {
        String answer = Wire.ask(server.address(), method, path, headers, body);
        assertEquals(200, Wire.status(answer), answer);
        return answer;
    }

    private static JsonNode json(String answer) throws IOException {
        return JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static void has(JsonNode node, String... pointers) {
        for (String pointer : pointers) {
            assertFalse(node.at(pointer).isMissingNode() || node.at(pointer).isNull(), pointer + " in " + node);
        }
    }

    @Test
    void browserAddOn_asksTwice() throws Exception {
        String data = encoded("{\"text\":\"" + COLD
                + "\",\"metaData\":{\"EmailToAddress\":\"ana@example.org\",\"FullName\":\"Ana Ruiz\"}}");
        String fields = "data=" + data + "&textSessionId=31337%3A1&enableHiddenRules=true&motherTongue=de&language=auto"
                + "&noopLanguages=de%2Cen&preferredLanguages=de%2Cen&preferredVariants=en-US%2Cde-DE"
                + "&disabledRules=WHITESPACE_RULE%2CCONSECUTIVE_SPACES&useragent=webextension-firefox-ng&mode=";
        String headers = FORM + "Origin: moz-extension://0b5c\r\n";
        int matches = 0;
        for (String mode : List.of("textLevelOnly", "allButTextLevelOnly")) {
            String answer = ask("POST", "/v2/check?c=1&instanceId=31337%3A1&v=8.11.2", headers, fields + mode);
            assertTrue(answer.contains("Access-Control-Allow-Origin: moz-extension://0b5c\r\n"));
            JsonNode json = json(answer);
            has(json, "/language/code", "/language/name", "/language/detectedLanguage", "/sentenceRanges");
            matches += json.path("matches").size();
            for (JsonNode match : json.path("matches")) {
                has(
                        match,
                        "/message",
                        "/shortMessage",
                        "/offset",
                        "/length",
                        "/replacements",
                        "/rule/id",
                        "/rule/issueType",
                        "/rule/category/id",
                        "/contextForSureMatch");
                assertFalse(match.path("message").equals(match.path("shortMessage")));
            }
        }
        assertEquals(1, matches);
    }

    @Test
    void thunderbird_andOldOpenAddOn() throws Exception {
        JsonNode match = json(ask(
                        "POST",
                        "/v2/check",
                        FORM + "Origin: chrome-extension://abc\r\n",
                        "disabledRules=WHITESPACE_RULE&useragent=webextension-chrome-ng&text=" + encoded(COLD)
                                + "&language=auto&preferredVariants=en-GB"))
                .at("/matches/0");
        has(match, "/context/text", "/context/offset");
    }

    @Test
    void libreOffice_builtIn() throws Exception {
        for (String account : List.of("", "&username=sam%40example.org&apiKey=k")) {
            JsonNode match = json(ask("POST", "/v2/check", FORM, "text=" + encoded(COLD) + "&language=en-US" + account))
                    .at("/matches/0");
            has(match, "/offset", "/length", "/message", "/shortMessage", "/rule/category/id", "/replacements/0/value");
            assertTrue(match.path("replacements").size() <= 10);
        }
    }

    @Test
    void libreOffice_extension() throws Exception {
        JsonNode info = json(ask("POST", "/v2/configinfo", FORM, "language=en-US"));
        has(
                info,
                "/software/name",
                "/parameter/maxTextLength",
                "/rules/0/ruleId",
                "/rules/0/categoryName",
                "/rules/0/locQualityIssueType");
        JsonNode answer = json(
                ask(
                        "POST",
                        "/v2/check",
                        FORM,
                        "language=en-US&text=" + encoded(COLD)
                                + "&mode=allButTextLevelOnly&enabledOnly=yes&enabledRules=DISMISSIVE_BRUSH_OFF&ruleValues=DISMISSIVE_BRUSH_OFF%3A10&useragent=java-http-client"));
        has(answer, "/software/name", "/software/version", "/software/buildDate", "/matches/0/rule/description");
    }

    @Test
    void javaClient_itself() throws Exception {
        RemoteLanguageTool tool =
                new RemoteLanguageTool(URI.create(server.address().toString()).toURL());
        assertEquals(40_000, tool.getMaxTextLength());
        CheckConfiguration english = new CheckConfigurationBuilder("en-US").build();
        RemoteResult result = tool.check(COLD, english);
        assertEquals("en-US", result.getLanguageCode());
        assertEquals("Toward", result.getRemoteServer().getSoftware());
        RemoteRuleMatch match = result.getMatches().get(0);
        assertEquals("DISMISSIVE_BRUSH_OFF", match.getRuleId());
        assertEquals(4, match.getErrorOffset());
        assertEquals(8, match.getErrorLength());
        assertEquals("Turning away", match.getCategory().orElseThrow());
        assertEquals("warm words 0", match.getReplacements().orElseThrow().get(0));
        assertTrue(match.getUrl().orElseThrow().endsWith("/tactics?id=brush-off"));
        CheckConfiguration off = new CheckConfigurationBuilder()
                .disabledRuleIds("DISMISSIVE_BRUSH_OFF")
                .build();
        assertEquals(List.of(), tool.check(COLD, off).getMatches());
        assertEquals(List.of(), tool.check("See you at six, then.", english).getMatches());
        assertTrue(tool.getConfigurationInfo("language=en-US").getRemoteRules().size() >= 23);
    }

    @Test
    void obsidian() throws Exception {
        JsonNode languages = json(ask("GET", "/v2/languages", "Origin: app://obsidian.md\r\n", ""));
        has(languages, "/0/name", "/0/code", "/0/longCode");
        String data = encoded(
                "{\"annotation\":[{\"text\":\"So. \"},{\"markup\":\"**\"},{\"text\":\"Whatever\"},{\"markup\":\"**\"},{\"text\":\", it's fine.\"}]}");
        String answer = ask(
                "POST",
                "/v2/check",
                FORM + "Accept: application/json\r\nOrigin: app://obsidian.md\r\n",
                "data=" + data
                        + "&language=en-US&enabledOnly=false&level=picky&enabledCategories=&disabledCategories=TYPOGRAPHY&preferredVariants=en-US%2Cde-DE");
        assertTrue(answer.contains("Access-Control-Allow-Origin: app://obsidian.md\r\n"));
        JsonNode match = json(answer).at("/matches/0");
        has(match, "/offset", "/length", "/message", "/shortMessage", "/replacements", "/rule/id", "/rule/category/id");
        assertEquals(6, match.path("offset").asInt());
    }

    @Test
    void vscodeLinter() throws Exception {
        String data = encoded("{\"annotation\":[{\"text\":\"" + COLD + "\",\"offset\":{\"start\":0,\"end\":24}}]}");
        JsonNode answer = json(
                ask(
                        "POST",
                        "/v2/check",
                        FORM,
                        "data=" + data
                                + "&language=en-US&motherTongue=de&preferredVariants=en-US&disabledRules=&disabledCategories=TYPOS&username=a&apiKey=b"));
        has(
                answer,
                "/software/name",
                "/software/version",
                "/matches/0/rule/id",
                "/matches/0/rule/category/id",
                "/matches/0/replacements");
    }

    @Test
    void ltex_withoutContentType() throws Exception {
        String data = encoded("{\"annotation\":[{\"markup\":\"\\\\emph{\",\"interpretAs\":\"\"},{\"text\":\"" + COLD
                + "\"},{\"markup\":\"}\"}]}");
        JsonNode match = json(ask(
                        "POST",
                        "/v2/check",
                        "",
                        "language=en-US&data=" + data + "&level=picky&motherTongue=de&enabledRules=X"))
                .at("/matches/0");
        has(match, "/rule/id", "/sentence", "/offset", "/length", "/message", "/replacements/0/value");
        assertEquals(10, match.path("offset").asInt());
    }

    @Test
    void emacs() throws Exception {
        ask("GET", "/v2/languages", "", "");
        JsonNode match = json(ask(
                        "POST",
                        "/v2/check",
                        FORM,
                        "language=auto&text=" + encoded(COLD) + "&level=default&disabledRules=A"))
                .at("/matches/0");
        has(
                match,
                "/offset",
                "/length",
                "/message",
                "/shortMessage",
                "/replacements/0/value",
                "/rule/id",
                "/rule/issueType");
    }

    @Test
    void ltrs_inTheAddress() throws Exception {
        JsonNode answer = json(ask("POST", "/v2/check?text=" + encoded(COLD) + "&language=auto", "", ""));
        has(
                answer,
                "/software/apiVersion",
                "/software/buildDate",
                "/software/name",
                "/software/premium",
                "/software/status",
                "/software/version",
                "/language/detectedLanguage",
                "/matches/0/context",
                "/matches/0/sentence",
                "/matches/0/shortMessage",
                "/matches/0/rule/id",
                "/matches/0/rule/description",
                "/matches/0/rule/issueType",
                "/matches/0/rule/category");
    }

    @Test
    void languageToolPython() throws Exception {
        has(json(ask("GET", "/v2/languages", "", "")), "/0/longCode");
        JsonNode match = json(ask("GET", "/v2/check?language=en-US&text=" + encoded(COLD), "", ""))
                .at("/matches/0");
        has(
                match,
                "/message",
                "/shortMessage",
                "/replacements",
                "/offset",
                "/length",
                "/context",
                "/sentence",
                "/type",
                "/rule",
                "/ignoreForIncompleteSentence",
                "/contextForSureMatch");
    }
}
