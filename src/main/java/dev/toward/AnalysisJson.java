package dev.toward;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.toward.cue.Gesture;
import dev.toward.suggest.Part;
import dev.toward.suggest.Suggestion;
import dev.toward.verdict.Finding;
import dev.toward.verdict.Fingerprint;
import dev.toward.verdict.Label;
import dev.toward.verdict.Scores;
import dev.toward.verdict.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON form of an {@link Analysis}, the same from every surface. Keys stand in a fixed order, so that equal answers
 * are equal bytes. Stateless; threads may share it.
 */
public final class AnalysisJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int DECIMALS = 4;
    private static final int UNITS = 10_000;

    private AnalysisJson() {}

    /** An analysis as one line, without a line end. */
    public static String line(Analysis analysis) {
        return line(analysis, null);
    }

    /**
     * An analysis as one line, without a line end.
     *
     * @param id the caller's own mark for the draft, as JSON; see {@link DraftJson.Asked#id()}
     */
    public static String line(Analysis analysis, @Nullable String id) {
        return line(analysis, id, false);
    }

    /**
     * An analysis as one line; with each tactic its {@code "fingerprint"}, with each wording, what its place is the sum of, as {@code "parts"}.
     */
    public static String explained(Analysis analysis) {
        return line(analysis, null, true);
    }

    /** An analysis as one line, with or without what explains it. */
    public static String line(Analysis analysis, @Nullable String id, boolean explained) {
        StringWriter out = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            write(json, analysis, id, explained);
        } catch (IOException e) {
            throw new UncheckedIOException("a string does not fail to be written", e);
        }
        return out.toString();
    }

    private static void write(JsonGenerator json, Analysis analysis, @Nullable String id, boolean explained)
            throws IOException {
        Verdict verdict = analysis.verdict();
        json.writeStartObject();
        json.writeFieldName("id");
        json.writeRawValue(id == null ? "null" : id);
        json.writeStringField("label", verdict.label().id());
        if (verdict instanceof Verdict.Undecided undecided) {
            json.writeStringField("undecided", undecided.reason().id());
        }
        json.writeObjectFieldStart("scores");
        BigDecimal[] scores = rounded(verdict.scores());
        for (Label label : Label.values()) {
            json.writeNumberField(label.id(), scores[label.ordinal()]);
        }
        json.writeEndObject();
        json.writeStringField("turn", verdict.turn().id());
        json.writeStringField(
                "bid", verdict.bid() == null ? null : verdict.bid().id());
        json.writeArrayFieldStart("tactics");
        for (Finding finding : verdict.tactics()) {
            json.writeStartObject();
            json.writeStringField("id", finding.tactic().id());
            json.writeNumberField("start", finding.span().start());
            json.writeNumberField("end", finding.span().end());
            json.writeNumberField("score", number(Math.round(finite(finding.score()) * UNITS)));
            json.writeStringField("why", finding.tactic().why());
            if (explained) {
                json.writeStringField("fingerprint", fingerprint(finding, analysis));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!verdict.unsaid().isEmpty()) {
            suppressed(json, analysis);
        }
        json.writeArrayFieldStart("gestures");
        for (Gesture gesture : verdict.gestures()) {
            json.writeString(gesture.id());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("suggestions");
        for (Suggestion suggestion : analysis.suggestions()) {
            json.writeStartObject();
            json.writeNumberField("start", suggestion.span().start());
            json.writeNumberField("end", suggestion.span().end());
            json.writeStringField("text", wellFormed(suggestion.text()));
            json.writeStringField("rewritten", wellFormed(suggestion.rewritten()));
            json.writeStringField("gesture", suggestion.gesture().id());
            json.writeStringField("phrase", wellFormed(suggestion.phrase()));
            if (explained) {
                json.writeObjectFieldStart("parts");
                for (Map.Entry<Part, Double> part : suggestion.parts().entrySet()) {
                    json.writeNumberField(part.getKey().id(), number(Math.round(part.getValue() * UNITS)));
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        Care care = analysis.care();
        if (care == null) {
            json.writeNullField("care");
        } else {
            json.writeObjectFieldStart("care");
            json.writeStringField("kind", care.kind());
            json.writeStringField("message", care.message());
            json.writeEndObject();
        }
        json.writeStringField("language", analysis.language());
        json.writeStringField("tier", analysis.tier().id());
        json.writeStringField("model", analysis.provenance().model());
        json.writeEndObject();
    }

    /** What settings ask not to be told; there only where there is any. */
    private static void suppressed(JsonGenerator json, Analysis analysis) throws IOException {
        json.writeArrayFieldStart("suppressed");
        for (Finding finding : analysis.verdict().unsaid()) {
            json.writeStartObject();
            json.writeStringField("id", finding.tactic().id());
            json.writeNumberField("start", finding.span().start());
            json.writeNumberField("end", finding.span().end());
            json.writeStringField("fingerprint", fingerprint(finding, analysis));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String fingerprint(Finding finding, Analysis analysis) {
        return Fingerprint.of(
                        finding.tactic(), finding.span().in(analysis.draft().text()))
                .id();
    }

    /** A text fit for UTF-8: half a surrogate pair, which no encoding has a form for, becomes U+FFFD. Offsets stay. */
    public static String wellFormed(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            if (out == null) {
                out = new StringBuilder(text);
            }
            out.setCharAt(i, '\uFFFD');
        }
        return out == null ? text : out.toString();
    }

    /**
     * Four decimals each, and still a sum of exactly 1: what rounding down leaves over goes to the largest remainders, on a
     * tie to the label that comes first.
     */
    private static BigDecimal[] rounded(Scores scores) {
        double[] exact = Arrays.stream(Label.values())
                .mapToDouble(label -> finite(scores.of(label)))
                .toArray();
        double sum = Arrays.stream(exact).sum();
        long[] units = new long[exact.length];
        double[] rest = new double[exact.length];
        long left = UNITS;
        for (int i = 0; i < exact.length; i++) {
            double share = finite(exact[i] / sum) * UNITS;
            units[i] = (long) Math.floor(share);
            rest[i] = share - units[i];
            left -= units[i];
        }
        IntStream.range(0, exact.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -rest[i]))
                .limit(left)
                .forEach(i -> units[i]++);
        return Arrays.stream(units).mapToObj(AnalysisJson::number).toArray(BigDecimal[]::new);
    }

    private static BigDecimal number(long units) {
        BigDecimal number = BigDecimal.valueOf(units, DECIMALS).stripTrailingZeros();
        // 0.0 and 1.0 rather than 0 and 1, so that readers who guess a column's type from its first rows guess right
        return number.scale() < 1 ? number.setScale(1) : number;
    }

    private static double finite(double score) {
        if (!Double.isFinite(score) || score < 0) {
            throw new IllegalStateException("expected scores of 0 or more, got " + score);
        }
        return score;
    }
}
