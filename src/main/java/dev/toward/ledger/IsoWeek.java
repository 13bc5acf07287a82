package dev.toward.ledger;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** Weeks by their names, as {@code 2024-W18}. */
final class IsoWeek {
    private IsoWeek() {}

    static String of(LocalDate day) {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** Consecutive weeks have consecutive numbers. */
    static long number(String week) {
        LocalDate monday = LocalDate.of(Integer.parseInt(week.substring(0, 4)), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(week.substring(6)))
                .with(DayOfWeek.MONDAY);
        return Math.floorDiv(monday.toEpochDay(), 7);
    }
}
