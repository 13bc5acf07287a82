package dev.toward.http.perspective;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toward.Analyses;
import dev.toward.Analysis;
import dev.toward.AnalysisJson;
import dev.toward.Tier;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import dev.toward.verdict.Verdict;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What a client is told of a comment: a score for each attribute that it asked for. */
public final class AnalyzeAnswer {
    private static final JsonMapper JSON = new JsonMapper();
    private static final double UNITS = 10_000;

    private AnalyzeAnswer() {}

    /** A sentence and what was read in it. */
    private record Part(Span given, Verdict verdict) {}

    /**
     * The answer, as JSON.
     *
     * @param read is told of every verdict
     */
    public static String of(AnalyzeRequest request, Analyses analyses, Consumer<Analysis> read)
            throws GoogleError.Refused {
        Map<String, Double> thresholds = request.thresholds();
        for (String language : request.languages()) {
            if (!language.startsWith("en")) {
                throw GoogleError.language(first(thresholds), request.languages())
                        .thrown();
            }
        }
        boolean gestures = thresholds.keySet().stream()
                .map(Attribute::of)
                .anyMatch(attribute -> attribute != null && attribute.needsGestures());
        Tier tier = gestures ? Tier.FULL : Tier.AUTO;
        String text = request.comment().text();
        Analysis whole = analyses.analyze(new Draft(text, request.bid()), 0, null, tier);
        read.accept(whole);
        if (whole.verdict() instanceof Verdict.Undecided undecided
                && undecided.reason() == Verdict.Reason.NOT_ENGLISH) {
            throw GoogleError.language(first(thresholds), List.of(whole.language()))
                    .thrown();
        }
        List<Part> parts = new ArrayList<>();
        if (request.spans()) {
            for (Span sentence : sentences(text)) {
                Draft draft = new Draft(sentence.in(text), request.bid());
                Verdict verdict = analyses.analyze(draft, 0, null, tier).verdict();
                parts.add(new Part(request.comment().given(sentence), verdict));
            }
        }
        return json(request, whole, parts);
    }

    private static String first(Map<String, Double> thresholds) {
        return thresholds.keySet().iterator().next();
    }

    private static String json(AnalyzeRequest request, Analysis whole, List<Part> parts) {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode scores = answer.putObject("attributeScores");
        request.thresholds().forEach((name, least) -> {
            Attribute attribute = Attribute.of(name);
            if (attribute == null) {
                throw new IllegalStateException("an attribute that was let in is not known");
            }
            ObjectNode score = JSON.createObjectNode();
            ArrayNode spans = JSON.createArrayNode();
            for (Part part : parts) {
                double value = attribute.score(part.verdict());
                if (value >= least) {
                    ObjectNode span = spans.addObject()
                            .put("begin", part.given().start())
                            .put("end", part.given().end());
                    put(span.putObject("score"), value);
                }
            }
            if (!spans.isEmpty()) {
                score.set("spanScores", spans);
            }
            double value = attribute.score(whole.verdict());
            if (value >= least) {
                put(score.putObject("summaryScore"), value);
            }
            if (!score.isEmpty()) {
                scores.set(name, score);
            }
        });
        ArrayNode languages = answer.putArray("languages");
        (request.languages().isEmpty() ? List.of("en") : request.languages()).forEach(languages::add);
        answer.putArray("detectedLanguages").add("en");
        if (request.clientToken() != null) {
            answer.put("clientToken", request.clientToken());
        }
        return AnalysisJson.wellFormed(answer.toString());
    }

    private static void put(ObjectNode score, double value) {
        score.put("value", Math.round(value * UNITS) / UNITS).put("type", "PROBABILITY");
    }

    private static List<Span> sentences(String text) {
        List<Span> sentences = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        int from = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            int start = from;
            int last = end;
            while (start < last && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
                last--;
            }
            if (last > start) {
                sentences.add(new Span(start, last));
            }
            from = end;
        }
        return sentences;
    }
}
