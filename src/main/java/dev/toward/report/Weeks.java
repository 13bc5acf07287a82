package dev.toward.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Weeks by their Mondays. */
final class Weeks {
    /** So many are drawn; the files hold them all. */
    static final int MOST = 53;

    static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    static final DateTimeFormatter MONDAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private Weeks() {}

    /** The Monday of a week like {@code 2024-W18}. */
    static LocalDate monday(String week) {
        return LocalDate.of(Integer.parseInt(week.substring(0, 4)), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(week.substring(6)))
                .with(DayOfWeek.MONDAY);
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Every week from one to another, the latest {@value #MOST} of them. */
    static List<LocalDate> latest(LocalDate first, LocalDate last) {
        List<LocalDate> weeks = new ArrayList<>();
        LocalDate earliest = last.minusWeeks(MOST - 1);
        LocalDate from = first.isBefore(earliest) ? earliest : first;
        for (long i = 0; i <= ChronoUnit.WEEKS.between(from, last); i++) {
            weeks.add(from.plusWeeks(i));
        }
        return weeks;
    }
}
