package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolarHijriTest {
    /** As a browser writes them. */
    @ParameterizedTest
    @CsvSource({
        "1375,  1,  1, 1996-03-20",
        "1376,  1,  1, 1997-03-21",
        "1399, 12, 30, 2021-03-20",
        "1400,  1,  1, 2021-03-21",
        "1402,  6, 31, 2023-09-22",
        "1402,  7,  1, 2023-09-23",
        "1402, 11, 16, 2024-02-05",
        "1402, 12, 29, 2024-03-19",
        "1403,  1,  1, 2024-03-20",
        "1403, 12, 30, 2025-03-20",
        "1404,  1,  1, 2025-03-21",
        "1408, 12, 30, 2030-03-20",
        "1409,  1,  1, 2030-03-21"
    })
    void day(int year, int month, int day, LocalDate ours) {
        assertEquals(ours, SolarHijri.day(year, month, day));
    }

    @Test
    void everyDay_followsTheOneBefore() {
        LocalDate expected = SolarHijri.day(1300, 1, 1);
        for (int year = 1300; year < 1500; year++) {
            for (int month = 1; month <= 12; month++) {
                for (int day = 1; SolarHijri.day(year, month, day) != null; day++) {
                    assertEquals(expected, SolarHijri.day(year, month, day));
                    expected = expected.plusDays(1);
                }
            }
        }
        assertEquals(LocalDate.of(2121, 3, 21), expected);
    }

    @Test
    void noSuchDay() {
        assertNull(SolarHijri.day(1402, 12, 30));
        assertNull(SolarHijri.day(1402, 7, 31));
        assertNull(SolarHijri.day(1402, 13, 1));
        assertNull(SolarHijri.day(1402, 1, 0));
        assertNull(SolarHijri.day(2024, 1, 1));
    }
}
