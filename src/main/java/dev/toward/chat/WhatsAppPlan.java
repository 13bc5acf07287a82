package dev.toward.chat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which header-like lines of a WhatsApp export are headers, and in which order their dates are written; the outcome of the
 * first pass. People paste chat lines into chats, so a line of another shape than its neighbours belongs to the message around
 * it. A new shape counts when it comes twice in a row and time goes on from what was before, as after a change of phone.
 */
final class WhatsAppPlan {
    private static final int HEADERS_THAT_SET_THE_SHAPE = 200;

    /** Runs of one shape that agree on the order of day and month. */
    private static final class Group {
        private final DateEvidence dates = new DateEvidence();
        private final List<Run> runs = new ArrayList<>();
    }

    private record Stretch(long start, long end, Shape shape, DateOrder order) {}

    private final List<Stretch> stretches = new ArrayList<>();
    private final Set<Shape> shapes = new HashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Map<Run, DateEvidence.Decision> decisions = new HashMap<>();
    private final LocalDate today;
    private final long lastLine;
    private @Nullable Stretch main;
    private int at;

    WhatsAppPlan(WhatsAppEvidence evidence, ReadOptions options, @Nullable LocalDate modified) {
        this.today = options.today();
        this.lastLine = evidence.lastLine;
        if (!evidence.runs.isEmpty()) {
            Shape mainShape = mainShape(evidence);
            decideOrders(evidence.runs, mainShape, options, modified);
            accept(evidence.runs, mainShape, options);
        }
    }

    private static Shape mainShape(WhatsAppEvidence evidence) {
        Shape first = evidence.runs.get(0).shape;
        Map<Shape, Long> headers = new HashMap<>();
        long seen = 0;
        for (Run run : evidence.runs) {
            long counted = Math.min(run.headers, HEADERS_THAT_SET_THE_SHAPE - seen);
            headers.merge(run.shape, counted, Long::sum);
            seen += counted;
            if (seen >= HEADERS_THAT_SET_THE_SHAPE) {
                break;
            }
        }
        Shape commonest = first;
        for (Run run : evidence.runs) {
            if (headers.getOrDefault(run.shape, 0L) > headers.getOrDefault(commonest, 0L)) {
                commonest = run.shape;
            }
        }
        // The first line of an export is a header; only what was pasted in front of it is not.
        boolean rare = headers.getOrDefault(first, 0L) * 20 < headers.getOrDefault(commonest, 0L);
        return evidence.startsWithHeader && !rare ? first : commonest;
    }

    private void decideOrders(List<Run> runs, Shape mainShape, ReadOptions options, @Nullable LocalDate modified) {
        LocalDate limit = modified != null && modified.getYear() > 2009 && modified.isBefore(today) ? modified : today;
        Map<Shape, List<Group>> groups = new HashMap<>();
        for (Run run : runs) {
            List<Group> ofShape = groups.computeIfAbsent(run.shape, s -> new ArrayList<>());
            Group last = ofShape.isEmpty() ? null : ofShape.get(ofShape.size() - 1);
            if (last == null || DateEvidence.contradict(last.dates.leaning(), run.dates.leaning())) {
                last = new Group();
                ofShape.add(last);
            }
            last.runs.add(run);
            last.dates.add(run.dates);
        }
        DateEvidence.Decision ofMain = null;
        for (Group group : groups.getOrDefault(mainShape, List.of())) {
            DateEvidence.Decision decision = decide(group, mainShape, options, limit);
            ofMain = ofMain == null || ofMain.guessed() ? decision : ofMain;
        }
        for (Map.Entry<Shape, List<Group>> entry : groups.entrySet()) {
            for (Group group : entry.getValue()) {
                DateEvidence.Decision decision = decide(group, entry.getKey(), options, limit);
                // The owner of the phone kept the order when the shape changed, unless the numbers say otherwise.
                boolean follows = decision.guessed()
                        && ofMain != null
                        && entry.getKey().yearAt() == 2
                        && ofMain.order() != DateOrder.YMD;
                DateEvidence.Decision taken = follows ? ofMain : decision;
                group.runs.forEach(run -> decisions.put(run, taken));
            }
        }
    }

    private static DateEvidence.Decision decide(Group group, Shape shape, ReadOptions options, LocalDate limit) {
        return group.dates.decide(shape, options.dateOrder(), limit);
    }

    private void accept(List<Run> runs, Shape mainShape, ReadOptions options) {
        Shape current = mainShape;
        LocalDateTime reached = null;
        for (Run run : runs) {
            DateEvidence.Decision decision = decisions.get(run);
            if (decision == null) {
                continue;
            }
            LocalDateTime first = run.first.time(decision.order(), today);
            LocalDateTime last = run.last.time(decision.order(), today);
            boolean goesOn = first != null && (reached == null || !first.isBefore(reached));
            if (!run.shape.equals(current) && !(run.headers > 1 && goesOn)) {
                continue;
            }
            current = run.shape;
            reached = last == null ? reached : last;
            Stretch stretch = new Stretch(run.start, run.end, run.shape, decision.order());
            stretches.add(stretch);
            shapes.add(run.shape);
            if (main == null && run.shape.equals(mainShape)) {
                main = stretch;
            }
            warn(decision, options);
        }
    }

    private void warn(DateEvidence.Decision decision, ReadOptions options) {
        if (decision.guessed()) {
            warnings.add("every date could be day-month or month-day; read as "
                    + decision.order().words() + "; --date-order decides");
        }
        DateOrder asked = options.dateOrder();
        if (decision.overrulesOption() && asked != null) {
            warnings.add("the numbers of its dates allow " + decision.order().words()
                    + " only; read so, although --date-order says " + asked.id());
        }
    }

    /** The order of the dates if a header that looks so counts on this line, else null. Lines must come in order. */
    @Nullable
    DateOrder orderOf(long line, WhatsAppHeader header) {
        Shape shape = header.shape();
        while (at < stretches.size() && stretches.get(at).end() < line) {
            at++;
        }
        if (at < stretches.size()) {
            Stretch stretch = stretches.get(at);
            // Between two stretches, only an impossible date, which the first pass left out, can be a header.
            boolean within = line >= stretch.start() || !header.stamp().isPossible();
            return within && stretch.shape().equals(shape) ? stretch.order() : null;
        }
        Stretch end = line > lastLine && !stretches.isEmpty() ? stretches.get(stretches.size() - 1) : main;
        return end != null && end.shape().equals(shape) ? end.order() : null;
    }

    /** The shapes of all headers that count. */
    Set<Shape> shapes() {
        return shapes;
    }

    Set<String> warnings() {
        return warnings;
    }
}
