package dev.toward.ledger;

import dev.toward.text.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words for a time ahead, and the days that they mean to whoever wrote them at a certain moment: weekdays, "tomorrow", "next
 * week", "in ten days", "on the 14th", "3 May"; where there are none, a time of the clock ("at ten"). A weekday means the next one, "next Tuesday" that of the following week. What is
 * past, or comes every week, is none.
 *
 * @param span where the words stand
 * @param from the first day
 * @param to the last, the same but for weeks, months and the like
 */
record When(Span span, LocalDate from, LocalDate to) {
    private static final String NUMBER =
            "a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\\d{1,2}|a couple of|a few";
    private static final String MONTHS =
            "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec";
    private static final String MONTH_STEMS = "jan feb mar apr may jun jul aug sep oct nov dec";
    private static final Map<String, Integer> COUNTED = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("a couple of", 2),
            Map.entry("three", 3),
            Map.entry("a few", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("twelve", 12));

    private record Days(LocalDate from, LocalDate to) {
        static Days on(LocalDate day) {
            return new Days(day, day);
        }
    }

    /**
     * How one way to speak of a time is read.
     *
     * @param stems where none of these stands, the pattern finds nothing; to look for them costs little
     */
    private record Rule(List<String> stems, Pattern words, BiFunction<Matcher, LocalDateTime, @Nullable Days> days) {
        /** @param look from {@link When#look} */
        boolean mayStandIn(String look) {
            for (String stem : stems) {
                if (look.contains(stem)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final List<Rule> RULES = List.of(
            rule(
                    "tomorrow",
                    "day after tomorrow",
                    (m, t) -> Days.on(t.toLocalDate().plusDays(2))),
            rule(
                    "tomo tmr #mo #mr",
                    "(?:tomorrow|tmrw|tmr|tomoz|tomo|2moro|2mrw)(?: (?:morning|afternoon|evening|night|lunchtime))?",
                    (m, t) -> Days.on(day(t).plusDays(1))),
            rule(
                    "toni today aft evening",
                    "(?:tonight|tonite|(?:later |this )(?:today|afternoon|evening)|later today|today|this aft)",
                    (m, t) -> Days.on(day(t))),
            rule(
                    "morning",
                    "(?:first thing )?in the morning",
                    (m, t) -> t.getHour() >= 15 || t.getHour() < 4 ? Days.on(day(t).plusDays(1)) : null),
            rule(
                    "week",
                    "(?:(?:a )?week on (?<a>" + days() + ")|(?<b>" + days() + ") week)",
                    (m, t) -> Days.on(next(t, weekday(m.group("a") == null ? m.group("b") : m.group("a")))
                            .plusWeeks(1))),
            rule(
                    "mon tue wed thu fri sat sun",
                    "(?:(?<rel>next|this coming|this|coming|on|last|every|each|since|until|til|till|on a) )?(?<day>"
                            + days() + ")(?: (?:morning|afternoon|evening|night|lunchtime|at|@)\\b)?",
                    When::weekdayRule),
            rule("weekend", "(?:at the |this |on the )?weekend", (m, t) -> {
                LocalDate saturday = day(t).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
                return new Days(saturday, saturday.plusDays(1));
            }),
            rule("weekend", "next weekend", (m, t) -> {
                LocalDate saturday = day(t).with(TemporalAdjusters.next(DayOfWeek.SUNDAY))
                        .with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
                return new Days(saturday, saturday.plusDays(1));
            }),
            rule(
                    "week",
                    "(?:end of the week|later this week|this week)",
                    (m, t) -> new Days(day(t), day(t).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)))),
            rule("week", "(?:early |the start of |beginning of )?next week", (m, t) -> {
                LocalDate monday = day(t).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
                return new Days(monday, monday.plusDays(6));
            }),
            rule("month", "next month", (m, t) -> {
                YearMonth month = YearMonth.from(day(t)).plusMonths(1);
                return new Days(month.atDay(1), month.atEndOfMonth());
            }),
            rule(
                    "day week fortnight",
                    "(?:in|within) (?<n>" + NUMBER + ") (?<unit>days?|weeks?|fortnight)(?:'s? time)?",
                    When::counted),
            rule("day week", "(?<n>" + NUMBER + ") (?<unit>days?|weeks?) (?:from now|today|time)", When::counted),
            rule(MONTH_STEMS, "(?<d>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m>" + MONTHS + ")", When::dated),
            rule(MONTH_STEMS, "(?<m>" + MONTHS + ") (?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)?", When::dated),
            rule("#", "(?:on )?the (?<d>\\d{1,2})(?:st|nd|rd|th)", (m, t) -> {
                int of = Integer.parseInt(m.group("d"));
                YearMonth here = YearMonth.from(day(t));
                return Stream.of(here, here.plusMonths(1), here.plusMonths(2))
                        .filter(month -> of >= 1 && of <= month.lengthOfMonth())
                        .map(month -> month.atDay(of))
                        .filter(date -> !date.isBefore(day(t)))
                        .findFirst()
                        .map(Days::on)
                        .orElse(null);
            }),
            rule(
                    "mon wed sat sun",
                    "(?<day>mon|wed|sat|sun) (?:morning|afternoon|evening|night|lunchtime|\\d{1,2}(?:[.:]\\d{2})? ?(?:am|pm)?)",
                    (m, t) -> Days.on(next(t, weekday(m.group("day"))))),
            rule("mon wed", "(?<day>mon|wed)(?=\\W*$)", (m, t) -> Days.on(next(t, weekday(m.group("day"))))),
            rule(OrdinalWords.STEMS, "(?:on )?the (?<nth>" + OrdinalWords.any() + ")", (m, t) -> {
                LocalDate day = day(t);
                int of = OrdinalWords.number(m.group("nth"));
                YearMonth here = YearMonth.from(day);
                return Stream.of(here, here.plusMonths(1), here.plusMonths(2))
                        .filter(month -> of <= month.lengthOfMonth())
                        .map(month -> month.atDay(of))
                        .filter(date -> !date.isBefore(day))
                        .findFirst()
                        .map(Days::on)
                        .orElse(null);
            }),
            rule("#-", "(?<date>\\d{4}-\\d{2}-\\d{2})", (m, t) -> {
                LocalDate date = iso(m.group("date"));
                return date == null || date.isBefore(day(t)) ? null : Days.on(date);
            }));

    private static final Pattern WENT = Pattern.compile(
            "\\b(?:was|were|went|had|did|saw|came|told|said|finished|happened|ended|turned)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STILL = Pattern.compile(
            "\\b(?:will|gonna|going to|is|isn't|i'm|im|have|i've|ive|gotta|coming)\\b|'ll\\b|'s\\b",
            Pattern.CASE_INSENSITIVE);

    /** The first time ahead that the text speaks of, or null. */
    static @Nullable When in(String text, LocalDateTime now) {
        When first = null;
        String look = look(text);
        for (Rule rule : RULES) {
            if (!rule.mayStandIn(look)) {
                continue;
            }
            Matcher found = rule.words().matcher(text);
            while (found.find()) {
                Days days = rule.days().apply(found, now);
                boolean earlier = first == null
                        || found.start() < first.span().start()
                        || found.start() == first.span().start()
                                && found.end() > first.span().end();
                if (days != null && earlier) {
                    first = new When(new Span(found.start(), found.end()), days.from(), days.to());
                }
            }
        }
        if (first == null && look.contains("at ")) {
            first = ClockTime.in(text, now);
        }
        return first != null && isPast(text, first, now) ? null : first;
    }

    /** A text as the stems of the rules are looked for in it: lower case, any digit a {@code #}. */
    private static String look(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        StringBuilder look = null;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= '0' && c <= '9') {
                look = look == null ? new StringBuilder(lower) : look;
                look.setCharAt(i, '#');
            }
        }
        return look == null ? lower : look.toString();
    }

