package dev.toward.ledger;

import dev.toward.text.Span;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time of the clock with no day beside it: "at ten", "at half past two", "at 3pm". It means the next time that the clock shows it. */
final class ClockTime {
    private static final List<String> HOURS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Pattern CLOCK = Pattern.compile(
            "\\bat (?:half (?:past )?|quarter (?:past|to) )?(?:(?<hour>\\d{1,2})(?:[.:](?<minute>\\d{2}))?|(?<word>"
                    + String.join("|", HOURS)
                    + ")|(?<noon>noon|lunchtime))(?: ?(?<half>am|pm|o'?clock))?(?![\\p{L}\\p{N}%/]| (?:of|points?|people|weeks?|days?|years?|months?|per)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final int NOON = 12;

    private ClockTime() {}

    /** The first in a text, or null. */
    static @Nullable When in(String text, LocalDateTime now) {
        Matcher found = CLOCK.matcher(text);
        while (found.find()) {
            int hour = hour(found);
            if (hour < 0 || hour > 24) {
                continue;
            }
            String half = found.group("half") == null ? "" : found.group("half").toLowerCase(Locale.ROOT);
            int exact = half.equals("pm") && hour < NOON ? hour + NOON : hour % 24;
            boolean either = hour <= NOON && !half.equals("am") && !half.equals("pm") && found.group("noon") == null;
            LocalTime clock = now.toLocalTime();
            boolean today = clock.isBefore(LocalTime.of(exact, 59))
                    || either && clock.isBefore(LocalTime.of((hour % NOON) + NOON, 59));
            var day = When.day(now).plusDays(today ? 0 : 1);
            return new When(new Span(found.start(), found.end()), day, day);
        }
        return null;
    }

    private static int hour(Matcher found) {
        if (found.group("noon") != null) {
            return NOON;
        }
        return found.group("hour") != null
                ? Integer.parseInt(found.group("hour"))
                : HOURS.indexOf(found.group("word").toLowerCase(Locale.ROOT)) + 1;
    }
}
