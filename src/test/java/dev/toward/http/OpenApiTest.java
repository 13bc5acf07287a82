package dev.toward.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.toward.Analyses;
import dev.toward.Analysis;
import dev.toward.FixedAnswers;
import dev.toward.Phrasebook;
import dev.toward.Server;
import dev.toward.ServerOptions;
import dev.toward.text.Draft;
import dev.toward.verdict.Settings;
import dev.toward.verdict.Verdict;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code openapi.json} says what the server does: real answers, good and bad, are held against it. */
class OpenApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOKEN = "a-token-of-some-length";

    @TempDir
    private static Path data;

    private static HttpClient client;
    private static Phrasebook.Opened book;
    private static Server server;
    private static Server loading;
    private static Server guarded;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        client = HttpClient.newHttpClient();
        Phrasebook.Opened opened = Phrasebook.open(Path.of("models"), data);
        book = opened;
        Analyses analyses = new Analyses() {
            @Override
            public Analysis analyze(Draft draft, int suggestions, @Nullable String them) {
                return new FixedAnswers().analyze(draft, suggestions, them);
            }

            @Override
            public Analyses under(Settings.Change change) {
                Settings settings = Settings.SHIPPED.with(change);
                return (draft, suggestions, them) -> {
                    Analysis all = analyze(draft, suggestions, them);
                    return all.verdict() instanceof Verdict.Decided decided
                            ? new Analysis(
                                    draft,
                                    settings.applied(decided, draft.text()),
                                    List.of(),
                                    all.care(),
                                    all.language(),
                                    all.tier(),
                                    all.provenance())
                            : all;
                };
            }

            @Override
            public Phrasebook phrases() {
                return opened.book();
            }
        };
        ServerOptions options = ServerOptions.at("127.0.0.1", 0);
        server = new HttpServerProvider().start(options, () -> analyses, line -> {});
        guarded = new HttpServerProvider().start(options.withToken(TOKEN).withRate(1), () -> analyses, line -> {});
        loading = new HttpServerProvider()
                .start(
                        options,
                        () -> {
                            try {
                                Thread.sleep(60_000);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return analyses;
                        },
                        line -> {});
        server.awaitReady();
        document = JSON.readTree(get(server, "/openapi.json").body());
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        server.close();
        guarded.close();
        loading.close();
        book.close();
    }

    private static HttpResponse<String> get(Server server, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address() + path)).build(), BodyHandlers.ofString(UTF_8));
    }

    private static HttpResponse<String> send(Server to, String method, String path, String mediaType, String body)
            throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(to.address() + path))
                        .header("Content-Type", mediaType)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString(UTF_8));
    }

    /** Holds an answer against what the document promises for its path, method and status. */
    private static void promised(String method, String path, HttpResponse<String> response) throws Exception {
        String route = path.replaceAll("\\?.*", "");
        JsonNode answer = document.path("paths")
                .path(route)
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses")
                .path(Integer.toString(response.statusCode()));
        assertFalse(answer.isMissingNode(), method + " " + path + " may not answer " + response.statusCode());
        if (answer.has("$ref")) {
            answer = document.at(answer.path("$ref").asText().substring(1));
        }
        for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
            String value = response.headers().firstValue(header.getKey()).orElse("");
            assertFalse(value.isEmpty(), header.getKey());
            if (header.getValue().path("schema").path("type").asText().equals("integer")) {
                assertTrue(value.matches("[1-9][0-9]*"), value);
            }
        }
        String mediaType =
                response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        if (!answer.has("content")) {
            assertEquals("", response.body());
            return;
        }
        JsonNode schema = answer.path("content").path(mediaType).path("schema");
        assertFalse(schema.isMissingNode(), path + " may not answer " + mediaType);
        switch (mediaType) {
            case "application/jsonl" -> {
                for (String line : response.body().lines().toList()) {
                    valid(schema, JSON.readTree(line));
                }
            }
            case "text/plain", "text/html", "application/yaml" ->
                valid(schema, JSON.getNodeFactory().textNode(response.body()));
            default -> valid(schema, JSON.readTree(response.body()));
        }
    }

    private static void valid(JsonNode schema, JsonNode value) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", document.path("components"));
        whole.putArray("allOf").add(schema);
        JsonSchema compiled =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
        assertEquals(List.of(), new ArrayList<>(compiled.validate(value)), value.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST   | /v1/check                     | {\"text\":\"at least, hm\",\"context\":[\"a\",\"b\"],\"id\":\"x\"} | 200",
                "POST   | /v1/check                     | {\"text\":\"danger\",\"id\":4}                      | 200",
                "POST   | /v1/check                     | {\"text\":\"123\",\"suggest\":0,\"tier\":\"fast\"}  | 200",
                "POST   | /v1/check                     | {\"text\":\"at least, hm\",\"explain\":true,\"strictness\":\"picky\",\"enable\":[\"blame\"]} | 200",
                "POST   | /v1/check                     | {\"text\":\"at least, hm\",\"disable\":[\"minimizing\"],\"ignore\":[\"at-least:0123456789\"]} | 200",
                "POST   | /v1/check                     | {\"text\":\"a\",\"disable\":[\"x\"]}              | 422",
                "POST   | /v1/check                     | {                                                   | 400",
                "POST   | /v1/check                     | {\"text\":7}                                        | 422",
                "POST   | /v1/check                     | {\"text\":\"fail\"}                                 | 500",
                "GET    | /v1/phrases                   | ``                                                  | 200",
                "GET    | /v1/phrases?context=I+lost+it&gesture=presence | ``                                 | 200",
                "GET    | /v1/phrases?limit=0           | ``                                                  | 400",
                "GET    | /v1/phrases?gesture=hug       | ``                                                  | 400",
                "POST   | /v1/phrases                   | {\"text\":\"Kettle's on, {name}.\",\"gesture\":\"presence\",\"bids\":\"distress\",\"for\":\"what a night\"} | 201",
                "POST   | /v1/phrases                   | {                                                   | 400",
                "POST   | /v1/phrases                   | {\"text\":4}                                        | 422",
                "DELETE | /v1/phrases?id=presence/own-001 | ``                                                | 204",
                "DELETE | /v1/phrases?id=none/none      | ``                                                  | 404",
                "DELETE | /v1/phrases?id=acknowledge/any-001 | ``                                             | 403",
                "DELETE | /v1/phrases                   | ``                                                  | 400",
                "GET    | /v1/phrases/pack              | ``                                                  | 200",
                "GET    | /v1/phrases/pack?format=jsonl | ``                                                  | 200",
                "GET    | /v1/phrases/pack?format=xml   | ``                                                  | 400",
                "GET    | /v1/taxonomy                  | ``                                                  | 200",
                "GET    | /health                       | ``                                                  | 200",
                "GET    | /health/live                  | ``                                                  | 200",
                "GET    | /health/ready                 | ``                                                  | 200",
                "GET    | /tactics?id=at-least          | ``                                                  | 200",
                "GET    | /tactics                      | ``                                                  | 200",
                "GET    | /tactics?id=none              | ``                                                  | 404",
                "POST   | /v2/check                     | text=at+least,+hm&language=en-US                    | 200",
                "POST   | /v2/check                     | text=at+least,+hm&language=en-US&c=1                | 200",
                "POST   | /v2/check                     | text=a                                              | 400",
                "GET    | /v2/check?text=a&language=auto | ``                                                 | 200",
                "POST   | /v2/check                     | text=fail&language=en                               | 500",
                "POST   | /v2/check                     | text=at+least,+hm&language=en-US&strictness=picky&ignore=at-least:0123456789 | 200",
                "GET    | /v2/languages                 | ``                                                  | 200",
                "GET    | /v2/configinfo?language=en    | ``                                                  | 200",
                "GET    | /v2/configinfo                | ``                                                  | 400",
                "GET    | /v2/maxtextlength             | ``                                                  | 200",
                "GET    | /v2/info                      | ``                                                  | 200",
                "GET    | /v2/healthcheck               | ``                                                  | 200",
                "POST   | /v1alpha1/comments:analyze    | {\"comment\":{\"text\":\"at least\"},\"requestedAttributes\":{\"MINIMIZING\":{}},\"spanAnnotations\":true} | 200",
                "POST   | /v1alpha1/comments:analyze    | {\"comment\":{\"text\":\"a\"},\"requestedAttributes\":{\"TOXICITY\":{}}} | 400",
                "POST   | /v1alpha1/comments:analyze    | {\"comment\":{\"text\":\"a\"},\"requestedAttributes\":{\"VALIDATING\":{}},\"languages\":[\"fr\"]} | 400",
                "POST   | /v1alpha1/comments:analyze    | {\"comment\":{\"text\":\"fail\"},\"requestedAttributes\":{\"VALIDATING\":{}}} | 500",
                "POST   | /v1alpha1/comments:suggestscore | {\"comment\":{\"text\":\"a\"},\"attributeScores\":{\"MINIMIZING\":{\"summaryScore\":{\"value\":1}}},\"clientToken\":\"t\"} | 200",
                "POST   | /v1alpha1/comments:suggestscore | {} | 400",
                "GET    | /metrics                      | ``                                                  | 200",
                "GET    | /openapi.json                 | ``                                                  | 200",
                "GET    | /                             | ``                                                  | 200",
            })
    void answers(String method, String path, String body, int status) throws Exception {
        HttpResponse<String> response = send(server, method, path, "application/json", body);
        assertEquals(status, response.statusCode(), response.body());
        promised(method, path, response);
    }

    @Test
    void classify() throws Exception {
        String lines =
                "{\"text\":\"at least\"}\nno\n{}\n{\"id\":\"a\",\"text\":\"fail\"}\n{\"text\":\"ok\",\"context\":\"a\"}\n";
        HttpResponse<String> response = send(server, "POST", "/v1/classify?suggest=1", "application/jsonl", lines);
        assertEquals(5, response.body().lines().count());
        promised("POST", "/v1/classify", response);
        promised("POST", "/v1/classify", send(server, "POST", "/v1/classify", "text/plain", lines));
        promised("POST", "/v1/classify", send(server, "POST", "/v1/classify?tier=x", "application/jsonl", lines));
        HttpResponse<String> settings = send(
                server, "POST", "/v1/classify?strictness=gentle&disable=at-least,blame", "application/jsonl", lines);
        assertEquals(5, settings.body().lines().count());
        assertTrue(settings.body().startsWith("{\"id\":null,\"label\":\"neutral\""), settings.body());
        promised("POST", "/v1/classify", settings);
        HttpResponse<String> wrong = send(server, "POST", "/v1/classify?disable=nonsuch", "application/jsonl", lines);
        assertEquals(400, wrong.statusCode());
        assertFalse(wrong.body().contains("nonsuch"), wrong.body());
        promised("POST", "/v1/classify", wrong);
    }

    @Test
    void largeAndOfAnotherType() throws Exception {
        promised("POST", "/v1/check", send(server, "POST", "/v1/check", "application/json", "a".repeat(1 << 21)));
        promised("POST", "/v1/check", send(server, "POST", "/v1/check", "text/plain", "{}"));
        promised("POST", "/v1/phrases", send(server, "POST", "/v1/phrases", "text/plain", "{}"));
        promised("POST", "/v1/phrases/pack", send(server, "POST", "/v1/phrases/pack", "text/plain", "{}"));
        promised(
                "POST",
                "/v1/phrases/pack",
                send(server, "POST", "/v1/phrases/pack", "application/yaml", "a".repeat(3 << 20)));
    }

    @Test
    void packs() throws Exception {
        String pack =
                "phrases:\n- {text: 'The kettle is on.', gesture: presence, id: presence/any-9901, bids: [distress], "
                        + "situations: [any], heals: [], registers: [plain], relationships: [], slots: [], sorts: [], intensity: light, "
                        + "length: short, reach: broad, example: {context: what a night, slots: {}}, note: null}\n";
        for (int status : new int[] {201, 422}) {
            HttpResponse<String> response = send(server, "POST", "/v1/phrases/pack", "application/yaml", pack);
            assertEquals(status, response.statusCode(), response.body());
            promised("POST", "/v1/phrases/pack", response);
        }
        promised("GET", "/v1/phrases/pack?format=yaml", get(server, "/v1/phrases/pack?format=yaml"));
        HttpResponse<String> all = get(server, "/v1/phrases/pack");
        assertTrue(all.body().contains("presence/any-9901"), all.body());
        promised("GET", "/v1/phrases/pack", all);
        assertEquals(
                204,
                send(server, "DELETE", "/v1/phrases?id=presence/any-9901", "application/json", "")
                        .statusCode());
    }

    @Test
    void everyPath_withoutTokenAndTooOften() throws Exception {
        TreeSet<Integer> statuses = new TreeSet<>();
        for (int round = 0; round < 3; round++) {
            for (Map.Entry<String, String> each : operations()) {
                HttpResponse<String> response = send(guarded, each.getValue(), each.getKey(), "application/json", "{}");
                statuses.add(response.statusCode());
                promised(each.getValue(), each.getKey(), response);
            }
        }
        assertTrue(statuses.containsAll(List.of(401, 429)), statuses.toString());
    }

    @Test
    void everyPath_whileLoading() throws Exception {
        for (Map.Entry<String, String> each : operations()) {
            String mediaType = Set.of("/v1/classify", "/v1/phrases/pack").contains(each.getKey())
                    ? "application/jsonl"
                    : "application/json";
            promised(
                    each.getValue(),
                    each.getKey(),
                    send(loading, each.getValue(), each.getKey(), mediaType, "{\"text\":\"a\"}"));
        }
        assertEquals(200, get(loading, "/health/live").statusCode());
        assertEquals(503, get(loading, "/health/ready").statusCode());
        assertEquals(503, get(loading, "/health").statusCode());
    }

    @Test
    void everyRouteIsInIt_andNothingElse() {
        Map<String, TreeSet<String>> written = new TreeMap<>();
        operations().forEach(each -> written.computeIfAbsent(each.getKey(), none -> new TreeSet<>())
                .add(each.getValue()));
        Map<String, TreeSet<String>> routed = new TreeMap<>();
        Javalin.create(config -> {
            Routes routes = HttpServer.routes(
                    config, new Service(ServerOptions.at("127.0.0.1", 0), null, null, null, null, line -> {}));
            routes.paths().forEach(path -> routed.put(path, new TreeSet<>(routes.methods(path))));
        });
        assertEquals(routed, written);
    }

    /** Every path with each of its methods. */
    private static List<Map.Entry<String, String>> operations() {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> all.add(Map.entry(path.getKey(), method.toUpperCase(Locale.ROOT))));
        }
        return all;
    }
}
