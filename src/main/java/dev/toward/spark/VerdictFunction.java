package dev.toward.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.toward.AnalysisJson;
import dev.toward.DraftJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** {@code toward_verdict(text, context)} of {@link SqlFunctions}. A context is null, a string, or an array of strings, oldest first. */
final class VerdictFunction implements UDF2<@Nullable String, @Nullable Object, @Nullable Row> {
    private static final long serialVersionUID = 1;

    /** As {@link AnalysisJson} has it, without what a caller of SQL has already, and with all of it as {@code json}. */
    static final StructType TYPE = (StructType) DataType.fromDDL("label string, undecided string,"
            + " scores struct<validating: double, dismissive: double, minimizing: double, neutral: double>,"
            + " turn string, bid string,"
            + " tactics array<struct<id: string, start: int, end: int, score: double, why: string>>,"
            + " gestures array<string>, care string, language string, tier string, model string, json string");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String models;

    VerdictFunction(String models) {
        this.models = models;
    }

    @Override
    public @Nullable Row call(@Nullable String text, @Nullable Object context) {
        if (text == null) {
            return null;
        }
        try {
            DraftJson.Asked asked = DraftJson.readLine(Input.draft(null, text, context), 0);
            String json = AnalysisJson.line(asked.by(SharedAnalyzer.of(models)));
            return row(JSON.readTree(json), json);
        } catch (IOException | DraftJson.Refused e) {
            throw new IllegalStateException("a draft that was just written down cannot be read", null);
        }
    }

    private static Row row(JsonNode verdict, String json) {
        JsonNode scores = verdict.get("scores");
        List<Row> tactics = new ArrayList<>();
        for (JsonNode t : verdict.get("tactics")) {
            tactics.add(RowFactory.create(
                    t.get("id").asText(),
                    t.get("start").asInt(),
                    t.get("end").asInt(),
                    t.get("score").asDouble(),
                    t.get("why").asText()));
        }
        List<String> gestures = new ArrayList<>();
        verdict.get("gestures").forEach(g -> gestures.add(g.asText()));
        return RowFactory.create(
                verdict.get("label").asText(),
                verdict.path("undecided").textValue(),
                RowFactory.create(
                        scores.get("validating").asDouble(),
                        scores.get("dismissive").asDouble(),
                        scores.get("minimizing").asDouble(),
                        scores.get("neutral").asDouble()),
                verdict.get("turn").asText(),
                verdict.get("bid").textValue(),
                tactics.toArray(),
                gestures.toArray(),
                verdict.path("care").path("kind").textValue(),
                verdict.get("language").asText(),
                verdict.get("tier").asText(),
                verdict.get("model").asText(),
                json);
    }
}
