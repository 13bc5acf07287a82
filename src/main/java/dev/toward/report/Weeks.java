package dev.toward.report;

import dev.toward.ledger.Counts;
import dev.toward.ledger.Ledger;
import dev.toward.ledger.Outcome;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The bids of the latest weeks as bars, drawn by the template. Units are those of the drawing. */
final class Weeks {
    private static final int MOST = 52;
    private static final int WIDTH = 720;
    private static final int HEIGHT = 150;
    private static final double WIDEST = 34;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    private Weeks() {}

    /** What the template draws; empty when there was no bid in any week. */
    static Map<String, Object> of(Ledger ledger) {
        Map<LocalDate, Counts> weeks = latest(ledger);
        long highest = weeks.values().stream().mapToLong(Weeks::bids).max().orElse(0);
        if (highest == 0) {
            return Map.of();
        }
        double step = Math.min(WIDEST * 1.35, (double) WIDTH / weeks.size());
        List<Map<String, Object>> bars = new ArrayList<>();
        List<Map<String, Object>> labels = new ArrayList<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        double x = 0;
        double labelled = Double.NEGATIVE_INFINITY;
        String month = "";
        for (var week : weeks.entrySet()) {
            Counts counts = week.getValue();
            double y = HEIGHT;
            for (Part part : Part.values()) {
                double height = (double) part.of(counts) * HEIGHT / highest;
                y -= height;
                if (height > 0) {
                    bars.add(Map.of(
                            "x", drawn(x),
                            "y", drawn(y),
                            "width", drawn(step * 0.74),
                            "height", drawn(height),
                            "part", part.name().toLowerCase(Locale.ROOT)));
                }
            }
            String thisMonth = MONTH.format(week.getKey());
            if (!thisMonth.equals(month) && x - labelled > 72 && x < WIDTH - 60) {
                labels.add(Map.of("x", drawn(x), "text", thisMonth));
                labelled = x;
            }
            month = thisMonth;
            if (counts != NOTHING) {
                rows.add(Map.of(
                        "week", Shown.DAY.format(week.getKey()),
                        "met", Part.MET.of(counts),
                        "answered", Part.ANSWERED.of(counts),
                        "turned", Part.TURNED.of(counts),
                        "missed", Part.MISSED.of(counts)));
            }
            x += step;
        }
        return Map.of(
                "bars",
                bars,
                "labels",
                labels,
                "rows",
                rows,
                "highest",
                Shown.number(highest),
                "width",
                drawn(Math.max(x, 200)),
                "latestOnly",
                ledger.weeks().size() > weeks.size());
    }

    /** A part of a bar, from the ground up. */
    private enum Part {
        MET(Outcome.MET),
        ANSWERED(Outcome.ANSWERED),
        TURNED(Outcome.TURNED_AWAY, Outcome.TURNED_AGAINST),
        MISSED(Outcome.MISSED);

        private final List<Outcome> outcomes;

        Part(Outcome... outcomes) {
            this.outcomes = List.of(outcomes);
        }

        long of(Counts counts) {
            return outcomes.stream().mapToLong(counts::bids).sum();
        }
    }

    private static final Counts NOTHING =
            new Counts(0, 0, Map.of(), Map.of(), Map.of(), 0, 0, 0, Map.of(), 0, Map.of());

    private static long bids(Counts counts) {
        long sum = 0;
        for (Part part : Part.values()) {
            sum += part.of(counts);
        }
        return sum;
    }

    /** The weeks by their Mondays, those without a message filled in. */
    private static Map<LocalDate, Counts> latest(Ledger ledger) {
        Map<LocalDate, Counts> known = new LinkedHashMap<>();
        ledger.weeks().forEach((week, counts) -> known.put(monday(week), counts));
        Map<LocalDate, Counts> latest = new LinkedHashMap<>();
        if (!known.isEmpty()) {
            LocalDate last = monday(ledger.weeks().lastEntry().getKey());
            LocalDate first = monday(ledger.weeks().firstEntry().getKey());
            LocalDate earliest = last.minusWeeks(MOST - 1);
            for (LocalDate week = first.isBefore(earliest) ? earliest : first;
                    !week.isAfter(last);
                    week = week.plusWeeks(1)) {
                latest.put(week, known.getOrDefault(week, NOTHING));
            }
        }
        return latest;
    }

    /** The Monday of a week like {@code 2024-W18}. */
    private static LocalDate monday(String week) {
        return LocalDate.of(Integer.parseInt(week.substring(0, 4)), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(week.substring(6)))
                .with(java.time.DayOfWeek.MONDAY);
    }

    private static String drawn(double units) {
        return String.format(Locale.ROOT, "%.1f", units);
    }
}
