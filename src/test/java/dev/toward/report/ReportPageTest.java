package dev.toward.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.toward.ledger.FakeReader;
import dev.toward.ledger.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report in a real browser. Skipped, and said so, where no Chromium is found; {@code .ci/run} installs one. */
@Timeout(180)
class ReportPageTest {
    private static final FakeReader FAKE = new FakeReader();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final VerdictJson VERDICT = a -> "{}";

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Path own;
    private static Path everyone;

    @BeforeAll
    static void write() throws Exception {
        Optional<Path> chromium = Browser.installed();
        assumeTrue(chromium.isPresent(), "no chromium on the PATH, so the report is not opened");
        own = write("own", "Ana", false, false);
        everyone = write("everyone", "Ana", true, false);
        browser = Browser.start(chromium.get(), folder.resolve("profile"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    private static Path write(String name, String me, boolean all, boolean pseudonyms) throws IOException {
        Path into = folder.resolve(name);
        ScanRequest request =
                new ScanRequest(me, into, EnumSet.of(Format.HTML, Format.JSON), null, null, pseudonyms, all, 2);
        ScanReport.write(request, ScanReportTest.memorable(), FAKE, FAKE, VERDICT, Progress.SILENT);
        return into;
    }

    @ParameterizedTest(name = "{0} px wide, dark: {1}")
    @CsvSource({"390, false", "390, true", "1200, false", "1200, true"})
    void everyChartIsDrawn_nothingIsAskedFor_nothingFails(int width, boolean dark) throws Exception {
        browser.screen(width, 900, width < 500, dark);
        Path page = everyone.resolve("report.html");
        browser.open(page);
        List<String> charts = Browser.texts(
                browser.value("[...document.querySelectorAll('canvas')].map(c => { const d = c.getContext('2d')"
                        + ".getImageData(0, 0, c.width, c.height).data; const seen = new Set();"
                        + " for (let i = 0; i < d.length; i += 4) if (d[i + 3] > 200) seen.add(d[i] + ',' + d[i+1] + ',' + d[i+2]);"
                        + " return c.id + ' ' + (seen.size > 3) })"));
        assertEquals(
                List.of(
                        "plot-turns true",
                        "plot-weeks true",
                        "plot-kinds true",
                        "plot-people true",
                        "plot-waits true",
                        "plot-gestures true",
                        "plot-calendar true"),
                charts);
        assertEquals(
                List.of(page.toUri().toString().replace("file:///", "")),
                browser.events("Network.requestWillBeSent").stream()
                        .map(e -> e.at("/params/request/url").asText().replace("file:///", ""))
                        .toList());
        nothingFailed();
        assertTrue(
                browser.value("document.documentElement.scrollWidth <= innerWidth")
                        .asBoolean(),
                "the page is wider than the screen");
    }

    @Test
    void theBrowserSeesWhatFails() throws Exception {
        Path broken = Files.writeString(
                folder.resolve("broken.html"),
                "<!DOCTYPE html><title>x</title><img src='https://example.invalid/x.png'><script>throw new Error('x')</script>");
        browser.open(broken);
        assertEquals(2, browser.events("Network.requestWillBeSent").size());
        assertFalse(browser.events("Runtime.exceptionThrown").isEmpty());
    }

    @Test
    void requests_areForbiddenByThePage() throws Exception {
        browser.open(own.resolve("report.html"));
        assertEquals(
                "refused",
                browser.value("fetch('https://example.invalid/').then(() => 'sent', () => 'refused')")
                        .asText());
        browser.value(
                "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
                        + " || 0");
        assertEquals("undefined", browser.value("typeof window.ran").asText());
        browser.value("new Promise(done => { const i = new Image(); i.onerror = i.onload = () => done(1);"
                + " i.src = 'https://example.invalid/x.png' })");
        // what is refused by the policy is told too, but never leaves
        List<String> refused = browser.events("Network.loadingFailed").stream()
                .filter(e -> e.at("/params/blockedReason").asText().equals("csp"))
                .map(e -> e.at("/params/requestId").asText())
                .toList();
        assertEquals(
                1,
                browser.events("Network.requestWillBeSent").stream()
                        .filter(e -> !refused.contains(e.at("/params/requestId").asText()))
                        .count());
    }

    @Test
    void numbersAreThoseOfTheSummary() throws Exception {
        JsonNode summary = JSON.readTree(everyone.resolve("summary.json").toFile());
        browser.open(everyone.resolve("report.html"));
        Map<String, Map<String, Integer>> kinds = table("kinds");
        int compared = 0;
        for (var kind : summary.at("/all/bids").properties()) {
            if (kind.getKey().equals("none")) {
                continue;
            }
            Map<String, Integer> row = row(kinds, kind.getKey().replace('-', ' '));
            assertEquals(kind.getValue().get("met").asInt(), row.get("Met"));
            assertEquals(kind.getValue().get("answered").asInt(), row.get("Answered plainly"));
            assertEquals(kind.getValue().get("turned-away").asInt(), row.get("Turned away"));
            assertEquals(kind.getValue().get("turned-against").asInt(), row.get("Turned against"));
            assertEquals(kind.getValue().get("missed").asInt(), row.get("Missed"));
            assertEquals(kind.getValue().get("open").asInt(), row.get("Open"));
            compared++;
        }
        assertEquals(3, compared);
        Map<String, Map<String, Integer>> turns = table("turns");
        for (JsonNode person : summary.get("people")) {
            Map<String, Integer> row = row(turns, person.get("name").asText());
            assertEquals(person.at("/turns/toward").asInt(), row.get("Toward"));
            assertEquals(person.at("/turns/away").asInt(), row.get("Away"));
            assertEquals(person.at("/turns/against").asInt(), row.get("Against"));
        }
        for (var gesture : summary.at("/all/gestures").properties()) {
            Map<String, Integer> row = row(table("gestures"), gesture.getKey().replace('-', ' '));
            assertEquals(gesture.getValue().asInt(), row.get("you gave") + row.get("the others gave"));
        }
        int weekly = table("weeks").values().stream()
                .mapToInt(
                        row -> row.values().stream().mapToInt(Integer::intValue).sum())
                .sum();
        int kindly = kinds.values().stream()
                .mapToInt(row -> row.get("Made") - row.get("Open"))
                .sum();
        assertEquals(kindly, weekly);
        int daily = table("calendar").values().stream()
                .mapToInt(
                        row -> row.values().stream().mapToInt(Integer::intValue).sum())
                .sum();
        assertEquals(summary.at("/all/turns/toward").asInt(), daily);
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "everyone"})
    void everyNumberOpensSoManyMessages(String which) throws Exception {
        browser.open(folder.resolve(which).resolve("report.html"));
        JsonNode numbers =
                browser.value("(() => { const data = JSON.parse(document.getElementById('data').textContent);"
                        + " return [...document.querySelectorAll('.n')].map(n => ({"
                        + " shown: n.firstChild.textContent, behind: data.behind[n.dataset.behind] })) })()");
        assertTrue(numbers.size() > 40, "only " + numbers.size() + " numbers");
        int exact = 0;
        for (JsonNode number : numbers) {
            JsonNode behind = number.get("behind");
            if (number.get("shown").asText().matches("[\\d,]+")) {
                assertEquals(
                        number.get("shown").asText(),
                        Shown.number(behind.get("all").asLong()));
                exact++;
            }
            int shown = behind.get("shown").size();
            assertTrue(shown <= Evidence.MOST && shown <= behind.get("open").asInt());
            assertTrue(behind.get("open").asInt() <= behind.get("all").asInt());
            assertTrue(!which.equals("everyone") || shown > 0);
        }
        assertTrue(exact > 30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "everyone"})
    void noNumberOfMessagesStandsByItself(String which) throws Exception {
        browser.open(folder.resolve(which).resolve("report.html"));
        List<String> bare =
                Browser.texts(browser.value("[...document.querySelectorAll('.summary p, #sure ~ ul li, td, .why')]"
                        + ".map(e => { const c = e.cloneNode(true); c.querySelectorAll('.n, small').forEach(n => n.remove());"
                        + " return c.textContent.trim() }).filter(t => /[1-9]/.test(t))"));
        List<String> allowed = List.of(
                // people, chats and days are no messages
                "messages from \\d people in \\d chats, written between .*",
                // a share stands beside the two numbers that it comes from
                "Where a message .* times in , which is \\d+% \\(.*\\)\\.",
                "A program read the words.* Under 20 cases .*",
                "(?:The day for it|Meant for|The last words are|Wrote after midnight).*");
        for (String text : bare) {
            assertTrue(allowed.stream().anyMatch(text.replaceAll("\\s+", " ")::matches), text);
        }
        assertTrue(bare.size() >= 3, bare.toString());
    }

    @Test
    void partsOfABar_openAllThatTheyStandFor() throws Exception {
        browser.open(everyone.resolve("report.html"));
        JsonNode data = browser.value("JSON.parse(document.getElementById('data').textContent)");
        int compared = 0;
        for (JsonNode figure : data.get("figures")) {
            for (JsonNode series : figure.path("series")) {
                for (int i = 0;
                        !figure.get("form").asText().equals("waits")
                                && i < series.get("values").size();
                        i++) {
                    int behind = series.get("behind").get(i).asInt();
                    long n = series.get("values").get(i).asLong();
                    assertEquals(n > 0, behind >= 0, figure.get("id").asText());
                    if (n > 0) {
                        assertEquals(
                                n, data.get("behind").get(behind).get("all").asLong());
                        compared++;
                    }
                }
            }
        }
        assertTrue(compared > 30);
    }

    @Test
    void numbers_openAndCloseByKeyboard() throws Exception {
        browser.screen(1200, 900, false, false);
        browser.open(everyone.resolve("report.html"));
        browser.value("document.querySelectorAll('details').forEach(d => { d.open = true }) || 0");
        int controls = browser.value(
                        "document.querySelectorAll('button.n, summary, [tabindex=\"0\"]:not(dialog *)').length")
                .asInt();
        browser.value(
                "window.reached = new Set(); document.addEventListener('focusin', e => reached.add(e.target)) || 0");
        for (int i = 0; i < controls + 5; i++) {
            browser.press("Tab", 9, "");
        }
        assertEquals(
                controls,
                browser.value("[...reached].filter(e => e.matches('button.n, summary, [tabindex=\"0\"]')).length")
                        .asInt());
        browser.value("document.querySelector('.n').focus() || 0");
        browser.press("Enter", 13, "\r");
        assertTrue(browser.value("document.getElementById('behind').open").asBoolean());
        assertEquals("behind-close", browser.value("document.activeElement.id").asText());
        assertTrue(browser.value("document.querySelectorAll('#behind .said').length")
                        .asInt()
                > 0);
        browser.press("Escape", 27, "");
        assertFalse(browser.value("document.getElementById('behind').open").asBoolean());
        assertEquals("n", browser.value("document.activeElement.className").asText());
        nothingFailed();
    }

    @ParameterizedTest(name = "{0}, {1} px wide, dark: {2}, messages open: {3}")
    @CsvSource({
        "own, 390, false, false",
        "everyone, 390, true, false",
        "everyone, 1200, false, true",
        "own, 1200, true, true"
    })
    void everybodyCanReadIt(String which, int width, boolean dark, boolean open) throws Exception {
        browser.screen(width, 900, width < 500, dark);
        browser.open(folder.resolve(which).resolve("report.html"));
        browser.value("document.querySelectorAll('details').forEach(d => { d.open = true }) || 0");
        if (open) {
            browser.value("document.querySelector('.n').click() || 0");
        }
        browser.value(axe() + "; 0");
        JsonNode found = browser.value(
                "axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})"
                        + ".then(r => ({ violations: r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html + ' '"
                        + " + n.failureSummary).join(' | ')), passed: r.passes.length }))");
        assertEquals(List.of(), Browser.texts(found.get("violations")));
        assertTrue(found.get("passed").asInt() > 20);
    }

    @Test
    void onesOwnPage_hasNoWordsOfOthersButWhatOneAnswered() throws Exception {
        browser.open(own.resolve("report.html"));
        JsonNode lines = browser.value("JSON.parse(document.getElementById('data').textContent).exchanges");
        int exchanges = 0;
        for (JsonNode exchange : lines) {
            boolean mine = false;
            for (JsonNode line : exchange.get("lines")) {
                mine |= line.get("own").asBoolean();
            }
            // what is said in a chat of two is said to Ana
            assertTrue(
                    mine || List.of("Ben", "Dee").contains(exchange.get("chat").asText()),
                    "an exchange that Ana had no part in");
            exchanges++;
        }
        assertTrue(exchanges > 10);
    }

    private static void nothingFailed() {
        List<String> faults = new ArrayList<>();
        browser.events("Runtime.exceptionThrown").forEach(e -> faults.add(e.toString()));
        browser.events("Runtime.consoleAPICalled").forEach(e -> faults.add(e.toString()));
        browser.events("Log.entryAdded").forEach(e -> faults.add(e.toString()));
        browser.events("broken").forEach(e -> faults.add(e.toString()));
        assertEquals(List.of(), faults);
    }

    /** The table under a chart: rows by their name, numbers by their column; what is no number is left out. */
    private static Map<String, Map<String, Integer>> table(String id) throws Exception {
        JsonNode cells =
                browser.value("[...document.querySelectorAll('[aria-labelledby=\"" + id + "\"] tbody tr')].flatMap(r =>"
                        + " [...r.querySelectorAll('td')].map(c => [r.querySelector('th').firstChild.textContent, c.dataset.label,"
                        + " (c.querySelector('.n') || c).firstChild.textContent]))");
        Map<String, Map<String, Integer>> rows = new HashMap<>();
        for (JsonNode cell : cells) {
            if (cell.get(2).asText().matches("[\\d,]+")) {
                rows.computeIfAbsent(cell.get(0).asText(), r -> new HashMap<>())
                        .put(
                                cell.get(1).asText(),
                                Integer.parseInt(cell.get(2).asText().replace(",", "")));
            }
        }
        return rows;
    }

    private static Map<String, Integer> row(Map<String, Map<String, Integer>> rows, String name) {
        Map<String, Integer> row = rows.getOrDefault(name, rows.get(name + " (you)"));
        assertTrue(row != null, "no row for " + name + " among " + rows.keySet());
        return row;
    }

    private static String axe() throws IOException {
        try (InputStream in = ReportPageTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
