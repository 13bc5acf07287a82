package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class JsonFileTest {
    private final Collected collected = new Collected();

    private static Source source(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new Source("a.json", null, null, () -> new ByteArrayInputStream(bytes), (from, relative) -> null);
    }

    /** Ids of the records below {@code path}, then what the root says after them. */
    private List<String> read(String json, String... path) throws IOException {
        Source source = source(json);
        List<String> read = new ArrayList<>();
        try (JsonFile file = JsonFile.of(source, new Delivery("x", "a.json", 1, collected, new Seen(false)))) {
            file.next();
            assertTrue(file.toArray(path));
            for (JsonNode r = file.record(); r != null; r = file.record()) {
                read.add(file.recordLine() + ":" + r.path("id").asText());
            }
            while (file.next() == JsonToken.FIELD_NAME) {
                file.next();
                read.add(file.value().asText());
            }
        }
        return read;
    }

    private List<Long> lines() {
        return collected.skipped.stream().map(Skipped::line).toList();
    }

    @Test
    void records_printedInAnyWay() throws IOException {
        assertEquals(List.of("1:1", "1:2"), read("[{\"id\":1},{\"id\":\"2\"}]"));
        assertEquals(
                List.of("2:1", "5:2", "t"),
                read(
                        "{\"messages\": [\n  {\n   \"id\": 1\n  },\n  {\n   \"id\": 2\n  }\n ],\n \"title\": \"t\"}",
                        "messages"));
        assertEquals(List.of("2:1", "3:2"), read("[ \n{\n\"id\" : 1 }, {\n\"id\" : 2 } ]"));
        assertEquals(
                List.of("1:7"),
                read("{\"a\": {\"list\": 1}, \"chats\": {\"x\": [], \"list\": [{\"id\": 7}]}}", "chats", "list"));
        assertEquals(List.of(), lines());
    }

    @Test
    void broken_recordCostsItself() throws IOException {
        assertEquals(
                List.of("2:1", "4:3", "t"),
                read(
                        "{\"messages\": [\n{\"id\": 1},\n{\"id\": 2, \"a\" 3},\n{\"id\": 3}\n],\n\"title\": \"t\"}",
                        "messages"));
        assertEquals(List.of(3L), lines());
        assertEquals(
                "not valid JSON at column 15; reading goes on at line 4",
                collected.skipped.get(0).reason());
    }

    @Test
    void broken_openQuoteAndNesting() throws IOException {
        String pretty = "[\n  {\n    \"id\": 1,\n    \"r\": [\n      {\n        \"x\": \"open\n      }\n    ]\n  },\n"
                + "  {\n    \"id\": 2\n  },\n  {\n    \"id\": 3, \"r\": [[\n  },\n  {\n    \"id\": 4\n  }\n]\n";
        assertEquals(List.of("10:2", "16:4"), read(pretty));
        assertEquals(List.of(2L, 13L), lines());
    }

    @Test
    void broken_lastRecordAndWhatFollows() throws IOException {
        assertEquals(
                List.of("2:1", "t"),
                read("{\"messages\": [\n    {\"id\": 1},\n    {\"id\": 2, !}\n  ],\n\"title\": \"t\"}", "messages"));
        assertEquals(List.of(3L), lines());
    }

    @Test
    void missingComma_losesNothing() throws IOException {
        assertEquals(List.of("2:1", "3:2"), read("[\n{\"id\": 1}\n{\"id\": 2}\n]"));
        assertEquals(List.of(3L), lines());
    }

    @Test
    void cutOff_keepsWhatIsWhole() throws IOException {
        assertEquals(List.of("2:1"), read("[\n{\"id\": 1},\n{\"id\": 2, \"te"));
        assertEquals(List.of("1:1"), read("[{\"id\": 1},"));
        assertEquals(
                List.of(
                        new Skipped(
                                "a.json",
                                3,
                                "the file is cut off; what stands before it was read, what follows was not"),
                        new Skipped(
                                "a.json",
                                2,
                                "the file is cut off; what stands before it was read, what follows was not")),
                collected.skipped);
    }

    @Test
    void oneLine_endsWhereItIsBroken() throws IOException {
        assertEquals(List.of("1:1"), read("[{\"id\": 1}, {\"id\": }, {\"id\": 3}]"));
        assertEquals(List.of(1L), lines());
    }

    @Test
    void numbersDoublesAndHalves() throws IOException {
        assertEquals(
                List.of("1:123456789012345678901234567890", "2:1700000000.000200", "3:first", "4:\uFFFDx"),
                read("[{\"id\": 123456789012345678901234567890},\n{\"id\": 1700000000.000200},\n"
                        + "{\"id\": \"first\", \"id\": \"\"},\n{\"id\": \"\\ud83dx\"}]"));
    }

    @Test
    void tooDeep_costsTheRecord() throws IOException {
        assertEquals(
                List.of("2:1", "4:3"),
                read("[\n{\"id\": 1},\n{\"id\": 2, \"d\": " + "[".repeat(200) + "]".repeat(200)
                        + "},\n{\"id\": 3}\n]"));
        assertEquals(List.of(3L), lines());
    }

    @Test
    @Timeout(60)
    void brokenThroughout_isReadInFairTime() throws IOException {
        StringBuilder json = new StringBuilder("[\n");
        for (int i = 0; i < 20_000; i++) {
            json.append("{\"id\": ").append(i).append(", \"t\": \"open},\n");
        }
        read(json.toString());
        assertFalse(collected.skipped.isEmpty());
    }

    @Test
    void beginning_showsLittleOfMuch() throws IOException {
        StringBuilder json = new StringBuilder("{\"a\": \"" + "x".repeat(500) + "\", \"messages\": [");
        for (int i = 0; i < 100; i++) {
            json.append("{\"id\": ").append(i).append("},");
        }
        JsonNode beginning = JsonFile.beginning(source(json.toString()));
        assertEquals(200, beginning.path("a").asText().length());
        assertEquals(5, beginning.path("messages").size());
        assertEquals(
                "x",
                JsonFile.beginning(source("{\"a\": {\"b\": \"x\", \"c\": oops"))
                        .path("a")
                        .path("b")
                        .asText());
        assertTrue(JsonFile.beginning(source("no json")).isMissingNode());
    }
}
