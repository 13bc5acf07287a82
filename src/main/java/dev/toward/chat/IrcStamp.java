package dev.toward.chat;

import dev.toward.text.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time at the start of a line, as far as the line tells it.
 *
 * @param whole a whole time; null where the day, or its year, stands elsewhere
 * @param monthDay null where the line names no day
 * @param clock null where {@code whole} tells it, or the line has no time that exists
 * @param rest the line after it
 */
record IrcStamp(
        @Nullable Timestamp whole,
        @Nullable MonthDay monthDay,
        @Nullable LocalTime clock,
        String rest) {
    private static final Pattern ISO = Pattern.compile(
            "^\\[?(\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?)]?(?:[ \\t]|$)");
    private static final Pattern NAMED = Pattern.compile(
            "^\\[(\\d{1,2})[- ]([A-Za-z]{3})[a-z]{0,6}[- ](\\d{4}) (\\d{1,2}):(\\d{2})(?::(\\d{2}))?](?:[ \\t]|$)");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("^([A-Z][a-z]{2}) {1,2}(\\d{1,2}) (\\d{2}):(\\d{2})(?::(\\d{2}))?(?:[ \\t]|$)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("^\\[(\\d{1,2})[- ]([A-Za-z]{3}) (\\d{1,2}):(\\d{2})(?::(\\d{2}))?](?:[ \\t]|$)");
    private static final Pattern CLOCK =
            Pattern.compile("^(\\[?)(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: ?([AaPp])\\.?[Mm]\\.?)?(]?)(?:[ \\t]|$)");
    private static final Pattern COUNT = Pattern.compile("^\\[?(\\d{10}|\\d{13})]?[ \\t]");

    /** Reads the start of a line; a line without a time is all rest. */
    static IrcStamp of(String line, LocalDate today) {
        Matcher iso = ISO.matcher(line);
        if (iso.find()) {
            String written = iso.group(1).replace(',', '.');
            return whole(TimeText.read(written, DateOrder.YMD, today), line, iso);
        }
        Matcher count = COUNT.matcher(line);
        if (count.find()) {
            return whole(TimeText.read(count.group(1), DateOrder.YMD, today), line, count);
        }
        Matcher named = NAMED.matcher(line);
        if (named.find()) {
            LocalDate day = EnglishDate.day(named.group(3), named.group(2), named.group(1));
            LocalTime time = EnglishDate.time(named.group(4), named.group(5), named.group(6));
            return whole(day == null || time == null ? null : new Timestamp.Wall(day.atTime(time)), line, named);
        }
        Matcher monthFirst = MONTH_FIRST.matcher(line);
        if (monthFirst.find()) {
            return yearless(monthFirst.group(1), monthFirst.group(2), monthFirst, line);
        }
        Matcher dayFirst = DAY_FIRST.matcher(line);
        if (dayFirst.find()) {
            return yearless(dayFirst.group(2), dayFirst.group(1), dayFirst, line);
        }
        Matcher clock = CLOCK.matcher(line);
        if (clock.find() && clock.group(1).isEmpty() == clock.group(6).isEmpty()) {
            LocalTime time =
                    EnglishDate.time(EnglishDate.hour(clock.group(2), clock.group(5)), clock.group(3), clock.group(4));
            return new IrcStamp(null, null, time, line.substring(clock.end()));
        }
        return new IrcStamp(null, null, null, line);
    }

    private static IrcStamp whole(@Nullable Timestamp time, String line, Matcher matcher) {
        return new IrcStamp(time, null, null, line.substring(matcher.end()));
    }

    private static IrcStamp yearless(String month, String day, Matcher clock, String line) {
        LocalTime time = EnglishDate.time(clock.group(3), clock.group(4), clock.group(5));
        try {
            MonthDay monthDay = MonthDay.of(EnglishDate.month(month), Integer.parseInt(day));
            return new IrcStamp(null, monthDay, time, line.substring(clock.end()));
        } catch (DateTimeException e) {
            return new IrcStamp(null, null, null, line);
        }
    }

    /** True when the line began with a time, one that exists or not. */
    boolean found(String line) {
        return rest.length() < line.length();
    }
}
