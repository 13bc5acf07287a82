package dev.toward.chat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The calendar of Iran, by which browsers write dates in Persian: six months of 31 days, five of 30, and one of 29 or 30. Leap years go by the rule of 33 years, as
 * browsers reckon; it agrees with the astronomers for all years that a chat can be of. The runtime has no such calendar.
 */
final class SolarHijri {
    /** Nowruz of a year to count from. */
    private static final LocalDate NOWRUZ = LocalDate.of(2024, 3, 20);

    private static final int YEAR = 1403;
    private static final int FIRST = 1300;
    private static final int LAST = 1499;

    private SolarHijri() {}

    /** The day as ours; null where that calendar has no such day, or the year is none that somebody chats in. */
    static @Nullable LocalDate day(int year, int month, int day) {
        if (year < FIRST || year > LAST || month < 1 || month > 12 || day < 1 || day > length(year, month)) {
            return null;
        }
        int before = 30 * (month - 1) + Math.min(month - 1, 6);
        return NOWRUZ.plusDays(365L * (year - YEAR) + leapDays(year) - leapDays(YEAR) + before + day - 1);
    }

    private static int length(int year, int month) {
        return month <= 6 ? 31 : month <= 11 ? 30 : 29 + leapDays(year + 1) - leapDays(year);
    }

    /** How many there were before a year. */
    private static int leapDays(int year) {
        return (8 * year + 21) / 33;
    }
}
