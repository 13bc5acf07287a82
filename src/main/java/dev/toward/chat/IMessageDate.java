package dev.toward.chat;

import dev.toward.text.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as imessage-exporter writes it, {@code Jan 31, 2024  6:05:09 PM}: English months on every computer, wall clock.
 *
 * @param clock null for a day or hour that there is not
 * @param end where the text goes on
 */
record IMessageDate(@Nullable LocalDateTime clock, int end) {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final Pattern DATE = Pattern.compile(
            "([A-Z][a-z]{2}) (\\d{1,2}), (\\d{4})[\\h\\u202F]{1,3}(\\d{1,2}):(\\d{2}):(\\d{2})[\\h\\u202F](AM|PM)");
    private static final Pattern READ = Pattern.compile("\\h*(?:\\(Read by .{1,200}\\))?\\h*");
    private static final int EARLIEST = 1990;

    /** The date at {@code from}; null if none stands there. */
    static @Nullable IMessageDate at(String line, int from) {
        if (line.length() < from + 20 || line.charAt(from) < 'A' || line.charAt(from) > 'S') {
            return null;
        }
        Matcher parts = DATE.matcher(line).region(from, line.length());
        int month = parts.lookingAt() ? MONTHS.indexOf(parts.group(1)) + 1 : 0;
        return month == 0 ? null : new IMessageDate(clock(parts, month), parts.end());
    }

    private static @Nullable LocalDateTime clock(Matcher parts, int month) {
        int hour = Integer.parseInt(parts.group(4));
        try {
            return hour < 1 || hour > 12
                    ? null
                    : LocalDateTime.of(
                            Integer.parseInt(parts.group(3)),
                            month,
                            Integer.parseInt(parts.group(2)),
                            hour % 12 + (parts.group(7).equals("PM") ? 12 : 0),
                            Integer.parseInt(parts.group(5)),
                            Integer.parseInt(parts.group(6)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** True when nothing follows it on the line but who read the message. */
    boolean isAll(String line) {
        return READ.matcher(line).region(end, line.length()).matches();
    }

    /** Null where it cannot be, or lies before 1990 or over two days after {@code today}. */
    @Nullable
    Timestamp time(LocalDate today) {
        LocalDateTime at = clock;
        return at == null || at.getYear() < EARLIEST || at.toLocalDate().isAfter(today.plusDays(2))
                ? null
                : new Timestamp.Wall(at);
    }
}
