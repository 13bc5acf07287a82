package dev.toward.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.ledger.Counts;
import dev.toward.ledger.Ledger;
import dev.toward.ledger.Outcome;
import dev.toward.ledger.Person;
import dev.toward.ledger.Share;
import dev.toward.report.Figure.Cell;
import dev.toward.report.Figure.Row;
import dev.toward.report.Figure.Series;
import dev.toward.verdict.Turn;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The charts of the page, each with its table. One whose numbers would all be zero is left out. */
final class Figures {
    private static final int MOST_PEOPLE = 12;
    private static final int MOST_GESTURES = 12;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A part of a bar, and the outcomes it stands for. */
    enum Part {
        MET("met", "met with warmth", Outcome.MET),
        ANSWERED("answered", "answered plainly", Outcome.ANSWERED),
        TURNED("turned", "turned away or against", Outcome.TURNED_AWAY, Outcome.TURNED_AGAINST),
        MISSED("missed", "missed", Outcome.MISSED);

        private final String colour;
        private final String shown;
        private final List<Outcome> outcomes;

        Part(String colour, String shown, Outcome... outcomes) {
            this.colour = colour;
            this.shown = shown;
            this.outcomes = List.of(outcomes);
        }

        long of(ToLongFunction<Outcome> bids) {
            return outcomes.stream().mapToLong(bids).sum();
        }
    }

    private final Ledger ledger;
    private final Days days;
    private final Numbers numbers;
    private final ScanRequest request;
    private final List<Person> own;

    Figures(Ledger ledger, Days days, Numbers numbers, ScanRequest request) {
        this.ledger = ledger;
        this.days = days;
        this.numbers = numbers;
        this.request = request;
        this.own = ledger.people().stream().filter(Person::own).toList();
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        turns(figures);
        weeks(figures);
        kinds(figures);
        people(figures);
        waits(figures);
        gestures(figures);
        calendar(figures);
        return figures;
    }

    /** People whose own doings may be shown, whoever asked first. */
    private List<Person> shown() {
        List<Person> shown = new ArrayList<>(own);
        if (request.everyone()) {
            ledger.people().stream().filter(p -> !p.own()).forEach(shown::add);
        }
        return most(shown);
    }

    private static List<Person> most(List<Person> people) {
        return people.stream()
                .filter(p -> p.counts().messages() > 0 || !p.counts().bids().isEmpty())
                .sorted(Comparator.comparing(Person::own)
                        .thenComparing(p -> p.counts().messages())
                        .reversed())
                .limit(MOST_PEOPLE)
                .toList();
    }

    private String name(Person person) {
        String name = Shown.text(person.name());
        return person.own() ? name + " (you)" : name;
    }

    private void turns(List<Figure> figures) {
        List<Person> people = shown();
        long turned = people.stream()
                .mapToLong(p ->
                        p.counts().toward() + p.counts().away() + p.counts().against())
                .sum();
        if (turned == 0) {
            return;
        }
        List<Series> series =
                List.of(new Series("met", "toward"), new Series("turned", "away"), new Series("against", "against"));
        List<String> head = List.of("Messages", "Toward", "Away", "Against", "Share toward");
        ObjectNode drawing = drawing("bars", series);
        List<Row> rows = new ArrayList<>();
        for (Person person : people) {
            Counts c = person.counts();
            String whose = Evidence.whose(person);
            long[] values = {c.toward(), c.away(), c.against()};
            List<String> cells = new ArrayList<>();
            cells.add(numbers.of(c.messages(), Evidence.Key.said(whose), name(person) + ": messages"));
            List<Turn> turns = List.of(Turn.TOWARD, Turn.AWAY, Turn.AGAINST);
            for (int i = 0; i < values.length; i++) {
                cells.add(numbers.of(
                        values[i],
                        Evidence.Key.turn(whose, turns.get(i)),
                        name(person) + ": messages that turned " + turns.get(i).id()));
            }
            cells.add(share(c.towardShare(), person));
            add(rows, name(person), "", true, head, cells);
            column(drawing, name(person), values, cells.subList(1, 4));
        }
        boolean alone = people.size() == 1 && !own.isEmpty();
        figures.add(new Figure(
                "turns",
                alone ? "How you answer" : "How each of us answers",
                "Most messages turn neither way: plans, facts, stories. These are the ones that clearly did.",
                "Bars: how many messages turned toward, away and against.",
                "A share is only told from " + Share.ENOUGH
                        + " such messages on. The true share lies within the range 19 times in 20.",
                series,
                head,
                rows,
                drawing));
    }

    private String share(Share share, Person person) {
        return share.isEnough()
                ? numbers.of(
                                Shown.percent(share.value()),
                                Evidence.Key.turned(Evidence.whose(person)),
                                name(person) + ": messages that turned one way or the other")
                        + " <small>(" + Shown.percent(share.low()) + " to "
                        + Shown.percent(share.high()) + ")</small>"
                : "<small>too little text to say</small>";
    }

