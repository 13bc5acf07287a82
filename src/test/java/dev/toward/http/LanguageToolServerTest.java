package dev.toward.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.Server;
import dev.toward.ServerOptions;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our answers beside those of a real LanguageTool server, field by field, for everything but the matches themselves. */
@Tag("languagetool")
class LanguageToolServerTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path JARS = Path.of("target", "languagetool");
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final Duration START = Duration.ofSeconds(180);

    /** What cannot be the same: who answers, and how sure it is of a language; and what asks for money. */
    private static final Set<String> THEIR_OWN = Set.of(
            "/software/name",
            "/software/version",
            "/software/buildDate",
            "/software/commit",
            "/software/premiumHint",
            "/language/detectedLanguage/confidence",
            "/language/detectedLanguage/source");

    private static Process process;
    private static URI theirs;
    private static Server ours;

    @BeforeAll
    static void start() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        theirs = URI.create("http://localhost:" + port);
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1500m",
                        "-cp",
                        JARS + File.separator + "*",
                        "org.languagetool.server.HTTPServer",
                        "--port",
                        "" + port,
                        "--allow-origin",
                        "*")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        ours = new HttpServerProvider().start(ServerOptions.at("127.0.0.1", 0), WordAnswers::new, line -> {});
        ours.awaitReady();
        long late = System.nanoTime() + START.toNanos();
        while (!answers()) {
            assertTrue(
                    process.isAlive() && System.nanoTime() - late < 0,
                    "LanguageTool did not start; is " + JARS + " filled?");
            Thread.sleep(500);
        }
        warm(late);
    }

    /** The first check loads all its rules, and may take longer than a test waits. */
    private static void warm(long late) throws IOException {
        while (true) {
            try {
                Wire.ask(theirs, "POST", "/v2/check", FORM, "language=en-US&text=A+kettel.");
                return;
            } catch (SocketTimeoutException e) {
                assertTrue(System.nanoTime() - late < 0, "LanguageTool did not answer a first check");
            }
        }
    }

    private static boolean answers() {
        try {
            return Wire.status(Wire.ask(theirs, "GET", "/v2/healthcheck", "", "")) == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @AfterAll
    static void stop() throws Exception {
        ours.close();
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    private record Both(String theirs, String ours) {
        static Both ask(String method, String path, String body) throws IOException {
            return new Both(
                    Wire.ask(LanguageToolServerTest.theirs, method, path, FORM, body),
                    Wire.ask(LanguageToolServerTest.ours.address(), method, path, FORM, body));
        }

        JsonNode theirJson() throws IOException {
            return JSON.readTree(body(theirs));
        }

        JsonNode ourJson() throws IOException {
            return JSON.readTree(body(ours));
        }
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    /** Lists every field of theirs that ours lacks, or has of another type or, where it counts, of another value. */
    private static void compare(String at, JsonNode theirs, JsonNode ours, List<String> differences) {
        if (THEIR_OWN.contains(at) || at.equals("/matches")) {
            return;
        }
        if (ours.isMissingNode()) {
            differences.add(at + ": missing");
        } else if (theirs.getNodeType() != ours.getNodeType()) {
            differences.add(at + ": " + theirs.getNodeType() + ", not " + ours.getNodeType());
        } else if (theirs.isObject()) {
            for (Map.Entry<String, JsonNode> field : theirs.properties()) {
                compare(at + "/" + field.getKey(), field.getValue(), ours.path(field.getKey()), differences);
            }
        } else if (!theirs.equals(ours)) {
            differences.add(at + ": " + theirs + ", not " + ours);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "language=en-US&text=The+kettle+is+on.+Come+in.",
                "language=en-GB&text=The+kettle+is+on.%0A%0ACome+in.",
                "language=en&text=The+kettle+is+on.",
                "language=auto&text=The+kettle+is+on+and+the+door+is+open+for+you.",
                "language=auto&preferredVariants=en-GB&text=The+kettle+is+on+and+the+door+is+open+for+you.",
                "language=en-US&text=",
                "language=en-US&text=The+kettle+is+on.&c=1",
                "language=en-US&text=The+kettle+is+on.&mode=textLevelOnly&level=picky",
                "language=en-US&text=%F0%9F%98%80+The+kettle+is+on.+Come+in.",
                "language=en-US&data={\"annotation\":[{\"text\":\"The \"},{\"markup\":\"<b>\"},{\"text\":\"kettle\"},{\"markup\":\"</b>\"},{\"text\":\" is on.\"}]}",
            })
    void check_fieldByField(String form) throws Exception {
        Both both = Both.ask("POST", "/v2/check", form);
        assertEquals(200, Wire.status(both.theirs()), both.theirs());
        assertEquals(200, Wire.status(both.ours()), both.ours());
        List<String> differences = new ArrayList<>();
        compare("", both.theirJson(), both.ourJson(), differences);
        assertEquals(List.of(), differences, form);
    }

    @Test
    void match_hasTheirKeys() throws Exception {
        for (String compact : List.of("", "&c=1")) {
            JsonNode their = JSON.readTree(body(Wire.ask(
                            theirs, "POST", "/v2/check", FORM, "language=en-US&text=A+kettel+is+on." + compact)))
                    .at("/matches/0");
            JsonNode our = JSON.readTree(body(Wire.ask(
                            ours.address(),
                            "POST",
                            "/v2/check",
                            FORM,
                            "language=en-US&text=Whatever%2C+then." + compact)))
                    .at("/matches/0");
            assertEquals(new TreeSet<>(), missing(their, our, Set.of()));
            assertEquals(new TreeSet<>(), missing(their.path("rule"), our.path("rule"), Set.of("sourceFile", "subId")));
            assertEquals(new TreeSet<>(), missing(their.path("context"), our.path("context"), Set.of()));
        }
    }

    private static TreeSet<String> missing(JsonNode theirs, JsonNode ours, Set<String> optional) {
        TreeSet<String> missing = new TreeSet<>();
        theirs.fieldNames().forEachRemaining(missing::add);
        ours.fieldNames().forEachRemaining(missing::remove);
        missing.removeAll(optional);
        return missing;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text=a&data={}&language=en-US",
                "language=en-US",
                "text=a",
                "text=a&language=en-US&level=fussy",
                "text=a&language=en-US&mode=some",
                "text=a&language=en-US&enabledOnly=true",
                "text=a&language=en-US&enabledOnly=true&enabledRules=A&disabledRules=B",
                "text=a&language=en-US&enabled=A",
                "text=a&language=en-US&autodetect=1",
                "text=a&language=en-US&username=sam",
                "text=%zz&language=en-US",
                "language=en-US&data={",
                "language=en-US&data={\"text\":\"a\",\"annotation\":[]}",
            })
    void mistakes_haveTheirStatus(String form) throws Exception {
        Both both = Both.ask("POST", "/v2/check", form);
        assertEquals(Wire.status(both.theirs()), Wire.status(both.ours()), both.theirs() + "\n" + both.ours());
        assertTrue(body(both.ours()).startsWith("Error: "), both.ours());
    }

    @Test
    void otherActions() throws Exception {
        for (String path : List.of("/v2/info", "/v2/configinfo?language=en-US", "/v2/nothing", "/v2/configinfo")) {
            Both both = Both.ask("GET", path, "");
            assertEquals(Wire.status(both.theirs()), Wire.status(both.ours()), path);
            if (Wire.status(both.theirs()) == 200) {
                List<String> differences = new ArrayList<>();
                compare("", both.theirJson(), both.ourJson(), differences);
                differences.removeIf(d -> d.startsWith("/rules") || d.startsWith("/parameter/maxTextLength"));
                assertEquals(
                        List.of(),
                        differences,
                        both.theirs().substring(0, Math.min(2000, both.theirs().length())));
            }
        }
        Both languages = Both.ask("GET", "/v2/languages", "");
        for (JsonNode our : languages.ourJson()) {
            boolean known = false;
            for (JsonNode their : languages.theirJson()) {
                known |= their.equals(our);
            }
            assertTrue(known, our.toString());
        }
        Both most = Both.ask("GET", "/v2/maxtextlength", "");
        assertTrue(body(most.theirs()).matches("\\d+") && body(most.ours()).matches("\\d+"));
        assertEquals(
                body(Both.ask("GET", "/v2/healthcheck", "").theirs()),
                body(Both.ask("GET", "/v2/healthcheck", "").ours()));
    }

    /** {@code {}} in an address is not encoded here on purpose: both must bear it in a body. */
    @Test
    void encoding_isUtf8() throws Exception {
        Both both = Both.ask(
                "POST",
                "/v2/check",
                "language=en-US&text=" + java.net.URLEncoder.encode("Caf\u00e9. \ud83d\ude42 Hm.", UTF_8));
        assertEquals(both.theirJson().path("sentenceRanges"), both.ourJson().path("sentenceRanges"));
    }
}
