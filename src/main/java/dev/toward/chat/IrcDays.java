package dev.toward.chat;

import dev.toward.text.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day of lines that have only a clock, or a day without a year: from the lines in which a program says that a log begins or a
 * day changes, else from the name of the file. When the clock falls back by more than twelve hours, the next day has begun.
 */
final class IrcDays {
    private static final int EARLIEST = 1990;
    private static final int TWELVE_HOURS = 12 * 3600;
    private static final Pattern SAID = Pattern.compile(
            "^(?:--- (?:Day changed|Log opened|Log closed)|\\*{4} (?:BEGIN|ENDING) LOGGING AT|Session (?:Start|Close|Time):?)\\s+"
                    + "(?:[A-Za-z]{2,9},? )?([A-Za-z]{3})[a-z]{0,6} {1,2}(\\d{1,2})(?: (\\d{1,2}):(\\d{2})(?::(\\d{2}))?)? (\\d{4})\\s*$");
    private static final Pattern IN_NAME = Pattern.compile("(?<!\\d)(\\d{4})([-_.]?)(\\d{2})\\2(\\d{2})(?!\\d)");

    private final LocalDate today;
    private @Nullable LocalDate day;
    private @Nullable LocalTime last;

    IrcDays(String fileName, LocalDate today) {
        this.today = today;
        this.day = inName(fileName);
    }

    /** True for a line in which a program speaks of the log itself. */
    static boolean isSaid(String line) {
        return SAID.matcher(line).matches() || line.startsWith("Session Ident:");
    }

    /** True for a line that begins a stretch in which nobody is known yet. */
    static boolean isBeginning(String line) {
        return line.startsWith("--- Log opened") || line.startsWith("**** BEGIN") || line.startsWith("Session Start");
    }

    /** Takes the day from such a line. */
    void said(String line) {
        Matcher matcher = SAID.matcher(line);
        if (matcher.matches()) {
            LocalDate said = EnglishDate.day(matcher.group(6), matcher.group(1), matcher.group(2));
            if (said != null) {
                day = said;
                last = matcher.group(3) == null
                        ? null
                        : EnglishDate.time(matcher.group(3), matcher.group(4), matcher.group(5));
            }
        }
    }

    /** The day in the name of a file, as {@code #cats_20240131.log}; null if there is none. */
    static @Nullable LocalDate inName(String fileName) {
        Matcher matcher = IN_NAME.matcher(fileName);
        while (matcher.find()) {
            try {
                LocalDate named = LocalDate.of(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(3)),
                        Integer.parseInt(matcher.group(4)));
                if (named.getYear() >= EARLIEST) {
                    return named;
                }
            } catch (DateTimeException e) {
                // some other number
            }
        }
        return null;
    }

    /** The name of a file without the day in it. */
    static String withoutDay(String fileName) {
        return inName(fileName) == null ? fileName : IN_NAME.matcher(fileName).replaceFirst("");
    }

    /** When a line was written; null when that cannot be told, or cannot be. */
    @Nullable
    Timestamp time(IrcStamp stamp) {
        Timestamp whole = stamp.whole();
        if (whole != null) {
            day = whole.clock().toLocalDate();
            last = whole.clock().toLocalTime();
            return whole;
        }
        LocalTime clock = stamp.clock();
        if (clock == null || day == null) {
            return null;
        }
        MonthDay named = stamp.monthDay();
        if (named != null) {
            day = of(named, day);
        } else if (last != null && last.toSecondOfDay() - clock.toSecondOfDay() > TWELVE_HOURS) {
            day = day.plusDays(1);
        }
        last = clock;
        return day == null ? null : plausible(day.atTime(clock));
    }

    /** The first such day that does not lie well before the last one seen. */
    private static @Nullable LocalDate of(MonthDay named, LocalDate before) {
        int year = before.getYear();
        if (!named.isValidYear(year)) {
            return named.isValidYear(year + 1) ? named.atYear(year + 1) : before;
        }
        LocalDate sameYear = named.atYear(year);
        return sameYear.isBefore(before.minusMonths(6)) ? sameYear.plusYears(1) : sameYear;
    }

    private @Nullable Timestamp plausible(LocalDateTime clock) {
        return clock.getYear() < EARLIEST || clock.toLocalDate().isAfter(today.plusDays(2))
                ? null
                : new Timestamp.Wall(clock);
    }
}