    private void weeks(List<Figure> figures) {
        Map<LocalDate, Counts> known = new TreeMap<>();
        ledger.weeks().forEach((week, counts) -> known.put(Weeks.monday(week), counts));
        List<LocalDate> weeks = latest(known);
        List<Series> series = parts();
        List<String> head = heads();
        ObjectNode drawing = drawing("weeks", series);
        List<Row> rows = new ArrayList<>();
        long fullest = 0;
        for (LocalDate week : weeks) {
            Counts counts = known.get(week);
            String day = Shown.DAY.format(week);
            long[] values = new long[Part.values().length];
            List<String> cells = new ArrayList<>();
            long made = 0;
            for (Part part : Part.values()) {
                long n = counts == null ? 0 : part.of(counts::bids);
                values[part.ordinal()] = n;
                made += n;
                cells.add(numbers.of(n, week, part.outcomes, "Week of " + day + ": " + part.shown));
            }
            fullest = Math.max(fullest, made);
            if (made > 0) {
                add(rows, day, "", false, head, cells);
            }
            column(drawing, (weeks.size() > 20 ? Weeks.MONTH : Weeks.MONDAY).format(week), values, cells)
                    .put("long", "Week of " + day);
        }
        if (fullest > 0) {
            figures.add(new Figure(
                    "weeks",
                    "Week by week",
                    "Bids are what somebody writes that asks for more than facts. Each column is a week.",
                    "Columns, one for each week: bids by how they were met. The fullest week has "
                            + Shown.number(fullest) + ".",
                    known.size() > weeks.size() || latestOnly(known, weeks)
                            ? "The latest " + Weeks.MOST + " weeks; summary.json has them all."
                            : "",
                    series,
                    head,
                    rows,
                    drawing));
        }
    }

    private static List<LocalDate> latest(Map<LocalDate, Counts> known) {
        if (known.isEmpty()) {
            return List.of();
        }
        List<LocalDate> all = new ArrayList<>(known.keySet());
        return Weeks.latest(all.get(0), all.get(all.size() - 1));
    }

    private static boolean latestOnly(Map<LocalDate, Counts> known, List<LocalDate> weeks) {
        return known.keySet().iterator().next().isBefore(weeks.get(0));
    }

    private void kinds(List<Figure> figures) {
        List<Series> series = parts();
        List<String> head =
                List.of("Made", "Met", "Answered plainly", "Turned away", "Turned against", "Missed", "Open");
        ObjectNode drawing = drawing("bars", series);
        List<Row> rows = new ArrayList<>();
        for (BidKind kind : BidKind.values()) {
            if (!kind.asksForConnection() || !ledger.all().bids().containsKey(kind)) {
                continue;
            }
            String name = Shown.words(kind.id());
            List<String> cells = new ArrayList<>();
            long made = 0;
            for (Outcome outcome : Outcome.values()) {
                long n = ledger.all().bids(kind, outcome);
                made += n;
                cells.add(numbers.of(n, Evidence.Key.bids(kind, outcome), name + ": " + Shown.words(outcome.id())));
            }
            cells.add(0, numbers.of(made, Evidence.Key.made(kind), name));
            long[] values = new long[Part.values().length];
            for (Part part : Part.values()) {
                values[part.ordinal()] = part.of(o -> ledger.all().bids(kind, o));
            }
            add(rows, name, kind.plainly(), false, head, cells);
            column(drawing, name, values, parts(values, name, o -> Evidence.Key.bids(kind, o)));
        }
        if (!rows.isEmpty()) {
            figures.add(new Figure(
                    "kinds",
                    "By what they asked for",
                    "A worry wants something else than good news. Here is how each kind was met among us.",
                    "Bars, one for each kind of bid, by how they were met.",
                    "",
                    series,
                    head,
                    rows,
                    drawing));
        }
    }

