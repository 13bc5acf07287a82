package dev.toward.chat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date and time as written, before anyone knows which number is the day.
 *
 * @param first the first number of the date, and so on
 * @param second of the date
 * @param third of the date
 * @param yearAt 0 or 1 where that number has four digits, else 2
 * @param yearDigits as many as the number at {@code yearAt} has
 * @param seconds -1 where only minutes stand
 * @param period of a twelve-hour clock, else null
 * @param end where the text goes on
 */
record Stamp(
        int first,
        int second,
        int third,
        int yearAt,
        int yearDigits,
        char separator,
        int hour,
        int minute,
        int seconds,
        @Nullable DayPeriod period,
        int end) {
    private static final List<String> FILLERS = WhatsAppWords.section("date-filler");

    /** The first years of the app: a four-digit year before it is counted by another calendar. */
    private static final int FIRST_YEAR = 2009;

    private static final int BUDDHIST = 543;
    private static final int EARLIEST = 1990;

    /** A date and a time at {@code from}; null if none stands there. Neither need exist in the calendar. */
    static @Nullable Stamp at(String line, int from) {
        Numbers scan = new Numbers(line, from);
        int first = scan.number(4);
        int firstDigits = scan.digits;
        char separator = scan.position < line.length() ? line.charAt(scan.position) : ' ';
        if (first < 0 || (separator != '/' && separator != '.' && separator != '-') || !scan.separator(separator)) {
            return null;
        }
        int second = scan.number(4);
        int secondDigits = scan.digits;
        if (second < 0 || !scan.separator(separator)) {
            return null;
        }
        int third = scan.number(4);
        int thirdDigits = scan.digits;
        if (third < 0) {
            return null;
        }
        int dateEnd = scan.position;
        scan.one('.');
        scan.one(',');
        scan.spaces();
        if (scan.position == dateEnd) {
            return null;
        }
        DayPeriod.Match before = scan.periodOrFiller();
        int hour = scan.number(2);
        if (hour < 0 || !scan.timeSeparator()) {
            return null;
        }
        int minute = scan.number(2);
        if (minute < 0 || scan.digits != 2) {
            return null;
        }
        int seconds = scan.seconds();
        DayPeriod.Match after = before == null ? scan.periodAfter() : before;
        int yearAt = firstDigits > 2 ? 0 : secondDigits > 2 ? 1 : 2;
        int yearDigits = yearAt == 0 ? firstDigits : yearAt == 1 ? secondDigits : thirdDigits;
        return new Stamp(
                first,
                second,
                third,
                yearAt,
                yearDigits,
                separator,
                hour,
                minute,
                seconds,
                after == null ? null : after.period(),
                scan.position);
    }

    /** True when some order makes it a day of the calendar, and the clock shows such a time. */
    boolean isPossible() {
        return clockExists()
                && (day(DateOrder.DMY) != null || day(DateOrder.MDY) != null || day(DateOrder.YMD) != null);
    }

    private boolean clockExists() {
        return hourOfDay() < 24 && minute < 60 && seconds < 60;
    }

    private int hourOfDay() {
        return period == null ? hour : period.hour(hour);
    }

    /** The day in an order; null if the calendar has no such day. A year of four digits says itself where it stands. */
    @Nullable
    LocalDate day(DateOrder order) {
        return switch (yearAt) {
            case 0 -> second > 12 && third <= 12 ? date(first, third, second) : date(first, second, third);
            case 1 -> first > 12 ? date(second, third, first) : date(second, first, third);
            default ->
                switch (order) {
                    case DMY -> date(third, second, first);
                    case MDY -> date(third, first, second);
                    case YMD -> yearDigits > 2 ? null : date(first, second, third);
                };
        };
    }

    private static @Nullable LocalDate date(int written, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        try {
            return LocalDate.of(written < 100 ? 2000 + written : written, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The moment on the clock; null where it does not exist, or lies before 1990 or over two days after {@code today}. */
    @Nullable
    LocalDateTime time(DateOrder order, LocalDate today) {
        LocalDate day = day(order);
        if (day == null || !clockExists()) {
            return null;
        }
        if (day.getYear() - BUDDHIST >= FIRST_YEAR && day.getYear() - BUDDHIST <= today.getYear() + 1) {
            day = day.minusYears(BUDDHIST);
        }
        if (day.getYear() < EARLIEST || day.isAfter(today.plusDays(2))) {
            return null;
        }
        return day.atTime(hourOfDay(), minute, Math.max(0, seconds));
    }

    boolean sameDateAs(Stamp other) {
        return first == other.first && second == other.second && third == other.third;
    }

    /** Reads numbers of any script along a line. */
    private static final class Numbers {
        private final String line;
        private int position;
        private int digits;

        Numbers(String line, int position) {
            this.line = line;
            this.position = position;
        }

        /** Up to {@code most} digits; -1 if there are none, or more. */
        int number(int most) {
            int value = 0;
            digits = 0;
            while (position < line.length()) {
                char c = line.charAt(position);
                int digit = c >= '0' && c <= '9' ? c - '0' : c < '\u0660' ? -1 : Character.digit(c, 10);
                if (digit < 0) {
                    break;
                }
                if (++digits > most) {
                    return -1;
                }
                value = value * 10 + digit;
                position++;
            }
            return digits == 0 ? -1 : value;
        }

        boolean one(char expected) {
            if (position < line.length() && line.charAt(position) == expected) {
                position++;
                return true;
            }
            return false;
        }

        /** The separator between two numbers of a date, and the space that some languages put after it. */
        boolean separator(char expected) {
            if (!one(expected)) {
                return false;
            }
            if (position < line.length() && Marks.isSpace(line.charAt(position))) {
                position++;
            }
            return true;
        }

        void spaces() {
            while (position < line.length() && Marks.isSpace(line.charAt(position))) {
                position++;
            }
        }

        boolean timeSeparator() {
            return one(':') || one('.');
        }

        int seconds() {
            int before = position;
            if (timeSeparator()) {
                int value = number(2);
                if (value >= 0 && digits == 2) {
                    return value;
                }
            }
            position = before;
            return -1;
        }

        DayPeriod.@Nullable Match periodOrFiller() {
            DayPeriod.Match match = DayPeriod.at(line, position);
            if (match != null) {
                position = match.end();
            } else if (position < line.length() && Character.isLetter(line.charAt(position))) {
                for (String filler : FILLERS) {
                    int end = DayPeriod.after(line, position, filler);
                    if (end >= 0 && end < line.length() && Marks.isSpace(line.charAt(end))) {
                        position = end;
                        break;
                    }
                }
            }
            spaces();
            return match;
        }

        DayPeriod.@Nullable Match periodAfter() {
            int before = position;
            spaces();
            DayPeriod.Match match = DayPeriod.at(line, position);
            position = match == null ? before : match.end();
            return match;
        }
    }
}
