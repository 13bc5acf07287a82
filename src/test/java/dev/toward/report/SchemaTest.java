package dev.toward.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.toward.AnalysisJson;
import dev.toward.cue.BidKind;
import dev.toward.ledger.FakeReader;
import dev.toward.ledger.MadeUpChat;
import dev.toward.ledger.Progress;
import dev.toward.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scan writes, held against the schemas that say what it writes. */
class SchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FakeReader FAKE = new FakeReader();

    @TempDir
    Path folder;

    @ParameterizedTest(name = "me: {0}, everyone: {1}, pseudonyms: {2}")
    @CsvSource(
            nullValues = "-",
            value = {"Ana, false, false", "Ana, true, true", "-, false, false"})
    void whatIsWritten_isWhatTheSchemasSay(@Nullable String me, boolean everyone, boolean pseudonyms)
            throws IOException {
        write(me, everyone, pseudonyms);
        JsonNode summary = JSON.readTree(folder.resolve("summary.json").toFile());
        assertEquals(List.of(), faults("summary", summary));
        for (String part : List.of("people", "weeks", "pairs", "followUps", "promises", "goneQuiet", "lateNights")) {
            assertFalse(summary.get(part).isEmpty(), part);
        }
        TreeSet<String> kinds = new TreeSet<>();
        for (String line : Files.readAllLines(folder.resolve("messages.jsonl"))) {
            JsonNode message = JSON.readTree(line);
            assertEquals(List.of(), faults("messages-jsonl", message), line);
            kinds.add(message.get("kind").asText() + message.path("undecided").asText());
        }
        assertEquals("[media, system, text, textnot-english]", kinds.toString());
        try (CSVParser rows = rows()) {
            assertEquals(names(schema("messages-csv").get("required")), rows.getHeaderNames());
            for (CSVRecord row : rows) {
                assertEquals(List.of(), faults("messages-csv", JSON.valueToTree(row.toMap())));
            }
        }
    }

    @Test
    void nothing_isDescribedToo() throws IOException {
        ScanReport.write(
                request(null, false, false), new MadeUpChat(), FAKE, FAKE, AnalysisJson::line, Progress.SILENT);
        assertEquals(
                List.of(),
                faults("summary", JSON.readTree(folder.resolve("summary.json").toFile())));
    }

    @Test
    void whatIsSomethingElse_isRefused() throws IOException {
        write("Ana", false, false);
        ObjectNode summary =
                (ObjectNode) JSON.readTree(folder.resolve("summary.json").toFile());
        assertEquals(1, faults("summary", summary.deepCopy().put("chats", -1)).size());
        assertEquals(1, faults("summary", summary.deepCopy().put("chats", "2")).size());
        assertEquals(1, faults("summary", summary.deepCopy().without("pairs")).size());
        ObjectNode week = summary.deepCopy();
        ((ObjectNode) week.get("weeks").get(0)).put("week", "2024-18");
        assertEquals(1, faults("summary", week).size());

        ObjectNode message = (ObjectNode) JSON.readTree(
                Files.readAllLines(folder.resolve("messages.jsonl")).get(0));
        assertTrue(message.has("label"));
        assertFalse(
                faults("messages-jsonl", message.deepCopy().without("scores")).isEmpty());
        assertEquals(
                1,
                faults("messages-jsonl", message.deepCopy().put("label", "nice"))
                        .size());
        assertEquals(
                1,
                faults("messages-jsonl", message.deepCopy().put("time", "yesterday"))
                        .size());
        assertEquals(List.of(), faults("messages-jsonl", message.deepCopy().put("added", "later")));

        try (CSVParser rows = rows()) {
            ObjectNode row = JSON.valueToTree(rows.iterator().next().toMap());
            assertEquals(
                    1, faults("messages-csv", row.deepCopy().put("line", "x")).size());
            assertEquals(
                    1,
                    faults("messages-csv", row.deepCopy().put("neutral", "high"))
                            .size());
            assertEquals(
                    1,
                    faults("messages-csv", row.deepCopy().put("mood", "good")).size());
            assertEquals(
                    1, faults("messages-csv", row.deepCopy().without("turn")).size());
        }
    }

    @Test
    void ids_areThoseOfTheTaxonomy() throws IOException {
        List<String> kinds = new ArrayList<>();
        for (BidKind kind : BidKind.values()) {
            kinds.add(kind.id());
        }
        List<String> described = names(schema("messages-jsonl").at("/properties/bid/enum"));
        assertEquals(kinds, described.subList(0, described.size() - 1));
    }

    private void write(@Nullable String me, boolean everyone, boolean pseudonyms) throws IOException {
        MadeUpChat chat = ScanReportTest.memorable()
                .notice("Ana changed the subject")
                .sends("Ben", Message.Kind.MEDIA)
                .answers("Ana", "m1", "hola")
                .withoutTime()
                .says("Ben", "=1+1");
        ScanReport.write(request(me, everyone, pseudonyms), chat, FAKE, FAKE, AnalysisJson::line, Progress.SILENT);
    }

    private ScanRequest request(@Nullable String me, boolean everyone, boolean pseudonyms) {
        return new ScanRequest(
                me, folder, EnumSet.of(Format.JSON, Format.JSONL, Format.CSV), null, null, pseudonyms, everyone, 2);
    }

    private CSVParser rows() throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(folder.resolve("messages.csv")));
    }

    private static JsonNode schema(String name) throws IOException {
        return JSON.readTree(Path.of("docs", "schema", name + ".schema.json").toFile());
    }

    private static List<Object> faults(String name, JsonNode value) throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema(name));
        return new ArrayList<>(schema.validate(value));
    }

    private static List<String> names(JsonNode array) {
        return Browser.texts(array);
    }
}
