package dev.toward.http.languagetool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toward.AnalysisJson;
import dev.toward.cue.Tactic;
import dev.toward.match.Match;
import dev.toward.match.Rule;
import dev.toward.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The JSON that clients are told. Keys stand in the order of LanguageTool's own answers; nothing is null. Threads may share it.
 *
 * @param version of this program
 * @param built when it was built, as shown
 */
public record Answers(String version, String built) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int API_VERSION = 1;
    private static final int CONTEXT = 40;
    private static final int MOST_COMPACT = 5;
    private static final double UNITS = 10_000;
    private static final String NAME = "Toward";

    /** {@code /v2/check}: what was read, and what another LanguageTool says of the same text, if there is one. */
    public String check(CheckRequest request, Reading reading, Upstream.Answer upstream) {
        boolean compact = request.compact();
        ObjectNode answer = JSON.createObjectNode();
        if (!compact) {
            answer.set("software", software(true));
        }
        Theirs theirs = Theirs.of(upstream, request.text().original().length());
        warnings(answer, compact, reading, theirs);
        answer.set("language", theirs.language() != null ? theirs.language() : language(reading));
        answer.set("matches", matches(request, reading, theirs));
        if (theirs.ignoreRanges() != null) {
            answer.set("ignoreRanges", theirs.ignoreRanges());
        }
        if (theirs.sentenceRanges() != null) {
            answer.set("sentenceRanges", theirs.sentenceRanges());
            if (theirs.extendedSentenceRanges() != null) {
                answer.set("extendedSentenceRanges", theirs.extendedSentenceRanges());
            }
        } else {
            ranges(answer, request, reading);
        }
        return AnalysisJson.wellFormed(answer.toString());
    }

    private static void warnings(ObjectNode answer, boolean compact, Reading reading, Theirs theirs) {
        String reason = reading.incomplete() != null ? reading.incomplete() : theirs.incomplete();
        if (compact && reason == null) {
            return;
        }
        ObjectNode warnings = answer.putObject("warnings").put("incompleteResults", reason != null);
        if (reason != null) {
            warnings.put("incompleteResultsReason", reason);
        }
    }

    private static ObjectNode language(Reading reading) {
        ObjectNode language = JSON.createObjectNode()
                .put("name", reading.language().name())
                .put("code", reading.language().code());
        language.putObject("detectedLanguage")
                .put("name", reading.detected().name())
                .put("code", reading.detected().code())
                .put("confidence", reading.isSure() ? 1.0 : 0.0)
                .put("source", "toward");
        return language;
    }

    private static ArrayNode matches(CheckRequest request, Reading reading, Theirs theirs) {
        List<JsonNode> all = new ArrayList<>();
        Sentences sentences = reading.sentences();
        for (Match match : reading.matches()) {
            all.add(match(request, reading, sentences, match));
        }
        all.addAll(theirs.matches());
        all.sort(Comparator.comparingInt(match -> match.path("offset").asInt()));
        ArrayNode matches = JSON.createArrayNode();
        all.forEach(matches::add);
        return matches;
    }

    private static ObjectNode match(CheckRequest request, Reading reading, Sentences sentences, Match match) {
        MarkedText text = request.text();
        Span place = text.inOriginal(match.span());
        ObjectNode json = JSON.createObjectNode()
                .put("message", match.message())
                .put("shortMessage", "Can sound " + match.rule().label().id());
        ArrayNode replacements = json.putArray("replacements");
        match.replacements().stream()
                .limit(request.compact() ? MOST_COMPACT : Integer.MAX_VALUE)
                .forEach(value -> replacements.addObject().put("value", value));
        json.put("offset", place.start()).put("length", place.length());
        if (!request.compact()) {
            context(json.putObject("context"), text.original(), place);
            json.put("sentence", sentences.around(match.span()));
        }
        json.putObject("type").put("typeName", "Hint");
        rule(json.putObject("rule"), match.rule(), reading.pages());
        json.put("ignoreForIncompleteSentence", true).put("contextForSureMatch", -1);
        ObjectNode ours = json.putObject("toward")
                .put("label", match.label().id())
                .put("score", Math.round(match.score() * UNITS) / UNITS);
        ArrayNode tactics = ours.putArray("tactics");
        match.tactics().forEach(tactic -> tactics.add(tactic.id()));
        return json;
    }

    private static void context(ObjectNode context, String text, Span place) {
        int from = Math.max(0, place.start() - CONTEXT);
        int to = Math.min(text.length(), place.end() + CONTEXT);
        String before = from > 0 ? "..." : "";
        String after = to < text.length() ? "..." : "";
        context.put("text", before + text.substring(from, to).replace('\n', ' ') + after)
                .put("offset", place.start() - from + before.length())
                .put("length", place.length());
    }

    private static void rule(ObjectNode json, Rule rule, String pages) {
        json.put("id", rule.id()).put("description", rule.description()).put("issueType", rule.issueType());
        Tactic tactic = rule.tactic();
        if (tactic != null) {
            json.putArray("urls").addObject().put("value", pages + tactic.id());
        }
        json.putObject("category").put("id", Rule.CATEGORY).put("name", Rule.CATEGORY_NAME);
        json.put("isPremium", false);
        if (rule.isPicky()) {
            json.putArray("tags").add("picky");
        }
    }

    /** As LanguageTool tells them: the extended ones are of the plain text, and only where sentences are asked about. */
    private static void ranges(ObjectNode answer, CheckRequest request, Reading reading) {
        ArrayNode plain = answer.putArray("sentenceRanges");
        ArrayNode extended = answer.putArray("extendedSentenceRanges");
        for (Span sentence : reading.sentences().spans()) {
            Span place = request.text().inOriginal(sentence);
            plain.addArray().add(place.start()).add(place.end());
            if (!request.wantsSentences()) {
                continue;
            }
            extended.addObject()
                    .put("from", sentence.start())
                    .put("to", sentence.end())
                    .putArray("detectedLanguages")
                    .addObject()
                    .put("language", reading.language().shortCode())
                    .put("rate", 1.0);
        }
    }

    private ObjectNode software(boolean withApi) {
        ObjectNode software = JSON.createObjectNode()
                .put("name", NAME)
                .put("version", version)
                .put("buildDate", built);
        if (withApi) {
            software.put("apiVersion", API_VERSION);
        }
        software.put("premium", false);
        return withApi ? software.put("status", "") : software;
    }

    /** {@code /v2/languages}: what is read here, and what another LanguageTool reads. */
    public String languages(@Nullable JsonNode theirs) {
        Map<String, JsonNode> byCode = new TreeMap<>();
        for (LanguageCode language : LanguageCode.READ) {
            byCode.put(
                    language.code(),
                    JSON.createObjectNode()
                            .put("name", language.name())
                            .put("code", language.shortCode())
                            .put("longCode", language.code()));
        }
        if (theirs != null && theirs.isArray()) {
            theirs.valueStream()
                    .filter(Theirs::isListedLanguage)
                    .forEach(language -> byCode.put(language.path("longCode").asText(), language));
        }
        ArrayNode languages = JSON.createArrayNode();
        byCode.values().stream()
                .sorted(Comparator.comparing(language -> language.path("name").asText()))
                .forEach(languages::add);
        return languages.toString();
    }

    /** {@code /v2/configinfo}: the rules, and those of another LanguageTool. */
    public String configInfo(LanguageCode language, @Nullable JsonNode theirs) {
        ObjectNode info = JSON.createObjectNode();
        info.set("software", software(false));
        info.putObject("parameter").put("maxTextLength", CheckRequest.MOST_CHARACTERS);
        ArrayNode rules = info.putArray("rules");
        if (theirs != null) {
            theirs.path("rules").valueStream().filter(Theirs::isListedRule).forEach(rules::add);
        }
        if (language.isRead()) {
            for (Rule rule : Rule.all()) {
                ObjectNode json = rules.addObject().put("ruleId", rule.id()).put("description", rule.description());
                if (rule.isPicky()) {
                    json.put("isDefaultOff", "yes");
                }
                json.put("categoryId", Rule.CATEGORY)
                        .put("categoryName", Rule.CATEGORY_NAME)
                        .put("locQualityIssueType", rule.issueType());
                if (rule.isOfTheWhole()) {
                    json.put("isTextLevelRule", "yes").put("minToCheckParagraph", "-1");
                }
            }
        }
        return info.toString();
    }

    /** {@code /v2/info}. */
    public String info() {
        ObjectNode info = JSON.createObjectNode();
        info.putObject("software")
                .put("name", NAME)
                .put("version", version)
                .put("buildDate", built)
                .put("commit", "")
                .put("premium", false);
        return info.toString();
    }
}
