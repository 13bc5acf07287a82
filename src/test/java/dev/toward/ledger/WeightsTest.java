package dev.toward.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsTest {
    private static final Weights WARM = Weights.of(List.of(
            "# made by hand",
            "answers\tcold\twarm",
            "\t0.000\t0.000",
            "thanks\t-1.000\t1.000",
            "length\t0.500\t0.000"));

    @Test
    void odds_areOneTogether() {
        double[] odds = WARM.odds(new Signs().put("thanks", true).put("length", 2.5));
        assertEquals(1, odds[0] + odds[1], 1e-12);
        assertEquals(List.of("cold", "warm"), WARM.answers());
    }

    @Test
    void odds_leanWhereTheSignsPoint() {
        assertEquals(0.5, WARM.odds("warm", new Signs()), 1e-12);
        assertTrue(WARM.odds("warm", new Signs().put("thanks", true)) > 0.8);
        assertTrue(WARM.odds("warm", new Signs().put("length", 3)) < 0.25);
    }

    @Test
    void odds_unknownSignSaysNothing() {
        assertArrayEquals(WARM.odds(new Signs()), WARM.odds(new Signs().put("of another file", 7)));
    }

    @Test
    void of_rowTooShort() {
        assertThrows(IllegalStateException.class, () -> Weights.of(List.of("answers\tno\tyes", "thanks\t1.0")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bids-first.tsv", "bids.tsv", "outcomes.tsv", "events.tsv", "promises.tsv", "due.tsv", "open.tsv"
            })
    void shipped_isThereAndTellsApart(String file) {
        Weights weights = Weights.shipped(file);
        assertTrue(weights.answers().size() >= 2, weights.answers().toString());
        assertEquals(weights.answers().size(), weights.odds(new Signs()).length);
    }

    @Test
    void shipped_missingFileSaysWhatToDo() {
        var e = assertThrows(IllegalStateException.class, () -> Weights.shipped("no-such.tsv"));
        assertEquals("no-such.tsv is missing; bench/ledgerfit.sh makes it", e.getMessage());
    }

    @Test
    void fit_learnsWhatDecides() {
        List<SoftmaxFit.Row> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean thanks = i % 2 == 0;
            Signs signs = new Signs().put("thanks", thanks).put("noise", i % 3 == 0);
            rows.add(new SoftmaxFit.Row(signs, thanks ? "warm" : "cold"));
        }
        List<String> lines = SoftmaxFit.lines(List.of("cold", "warm"), rows, 2, 1);
        Weights fitted = Weights.of(lines);
        assertTrue(fitted.odds("warm", new Signs().put("thanks", true)) > 0.9);
        assertTrue(fitted.odds("warm", new Signs()) < 0.1);
        assertTrue(fitted.odds("warm", new Signs().put("thanks", true).put("noise", true)) > 0.9);
        assertEquals(lines, SoftmaxFit.lines(List.of("cold", "warm"), rows, 2, 1));
    }
}
