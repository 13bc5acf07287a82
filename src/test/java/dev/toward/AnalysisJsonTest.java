package dev.toward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.text.Draft;
import dev.toward.verdict.Label;
import dev.toward.verdict.Provenance;
import dev.toward.verdict.Scores;
import dev.toward.verdict.Turn;
import dev.toward.verdict.Verdict;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisJsonTest {
    private final FixedAnswers answers = new FixedAnswers();

    @Test
    void line_flagged() {
        Draft draft = Draft.of("at least it was small, call you at 6?", "I lost my job");
        assertEquals("""
                {"id":"m17","label":"minimizing",\
                "scores":{"validating":0.03,"dismissive":0.16,"minimizing":0.78,"neutral":0.03},\
                "turn":"away","bid":"distress",\
                "tactics":[{"id":"at-least","start":0,"end":21,"score":0.91,\
                "why":"A bright side offered before the hurt is heard."}],\
                "gestures":[],\
                "suggestions":[{"start":0,"end":21,"text":"that must sting, Sam",\
                "rewritten":"that must sting, Sam, call you at 6?",\
                "gesture":"mirror-feeling","phrase":"mirror-feeling/loss-014"}],\
                "care":null,"language":"en","tier":"full","model":"2026.11-test"}""", AnalysisJson.line(answers.analyze(draft, 1, "Sam"), "\"m17\""));
    }

    @Test
    void line_undecided() {
        assertEquals("""
                {"id":null,"label":"neutral","undecided":"no-words",\
                "scores":{"validating":0.0,"dismissive":0.0,"minimizing":0.0,"neutral":1.0},\
                "turn":"none","bid":null,"tactics":[],"gestures":[],"suggestions":[],\
                "care":null,"language":"en","tier":"full","model":"2026.11-test"}""", AnalysisJson.line(answers.analyze(Draft.of("123"), 3, null)));
    }

    @Test
    void line_care() throws Exception {
        JsonNode json = read(AnalysisJson.line(answers.analyze(Draft.of("danger"), 3, null)));
        assertEquals(
                "{\"kind\":\"possible-danger\",\"message\":\"" + FixedAnswers.CARE + "\"}",
                json.get("care").toString());
    }

    @Test
    void line_halfASurrogatePair() throws Exception {
        JsonNode json =
                read(AnalysisJson.line(answers.analyze(Draft.of("at least, \ud83d and \ud83d\ude42 \ude42"), 1, null)));
        assertEquals(
                "that must sting, \ufffd and \ud83d\ude42 \ufffd",
                json.at("/suggestions/0/rewritten").textValue());
    }

    @ParameterizedTest
    @CsvSource({
        "0.33335, 0.33335, 0.33330, 0, 0.3334, 0.3333, 0.3333, 0.0",
        "0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25",
        "0.99999, 0.00001, 0, 0, 1.0, 0.0, 0.0, 0.0",
        "0, 0, 0, 1, 0.0, 0.0, 0.0, 1.0",
    })
    void scores_rounded(
            double validating,
            double dismissive,
            double minimizing,
            double neutral,
            String a,
            String b,
            String c,
            String d) {
        assertEquals(
                "{\"validating\":" + a + ",\"dismissive\":" + b + ",\"minimizing\":" + c + ",\"neutral\":" + d + "}",
                scores(new Scores(validating, dismissive, minimizing, neutral)));
    }

    @Property(tries = 500)
    void scores_sumToOne(
            @ForAll @DoubleRange(max = 1) double a,
            @ForAll @DoubleRange(max = 1) double b,
            @ForAll @DoubleRange(min = 0.01, max = 1) double c,
            @ForAll @DoubleRange(max = 1) double d)
            throws Exception {
        double sum = a + b + c + d;
        BigDecimal total = BigDecimal.ZERO;
        for (JsonNode score : read(scores(new Scores(a / sum, b / sum, c / sum, d / sum)))) {
            total = total.add(new BigDecimal(score.asText()));
        }
        assertEquals(0, BigDecimal.ONE.compareTo(total), () -> "sum of the scores");
    }

    @Test
    void scores_notANumber() {
        assertThrows(IllegalStateException.class, () -> scores(new Scores(Double.NaN, 0, 0, 1)));
    }

    private static String scores(Scores scores) {
        Verdict verdict = new Verdict.Decided(Label.NEUTRAL, scores, Turn.NONE, null, List.of(), List.of());
        String line = AnalysisJson.line(new Analysis(
                Draft.of("ok"), verdict, List.of(), null, "en", Tier.FULL, new Provenance("2026.11-test")));
        int start = line.indexOf("\"scores\":") + "\"scores\":".length();
        return line.substring(start, line.indexOf('}', start) + 1);
    }

    private static JsonNode read(String line) throws Exception {
        return new JsonMapper().readTree(line);
    }
}
