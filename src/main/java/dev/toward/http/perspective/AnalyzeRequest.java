package dev.toward.http.perspective;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.text.Bid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of a comment.
 *
 * @param bid the entries of {@code context}: what the comment answers, oldest first
 * @param thresholds by the name as asked for, in that order
 * @param scores that somebody suggests, as JSON, or null where a score is asked for
 * @param languages as given; empty where they are to be found out
 * @param clientToken echoed, or null
 */
public record AnalyzeRequest(
        Comment comment,
        Bid bid,
        Map<String, Double> thresholds,
        @Nullable JsonNode scores,
        List<String> languages,
        boolean spans,
        boolean doNotStore,
        @Nullable String clientToken,
        @Nullable String communityId) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    private static final int MOST_BYTES = 20_480;
    private static final int MOST_ENTRIES = 100;

    /** Reads the body of {@code comments:analyze}. */
    public static AnalyzeRequest read(byte[] body) throws GoogleError.Refused {
        return read(body, false);
    }

    /** Reads the body of {@code comments:suggestscore}. */
    public static AnalyzeRequest readSuggestion(byte[] body) throws GoogleError.Refused {
        return read(body, true);
    }

    private static AnalyzeRequest read(byte[] body, boolean suggestion) throws GoogleError.Refused {
        JsonNode json = json(body);
        JsonNode comment = json.path("comment");
        if (!comment.isObject() || !comment.path("text").isTextual()) {
            throw GoogleError.invalid("comment.text: expected a string.").thrown();
        }
        String text = comment.path("text").textValue();
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw GoogleError.invalid("Comment text too long: " + MOST_BYTES + " bytes at most.", "COMMENT_TOO_LONG")
                    .thrown();
        }
        Comment read = entry(comment, "comment");
        if (read.text().isBlank()) {
            throw GoogleError.invalid("Comment must be non-empty.", "COMMENT_EMPTY")
                    .thrown();
        }
        return new AnalyzeRequest(
                read,
                bid(json.path("context")),
                suggestion ? Map.of() : attributes(json.path("requestedAttributes")),
                suggestion ? scores(json.path("attributeScores")) : null,
                languages(json.path("languages")),
                flag(json, "spanAnnotations"),
                flag(json, "doNotStore"),
                string(json, "clientToken"),
                string(json, "communityId"));
    }

    private static JsonNode json(byte[] body) throws GoogleError.Refused {
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw GoogleError.invalid("The body is not JSON.").thrown();
        } catch (IOException e) {
            throw GoogleError.invalid("The body is not JSON in UTF-8.").thrown();
        }
        if (json == null || !json.isObject()) {
            throw GoogleError.invalid("Expected a JSON object.").thrown();
        }
        return json;
    }

    private static Comment entry(JsonNode entry, String where) throws GoogleError.Refused {
        String type = entry.path("type").asText("PLAIN_TEXT");
        String text = entry.path("text").textValue();
        return switch (type) {
            case "PLAIN_TEXT", "TEXT_TYPE_UNSPECIFIED" -> Comment.plain(text);
            case "HTML" -> Comment.html(text);
            default ->
                throw GoogleError.invalid(where + ".type: expected PLAIN_TEXT or HTML.")
                        .thrown();
        };
    }

    private static Bid bid(JsonNode context) throws GoogleError.Refused {
        if (context.isMissingNode() || context.isNull()) {
            return Bid.UNKNOWN;
        }
        JsonNode entries = context.path("entries");
        if (!context.isObject() || !(entries.isArray() || entries.isMissingNode()) || entries.size() > MOST_ENTRIES) {
            throw GoogleError.invalid("context.entries: expected a list of at most " + MOST_ENTRIES + " texts.")
                    .thrown();
        }
        List<String> utterances = new ArrayList<>();
        for (JsonNode entry : entries) {
            if (!entry.path("text").isTextual()) {
                throw GoogleError.invalid("context.entries.text: expected a string.")
                        .thrown();
            }
            utterances.add(entry(entry, "context.entries").text());
        }
        return new Bid(utterances);
    }

    private static Map<String, Double> attributes(JsonNode requested) throws GoogleError.Refused {
        if (!requested.isObject() || requested.isEmpty()) {
            throw GoogleError.invalid("requestedAttributes: expected at least one attribute.")
                    .thrown();
        }
        Map<String, Double> thresholds = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : requested.properties()) {
            String name = each.getKey();
            if (Attribute.of(name) == null) {
                throw GoogleError.invalid("Unknown requested attribute: " + shown(name)
                                + ". GET /v1/taxonomy lists those that can be answered here.")
                        .thrown();
            }
            JsonNode how = each.getValue();
            String type = how.path("scoreType").asText("PROBABILITY");
            if (!type.equals("PROBABILITY") && !type.equals("SCORE_TYPE_UNSPECIFIED")) {
                throw GoogleError.invalid("scoreType: expected PROBABILITY.").thrown();
            }
            JsonNode threshold = how.path("scoreThreshold");
            double least = threshold.isMissingNode() || threshold.isNull() ? 0 : threshold.asDouble(-1);
            if (!(least >= 0 && least <= 1) || !(how.isObject() || how.isNull())) {
                throw GoogleError.invalid("scoreThreshold: expected a number from 0 to 1.")
                        .thrown();
            }
            thresholds.put(name, least);
        }
        return Collections.unmodifiableMap(thresholds);
    }

    private static JsonNode scores(JsonNode scores) throws GoogleError.Refused {
        if (!scores.isObject() || scores.isEmpty()) {
            throw GoogleError.invalid("attributeScores: expected at least one attribute.")
                    .thrown();
        }
        for (Map.Entry<String, JsonNode> each : scores.properties()) {
            JsonNode value = each.getValue().path("summaryScore").path("value");
            boolean named = each.getKey().equals(shown(each.getKey()));
            boolean spans = each.getValue().path("spanScores").isArray();
            boolean summed = value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= 1;
            if (!named || !(summed || (value.isMissingNode() && spans))) {
                throw GoogleError.invalid(
                                "attributeScores: expected names of attributes, each with a score from 0 to 1.")
                        .thrown();
            }
        }
        return scores;
    }

    /** A name that may be repeated: one that looks like an attribute's, and not like what a person wrote. */
    private static String shown(String name) {
        return name.matches("[A-Z][A-Z_]{1,59}(?:@[A-Za-z0-9_.-]{1,30})?") ? name : "(not a name of an attribute)";
    }

    private static List<String> languages(JsonNode languages) throws GoogleError.Refused {
        List<String> codes = new ArrayList<>();
        if (!languages.isArray() && !languages.isMissingNode() && !languages.isNull()) {
            throw GoogleError.invalid("languages: expected a list of codes.").thrown();
        }
        for (JsonNode language : languages) {
            if (!language.asText().matches("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}")) {
                throw GoogleError.invalid("languages: expected codes, as en.").thrown();
            }
            codes.add(language.asText().toLowerCase(Locale.ROOT));
        }
        return List.copyOf(codes);
    }

    private static boolean flag(JsonNode json, String field) throws GoogleError.Refused {
        JsonNode value = json.path(field);
        if (!value.isBoolean() && !value.isMissingNode() && !value.isNull()) {
            throw GoogleError.invalid(field + ": expected true or false.").thrown();
        }
        return value.asBoolean();
    }

    private static @Nullable String string(JsonNode json, String field) throws GoogleError.Refused {
        JsonNode value = json.path(field);
        if (!value.isTextual() && !value.isMissingNode() && !value.isNull()) {
            throw GoogleError.invalid(field + ": expected a string.").thrown();
        }
        return value.textValue();
    }
}