    private void people(List<Figure> figures) {
        if (request.me() == null && !request.everyone()) {
            return;
        }
        List<Person> people = most(ledger.people().stream()
                .filter(p -> request.everyone() || !p.own())
                .toList());
        List<Series> series = parts();
        List<String> head = List.of("Met", "Answered plainly", "Turned away", "Turned against", "Missed", "Open");
        ObjectNode drawing = drawing("bars", series);
        List<Row> rows = new ArrayList<>();
        long made = 0;
        for (Person person : people) {
            Counts counts = person.counts();
            List<String> cells = new ArrayList<>();
            for (Outcome outcome : Outcome.values()) {
                cells.add(numbers.of(
                        counts.bids(outcome),
                        Evidence.Key.bids(Evidence.whose(person), outcome),
                        "Bids of " + name(person) + ": " + Shown.words(outcome.id())));
            }
            long[] values = new long[Part.values().length];
            long bids = 0;
            for (Part part : Part.values()) {
                values[part.ordinal()] = part.of(counts::bids);
                bids += values[part.ordinal()];
            }
            if (bids > 0) {
                add(rows, name(person), "", true, head, cells);
                column(
                        drawing,
                        name(person),
                        values,
                        parts(values, "Bids of " + name(person), o -> Evidence.Key.bids(Evidence.whose(person), o)));
            }
            made += bids;
        }
        if (made > 0) {
            figures.add(new Figure(
                    "people",
                    request.everyone()
                            ? "Who reached out, and how it was met"
                            : "How we met those who reached out to us",
                    request.everyone()
                            ? "A row speaks of whoever reached out; how it was met speaks of those who answered."
                            : "A row is somebody who reached out; how it was met speaks of those who answered, you among them."
                                    + " How your own bids were met is shown with --everyone.",
                    "Bars, one for each person who reached out, by how their bids were met.",
                    "",
                    series,
                    head,
                    rows,
                    drawing));
        }
    }

    /** What each part of a bar opens. */
    private List<String> parts(long[] values, String title, Function<Outcome, Evidence.Key> key) {
        List<String> cells = new ArrayList<>();
        for (Part part : Part.values()) {
            cells.add(numbers.sum(
                    values[part.ordinal()], part.outcomes.stream().map(key).toList(), title + ": " + part.shown));
        }
        return cells;
    }

    private void waits(List<Figure> figures) {
        List<Person> people = shown().stream().limit(3).toList();
        List<Series> series = new ArrayList<>(List.of(new Series("together", "all of us")));
        List<String> colours = List.of("you", "second", "third");
        for (int i = 0; i < people.size(); i++) {
            series.add(new Series(colours.get(i), name(people.get(i))));
        }
        List<String> head = series.stream().map(Series::name).toList();
        ObjectNode drawing = drawing("waits", series);
        List<Row> rows = new ArrayList<>();
        for (BidKind kind : BidKind.values()) {
            Duration all = ledger.all().medianReply().get(kind);
            if (!kind.asksForConnection() || all == null) {
                continue;
            }
            String name = Shown.words(kind.id());
            List<String> cells = new ArrayList<>();
            long[] seconds = new long[series.size()];
            cells.add(numbers.of(
                    Shown.brief(all), Evidence.Key.wait(Evidence.all(), kind), name + ": answers and their waits"));
            seconds[0] = all.toSeconds();
            for (int i = 0; i < people.size(); i++) {
                Duration theirs = people.get(i).counts().medianReply().get(kind);
                cells.add(
                        theirs == null
                                ? "–"
                                : numbers.of(
                                        Shown.brief(theirs),
                                        Evidence.Key.wait(Evidence.whose(people.get(i)), kind),
                                        name + ": answers of " + name(people.get(i))));
                seconds[i + 1] = theirs == null ? 0 : Math.max(1, theirs.toSeconds());
            }
            add(rows, name, kind.plainly(), false, head, cells);
            column(drawing, name, seconds, cells);
        }
        if (!rows.isEmpty()) {
            figures.add(new Figure(
                    "waits",
                    "How long an answer takes",
                    "The usual wait, with as many answers quicker as slower. Quick is not the same as kind.",
                    "Bars, one for each kind of bid: the usual time to an answer, on a scale where each step is ten times the last.",
                    "Each line of the scale is many times the one before.",
                    series,
                    head,
                    rows,
                    drawing));
        }
    }

