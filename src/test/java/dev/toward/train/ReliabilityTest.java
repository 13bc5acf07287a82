package dev.toward.train;

import static dev.toward.verdict.Label.DISMISSIVE;
import static dev.toward.verdict.Label.NEUTRAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.verdict.Scores;
import dev.toward.verdict.Turn;
import dev.toward.verdict.Verdict;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ReliabilityTest {
    private static final Reliability HALF_RIGHT = Reliability.of(List.of(
            LabelledDrafts.scored(NEUTRAL, NEUTRAL, 0.95),
            LabelledDrafts.scored(DISMISSIVE, NEUTRAL, 0.95),
            LabelledDrafts.scored(NEUTRAL, NEUTRAL, 0.55),
            LabelledDrafts.scored(NEUTRAL, DISMISSIVE, 0.55)));

    @Test
    void theErrorIsTheMeanDistanceOfSaidAndTrue() {
        assertEquals((2 * 0.45 + 2 * 0.05) / 4, HALF_RIGHT.error(), 1e-9);
    }

    @Test
    void whatIsSureAndRightHasNoError() {
        assertEquals(
                0,
                Reliability.of(List.of(LabelledDrafts.scored(NEUTRAL, NEUTRAL, 1)))
                        .error(),
                1e-9);
    }

    @Test
    void theDrawingIsWellFormedAndSaysWhatItShows() throws Exception {
        String svg = HALF_RIGHT.svg("dev & test");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertTrue(svg.contains("dev &amp; test: 4 drafts, calibration error 0.250"), svg);
        assertTrue(svg.contains("2 drafts: said 95%, right 50%"), svg);
    }

    @Test
    void theMostProbableLabelCountsWhateverTheBarsDecide() {
        Verdict barred =
                new Verdict.Decided(NEUTRAL, new Scores(0.02, 0.6, 0.03, 0.35), Turn.NONE, null, List.of(), List.of());
        Reliability reliability = Reliability.of(
                List.of(new Evaluation.Scored(LabelledDrafts.draft(null, "fine by me", NEUTRAL), barred)));
        assertEquals(0.6, reliability.error(), 1e-9);
    }

    @Test
    void aDraftWithoutALabelCountsForNothing() {
        Evaluation.Scored unlabelled = new Evaluation.Scored(
                LabelledDrafts.draft(null, "fine by me", null),
                LabelledDrafts.scored(NEUTRAL, NEUTRAL, 0.9).verdict());
        assertEquals(0, Reliability.of(List.of(unlabelled)).error(), 1e-9);
    }

    @Test
    void nothingReadIsDrawnAsNothing() throws IOException {
        assertTrue(Reliability.of(List.of()).svg("empty").contains("0 drafts"));
    }
}
