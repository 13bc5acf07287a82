package dev.toward.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class DaysToldTest {
    private static final LocalDateTime MONDAY_NOON = LocalDateTime.of(2026, 3, 2, 12, 0);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 3, 5);

    private final DaysTold test = DaysTold.of(MONDAY_NOON, THURSDAY, THURSDAY);

    @Test
    void stretch_isByTheDayThatWasTold() {
        assertEquals(Stretch.BEFORE, on(THURSDAY.minusDays(2)));
        assertEquals(Stretch.EVE, on(THURSDAY.minusDays(1)));
        assertEquals(Stretch.DAY, on(THURSDAY));
        assertEquals(Stretch.AFTER, on(THURSDAY.plusDays(1)));
        assertEquals(Stretch.AFTER, on(THURSDAY.plusDays(4)));
        assertEquals(Stretch.LATER, on(THURSDAY.plusDays(5)));
    }

    @Test
    void stretch_atOnceEvenOnTheDayItself() {
        DaysTold today = DaysTold.of(MONDAY_NOON, MONDAY_NOON.toLocalDate(), MONDAY_NOON.toLocalDate());
        assertEquals(
                Stretch.AT_ONCE, today.stretch(MONDAY_NOON.plusMinutes(89), When.day(MONDAY_NOON.plusMinutes(89))));
        assertEquals(Stretch.DAY, today.stretch(MONDAY_NOON.plusMinutes(90), When.day(MONDAY_NOON.plusMinutes(90))));
    }

    @Test
    void stretch_eachOfItsDaysIsTheDay() {
        DaysTold weekend = DaysTold.of(MONDAY_NOON, THURSDAY.plusDays(2), THURSDAY.plusDays(3));
        assertEquals(Stretch.DAY, weekend.stretch(THURSDAY.plusDays(3).atTime(12, 0), THURSDAY.plusDays(3)));
    }

    @Test
    void days_areCountedFromItsFirstAndItsLast() {
        assertEquals(3, test.daysAhead());
        assertEquals(-3, test.daysSince(MONDAY_NOON.toLocalDate()));
        assertEquals(2, test.daysSince(THURSDAY.plusDays(2)));
    }

    private Stretch on(LocalDate day) {
        return test.stretch(day.atTime(12, 0), day);
    }
}