    private void gestures(List<Figure> figures) {
        boolean mine = !own.isEmpty();
        List<Series> series = mine
                ? List.of(new Series("you", "you gave"), new Series("others", "the others gave"))
                : List.of(new Series("together", "all of us"));
        List<String> head = series.stream().map(Series::name).toList();
        ObjectNode drawing = drawing("gestures", series);
        List<Row> rows = new ArrayList<>();
        List<Map.Entry<Gesture, Long>> most = ledger.all().gestures().entrySet().stream()
                .sorted(Map.Entry.<Gesture, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        for (var gesture : most) {
            Gesture kind = gesture.getKey();
            String name = Shown.words(kind.id());
            long[] values = new long[series.size()];
            List<String> cells = new ArrayList<>();
            if (mine) {
                long given = own.stream()
                        .mapToLong(p -> p.counts().gestures().getOrDefault(kind, 0L))
                        .sum();
                values[0] = given;
                values[1] = gesture.getValue() - given;
                cells.add(numbers.sum(
                        given,
                        own.stream()
                                .map(p -> Evidence.Key.gesture(Evidence.whose(p), kind))
                                .toList(),
                        name + ": given by you"));
                cells.add(numbers.of(
                        values[1], Evidence.Key.gesture(Evidence.others(), kind), name + ": given by the others"));
            } else {
                values[0] = gesture.getValue();
                cells.add(numbers.of(values[0], Evidence.Key.gesture(Evidence.all(), kind), name));
            }
            add(rows, name, kind.why(), false, head, cells);
            if (rows.size() <= MOST_GESTURES) {
                column(drawing, name, values, cells);
            }
        }
        if (!rows.isEmpty()) {
            figures.add(new Figure(
                    "gestures",
                    "What we gave each other",
                    "Small gestures carry the most, and are the easiest to overlook. These were found.",
                    "Bars, one for each gesture: how often it was given.",
                    rows.size() > MOST_GESTURES
                            ? "The " + MOST_GESTURES + " most frequent; the table has them all."
                            : "",
                    series,
                    head,
                    rows,
                    drawing));
        }
    }

    private void calendar(List<Figure> figures) {
        SortedMap<LocalDate, Days.Day> latest = days.latest();
        long most = latest.values().stream().mapToLong(Days.Day::toward).max().orElse(0);
        if (most == 0) {
            return;
        }
        List<LocalDate> weeks = Weeks.latest(Weeks.monday(latest.firstKey()), Weeks.monday(latest.lastKey()));
        List<String> head = new ArrayList<>();
        for (java.time.DayOfWeek day : java.time.DayOfWeek.values()) {
            head.add(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
        }
        ObjectNode drawing = JSON.objectNode().put("form", "calendar").put("most", most);
        ArrayNode months = drawing.putArray("labels");
        ArrayNode cellsDrawn = drawing.putArray("days");
        List<Row> rows = new ArrayList<>();
        for (int w = 0; w < weeks.size(); w++) {
            LocalDate monday = weeks.get(w);
            months.add(Weeks.MONTH.format(monday));
            List<String> cells = new ArrayList<>();
            boolean said = false;
            for (int d = 0; d < 7; d++) {
                LocalDate date = monday.plusDays(d);
                Days.Day day = latest.get(date);
                if (day == null) {
                    cells.add("<span class=\"none\">·</span>");
                    continue;
                }
                said = true;
                String html = numbers.of(day.toward(), date, Shown.DAY.format(date) + ": turned toward");
                cells.add(html);
                cellsDrawn
                        .addObject()
                        .put("x", w)
                        .put("y", d)
                        .put("n", day.toward())
                        .put("of", day.messages())
                        .put("day", Shown.DAY.format(date))
                        .put("behind", behind(html));
            }
            if (said) {
                add(rows, Shown.DAY.format(monday), "", false, head, cells);
            }
        }
        figures.add(new Figure(
                "calendar",
                "Day by day",
                "The fuller the colour, the more messages of that day turned toward somebody.",
                "A calendar: one column for each week, one square for each day. The warmest day has "
                        + Shown.number(most) + " messages that turned toward somebody.",
                "",
                List.of(),
                head,
                rows,
                drawing));
    }

    private static List<Series> parts() {
        List<Series> series = new ArrayList<>();
        for (Part part : Part.values()) {
            series.add(new Series(part.colour, part.shown));
        }
        return series;
    }

    private static List<String> heads() {
        return List.of("Met", "Answered plainly", "Turned away or against", "Missed");
    }

    private static void add(
            List<Row> rows, String name, String explained, boolean person, List<String> head, List<String> cells) {
        List<Cell> under = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            under.add(new Cell(head.get(i), cells.get(i)));
        }
        rows.add(new Row(name, explained, person, under));
    }

    private static ObjectNode drawing(String form, List<Series> series) {
        ObjectNode drawing = JSON.objectNode().put("form", form);
        drawing.putArray("labels");
        ArrayNode all = drawing.putArray("series");
        for (Series one : series) {
            ObjectNode node = all.addObject().put("name", one.name()).put("colour", one.colour());
            node.putArray("values");
            node.putArray("behind");
        }
        drawing.putArray("more");
        return drawing;
    }

    /** A bar or a group of them; the cells tell what opens the messages. */
    private static ObjectNode column(ObjectNode drawing, String label, long[] values, List<String> cells) {
        drawing.withArrayProperty("labels").add(label);
        ArrayNode series = drawing.withArrayProperty("series");
        for (int i = 0; i < values.length; i++) {
            ((ArrayNode) series.get(i).get("values")).add(values[i]);
            ((ArrayNode) series.get(i).get("behind")).add(behind(cells.get(i)));
        }
        return drawing.withArrayProperty("more").addObject();
    }

    /** The reference in a number's HTML, or -1. */
    private static int behind(String html) {
        String mark = "data-behind=\"";
        int at = html.indexOf(mark);
        return at < 0
                ? -1
                : Integer.parseInt(html.substring(at + mark.length(), html.indexOf('"', at + mark.length())));
    }
}
