package dev.toward.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
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

    @Test
    void stretch_isByTheDayThatWasTold() {
        LocalDate day = LocalDate.of(2026, 3, 5);
        assertEquals(BackSigns.Stretch.AT_ONCE, BackSigns.Stretch.of(day.minusDays(3), true, day, day));
        assertEquals(BackSigns.Stretch.BEFORE, BackSigns.Stretch.of(day.minusDays(2), false, day, day));
        assertEquals(BackSigns.Stretch.EVE, BackSigns.Stretch.of(day.minusDays(1), false, day, day));
        assertEquals(BackSigns.Stretch.DAY, BackSigns.Stretch.of(day, false, day, day));
        assertEquals(BackSigns.Stretch.AFTER, BackSigns.Stretch.of(day.plusDays(4), false, day, day));
        assertEquals(BackSigns.Stretch.LATER, BackSigns.Stretch.of(day.plusDays(5), false, day, day));
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
