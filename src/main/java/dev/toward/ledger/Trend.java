package dev.toward.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How a share changes from week to week: the slope of a straight line through the weeks, each weighing as much as it holds,
 * with a 95% interval. Where weeks scatter more than chance alone would make them, the interval is the wider for it.
 *
 * @param weeks weeks with a case
 * @param cases in all of them
 * @param perWeek the change of the share in a week, 0.01 being one part in a hundred
 */
public record Trend(int weeks, long cases, double perWeek, double low, double high) {
    /** Under so many weeks, or {@link Share#ENOUGH} cases, one odd week makes the line. */
    public static final int ENOUGH_WEEKS = 4;

    private static final double Z = 1.959963984540054;

    /** False where there is too little text to say. */
    public boolean isEnough() {
        return weeks >= ENOUGH_WEEKS && cases >= Share.ENOUGH;
    }

    /** Which way it goes, when the interval leaves no doubt; else 0. */
    public int direction() {
        return !isEnough() || (low <= 0 && high >= 0) ? 0 : low > 0 ? 1 : -1;
    }

    private record Point(long week, long yes, long of) {}

    static <T> Trend of(Map<String, T> weeks, Function<T, Share> share) {
        List<Point> points = new ArrayList<>();
        long yes = 0;
        long of = 0;
        double sumOfWeeks = 0;
        for (var week : weeks.entrySet()) {
            Share here = share.apply(week.getValue());
            if (here.of() > 0) {
                long number = IsoWeek.number(week.getKey());
                points.add(new Point(number, here.yes(), here.of()));
                yes += here.yes();
                of += here.of();
                sumOfWeeks += (double) number * here.of();
            }
        }
        if (points.size() < 2) {
            return new Trend(points.size(), of, 0, -1, 1);
        }
        double middle = sumOfWeeks / of;
        double mean = (double) yes / of;
        double spread = 0;
        double together = 0;
        for (Point point : points) {
            double away = point.week - middle;
            spread += point.of * away * away;
            together += away * (point.yes - mean * point.of);
        }
        double slope = together / spread;
        // one more case of either kind, so that a share of all or none has not a width of nothing
        double smoothed = (yes + 1.0) / (of + 2.0);
        double chance = smoothed * (1 - smoothed);
        double scatter = 0;
        for (Point point : points) {
            double expected = mean + slope * (point.week - middle);
            double off = (double) point.yes / point.of - expected;
            scatter += point.of * off * off / chance;
        }
        double wider = points.size() > 2 ? Math.max(1, scatter / (points.size() - 2)) : 1;
        double half = Z * Math.sqrt(wider * chance / spread);
        return new Trend(points.size(), of, slope, slope - half, slope + half);
    }
}
