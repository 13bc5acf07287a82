package dev.toward.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.Server;
import dev.toward.ServerOptions;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Forms and JSON of any content, to the protocols of others: never a fault, and nothing in the log. */
class HostileProtocolsTest {
    private static final List<String> LOG = Collections.synchronizedList(new ArrayList<>());

    private static Server server;

    @BeforeContainer
    static void start() throws Exception {
        server = new HttpServerProvider().start(ServerOptions.at("127.0.0.1", 0), WordAnswers::new, LOG::add);
        server.awaitReady();
    }

    @AfterContainer
    static void stop() {
        server.close();
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void forms(@ForAll("form") String form, @ForAll("path") String path) throws Exception {
        answered(Wire.ask(server.address(), "POST", path, "", form));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void comments(@ForAll("json") String json) throws Exception {
        for (String action : List.of("analyze", "suggestscore")) {
            answered(Wire.ask(server.address(), "POST", "/v1alpha1/comments:" + action, "", json));
        }
    }

    private static void answered(String answer) {
        assertTrue(Wire.status(answer) < 500, answer);
        assertEquals(List.of(), LOG);
    }

    @Provide
    Arbitrary<String> path() {
        return Arbitraries.of(
                "/v2/check",
                "/v2/check",
                "/v2/check?c=1",
                "/v2/check?text=%",
                "/v2/configinfo",
                "/v2/languages",
                "/v2/",
                "/v2",
                "/v2/x/y",
                "//",
                "///v2//check//",
                "/v2/../v2/check",
                "/v2/%63heck",
                "/v2/check;a=b");
    }

    @Provide
    Arbitrary<String> form() {
        Arbitrary<String> names = Arbitraries.of(
                "text",
                "data",
                "language",
                "mode",
                "level",
                "c",
                "enabledOnly",
                "enabledRules",
                "disabledCategories",
                "ruleValues",
                "context",
                "them",
                "preferredVariants",
                "username",
                "allowIncompleteResults",
                "");
        Arbitrary<String> field =
                Combinators.combine(names, value()).as((name, value) -> name + "=" + URLEncoder.encode(value, UTF_8));
        return field.list().ofMaxSize(4).map(fields -> "language=en-US&" + String.join("&", fields));
    }

    private static Arbitrary<String> value() {
        Arbitrary<String> pieces = Arbitraries.of(
                "whatever",
                " ",
                "\n",
                "> ",
                "calm down",
                "\"",
                "'",
                "\u201c",
                "```",
                "Hi Sam,\n",
                "On x wrote:\n",
                "-- \n",
                "\ud83d",
                "\ude00",
                "{\"text\":\"whatever\"}",
                "{\"annotation\":[{\"markup\":\"<b>\",\"interpretAs\":\"\\n\"},{\"text\":\"calm\"},{\"markup\":\"x\"},{\"text\":\" down\"}]}",
                "[",
                "true",
                "en-US",
                "auto",
                "picky",
                "MINIMIZING_AT_LEAST:50",
                "\u0000",
                "\r\n");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(12).map(all -> String.join("", all)),
                Arbitraries.strings().ofMaxLength(40));
    }

    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> values = Arbitraries.of(
                "null",
                "1",
                "2.5",
                "-1",
                "1e999",
                "true",
                "\"\"",
                "\"whatever\"",
                "\"<p>&amp;&#x41;&#1114112;<\"",
                "[]",
                "{}",
                "[\"en\"]",
                "{\"text\":\"whatever\",\"type\":\"HTML\"}",
                "{\"text\":\"&lt;b>calm &#128512; down\",\"type\":\"HTML\"}",
                "{\"entries\":[{\"text\":\"a\"}]}",
                "{\"DISMISSIVE\":{}}",
                "{\"DISMISSIVE\":{\"scoreThreshold\":0.5}}",
                "\"\\ud83d\"");
        Arbitrary<String> names = Arbitraries.of(
                "comment",
                "requestedAttributes",
                "attributeScores",
                "context",
                "languages",
                "spanAnnotations",
                "clientToken",
                "doNotStore");
        Arbitrary<String> fields = Combinators.combine(names, values).as((name, value) -> "\"" + name + "\":" + value);
        return fields.list()
                .ofMaxSize(5)
                .map(all ->
                        "{\"comment\":{\"text\":\"<i>whatever</i> &amp; co. ok &lt;\",\"type\":\"HTML\"},\"requestedAttributes\":{\"DISMISSIVE\":{}},\"spanAnnotations\":true"
                                + (all.isEmpty() ? "" : "," + String.join(",", all)) + "}");
    }
}
