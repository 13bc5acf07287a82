package dev.toward.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date and time as a language writes it, as {@code Friday, May 29, 2026 at 3:00:29 AM UTC} or {@code 2026年5月29日 17:13}: finds
 * year, month, day and clock, and passes over the day of the week and small words.
 *
 * @param offsetMinutes east of UTC; null where the text names no zone
 * @param guessed true when the numbers allow day-month and month-day
 */
record ProseDate(LocalDateTime clock, @Nullable Integer offsetMinutes, boolean guessed) {
    private static final int LONGEST = 120;

    private static final Pattern ZONE =
            Pattern.compile("\\b(?:utc|gmt)(?:\\s?([+-])(\\d{1,2})(?::?(\\d{2}))?(?![:\\d]))?");
    private static final List<Pattern> CLOCKS = List.of(
            Pattern.compile("(?<![\\d.])(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?!\\d)"),
            Pattern.compile(
                    "(?<!\\d)(\\d{1,2}) ?(?:h|時|时|点|點|시) ?(\\d{1,2})(?: ?(?:min|m|分|분) ?(?:(\\d{1,2}) ?(?:s|秒|초)?)?)?(?!\\d)"),
            Pattern.compile("(?<![\\d.])(\\d{1,2})\\.(\\d{2})(?:\\.(\\d{2}))?(?![\\d.])"));
    private static final Pattern NUMBERED_MONTH = Pattern.compile("(?:tháng|thg) ?(\\d{1,2})|(\\d{1,2}) ?[月월]");
    /** Vietnamese counts the days of the week. */
    private static final Pattern NUMBERED_WEEKDAY = Pattern.compile("thứ ?[2-7](?!\\d)");

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:\\.(?=\\p{L})[\\p{L}\\p{M}]+)*");
    private static final int BUDDHIST = 543;

    private static final String IN_IRAN = "-u-ca-persian";

    private record Month(int number, int language, boolean inIran) {}

    private static final Map<String, List<Month>> MONTHS = new HashMap<>();
    private static final List<List<List<String>>> DAYS = new ArrayList<>();

    static {
        load();
    }

    /** The date and time in a text; null if it does not hold both. */
    static @Nullable ProseDate of(String text, @Nullable DateOrder order) {
        if (text.length() > LONGEST) {
            return null;
        }
        String plain = plain(text);
        Integer offset = null;
        Matcher zone = ZONE.matcher(plain);
        if (zone.find()) {
            offset = offset(zone);
            plain = without(plain, zone.start(), zone.end());
        }
        for (Pattern pattern : CLOCKS) {
            Matcher clock = pattern.matcher(plain);
            if (clock.find()) {
                return of(plain, clock, offset, order);
            }
        }
        return null;
    }

    private static int offset(Matcher zone) {
        if (zone.group(1) == null) {
            return 0;
        }
        int minutes = number(zone.group(2)) * 60 + number(zone.group(3));
        return zone.group(1).equals("-") ? -minutes : minutes;
    }

    private static @Nullable ProseDate of(
            String plain, Matcher clock, @Nullable Integer offset, @Nullable DateOrder order) {
        int hour = number(clock.group(1));
        int start = clock.start();
        int end = clock.end();
        int afterSpaces = end;
        while (afterSpaces < plain.length() && plain.charAt(afterSpaces) == ' ') {
            afterSpaces++;
        }
        DayPeriod.Match period = DayPeriod.at(plain, afterSpaces);
        if (period != null) {
            end = period.end();
        } else {
            for (int i = Math.max(0, start - 12); i < start && period == null; i++) {
                boolean wordStart = i == 0 || !Character.isLetter(plain.charAt(i - 1));
                DayPeriod.Match before = wordStart || plain.charAt(i) >= '\u3000' ? DayPeriod.at(plain, i) : null;
                if (before != null
                        && before.end() <= start
                        && plain.substring(before.end(), start).isBlank()) {
                    period = before;
                    start = i;
                }
            }
        }
        if (period != null) {
            hour = period.period().hour(hour);
        }
        Day day = Day.of(without(plain, start, end), order);
        if (day == null) {
            return null;
        }
        try {
            LocalDateTime time = day.date().atTime(hour, number(clock.group(2)), number(clock.group(3)));
            return new ProseDate(time, offset, day.guessed());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static String without(String text, int start, int end) {
        return text.substring(0, start) + " " + text.substring(end);
    }

    /** Lower case, plain spaces and digits, no marks. */
    private static String plain(String text) {
        String lower = Marks.strip(text).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            int digit = c < '\u0660' ? -1 : Character.digit(c, 10);
            plain.append(digit >= 0 ? (char) ('0' + digit) : Marks.isSpace(c) ? ' ' : c);
        }
        return plain.toString();
    }

    private record Day(LocalDate date, boolean guessed) {
        static @Nullable Day of(String text, @Nullable DateOrder order) {
            String rest = NUMBERED_WEEKDAY.matcher(text).replaceAll(" ");
            int month = 0;
            Matcher numbered = NUMBERED_MONTH.matcher(rest);
            if (numbered.find()) {
                month = number(numbered.group(1) == null ? numbered.group(2) : numbered.group(1));
                rest = without(rest, numbered.start(), numbered.end());
            }
            int year = -1;
            boolean yearFirst = false;
            List<Integer> numbers = new ArrayList<>();
            Matcher number = NUMBER.matcher(rest);
            while (number.find()) {
                if (number.group().length() == 4 && year < 0) {
                    year = number(number.group());
                    yearFirst = numbers.isEmpty();
                } else if (number.group().length() <= 2) {
                    numbers.add(number(number.group()));
                }
            }
            if (year < 0 || numbers.isEmpty() || numbers.size() > 2) {
                return null;
            }
            int written = year > 2400 ? year - BUDDHIST : year;
            if (month > 0) {
                return day(written, month, numbers.get(0), false);
            }
            List<Month> named = named(text);
            if (!named.isEmpty()) {
                return named(written, named, numbers.get(0), text);
            }
            return numbers.size() < 2 ? null : numeric(written, yearFirst, numbers.get(0), numbers.get(1), order);
        }

        private static @Nullable Day numeric(
                int year, boolean yearFirst, int first, int second, @Nullable DateOrder order) {
            boolean monthFirst = yearFirst || second > 12 || (first <= 12 && order == DateOrder.MDY);
            boolean guessed = !yearFirst && first <= 12 && second <= 12 && first != second && order == null;
            return monthFirst ? day(year, first, second, guessed) : day(year, second, first, guessed);
        }

        /** Of languages that disagree, one whose name for that day of the week stands there too. */
        private static @Nullable Day named(int year, List<Month> months, int dayOfMonth, String text) {
            for (Month month : months) {
                Day day = day(year, month, dayOfMonth);
                if (day != null) {
                    List<String> names = DAYS.get(month.language())
                            .get(day.date().getDayOfWeek().getValue() - 1);
                    if (months.size() == 1 || names.stream().anyMatch(n -> n.length() > 2 && text.contains(n))) {
                        return day;
                    }
                }
            }
            return day(year, months.get(0), dayOfMonth);
        }

        private static @Nullable Day day(int year, Month month, int dayOfMonth) {
            if (!month.inIran()) {
                return day(year, month.number(), dayOfMonth, false);
            }
            LocalDate date = SolarHijri.day(year, month.number(), dayOfMonth);
            return date == null ? null : new Day(date, false);
        }

        private static @Nullable Day day(int year, int month, int day, boolean guessed) {
            try {
                return new Day(LocalDate.of(year, month, day), guessed);
            } catch (DateTimeException e) {
                return null;
            }
        }

        /** The last word that names a month: a Tuesday, which some languages shorten to "mar", stands before it. */
        private static List<Month> named(String text) {
            List<Month> named = List.of();
            Matcher word = WORD.matcher(text);
            while (word.find()) {
                // Hebrew writes "in May" as one word.
                String bare = word.group().startsWith("\u05D1") ? word.group().substring(1) : word.group();
                named = MONTHS.getOrDefault(word.group(), MONTHS.getOrDefault(bare, named));
            }
            return named;
        }
    }

    private static void load() {
        try (InputStream in = ProseDate.class.getResourceAsStream("date-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("date-words.txt is missing from the jar; build it again");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    language(List.of(line.split("\t", -1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void language(List<String> columns) {
        int number = 0;
        for (String forms : columns.get(1).split(";", -1)) {
            number++;
            for (String form : forms.split("/", -1)) {
                // Catalan puts "de" before it
                String last = form.substring(form.lastIndexOf(' ') + 1).replaceFirst("^d’", "");
                Matcher word = WORD.matcher(last);
                if (word.lookingAt() && form.chars().noneMatch(Character::isDigit)) {
                    List<Month> months = MONTHS.computeIfAbsent(word.group(), w -> new ArrayList<>());
                    int found = number;
                    if (months.stream().noneMatch(m -> m.number() == found)) {
                        months.add(new Month(number, DAYS.size(), columns.get(0).endsWith(IN_IRAN)));
                    }
                }
            }
        }
        List<List<String>> days = new ArrayList<>();
        for (String forms : columns.get(2).split(";", -1)) {
            days.add(List.of(forms.split("/", -1)));
        }
        DAYS.add(days);
    }
}
