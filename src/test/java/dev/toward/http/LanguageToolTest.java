package dev.toward.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.Server;
import dev.toward.ServerOptions;
import dev.toward.cue.Tactic;
import dev.toward.verdict.Fingerprint;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The LanguageTool protocol, by the letter. */
class LanguageToolTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String ORIGIN = "Origin: moz-extension://5f1c\r\n";
    private static final Set<String> ISSUE_TYPES = Set.of(
            "terminology",
            "mistranslation",
            "omission",
            "untranslated",
            "addition",
            "duplication",
            "inconsistency",
            "grammar",
            "legal",
            "register",
            "locale-specific-content",
            "locale-violation",
            "style",
            "characters",
            "misspelling",
            "typographical",
            "formatting",
            "inconsistent-entities",
            "numbers",
            "markup",
            "pattern-problem",
            "whitespace",
            "internationalization",
            "length",
            "non-conformance",
            "uncategorized",
            "other");

    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        server = new HttpServerProvider()
                .start(
                        ServerOptions.at("127.0.0.1", 0).withDeadline(Duration.ofSeconds(2)),
                        WordAnswers::new,
                        line -> {});
        server.awaitReady();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String ask(String method, String path, String headers, String body) throws IOException {
        return Wire.ask(server.address(), method, path, headers, body);
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    private static JsonNode check(String... fields) throws IOException {
        String answer = ask("POST", "/v2/check", FORM, form(fields));
        assertEquals(200, Wire.status(answer), answer);
        return JSON.readTree(body(answer));
    }

    private static String form(String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], UTF_8));
        }
        return String.join("&", pairs);
    }

    private static List<JsonNode> matches(JsonNode answer) {
        return StreamSupport.stream(answer.path("matches").spliterator(), false).toList();
    }

    private static List<String> rules(JsonNode answer) {
        return matches(answer).stream()
                .map(m -> m.at("/rule/id").asText() + "@" + m.path("offset").asInt())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Type: application/x-www-form-urlencoded\r\n",
                "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n",
                "Content-Type: application/json\r\n",
                "Content-Type: text/plain\r\n"
            })
    void form_whateverItIsCalled(String contentType) throws Exception {
        String answer = ask("POST", "/v2/check", contentType, "language=en-US&text=Whatever%2C+Sam");
        assertEquals(200, Wire.status(answer), answer);
        assertTrue(answer.contains("Content-Type: application/json\r\n"), answer);
        assertEquals(List.of("DISMISSIVE_BRUSH_OFF@0"), rules(JSON.readTree(body(answer))));
    }

    @Test
    void form_inTheAddress() throws Exception {
        String answer = ask("GET", "/v2/check?language=en-US&text=calm+down", "", "");
        assertEquals(List.of("DISMISSIVE_FEELING_ORDER@0"), rules(JSON.readTree(body(answer))));
    }

    @Test
    void form_addressCountsMoreThanBody() throws Exception {
        String answer = ask("POST", "/v2/check?c=1&text=fine", FORM, "text=whatever&language=en-US&c=0&noequals");
        JsonNode json = JSON.readTree(body(answer));
        assertEquals(List.of(), rules(json));
        assertFalse(json.has("software"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "language=en-US&text=a&data={}                            | Set only 'text' or 'data'",
                "language=en-US                                           | Missing 'text' or 'data'",
                "text=a                                                   | Missing 'language'",
                "text=a&language=                                         | Missing 'language'",
                "text=a&language=e                                        | no language code",
                "text=a&language=english%20please                         | no language code",
                "text=a&language=en-US&level=fussy                        | 'level'",
                "text=a&language=en-US&strictness=fussy                   | 'strictness': expected gentle, default or picky",
                "text=a&language=en-US&ignore=fussy                       | 'ignore': expected a fingerprint",
                "text=a&language=en-US&mode=some                          | 'mode'",
                "text=a&language=en-US&enabledOnly=true                   | enabledOnly=true",
                "text=a&language=en-US&enabledOnly=yes&enabledRules=A&disabledRules=B | enabledOnly=true",
                "text=a&language=en-US&enabled=A                          | 'enabledRules'",
                "text=a&language=en-US&disabled=A                         | 'disabledRules'",
                "text=a&language=en-US&preferredvariants=en-GB            | 'preferredVariants'",
                "text=a&language=en-US&autodetect=1                       | 'language=auto'",
                "text=a&language=en-US&noopLanguages=de                   | 'noopLanguages'",
                "text=a&language=en-US&username=sam                       | 'username'",
                "text=a&language=en-US&apiKey=sam                         | 'username'",
                "text=a&language=en-US&callback=run                       | 'callback'",
                "text=a&language=en-US&ruleValues=A                       | 'ruleValues'",
                "text=%zz&language=en-US                                  | Could not decode query",
                "language=en-US&data={                                    | JSON",
                "language=en-US&data=[]                                   | 'data' must be",
                "language=en-US&data={}                                   | either 'text' or 'annotation'",
                "language=en-US&data={\"text\":\"a\",\"annotation\":[]}   | either 'text' or 'annotation'",
                "language=en-US&data={\"text\":7}                         | must be a string",
                "language=en-US&data={\"annotation\":{}}                  | must be an array",
                "language=en-US&data={\"annotation\":[{}]}                | Each part",
                "language=en-US&data={\"annotation\":[{\"text\":\"a\",\"markup\":\"b\"}]} | Each part",
                "language=en-US&data={\"annotation\":[{\"text\":\"a\",\"interpretAs\":\"b\"}]} | Each part",
                "language=en-US&data={\"annotation\":[{\"markup\":3}]}    | must be a string",
            })
    void mistakes(String form, String says) throws Exception {
        String answer = ask("POST", "/v2/check", FORM + ORIGIN, form);
        assertEquals(400, Wire.status(answer), answer);
        assertTrue(body(answer).startsWith("Error: "), answer);
        assertTrue(body(answer).contains(says), answer);
        assertTrue(answer.contains("Access-Control-Allow-Origin: moz-extension://5f1c\r\n"), answer);
    }

    @Test
    void addressOfAFewThousandLetters_isRead_oneWithoutEndIsNot() throws Exception {
        String text = "/v2/check?language=en-US&text=" + "fine%20".repeat(1700);
        assertTrue(text.length() > 10_000);
        String answer = ask("GET", text, ORIGIN, "");
        assertEquals(200, Wire.status(answer), answer);
        String endless = ask("GET", "/v2/check?language=en-US&text=" + "a".repeat(1 << 15), ORIGIN, "");
        assertEquals(414, Wire.status(endless), endless);
        assertTrue(body(endless).contains("in the body"), endless);
        String headers =
                ask("GET", "/v2/check?language=en-US&text=ok", ORIGIN + "X: " + "a".repeat(1 << 15) + "\r\n", "");
        assertEquals(431, Wire.status(headers), headers);
        assertTrue(headers.contains("Content-Type: text/plain"), headers);
        assertTrue(body(headers).startsWith("Error: "), headers);
    }

    @Test
    void lenient_whereOthersAreNot() throws Exception {
        assertEquals(
                "en-GB",
                check("text", "a", "language", "auto", "preferredVariants", "de-AT,en-GB")
                        .at("/language/code")
                        .asText());
        assertEquals(
                "en-US",
                check("text", "a", "language", "en_us", "preferredVariants", "nonsense")
                        .at("/language/code")
                        .asText());
        assertEquals(
                "en",
                check("text", "a", "language", "en", "username", "sam", "apiKey", "x", "toneTags", "x", "more", "y")
                        .at("/language/code")
                        .asText());
        for (String level : List.of("default", "picky", "academic", "elegant")) {
            assertEquals(
                    0,
                    check("text", "fine", "language", "en-US", "level", level)
                            .path("matches")
                            .size());
        }
    }

    @Test
    void empty_isFine() throws Exception {
        assertEquals(0, check("text", "", "language", "en-US").path("matches").size());
        assertEquals(
                0,
                check("data", "{\"annotation\":[]}", "language", "auto")
                        .path("matches")
                        .size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"annotation\":[{\"text\":\"A \"},{\"markup\":\"<b>\"},{\"text\":\"whatever\"},{\"markup\":\"</b>\"}]} | 5 | 8",
                "{\"annotation\":[{\"text\":\"so \"},{\"markup\":\"<i>\"},{\"text\":\"what\"},{\"markup\":\"</i>\"},{\"text\":\"ever\"}]} | 6 | 12",
                "{\"annotation\":[{\"text\":\"Hi\"},{\"markup\":\"<p>\",\"interpretAs\":\"\\n\\n\"},{\"text\":\"Calm down\"}]} | 5 | 9",
                "{\"text\":\"😀 calm down\"} | 3 | 9",
                "{\"annotation\":[{\"markup\":\"> quoted\\n\"},{\"text\":\"whatever\",\"offset\":4}]} | 9 | 8",
                "{\"text\":\"One.\\r\\n\\r\\nWhatever here.\"} | 8 | 8",
                "{\"text\":\"👩‍👩‍👧 calm down\"} | 9 | 9",
                "{\"text\":\"cafe\u0301 whatever\"} | 6 | 8",
            })
    void places(String data, int offset, int length) throws Exception {
        JsonNode match = matches(check("data", data, "language", "en-US")).get(0);
        assertEquals(offset, match.path("offset").asInt());
        assertEquals(length, match.path("length").asInt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"markup\":\"> \"},{\"text\":\"Whatever, it is over.\"},{\"markup\":\"\\n\\n\",\"interpretAs\":\"\\n\\n\"},{\"text\":\"ok\"}    | 25",
                "{\"markup\":\"> \",\"interpretAs\":\"\"},{\"text\":\"One.\\n> Whatever.\"},{\"text\":\"\\n\\nok\"}                  | 20",
                "{\"text\":\"Hi,\"},{\"markup\":\"\\n\\n>> \",\"interpretAs\":\"\\n\\n\"},{\"text\":\"Whatever.\"},{\"text\":\"\\n\\nok\"} | 19",
                "{\"markup\":\"> Whatever.\\r\\n> It is over.\\r\\n\\r\\n\",\"interpretAs\":\"\\n\\n\"},{\"text\":\"ok\"}           | 30",
            })
    void quotedLines_areWhatIsAnswered_alsoWhereTheirSignsAreMarkup(String parts, int offset) throws Exception {
        List<JsonNode> matches = matches(check("data", "{\"annotation\":[" + parts + "]}", "language", "en-US"));
        assertEquals(1, matches.size(), matches.toString());
        assertEquals("DISMISSIVE_TOKEN_REPLY", matches.get(0).at("/rule/id").asText());
        assertEquals(offset, matches.get(0).path("offset").asInt());
        assertEquals(2, matches.get(0).path("length").asInt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"a \"},{\"markup\":\"> \"},{\"text\":\"whatever\"}",
                "{\"markup\":\"<p\\n>\"},{\"text\":\"whatever\"}",
                "{\"markup\":\"- > \"},{\"text\":\"whatever\"}",
                "{\"markup\":\"> \",\"interpretAs\":\"more than \"},{\"text\":\"whatever\"}",
            })
    void otherSigns_quoteNothing(String parts) throws Exception {
        assertEquals(
                1,
                matches(check("data", "{\"annotation\":[" + parts + "]}", "language", "en-US"))
                        .size());
    }

    @Test
    void context_asTheOriginalHasIt() throws Exception {
        JsonNode match = matches(check("text", "One.\r\n\r\nWhatever here. " + "b".repeat(60), "language", "en-US"))
                .get(0);
        assertEquals(
                "One.\r \r Whatever here. " + "b".repeat(33) + "...",
                match.at("/context/text").asText());
        assertEquals(8, match.at("/context/offset").asInt());
        JsonNode cut = matches(
                        check("text", "Once more and once more and once more again, whatever", "language", "en-US"))
                .get(0);

        assertEquals(
                "whatever",
                cut.at("/context/text")
                        .asText()
                        .substring(cut.at("/context/offset").asInt()));
        assertEquals(8, cut.at("/context/length").asInt());
    }

    @Test
    void modes_partTheMatches() throws Exception {
        String[][] texts = {{"ok"}, {"Whatever. Calm down."}, {"Fine.\n\nAt least it stopped."}};
        for (String[] text : texts) {
            List<String> all = rules(check("text", text[0], "language", "en-US", "context", "my car is gone"));
            Set<String> whole = new HashSet<>(rules(
                    check("text", text[0], "language", "en-US", "context", "my car is gone", "mode", "textLevelOnly")));
            Set<String> sentences = new HashSet<>(rules(check(
                    "text", text[0], "language", "en-US", "context", "my car is gone", "mode", "allButTextLevelOnly")));
            assertFalse(all.isEmpty());
            assertTrue(whole.stream().noneMatch(sentences::contains));
            whole.addAll(sentences);
            assertEquals(new HashSet<>(all), whole);
        }
    }

    @Test
    void mode_tokenReplyIsOfTheWhole() throws Exception {
        String[] ok = {"text", "ok", "language", "en-US", "context", "my car is gone", "mode", "textLevelOnly"};
        assertEquals(List.of("DISMISSIVE_TOKEN_REPLY@0"), rules(check(ok)));
    }

    @Test
    void compact() throws Exception {
        JsonNode compact = check("text", "whatever", "language", "en-US", "c", "1");
        JsonNode match = matches(compact).get(0);
        assertFalse(
                compact.has("software") || compact.has("warnings") || match.has("context") || match.has("sentence"));
        assertEquals(5, match.path("replacements").size());
        JsonNode full = matches(check("text", "whatever", "language", "en-US")).get(0);
        assertEquals(7, full.path("replacements").size());
    }

    @Test
    void everyKeyIsThere_andNothingIsNull() throws Exception {
        JsonNode answer = check("text", "Well. Whatever, then. Bye.", "language", "auto");
        for (String key : List.of("apiVersion", "buildDate", "name", "premium", "status", "version")) {
            assertTrue(answer.path("software").has(key), key);
        }
        assertEquals(1, answer.at("/software/apiVersion").intValue());
        assertTrue(answer.at("/software/apiVersion").isInt());
        assertTrue(answer.at("/software/premium").isBoolean());
        for (String key : List.of("name", "code", "confidence", "source")) {
            assertTrue(answer.at("/language/detectedLanguage").has(key), key);
        }
        assertTrue(answer.at("/language/detectedLanguage/confidence").isFloatingPointNumber());
        JsonNode match = matches(answer).get(0);
        for (String key : List.of(
                "message",
                "shortMessage",
                "replacements",
                "offset",
                "length",
                "context",
                "sentence",
                "type",
                "rule",
                "ignoreForIncompleteSentence",
                "contextForSureMatch")) {
            assertTrue(match.has(key), key);
        }
        for (String key : List.of("id", "description", "issueType", "category")) {
            assertTrue(match.path("rule").has(key), key);
        }
        assertEquals("Whatever, then.", match.path("sentence").asText());
        assertEquals("TURNING_AWAY", match.at("/rule/category/id").asText());
        assertEquals("Turning away", match.at("/rule/category/name").asText());
        assertEquals("Hint", match.at("/type/typeName").asText());
        assertTrue(match.path("shortMessage").asText().length() < 60);
        assertTrue(ISSUE_TYPES.contains(match.at("/rule/issueType").asText()));
        assertFalse(answer.toString().contains("null"), answer.toString());
        assertEquals("[[0,5],[6,21],[22,26]]", answer.path("sentenceRanges").toString());
    }

    @Test
    void rule_linksToItsPage() throws Exception {
        String url = matches(check("text", "At least it stopped", "language", "en-US"))
                .get(0)
                .at("/rule/urls/0/value")
                .asText();
        assertTrue(url.startsWith("http://localhost"), url);
        String page = ask("GET", url.substring(url.indexOf("/tactics")), "", "");
        assertEquals(200, Wire.status(page));
        assertTrue(body(page).startsWith("# at-least"), page);
        assertEquals(404, Wire.status(ask("GET", "/tactics?id=nothing", "", "")));
    }

    @Test
    void replacements_fitTheirPlace() throws Exception {
        String text = "😀 Hey you, calm down, it's over. See you at 6?";
        for (JsonNode match : matches(check("text", text, "language", "en-US"))) {
            int offset = match.path("offset").asInt();
            int end = offset + match.path("length").asInt();
            for (JsonNode replacement : match.path("replacements")) {
                String value = replacement.path("value").asText();
                assertFalse(value.equals(text.substring(offset, end)));
                String applied = text.substring(0, offset) + value + text.substring(end);
                assertTrue(applied.matches("😀 Hey you, warm words \\d, it's over\\. See you at 6\\?"), applied);
            }
            assertFalse(match.path("replacements").isEmpty());
        }
    }

    @Test
    void replacements_leaveMarkupAlone() throws Exception {
        String data =
                "{\"annotation\":[{\"text\":\"calm \"},{\"markup\":\"`x`\",\"interpretAs\":\"\"},{\"text\":\"down\"}]}";
        assertEquals(
                0,
                matches(check("data", data, "language", "en-US"))
                        .get(0)
                        .path("replacements")
                        .size());
    }

    @Test
    void probe_andOtherLanguages() throws Exception {
        assertEquals(
                0,
                check("text", "languagetool testrule 8634756", "language", "en-us")
                        .path("matches")
                        .size());
        JsonNode german = check("text", "whatever", "language", "de-DE");
        assertEquals(0, german.path("matches").size());
        assertEquals("de-DE", german.at("/language/code").asText());
        JsonNode found = check("text", "vielleicht", "language", "auto", "preferredVariants", "de-AT");
        assertEquals("de-AT", found.at("/language/code").asText());
        assertEquals(List.of(), rules(found));
    }

    @Test
    void switches() throws Exception {
        String both = "Whatever. It stopped at least.";
        assertEquals(
                List.of("DISMISSIVE_BRUSH_OFF@0", "MINIMIZING_AT_LEAST@21"),
                rules(check("text", both, "language", "en-US")));
        assertEquals(
                List.of("MINIMIZING_AT_LEAST@21"),
                rules(check("text", both, "language", "en-US", "disabledRules", "X,DISMISSIVE_BRUSH_OFF")));
        assertEquals(List.of(), rules(check("text", both, "language", "en-US", "disabledCategories", "TURNING_AWAY")));
        assertEquals(
                List.of("MINIMIZING_AT_LEAST@21"),
                rules(check(
                        "text",
                        both,
                        "language",
                        "en-US",
                        "disabledCategories",
                        "TURNING_AWAY",
                        "enabledRules",
                        "MINIMIZING_AT_LEAST")));
        assertEquals(
                List.of("DISMISSIVE_BRUSH_OFF@0"),
                rules(check(
                        "text",
                        both,
                        "language",
                        "en-US",
                        "enabledOnly",
                        "true",
                        "enabledRules",
                        "DISMISSIVE_BRUSH_OFF")));
        assertEquals(
                2,
                rules(check(
                                "text",
                                both,
                                "language",
                                "en-US",
                                "enabledOnly",
                                "yes",
                                "enabledCategories",
                                "TURNING_AWAY"))
                        .size());
        assertEquals(
                List.of(),
                rules(check(
                        "text",
                        both,
                        "language",
                        "en-US",
                        "enabledOnly",
                        "yes",
                        "enabledRules",
                        "UPPERCASE_SENTENCE_START")));
        assertEquals(
                List.of("DISMISSIVE_BRUSH_OFF@0"),
                rules(check(
                        "text",
                        both,
                        "language",
                        "en-US",
                        "ruleValues",
                        "MINIMIZING_AT_LEAST:85,DISMISSIVE_BRUSH_OFF:85")));
    }

    @Test
    void picky_tellsWhatIsLikely() throws Exception {
        assertEquals(List.of(), rules(check("text", "hm I see", "language", "en-US")));
        JsonNode picky = check("text", "hm I see", "language", "en-US", "level", "picky");
        assertEquals(List.of("DISMISSIVE_PERHAPS@0"), rules(picky));
        assertEquals("picky", picky.at("/matches/0/rule/tags/0").asText());
        assertEquals(picky, check("text", "hm I see", "language", "en-US", "strictness", "picky"));
        assertEquals(
                List.of(),
                rules(check("text", "hm I see", "language", "en-US", "level", "picky", "strictness", "default")));
        // what is told anyway is told as ever
        assertEquals(
                List.of("MINIMIZING_AT_LEAST@0"),
                rules(check("text", "at least it is dry", "language", "en-US", "level", "picky")));
        assertEquals(
                List.of(),
                rules(check(
                        "text",
                        "hm I see",
                        "language",
                        "en-US",
                        "level",
                        "picky",
                        "disabledRules",
                        "DISMISSIVE_PERHAPS")));
        assertEquals(
                List.of(),
                rules(check(
                        "text",
                        "hm I see",
                        "language",
                        "en-US",
                        "level",
                        "picky",
                        "disabledRules",
                        "DISMISSIVE_BRUSH_OFF")));
    }

    @Test
    void ignore_oneWording() throws Exception {
        String fingerprint = Fingerprint.of(Tactic.AT_LEAST, "at least").id();
        assertEquals(List.of("MINIMIZING_AT_LEAST@0"), rules(check("text", "At least it is dry", "language", "en-US")));
        assertEquals(
                List.of(),
                rules(check(
                        "text",
                        "At least it is dry",
                        "language",
                        "en-US",
                        "ignore",
                        fingerprint + ", " + fingerprint)));
        assertEquals(
                List.of("DISMISSIVE_BRUSH_OFF@0"),
                rules(check("text", "Whatever, Sam", "language", "en-US", "ignore", fingerprint)));
    }

    @Test
    void marks_leaveAlone() throws Exception {
        String cold = "At least it is dry";
        assertEquals(
                List.of(),
                rules(check("text", "<!-- toward:off -->\n" + cold, "language", "en-US", "context", "The roof leaks")));
        assertEquals(
                List.of("DISMISSIVE_BRUSH_OFF@59"),
                rules(check(
                        "text",
                        "<!-- toward:off -->\n" + cold + "\n<!-- toward:on -->\n\nWhatever, Sam",
                        "language",
                        "en-US",
                        "context",
                        "The roof leaks")));
        assertEquals(
                List.of("DISMISSIVE_BRUSH_OFF@52"),
                rules(check(
                        "text",
                        "toward:ignore-next at-least\n" + cold + "\n   \n\nWhatever, Sam",
                        "language",
                        "en-US",
                        "context",
                        "The roof leaks")));
        // markup, as an editor of Markdown sends it
        assertEquals(
                List.of(),
                rules(check(
                        "data",
                        "{\"annotation\":[{\"markup\":\"<!-- toward:off -->\\n\",\"interpretAs\":\"\\n\"},{\"text\":\""
                                + cold + "\"}]}",
                        "language",
                        "en-US",
                        "context",
                        "The roof leaks")));
        // somebody else's
        assertEquals(
                List.of("MINIMIZING_AT_LEAST@14"),
                rules(check("text", "> toward:off\n\n" + cold, "language", "en-US", "context", "The roof leaks")));
    }

    @Test
    void tooLong() throws Exception {
        String answer = ask("POST", "/v2/check", ORIGIN, "language=en-US&text=" + "a+".repeat(20_001));
        assertEquals(413, Wire.status(answer));
        assertTrue(body(answer).contains("exceeds the limit of 40000 characters (it's 40002 characters)"), answer);
        String larger = ask("POST", "/v2/check", ORIGIN, "language=en-US&text=" + "a+".repeat(1 << 20));
        assertEquals(413, Wire.status(larger));
        assertTrue(body(larger).contains("exceeds this server's hard limit"), larger);
        assertTrue(larger.contains("Access-Control-Allow-Origin: "), larger);
        // markup does not count
        String data = "{\"annotation\":[{\"markup\":\"" + "a".repeat(50_000) + "\"},{\"text\":\"b\"}]}";
        assertEquals(0, check("data", data, "language", "en-US").path("matches").size());
    }

    @Test
    void tooSlow() throws Exception {
        String text = "slowly now. ".repeat(60).replace(". ", ".\n\n");
        String answer = ask("POST", "/v2/check", "", form("text", "Hi Sam,\n\n" + text, "language", "en-US"));
        assertTrue(Wire.status(answer) == 500 || Wire.status(answer) == 503, answer);
        assertTrue(body(answer).toLowerCase(java.util.Locale.ROOT).contains("checking took longer than"), answer);
    }

    @Test
    void options_andCors() throws Exception {
        String answer = ask(
                "OPTIONS",
                "/v2/check",
                "Origin: app://obsidian.md\r\nAccess-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: content-type,x-own\r\n"
                        + "Access-Control-Request-Private-Network: true\r\n",
                "");
        assertEquals(204, Wire.status(answer));
        assertTrue(answer.contains("Access-Control-Allow-Origin: app://obsidian.md\r\n"), answer);
        assertTrue(answer.contains("Access-Control-Allow-Methods: GET, POST, OPTIONS\r\n"), answer);
        assertTrue(answer.contains("Access-Control-Allow-Headers: content-type,x-own\r\n"), answer);
        assertTrue(answer.contains("Access-Control-Max-Age: "), answer);
        assertTrue(answer.contains("Access-Control-Allow-Private-Network: true\r\n"), answer);
        String refused = ask("POST", "/v2/check", "Origin: https://evil.example\r\n", "text=a&language=en");
        assertEquals(403, Wire.status(refused));
        assertTrue(body(refused).startsWith("Error: "), refused);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/check",
                "/v2/check",
                "/v2/v2/check",
                "//v2/check",
                "/v2//check",
                "/languagetool/v2/check",
                "/v2/check/",
                "/api/lt/v2/check"
            })
    void address_anyForm(String path) throws Exception {
        String answer = ask("POST", path, FORM, "text=whatever&language=en-US");
        assertEquals(200, Wire.status(answer), answer);
        assertEquals(List.of("DISMISSIVE_BRUSH_OFF@0"), rules(JSON.readTree(body(answer))));
    }

    @Test
    void address_unknown() throws Exception {
        String answer = ask("POST", "/v2/users/me", ORIGIN, "");
        assertEquals(404, Wire.status(answer), answer);
        assertTrue(body(answer).startsWith("Error: Unsupported action"), answer);
        assertTrue(answer.contains("Access-Control-Allow-Origin: "), answer);
        assertTrue(body(ask("POST", "/v1/check", "Content-Type: application/json\r\n", "{\"text\":\"ok\"}"))
                .contains("\"label\""));
    }

    @Test
    void otherActions() throws Exception {
        String languages = ask("GET", "/v2/languages", "", "");
        JsonNode list = JSON.readTree(body(languages));
        List<String> names = new ArrayList<>();
        list.forEach(l -> names.add(l.path("name").asText()));
        assertEquals(names.stream().sorted().toList(), names);
        assertEquals(
                "{\"name\":\"English\",\"code\":\"en\",\"longCode\":\"en\"}",
                list.get(0).toString());
        String most = ask("POST", "/v2/maxtextlength", FORM, "\u0000");
        assertEquals("40000", body(most));
        assertTrue(most.contains("Content-Type: text/plain"), most);
        assertEquals("OK", body(ask("GET", "/v2/healthcheck", "", "")));
        JsonNode software = JSON.readTree(body(ask("GET", "/v2/info", "", ""))).path("software");
        assertEquals("Toward", software.path("name").asText());
        assertFalse(software.path("premium").asBoolean(true));
    }

    @Test
    void configInfo() throws Exception {
        assertEquals(400, Wire.status(ask("GET", "/v2/configinfo", "", "")));
        JsonNode info = JSON.readTree(body(ask("POST", "/v2/configinfo", FORM, "language=en-US")));
        assertEquals(40_000, info.at("/parameter/maxTextLength").asInt());
        assertEquals(25, info.path("rules").size());
        for (JsonNode rule : info.path("rules")) {
            rule.forEach(value -> assertTrue(value.isTextual()));
            assertTrue(ISSUE_TYPES.contains(rule.path("locQualityIssueType").asText()));
            assertFalse(rule.path("ruleId")
                    .asText()
                    .matches("DB_.*|.*(?:SPELLER_RULE|MORFOLOGIK_RULE|HUNSPELL|SPELLING_RULE).*"));
        }
        assertEquals(
                0,
                JSON.readTree(body(ask("GET", "/v2/configinfo?language=de", "", "")))
                        .path("rules")
                        .size());
    }

    @Test
    void bid_outOfTheMail() throws Exception {
        String mail = "ok\n\nOn Tue, 3 Nov 2026 at 09:12, Ana <ana@example.org> wrote:\n> My car is gone.\n> Gone!\n";
        assertEquals(List.of("DISMISSIVE_TOKEN_REPLY@0"), rules(check("text", mail, "language", "en-US")));
        assertEquals(
                List.of("DISMISSIVE_TOKEN_REPLY@18"),
                rules(check("text", "> My car is gone.\nok", "language", "en-US")));
        assertEquals(List.of(), rules(check("text", "ok", "language", "en-US")));
        assertEquals(
                List.of("DISMISSIVE_TOKEN_REPLY@0"),
                rules(check("text", "ok", "language", "en-US", "context", "[\"hi\",\"My car is gone\"]")));
        assertEquals(
                List.of("DISMISSIVE_TOKEN_REPLY@0"),
                rules(check(
                        "data",
                        "{\"text\":\"ok\",\"metaData\":{\"context\":\"My car is gone\"}}",
                        "language",
                        "en-US")));
    }

    @Test
    void name_outOfTheMail() throws Exception {
        JsonNode match = matches(check(
                        "data",
                        "{\"text\":\"whatever\",\"metaData\":{\"FullName\":\"Ana Ruiz\"}}",
                        "language",
                        "en-US"))
                .get(0);
        assertEquals("warm words 0, Ana", match.at("/replacements/0/value").asText());
        JsonNode greeted = matches(check("text", "Hi Sam,\n\nwhatever\n\nBest,\nJo", "language", "en-US"))
                .get(0);
        assertEquals("warm words 0, Sam", greeted.at("/replacements/0/value").asText());
    }
}