    /** Whether each rule that finds something in a text would be asked about it. */
    static boolean isLookedFor(String text) {
        String look = look(text);
        return RULES.stream()
                .allMatch(rule ->
                        rule.mayStandIn(look) || !rule.words().matcher(text).find());
    }

    /** "On Monday I had my interview": only words that cannot but mean the future stand beside a past tense. */
    private static boolean isPast(String text, When when, LocalDateTime now) {
        String words = when.span().in(text).toLowerCase(Locale.ROOT);
        boolean surely =
                words.contains("tom") || words.contains("next") || words.startsWith("in ") || words.contains("2m");
        return !surely && WENT.matcher(text).find() && !STILL.matcher(text).find();
    }

    private static @Nullable Days weekdayRule(Matcher found, LocalDateTime now) {
        String relation = found.group("rel") == null ? "" : found.group("rel").toLowerCase(Locale.ROOT);
        String name = found.group("day").toLowerCase(Locale.ROOT);
        return switch (relation) {
            case "last", "every", "each", "since", "until", "til", "till", "on a" -> null;
            case "next" ->
                Days.on(day(now).with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                        .with(TemporalAdjusters.nextOrSame(weekday(name))));
            case "" ->
                name.equals("sat") || name.equals("sun") || name.equals("mon") || name.equals("wed")
                        ? null
                        : Days.on(next(now, weekday(name)));
            default -> Days.on(next(now, weekday(name)));
        };
    }

