package dev.toward.train;

import static dev.toward.verdict.Label.DISMISSIVE;
import static dev.toward.verdict.Label.NEUTRAL;
import static dev.toward.verdict.Label.VALIDATING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.toward.verdict.Label;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
    @Test
    void kappaTakesAwayWhatChanceGives() {
        // each reader: six neutral, four dismissive; eight the same: (0.8 - 0.52) / (1 - 0.52)
        List<Example> drafts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Label one = i < 6 ? NEUTRAL : DISMISSIVE;
            Label two = i == 0 || (i > 5 && i < 9) ? DISMISSIVE : NEUTRAL;
            drafts.add(LabelledDrafts.draft(null, "text " + i, one, null, two));
        }
        Agreement agreement = Agreement.of(drafts);
        assertEquals(10, agreement.n());
        assertEquals(0.8, agreement.same(), 1e-9);
        assertEquals((0.8 - 0.52) / 0.48, agreement.kappa(), 1e-9);
        assertEquals((0.8 - 0.52) / 0.48, agreement.kappas().get(DISMISSIVE), 1e-9);
    }

    @Test
    void anAcceptedAlternativeIsAgreementOfALesserKind() {
        Agreement agreement = Agreement.of(List.of(
                LabelledDrafts.draft(null, "sure", NEUTRAL, VALIDATING, VALIDATING),
                LabelledDrafts.draft(null, "no", NEUTRAL, null, NEUTRAL)));
        assertEquals(0.5, agreement.same(), 1e-9);
        assertEquals(1, agreement.accepted(), 1e-9);
    }

    @Test
    void draftsReadOnceAreLeftOut() {
        assertEquals(
                1,
                Agreement.of(List.of(
                                LabelledDrafts.draft(null, "a", NEUTRAL, null, NEUTRAL),
                                LabelledDrafts.draft(null, "b", NEUTRAL)))
                        .n());
        assertThrows(
                IllegalArgumentException.class, () -> Agreement.of(List.of(LabelledDrafts.draft(null, "b", NEUTRAL))));
    }
}
