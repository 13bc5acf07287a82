package dev.toward.chat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days with English month names, as programs write them whatever the language of their user. */
final class EnglishDate {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private EnglishDate() {}

    /** 1 to 12; 0 for what is no month. Only the first three letters count. */
    static int month(String name) {
        return name.length() < 3 ? 0 : MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    /** A day that exists; two digits mean a year from 1970 to 2069. */
    static @Nullable LocalDate day(String year, String month, String day) {
        try {
            int number = Integer.parseInt(year);
            int full = year.length() > 3
                    ? number
                    : year.length() == 3 ? 1900 + number : number + (number < 70 ? 2000 : 1900);
            return LocalDate.of(full, month(month), Integer.parseInt(day));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /** The hour of a day of twenty-four, with {@code a} or {@code p} for a twelve-hour clock; 23 PM stays 23. */
    static String hour(String hour, @Nullable String half) {
        int written = Integer.parseInt(hour);
        return half == null || written > 12
                ? hour
                : String.valueOf(written % 12 + (half.equalsIgnoreCase("p") ? 12 : 0));
    }

    /** A time that exists; seconds may be missing. */
    static @Nullable LocalTime time(String hour, String minute, @Nullable String second) {
        try {
            // a leap second counts to the second before it
            int seconds = second == null ? 0 : Math.min(59, Integer.parseInt(second));
            return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute), seconds);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }
}
