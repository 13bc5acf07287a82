package dev.toward.chat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the dates of a file say about the order of day and month. Keeps counters only.
 *
 * <p>The evidence, strongest first: a first number over 31, a number over 12, fewer steps back, no date after the file was
 * written, the separator and the clock. See {@link #decide}.
 */
final class DateEvidence {
    /** An order, and whether it is no more than a guess. */
    record Decision(DateOrder order, boolean guessed, boolean overrulesOption) {}

    /** One order's reading of the dates seen. */
    private static final class Reading {
        private final DateOrder order;
        private long steps;
        private long stepsBack;
        private long impossible;
        private long before = Long.MIN_VALUE;
        private long latest = Long.MIN_VALUE;

        Reading(DateOrder order) {
            this.order = order;
        }

        void add(Stamp stamp) {
            LocalDate day = stamp.day(order);
            if (day == null) {
                impossible++;
                return;
            }
            long epochDay = day.toEpochDay();
            if (before != Long.MIN_VALUE) {
                steps++;
                stepsBack += epochDay < before - 1 ? 1 : 0;
            }
            before = epochDay;
            latest = Math.max(latest, epochDay);
        }

        void add(Reading other) {
            steps += other.steps;
            stepsBack += other.stepsBack;
            impossible += other.impossible;
            latest = Math.max(latest, other.latest);
        }

        boolean liesAfter(LocalDate limit) {
            return latest > limit.toEpochDay();
        }
    }

    private final Reading dayMonth = new Reading(DateOrder.DMY);
    private final Reading monthDay = new Reading(DateOrder.MDY);
    private final Reading yearFirst = new Reading(DateOrder.YMD);
    private @Nullable Stamp before;
    private @Nullable DateOrder leaning;
    private long decisive;

    /** The order that this date alone allows; null when it leaves day and month open. */
    static @Nullable DateOrder told(Stamp stamp) {
        if (stamp.yearAt() != 2) {
            return null;
        }
        if (stamp.first() > 31) {
            return DateOrder.YMD;
        }
        if (stamp.first() > 12 && stamp.second() <= 12) {
            return DateOrder.DMY;
        }
        return stamp.second() > 12 && stamp.first() <= 12 ? DateOrder.MDY : null;
    }

    /** True when day-month and month-day were both told, by this date and those before. */
    boolean contradicts(Stamp stamp) {
        return contradict(leaning, told(stamp));
    }

    static boolean contradict(@Nullable DateOrder one, @Nullable DateOrder other) {
        return one != null && other != null && one != other && one != DateOrder.YMD && other != DateOrder.YMD;
    }

    void add(Stamp stamp) {
        if (before != null && before.sameDateAs(stamp)) {
            return;
        }
        before = stamp;
        DateOrder told = told(stamp);
        if (told != null) {
            decisive++;
            leaning = leaning == null || told == DateOrder.YMD ? told : leaning;
        }
        dayMonth.add(stamp);
        monthDay.add(stamp);
        yearFirst.add(stamp);
    }

    void add(DateEvidence other) {
        dayMonth.add(other.dayMonth);
        monthDay.add(other.monthDay);
        yearFirst.add(other.yearFirst);
        decisive += other.decisive;
        leaning = leaning == null ? other.leaning : leaning;
    }

    @Nullable
    DateOrder leaning() {
        return leaning;
    }

    /** Days that told the order. */
    long decisive() {
        return decisive;
    }

    /**
     * Settles the order.
     *
     * @param shape of the headers that the dates stand in
     * @param asked the order that the user gave, or null; it decides what the numbers leave open
     * @param limit no date should lie after it
     */
    Decision decide(Shape shape, @Nullable DateOrder asked, LocalDate limit) {
        if (shape.yearAt() != 2) {
            return new Decision(DateOrder.YMD, false, false);
        }
        DateOrder numbers = leaning == DateOrder.DMY && isYearFirst(shape, asked, limit) ? DateOrder.YMD : leaning;
        if (numbers != null) {
            return new Decision(numbers, false, asked != null && asked != numbers);
        }
        if (asked != null && (asked != DateOrder.YMD || shape.yearDigits() <= 2)) {
            return new Decision(asked, false, false);
        }
        if (dayMonth.stepsBack != monthDay.stepsBack) {
            return sure(dayMonth.stepsBack < monthDay.stepsBack ? DateOrder.DMY : DateOrder.MDY);
        }
        if (dayMonth.liesAfter(limit) != monthDay.liesAfter(limit)) {
            return sure(dayMonth.liesAfter(limit) ? DateOrder.MDY : DateOrder.DMY);
        }
        if (shape.separator() == '.') {
            return sure(DateOrder.DMY);
        }
        // American phones write so, but Indian ones too, with the day first: a guess that is owned up to.
        boolean american = shape.dayPeriod() && shape.separator() == '/' && shape.yearDigits() <= 2;
        return new Decision(american ? DateOrder.MDY : DateOrder.DMY, true, false);
    }

    private static Decision sure(DateOrder order) {
        return new Decision(order, false, false);
    }

    /** 18-06-13 as 13 June 2018: every date allows it, and day-month would run backward or into the future. */
    private boolean isYearFirst(Shape shape, @Nullable DateOrder asked, LocalDate limit) {
        if (shape.yearDigits() > 2 || yearFirst.impossible > 0 || asked == DateOrder.DMY) {
            return false;
        }
        return asked == DateOrder.YMD
                || (yearFirst.steps > 1 && yearFirst.stepsBack == 0 && dayMonth.stepsBack > 0)
                || (dayMonth.liesAfter(limit) && !yearFirst.liesAfter(limit));
    }
}