    private static @Nullable Days counted(Matcher found, LocalDateTime now) {
        String number = found.group("n").toLowerCase(Locale.ROOT);
        int count = Character.isDigit(number.charAt(0)) ? Integer.parseInt(number) : COUNTED.getOrDefault(number, 1);
        String unit = found.group("unit").toLowerCase(Locale.ROOT);
        int days = unit.startsWith("day") ? count : unit.startsWith("week") ? 7 * count : 14 * count;
        LocalDate day = day(now).plusDays(days);
        return unit.startsWith("day") ? Days.on(day) : new Days(day.minusDays(2), day.plusDays(2));
    }

    private static @Nullable Days dated(Matcher found, LocalDateTime now) {
        Month month = month(found.group("m").toLowerCase(Locale.ROOT));
        int of = Integer.parseInt(found.group("d"));
        YearMonth here = YearMonth.of(day(now).getYear(), month);
        if (of < 1 || of > here.lengthOfMonth()) {
            return null;
        }
        LocalDate day = here.atDay(of);
        if (!day.isBefore(day(now))) {
            return Days.on(day);
        }
        // "your text of 3 May" a month later is not next year's
        return day.plusYears(1).isBefore(day(now).plusMonths(6)) ? Days.on(day.plusYears(1)) : null;
    }

    private static @Nullable LocalDate iso(String date) {
        try {
            return LocalDate.parse(date);
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }

    /** Somebody who is still up after midnight says "tomorrow" of what comes after sleep. */
    static LocalDate day(LocalDateTime now) {
        return now.minusHours(4).toLocalDate();
    }

    private static LocalDate next(LocalDateTime now, DayOfWeek weekday) {
        return day(now).with(TemporalAdjusters.next(weekday));
    }

    private static String days() {
        List<String> names = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            names.add(day.name().toLowerCase(Locale.ROOT));
        }
        return String.join("|", names) + "|tues|tue|weds|wed|thurs|thur|thu|fri|mon|sat|sun";
    }

    private static DayOfWeek weekday(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(name.substring(0, 3).toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        throw new IllegalArgumentException("expected the name of a weekday");
    }

    private static Month month(String name) {
        for (Month month : Month.values()) {
            if (month.name().startsWith(name.substring(0, 3).toUpperCase(Locale.ROOT))) {
                return month;
            }
        }
        throw new IllegalArgumentException("expected the name of a month");
    }

    private static Rule rule(String stems, String words, BiFunction<Matcher, LocalDateTime, @Nullable Days> days) {
        return new Rule(
                List.of(stems.split(" ")),
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}]|'s\\b)", Pattern.CASE_INSENSITIVE),
                days);
    }
}
