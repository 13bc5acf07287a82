package dev.toward.ledger;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Waiting times, counted in steps of about nine parts in a hundred, so that their median needs no list of them. Not for
 * several threads.
 */
final class Gaps {
    private static final double STEPS_PER_DOUBLING = 8;

    private final TreeMap<Integer, Long> steps = new TreeMap<>();
    private long count;

    void add(Duration gap) {
        steps.merge(step(Math.max(0, gap.toSeconds())), 1L, Long::sum);
        count++;
    }

    long count() {
        return count;
    }

    /** The median, true to within a twentieth, in whole seconds; null when there is none. */
    @Nullable
    Duration median() {
        if (count == 0) {
            return null;
        }
        long left = (count + 1) / 2;
        for (var step : steps.entrySet()) {
            left -= step.getValue();
            if (left <= 0) {
                return Duration.ofSeconds(seconds(step.getKey()));
            }
        }
        throw new IllegalStateException("the steps hold fewer gaps than were counted");
    }

    /** The steps and how often each was waited. */
    SortedMap<Integer, Long> steps() {
        return Collections.unmodifiableSortedMap(steps);
    }

    static Gaps of(Map<Integer, Long> steps) {
        Gaps gaps = new Gaps();
        steps.forEach((step, times) -> {
            gaps.steps.put(step, times);
            gaps.count += times;
        });
        return gaps;
    }

    void addAll(Gaps more) {
        more.steps.forEach((step, times) -> steps.merge(step, times, Long::sum));
        count += more.count;
    }

    private static int step(long seconds) {
        return (int) Math.round(STEPS_PER_DOUBLING * Math.log(seconds + 1.0) / Math.log(2));
    }

    private static long seconds(int step) {
        return Math.round(Math.pow(2, step / STEPS_PER_DOUBLING) - 1);
    }
}
