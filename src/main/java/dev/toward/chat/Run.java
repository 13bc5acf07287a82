package dev.toward.chat;

import java.util.ArrayList;
import java.util.List;

/** Headers of one shape with none of another between them: where they stand, and what their dates say. */
final class Run {
    private static final int OPEN_DATES_KEPT = 1000;

    private record OpenDate(long line, Stamp stamp) {}

    final Shape shape;
    final boolean splitOff;
    final DateEvidence dates = new DateEvidence();
    final Stamp first;
    long start;
    long end;
    long headers;
    Stamp last;

    private final List<OpenDate> open = new ArrayList<>();
    private Stamp told;

    Run(Shape shape, long start, Stamp first, boolean splitOff) {
        this.shape = shape;
        this.start = start;
        this.end = start;
        this.first = first;
        this.last = first;
        this.told = first;
        this.splitOff = splitOff;
    }

    void add(long line, Stamp stamp) {
        boolean sameDate = headers > 0 && last.sameDateAs(stamp);
        headers++;
        end = line;
        last = stamp;
        dates.add(stamp);
        if (DateEvidence.told(stamp) != null) {
            told = stamp;
            open.clear();
        } else if (!sameDate && open.size() < OPEN_DATES_KEPT) {
            open.add(new OpenDate(line, stamp));
        }
    }

    /** Takes back a run that was split off on the word of one date. */
    void absorb(Run other) {
        headers += other.headers;
        end = other.end;
        last = other.last;
    }

    /**
     * The line at which the order of day and month changed, given that {@code stamp} at {@code line} contradicts what came
     * before: the dates between allow both orders, and the change is put where time jumps least.
     */
    long changeBefore(long line, Stamp stamp) {
        DateOrder before = DateEvidence.told(told);
        DateOrder after = DateEvidence.told(stamp);
        if (before == null || after == null) {
            return line;
        }
        List<OpenDate> dated = new ArrayList<>(open);
        dated.add(new OpenDate(line, stamp));
        long[] jumpsAfter = new long[dated.size()];
        for (int i = dated.size() - 2; i >= 0; i--) {
            jumpsAfter[i] = jumpsAfter[i + 1]
                    + gap(dated.get(i).stamp(), after, dated.get(i + 1).stamp(), after);
        }
        long best = Long.MAX_VALUE;
        long change = line;
        long jumpsBefore = 0;
        Stamp previous = told;
        for (int i = 0; i < dated.size(); i++) {
            Stamp here = dated.get(i).stamp();
            long jumps = jumpsBefore + gap(previous, before, here, after) + jumpsAfter[i];
            if (jumps <= best) {
                best = jumps;
                change = dated.get(i).line();
            }
            jumpsBefore += gap(previous, before, here, before);
            previous = here;
        }
        return change;
    }

    private static long gap(Stamp from, DateOrder fromOrder, Stamp to, DateOrder toOrder) {
        var start = from.day(fromOrder);
        var end = to.day(toOrder);
        return start == null || end == null ? 0 : Math.abs(end.toEpochDay() - start.toEpochDay());
    }
}
