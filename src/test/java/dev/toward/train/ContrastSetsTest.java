package dev.toward.train;

import static dev.toward.verdict.Label.DISMISSIVE;
import static dev.toward.verdict.Label.MINIMIZING;
import static dev.toward.verdict.Label.NEUTRAL;
import static dev.toward.verdict.Label.VALIDATING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContrastSetsTest {
    @Test
    void oneBidWithAllFourLabelsIsASet() {
        String bid = "they let me go today";
        List<Example> four = List.of(
                LabelledDrafts.draft(bid, "that's awful", VALIDATING),
                LabelledDrafts.draft(bid, "told you so", DISMISSIVE),
                LabelledDrafts.draft(bid, "at least you had savings", MINIMIZING),
                LabelledDrafts.draft(bid, "do you need a ride", NEUTRAL));
        assertEquals(1, ContrastSets.count(four));
        assertEquals(0, ContrastSets.count(four.subList(0, 3)));
    }

    @Test
    void oneReplyThatChangesItsLabelUnderThreeBidsIsASet() {
        List<Example> ok = List.of(
                LabelledDrafts.draft("get milk?", "ok", NEUTRAL),
                LabelledDrafts.draft("meet at six", "Ok", NEUTRAL),
                LabelledDrafts.draft("I got the job!!", "ok", DISMISSIVE));
        assertEquals(1, ContrastSets.count(ok));
        assertEquals(0, ContrastSets.count(ok.subList(0, 2)));
        assertEquals(0, ContrastSets.count(ok.subList(1, 3)));
    }
}
