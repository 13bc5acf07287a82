package dev.toward.http;

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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /v1/phrases}, on the phrases that ship; what starts with {@code at least} is read as minimizing. */
class PhrasesEndpointTest {
    @TempDir
    private Path data;

    private final HttpClient client = HttpClient.newHttpClient();
    private Phrasebook.@Nullable Opened opened;
    private @Nullable Server server;

    @BeforeEach
    void start() throws Exception {
        Phrasebook.Opened book = Phrasebook.open(Path.of("models"), data);
        opened = book;
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
        Server started = new HttpServerProvider().start(ServerOptions.at("127.0.0.1", 0), () -> analyses, line -> {});
        started.awaitReady();
        server = started;
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        if (server != null) {
            server.close();
        }
        if (opened != null) {
            opened.close();
        }
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create((server == null ? "" : server.address()) + "/v1/phrases" + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    void add_isFoundAndRemoved() throws Exception {
        HttpResponse<String> added = send(
                "POST", "", "{\"text\":\"Kettle's on, {name}.\",\"gesture\":\"presence\",\"for\":\"what a night\"}");
        assertEquals(201, added.statusCode(), added.body());
        assertTrue(added.body().startsWith("{\"id\":\"presence/own-001\""), added.body());
        assertTrue(send("GET", "?q=kettle", "").body().contains("\"own\":true"));
        assertTrue(send("GET", "?context=what+a+night&gesture=presence&limit=1000", "")
                .body()
                .contains("presence/own-001"));
        assertEquals(204, send("DELETE", "?id=presence/own-001", "").statusCode());
        assertEquals("{\"phrases\":[]}", send("GET", "?q=kettle%27s+on", "").body());
        assertEquals(404, send("DELETE", "?id=presence/own-001", "").statusCode());
    }

    @Test
    void list_whatShips() throws Exception {
        String body = send("GET", "?gesture=celebrate&limit=3", "").body();
        assertEquals(3, body.split("\"own\":false", -1).length - 1);
        assertFalse(body.contains("\"gesture\":\"presence\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GET    | ?limit=0                     | ``                                                            | 400
            GET    | ?gesture=hug                 | ``                                                            | 400
            DELETE | ``                           | ``                                                            | 400
            DELETE | ?id=acknowledge/any-001      | ``                                                            | 403
            POST   | ``                           | {"text"                                                       | 400
            POST   | ``                           | {"gesture":"presence"}                                        | 422
            POST   | ``                           | {"text":"I'm here."}                                          | 422
            POST   | ``                           | {"text":"I'm here.","gesture":"hug"}                          | 422
            POST   | ``                           | {"text":"I'm {here}.","gesture":"presence"}                   | 422
            POST   | ``                           | {"text":"I'm here.","gesture":"presence","bids":["x"]}        | 422
            POST   | ``                           | {"text":"at least it was small.","gesture":"presence"}        | 422
            """)
    void mistakes(String method, String path, String body, int status) throws Exception {
        HttpResponse<String> response = send(method, path, body);
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(
                Problem.MEDIA_TYPE,
                response.headers().firstValue("Content-Type").orElse(""));
    }

    private HttpResponse<String> send(String mediaType, String pack) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create((server == null ? "" : server.address()) + "/v1/phrases/pack"))
                .POST(BodyPublishers.ofString(pack))
                .header("Content-Type", mediaType)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String line(String id, String text) {
        return "{\"id\":\"" + id + "\",\"text\":\"" + text
                + "\",\"gesture\":\"presence\",\"bids\":[\"distress\"],\"situations\":[\"any\"],\"heals\":[],\"registers\":[\"plain\"],"
                + "\"relationships\":[],\"slots\":[],\"sorts\":[],\"intensity\":\"light\",\"length\":\"short\",\"reach\":\"broad\","
                + "\"example\":{\"context\":\"what a night\",\"slots\":{}},\"note\":null}\n";
    }

    @Test
    void pack_isTakenInAndGivenOutAlike() throws Exception {
        String pack = line("presence/any-9901", "Kettle's on.") + line("presence/any-9902", "The door's open.");
        HttpResponse<String> taken = send("application/jsonl", pack);
        assertEquals(201, taken.statusCode(), taken.body());
        assertEquals("{\"imported\":2,\"tests\":0}", taken.body());
        String given = send("GET", "/pack", "").body();
        assertEquals(2, given.lines().count(), given);
        String yaml = send("GET", "/pack?format=yaml", "").body();
        assertTrue(yaml.startsWith("phrases:\n"), yaml);
        for (String id : List.of("presence/any-9901", "presence/any-9902")) {
            assertEquals(204, send("DELETE", "?id=" + id, "").statusCode());
        }
        assertEquals(201, send("application/yaml", yaml).statusCode());
        assertEquals(given, send("GET", "/pack", "").body());
    }

    /** One that is refused: nothing of its pack is kept. */
    @Test
    void pack_withAFault() throws Exception {
        String good = line("presence/any-9901", "Kettle's on.");
        for (String fault : List.of(
                line("presence/any-9902", "at least it was small."),
                line("presence/any-9901", "The door's open."),
                line("acknowledge/any-001", "The door's open."),
                line("presence/any-9902", "The door's {open}."),
                "{\n",
                "{\"test\":{\"text\":\"fine\",\"offers\":[\"none/none-1\"]}}\n")) {
            HttpResponse<String> refused = send("application/jsonl", good + fault);
            assertEquals(422, refused.statusCode(), refused.body());
            assertTrue(refused.body().contains("The pack, line 2: "), refused.body());
            assertTrue(refused.body().contains("nothing was imported"), refused.body());
            assertFalse(refused.body().contains("door"), refused.body());
        }
        assertEquals("", send("GET", "/pack", "").body());
        assertEquals(415, send("application/json", good).statusCode());
        assertEquals(422, send("application/yaml", "&a [*a]").statusCode());
    }

    @Test
    void add_coldItself() throws Exception {
        HttpResponse<String> refused =
                send("POST", "", "{\"text\":\"at least it was small.\",\"gesture\":\"presence\"}");
        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(
                refused.body().contains("As an answer to its example the phrase is read as minimizing (at-least)."),
                refused.body());
        assertEquals(
                "{\"phrases\":[]}", send("GET", "?q=at+least+it+was+small", "").body());
    }
}
