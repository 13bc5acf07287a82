package dev.toward.chat;

import dev.toward.text.Timestamp;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The times of generic formats: counts since 1970 in seconds to nanoseconds told apart by their length, ISO 8601 with and
 * without an offset, and days written with slashes, dots or hyphens.
 */
final class TimeText {
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:mm", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private TimeText() {}

    /** The stamp in a text whose order of day and month is not known from it; null when it is ISO, a count, or no time. */
    static @Nullable Stamp ambiguous(String text) {
        String clean = Marks.strip(text).strip();
        if (isCount(clean) || iso(clean) != null) {
            return null;
        }
        Stamp stamp = Stamp.at(clean, 0);
        return stamp != null ? stamp : Stamp.at(clean + " 00:00", 0);
    }

    /** The time in a text; null if it is none, or lies before 1990 or over two days after {@code today}. */
    static @Nullable Timestamp read(String text, DateOrder order, LocalDate today) {
        String clean = Marks.strip(text).strip();
        if (isCount(clean)) {
            return plausible(moment(clean), today);
        }
        Timestamp iso = iso(clean);
        if (iso != null) {
            return plausible(iso, today);
        }
        Stamp stamp = ambiguous(clean);
        LocalDateTime clock = stamp == null ? null : stamp.time(order, today);
        return clock == null ? null : new Timestamp.Wall(clock);
    }

    private static boolean isCount(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && digits > 0) {
                return digits >= 9 && text.substring(i + 1).chars().allMatch(d -> d >= '0' && d <= '9');
            }
            if (c < '0' || c > '9') {
                return false;
            }
            digits++;
        }
        return digits >= 9 && digits <= 19;
    }

    private static @Nullable Timestamp moment(String count) {
        int point = count.indexOf('.');
        int digits = point < 0 ? count.length() : point;
        if (point < 0 && digits <= 11) {
            return new Timestamp.Moment(Instant.ofEpochSecond(Long.parseLong(count)));
        }
        int decimals = digits <= 11 ? 0 : digits <= 14 ? 3 : digits <= 17 ? 6 : 9;
        BigDecimal seconds =
                new BigDecimal(count.length() > 40 ? count.substring(0, 40) : count).movePointLeft(decimals);
        long whole = seconds.longValue();
        long nanos =
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
        try {
            return new Timestamp.Moment(Instant.ofEpochSecond(whole, nanos));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Timestamp iso(String text) {
        if (text.length() < 10 || text.length() > 40 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        String joined = text;
        if (text.length() == 10) {
            joined = text + "T00:00:00";
        } else if (Marks.isSpace(text.charAt(10))) {
            joined = text.substring(0, 10) + "T"
                    + text.substring(11).replace(" UTC", "Z").replace(" ", "");
        }
        try {
            TemporalAccessor parsed = ISO.parseBest(joined, OffsetDateTime::from, LocalDateTime::from);
            return parsed instanceof OffsetDateTime offset
                    ? new Timestamp.Moment(offset.toInstant())
                    : new Timestamp.Wall(LocalDateTime.from(parsed));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The time; null if it lies before 1990 or over two days after {@code today}. */
    static @Nullable Timestamp plausible(@Nullable Timestamp time, LocalDate today) {
        if (time == null) {
            return null;
        }
        LocalDate day = time.clock().toLocalDate();
        return day.getYear() < 1990 || day.isAfter(today.plusDays(2)) ? null : time;
    }
}
