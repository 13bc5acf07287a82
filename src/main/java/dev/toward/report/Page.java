package dev.toward.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.samskivert.mustache.Mustache;
import dev.toward.Care;
import dev.toward.ledger.Entry;
import dev.toward.ledger.FollowUp;
import dev.toward.ledger.Hidden;
import dev.toward.ledger.InReplyTo;
import dev.toward.ledger.Ledger;
import dev.toward.ledger.Person;
import dev.toward.ledger.SettledBid;
import dev.toward.suggest.Suggestion;
import dev.toward.verdict.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ledger as a page: one file that asks nothing of any server, which its own policy forbids. It collects while the scan runs and is
 * written at the end. What it says is about what passed between people; single messages are shown of whoever asked, and of others
 * only when they are asked for.
 */
final class Page implements Entry.Sink {
    private static final String TEMPLATE = "report";
    private static final String STYLE = "report.css";
    private static final String SCRIPT = "report.js";
    private static final String CHARTS = "chart.umd.min.js";
    /** So many moments stand open; the rest unfolds. */
    private static final int AT_ONCE = 3;

    private final ScanRequest request;
    private final Evidence evidence;
    private final Days days = new Days();
    private final Moments own = new Moments(true);
    private final Moments others = new Moments(false);
    private final Reminders reminders;

    Page(ScanRequest request) {
        this.request = request;
        this.reminders = new Reminders(request);
        this.evidence = new Evidence(request.everyone());
    }

    @Override
    public void accept(Entry entry) throws IOException {
        evidence.accept(entry);
        days.accept(entry);
        own.accept(entry);
        reminders.accept(entry);
        if (request.everyone()) {
            others.accept(entry);
        }
    }

    @Override
    public void settled(SettledBid bid) throws IOException {
        evidence.settled(bid);
    }

    @Override
    public void hidden(Hidden hidden) {
        // the page shows what it was given
    }

    /** @param wording finds words to send */
    void write(Ledger ledger, FollowUp.Wording wording, Writer out) throws IOException {
        boolean open = request.me() != null || request.everyone();
        Numbers numbers = new Numbers(evidence, open);
        List<Person> people = ledger.people().stream().filter(Person::own).toList();
        List<Figure> figures = new Figures(ledger, days, numbers, request).all();

        Map<String, Object> page = new HashMap<>();
        page.put("sentences", InWords.summary(ledger, numbers));
        page.put("figures", figures);
        page.put("self", request.me() == null ? false : moments(own, true, people));
        page.put("others", request.everyone() ? moments(others, false, people) : false);
        page.put("unasked", !open);
        page.put("open", open);
        page.put("onlySelf", request.me() != null && !request.everyone());
        page.put("reminders", reminders.groups(ledger, wording, numbers));
        page.put("hasMessages", ledger.all().messages() > 0);
        page.put(
                "explicit",
                numbers.of(
                        ledger.explicit(),
                        Evidence.Key.linked(InReplyTo.Link.EXPLICIT),
                        "Replies that name the message they answer"));
        page.put(
                "inferred",
                numbers.of(
                        ledger.inferred(),
                        Evidence.Key.linked(InReplyTo.Link.INFERRED),
                        "Replies inferred from order and time"));
        long unread = ledger.all().messages() - ledger.all().read();
        page.put(
                "unread",
                unread == 0
                        ? false
                        : numbers.of(unread, Evidence.Key.unread(), "Messages that were not read")
                                + (unread == 1 ? " message was" : " messages were"));
        page.put(
                "untimed",
                ledger.untimed() == 0
                        ? false
                        : numbers.of(ledger.untimed(), Evidence.Key.untimed(), "Entries without a time")
                                + (ledger.untimed() == 1 ? " entry has" : " entries have"));
        page.put("pseudonyms", request.pseudonyms());
        page.put("model", ledger.model() == null ? false : Shown.text(ledger.model()));

        String style = resource(STYLE);
        String script = resource(SCRIPT);
        // the map that its last line names would be looked for beside the page
        String charts = resource(CHARTS).replaceAll("(?m)^//# sourceMappingURL=.*$", "");
        page.put("style", style);
        page.put("script", script);
        page.put("charts", charts);
        page.put(
                "policy",
                "default-src 'none'; script-src '" + hash(charts) + "' '" + hash(script) + "'; style-src '"
                        + hash(style) + "'; base-uri 'none'; form-action 'none'");
        page.put("data", data(figures));
        Mustache.compiler()
                .escapeHTML(true)
                .withLoader(name -> new StringReader(resource(name + ".mustache")))
                .loadTemplate(TEMPLATE)
                .execute(page, out);
    }

    /** What the script draws and opens. Nothing in it can end the element it stands in. */
    private String data(List<Figure> figures) throws IOException {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode drawings = data.putArray("figures");
        for (Figure figure : figures) {
            ObjectNode drawing = figure.drawing().deepCopy();
            drawings.add(drawing.put("id", figure.id()));
        }
        evidence.write(data);
        return JsonMapper.builder()
                .build()
                .writeValueAsString(data)
                .replace("<", "\\u003c")
                .replace("&", "\\u0026");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing from the program; build it anew");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Map<String, Object> moments(Moments moments, boolean self, List<Person> own) {
        List<Map<String, Object>> shown = new ArrayList<>();
        moments.inOrder().forEach(m -> shown.add(moment(m, self)));
        Map<String, Object> all = new HashMap<>();
        all.put("name", own.isEmpty() ? "you" : Shown.text(own.get(0).name()));
        all.put("first", shown.subList(0, Math.min(AT_ONCE, shown.size())));
        all.put("rest", shown.subList(Math.min(AT_ONCE, shown.size()), shown.size()));
        all.put("more", shown.size() > AT_ONCE ? Shown.number(shown.size() - AT_ONCE) : false);
        all.put("none", shown.isEmpty());
        all.put("one", moments.count() == 1);
        all.put("count", Shown.number(moments.count()));
        all.put("shownCount", shown.size() < moments.count() ? Shown.number(shown.size()) : false);
        return all;
    }

    private static Map<String, Object> moment(Moments.Moment moment, boolean self) {
        List<Finding> tactics = moment.analysis().verdict().tactics();
        Map<String, Object> shown = new HashMap<>();
        shown.put(
                "when",
                moment.message().time() == null
                        ? "at an unknown time"
                        : Shown.MINUTE.format(moment.message().time().clock()));
        shown.put("chat", Shown.text(moment.message().conversation().name()));
        shown.put(
                "by",
                self || moment.message().author() == null
                        ? false
                        : Shown.text(moment.message().author().name()));
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
