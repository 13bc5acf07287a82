package dev.toward.ledger;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** The days of something that was told of or promised, and by them in which {@link Stretch} a later message falls. Immutable. */
final class DaysTold {
    private static final Duration AT_ONCE = Duration.ofMinutes(90);
    private static final int SOON_AFTER = 4;
    /** Where no time was told: something ahead is within days, and a promise sooner. */
    private static final int AHEAD_WITHIN = 9;

    private static final int PROMISED_WITHIN = 3;

    private final LocalDate told;
    private final LocalDate from;
    private final LocalDate to;
    private final boolean isTimed;
    // every later message is asked about, so that these are found once
    private final LocalDateTime atOnceUntil;
    private final LocalDate eve;
    private final LocalDate soonAfter;

    private DaysTold(LocalDateTime told, LocalDate from, LocalDate to, boolean isTimed) {
        this.told = When.day(told);
        this.from = from;
        this.to = to;
        this.isTimed = isTimed;
        this.atOnceUntil = told.plus(AT_ONCE);
        this.eve = from.minusDays(1);
        this.soonAfter = to.plusDays(SOON_AFTER);
    }

    static DaysTold of(Outlook told, boolean promise) {
        When when = told.when();
        if (when != null) {
            return of(told.now(), when.from(), when.to());
        }
        LocalDate today = When.day(told.now());
        return promise
                ? new DaysTold(told.now(), today, today.plusDays(PROMISED_WITHIN), false)
                : new DaysTold(told.now(), today.plusDays(1), today.plusDays(AHEAD_WITHIN), false);
    }

    /** One of which the days were told. */
    static DaysTold of(LocalDateTime told, LocalDate from, LocalDate to) {
        return new DaysTold(told, from, to, true);
    }

    /** @param day that of the moment, as {@link When#day} counts it */
    Stretch stretch(LocalDateTime now, LocalDate day) {
        if (now.isBefore(atOnceUntil)) {
            return Stretch.AT_ONCE;
        }
        if (day.isBefore(eve)) {
            return Stretch.BEFORE;
        }
        if (day.isBefore(from)) {
            return Stretch.EVE;
        }
        return !day.isAfter(to) ? Stretch.DAY : !day.isAfter(soonAfter) ? Stretch.AFTER : Stretch.LATER;
    }

    /** Whether its time was told, and not guessed. */
    boolean isTimed() {
        return isTimed;
    }

    /** Its last day. */
    LocalDate to() {
        return to;
    }

    /** How many days ahead it was when it was told of. */
    long daysAhead() {
        return ChronoUnit.DAYS.between(told, from);
    }

    /** How many days a day is after its last; negative before. */
    long daysSince(LocalDate day) {
        return ChronoUnit.DAYS.between(to, day);
    }
}
