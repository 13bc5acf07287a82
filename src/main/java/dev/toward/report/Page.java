package dev.toward.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.toward.Care;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.ledger.Counts;
import dev.toward.ledger.Ledger;
import dev.toward.ledger.Outcome;
import dev.toward.ledger.Person;
import dev.toward.suggest.Suggestion;
import dev.toward.verdict.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ledger as a page: one file that asks nothing of any server. What it says is about what passed between people; single
 * messages are shown only of whoever asked.
 */
final class Page {
    private static final String TEMPLATE = "report.mustache";

    private Page() {}

    static void write(Ledger ledger, Moments moments, ScanRequest request, Writer out) throws IOException {
        Map<String, Object> page = new HashMap<>();
        page.put("sentences", InWords.summary(ledger));
        page.put("kinds", kinds(ledger.all()));
        page.put("hasBids", !kinds(ledger.all()).isEmpty());
        Map<String, Object> weeks = Weeks.of(ledger);
        page.put("weeks", weeks.isEmpty() ? false : weeks);
        List<Person> own = ledger.people().stream().filter(Person::own).toList();
        page.put("gestures", gestures(ledger.all(), own));
        page.put("hasGestures", !ledger.all().gestures().isEmpty());
        page.put("self", request.me() == null ? false : self(moments, own));
        page.put("hasMessages", ledger.all().messages() > 0);
        page.put("explicit", Shown.number(ledger.explicit()));
        page.put("inferred", Shown.number(ledger.inferred()));
        long unread = ledger.all().messages() - ledger.all().read();
        page.put("unread", unread == 0 ? false : Shown.count(unread, "message was", "messages were"));
        page.put("untimed", ledger.untimed() == 0 ? false : Shown.count(ledger.untimed(), "entry has", "entries have"));
        page.put("pseudonyms", request.pseudonyms());
        page.put("model", ledger.model() == null ? false : Shown.text(ledger.model()));
        template().execute(page, out);
    }

    private static Template template() throws IOException {
        try (InputStream in = Page.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IOException("the template " + TEMPLATE + " is missing from the program; build it anew");
            }
            return Mustache.compiler().escapeHTML(true).compile(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
    }

    private static List<Map<String, Object>> kinds(Counts all) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (BidKind kind : BidKind.values()) {
            if (!kind.asksForConnection() || !all.bids().containsKey(kind)) {
                continue;
            }
            long made = 0;
            for (Outcome outcome : Outcome.values()) {
                made += all.bids(kind, outcome);
            }
            Duration usual = all.medianReply().get(kind);
            rows.add(Map.of(
                    "name", Shown.words(kind.id()),
                    "plainly", kind.plainly(),
                    "made", Shown.number(made),
                    "met", Shown.number(all.bids(kind, Outcome.MET)),
                    "answered", Shown.number(all.bids(kind, Outcome.ANSWERED)),
                    "away", Shown.number(all.bids(kind, Outcome.TURNED_AWAY)),
                    "against", Shown.number(all.bids(kind, Outcome.TURNED_AGAINST)),
                    "missed", Shown.number(all.bids(kind, Outcome.MISSED)),
                    "open", Shown.number(all.bids(kind, Outcome.OPEN)),
                    "usual", usual == null ? "–" : Shown.brief(usual)));
        }
        return rows;
    }

    private static List<Map<String, Object>> gestures(Counts all, List<Person> own) {
        return all.gestures().entrySet().stream()
                .sorted(Map.Entry.<Gesture, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(e -> Map.<String, Object>of(
                        "name", Shown.words(e.getKey().id()),
                        "why", e.getKey().why(),
                        "all", Shown.number(e.getValue()),
                        "own",
                                Shown.number(own.stream()
                                        .mapToLong(p -> p.counts().gestures().getOrDefault(e.getKey(), 0L))
                                        .sum())))
                .toList();
    }

    private static Map<String, Object> self(Moments moments, List<Person> own) {
        List<Map<String, Object>> shown =
                moments.inOrder().stream().map(Page::moment).toList();
        return Map.of(
                "name",
                own.isEmpty() ? "you" : Shown.text(own.get(0).name()),
                "moments",
                shown,
                "none",
                shown.isEmpty(),
                "one",
                moments.count() == 1,
                "count",
                Shown.number(moments.count()),
                "shownCount",
                shown.size() < moments.count() ? Shown.number(shown.size()) : false);
    }

    private static Map<String, Object> moment(Moments.Moment moment) {
        List<Finding> tactics = moment.analysis().verdict().tactics();
        Map<String, Object> shown = new HashMap<>();
        shown.put(
                "when",
                moment.message().time() == null
                        ? "at an unknown time"
                        : Shown.MINUTE.format(moment.message().time().clock()));
        shown.put("chat", Shown.text(moment.message().conversation().name()));
        List<String> context = moment.analysis().draft().bid().utterances().stream()
                .map(Shown::text)
                .toList();
        shown.put("context", context);
        shown.put("hasContext", !context.isEmpty());
        shown.put(
                "words",
                Shown.marked(
                        moment.message().text(),
                        tactics.stream().map(Finding::span).toList()));
        shown.put(
                "reasons",
                tactics.stream().map(f -> f.tactic().why()).distinct().toList());
        shown.put("sure", sure(moment.sureness()));
        Care care = moment.analysis().care();
        shown.put("care", care == null ? false : Shown.text(care.message()));
        List<String> instead = moment.analysis().suggestions().stream()
                .map(Suggestion::rewritten)
                .map(Shown::text)
                .distinct()
                .toList();
        shown.put("instead", instead);
        shown.put("hasInstead", !instead.isEmpty());
        return shown;
    }

    private static String sure(double flag) {
        if (flag >= 0.9) {
            return "Most readers would hear it so.";
        }
        return flag >= 0.7 ? "Many readers would hear it so." : "It could well be heard otherwise.";
    }
}
