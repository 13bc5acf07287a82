package dev.toward.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ComebacksTest {
    @Test
    void show_oneSureMessageOutweighsManyDoubtful() {
        Signs sure = shown(0.95);
        Signs doubtful = shown(0.1, 0.1, 0.1, 0.1);
        assertTrue(sure.of("back most") > doubtful.of("back most"));
        assertTrue(doubtful.of("back second") > sure.of("back second"), "there is no second");
    }

    @Test
    void show_theMoreTheMore() {
        assertTrue(shown(0.5, 0.5).of("back sum") > shown(0.5).of("back sum"));
    }

    @Test
    void show_isFiniteAtTheEnds() {
        for (double odds : new double[] {0, 1}) {
            shown(odds).forEach((name, value) -> assertTrue(Double.isFinite(value), name));
        }
        shown().forEach((name, value) -> assertTrue(Double.isFinite(value), name));
    }

    @Test
    void show_doesNotDependOnTheOrderOfTheTwoMostProbable() {
        assertEquals(shown(0.3, 0.8).of("back most"), shown(0.8, 0.3).of("back most"));
        assertEquals(shown(0.3, 0.8).of("back second"), shown(0.8, 0.3).of("back second"));
    }

    private static Signs shown(double... odds) {
        Comebacks comebacks = new Comebacks();
        for (double one : odds) {
            comebacks.add(one);
        }
        Signs signs = new Signs();
        comebacks.show(signs);
        return signs;
    }
}
