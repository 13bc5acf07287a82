package dev.toward.chat;

import dev.toward.text.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as mails have them, {@code Wed, 31 Jan 2024 18:05:09 +0100}, in all the forms that were ever usual. */
final class MailDate {
    private static final int EARLIEST = 1990;
    private static final Pattern RFC = Pattern.compile(
            "^\\s*(?:[A-Za-z]{2,9}\\.?,?\\s+)?(\\d{1,2})[ -]{1,3}([A-Za-z]{3})[a-z]{0,6}\\.?,?[ -]{1,3}(\\d{2,4}),?\\s+(\\d{1,2})[:.](\\d{2})"
                    + "(?:[:.](\\d{2}))?(?:[.,]\\d{1,9})?\\s*([+-]\\d{2}:?\\d{2}|[A-Za-z]{1,5})?.*$",
            Pattern.DOTALL);

    /** {@code Wed Jan 31 18:05:09 2024}, the zone before or after the year. */
    private static final Pattern C_LIBRARY = Pattern.compile(
            "^\\s*[A-Za-z]{3},?\\s+([A-Za-z]{3})\\s+(\\d{1,2})\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?"
                    + "(?:\\s+([+-]\\d{4}|[A-Za-z]{1,5}))?\\s+(\\d{4})(?:\\s+([+-]\\d{4}|[A-Za-z]{1,5}))?(?:\\s.*)?$",
            Pattern.DOTALL);

    private static final Map<String, Integer> HOURS = Map.ofEntries(
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("CET", 1),
            Map.entry("CEST", 2),
            Map.entry("MET", 1),
            Map.entry("MEST", 2),
            Map.entry("EET", 2),
            Map.entry("EEST", 3),
            Map.entry("WET", 0),
            Map.entry("WEST", 1),
            Map.entry("BST", 1),
            Map.entry("MSK", 3),
            Map.entry("JST", 9));

    private MailDate() {}

    /** The moment; null for what is no date, does not exist, or lies before 1990 or over two days after {@code today}. */
    static @Nullable Timestamp read(String text, LocalDate today) {
        Matcher rfc = RFC.matcher(text);
        if (rfc.matches()) {
            LocalDate day = EnglishDate.day(rfc.group(3), rfc.group(2), rfc.group(1));
            return moment(day, EnglishDate.time(rfc.group(4), rfc.group(5), rfc.group(6)), rfc.group(7), today);
        }
        Matcher c = C_LIBRARY.matcher(text);
        if (c.matches()) {
            LocalDate day = EnglishDate.day(c.group(7), c.group(1), c.group(2));
            String zone = c.group(6) == null ? c.group(8) : c.group(6);
            return moment(day, EnglishDate.time(c.group(3), c.group(4), c.group(5)), zone, today);
        }
        return null;
    }

    private static @Nullable Timestamp moment(
            @Nullable LocalDate day, @Nullable LocalTime time, @Nullable String zone, LocalDate today) {
        if (day == null || time == null || day.getYear() < EARLIEST || day.isAfter(today.plusDays(2))) {
            return null;
        }
        ZoneOffset offset = offset(zone);
        return offset == null ? null : new Timestamp.Moment(day.atTime(time).toInstant(offset));
    }

    /** RFC 5322 has names that nobody knows mean UTC, and so does a missing zone. Null for an offset that cannot be. */
    private static @Nullable ZoneOffset offset(@Nullable String zone) {
        if (zone == null || Character.isLetter(zone.charAt(0))) {
            Integer hours = zone == null ? null : HOURS.get(zone.toUpperCase(Locale.ROOT));
            return ZoneOffset.ofHours(hours == null ? 0 : hours);
        }
        String digits = zone.substring(1).replace(":", "");
        int hours = Integer.parseInt(digits.substring(0, 2));
        int minutes = Integer.parseInt(digits.substring(2, 4));
        if (hours > 17 || minutes > 59) {
            return null;
        }
        int sign = zone.charAt(0) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }
}
