package dev.toward.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.toward.ledger.FakeReader;
import dev.toward.ledger.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report on paper, as a real browser prints it. Skipped, and said so, where no Chromium is found. */
@Timeout(180)
class ReportPrintTest {
    /** A4 less the margins that the page asks for, in CSS pixels. */
    private static final int PAPER = 688;

    /** What can be seen, in order. */
    private static final String SEEN =
            "[...document.body.querySelectorAll('*')].filter(e => e.checkVisibility({contentVisibilityAuto: true})"
                    + " && e.getClientRects().length > 0 && !e.closest('.vh'))";

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void write() throws Exception {
        Optional<Path> chromium = Browser.installed();
        assumeTrue(chromium.isPresent(), "no chromium on the PATH, so the report is not printed");
        FakeReader fake = new FakeReader();
        ScanRequest request =
                new ScanRequest("Ana", folder.resolve("all"), EnumSet.of(Format.HTML), null, null, false, true, 2);
        ScanReport.write(request, ScanReportTest.memorable(), fake, fake, a -> "{}", Progress.SILENT);
        page = folder.resolve("all").resolve("report.html");
        browser = Browser.start(chromium.get(), folder.resolve("profile"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        browser.screen(1200, 900, false, false);
        browser.open(page);
    }

    @ParameterizedTest(name = "from a screen {0} px wide, dark: {1}")
    @CsvSource({"390, true", "1200, true", "1200, false"})
    void paperIsLight_andHoldsAll(int width, boolean dark) throws Exception {
        browser.screen(width, 900, width < 500, dark);
        browser.open(page);
        browser.paper(PAPER, dark);

        assertEquals(List.of(), all(SEEN + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1)"));
        assertTrue(browser.value("document.documentElement.scrollWidth <= innerWidth")
                .asBoolean());
        assertEquals(
                "rgb(255, 255, 255)",
                browser.value("getComputedStyle(document.body).backgroundColor").asText());
        // what has words of its own, and is too pale for what lies behind it
        assertEquals(
                List.of(),
                all("(() => { const light = c => { const [r, g, b, a] = c.match(/[\\d.]+/g).map(Number);"
                        + " const l = v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;"
                        + " return a === 0 ? null : .2126 * l(r) + .7152 * l(g) + .0722 * l(b); };"
                        + " const behind = e => e === null ? 1 : light(getComputedStyle(e).backgroundColor) ?? behind(e.parentElement);"
                        + " return " + SEEN
                        + ".filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))"
                        + ".filter(e => (behind(e) + .05) / (light(getComputedStyle(e).color) + .05) < 4.5); })()"));
    }

    @Test
    void charts_areTheSameOnPaper_whateverTheScreen() throws Exception {
        String drawn = "[...document.querySelectorAll('canvas')].map(c => c.id + ' ' + (c.width > 900 && c.height > 100"
                + " && c.getBoundingClientRect().right <= c.parentElement.getBoundingClientRect().right) + ' ' + c.toDataURL())";
        browser.paper(PAPER, false);
        List<String> light = Browser.texts(browser.value(drawn));
        assertEquals(7, light.size());
        light.forEach(chart -> assertTrue(chart.contains(" true data:"), chart.substring(0, 30)));
        browser.screen(390, 800, true, true);
        browser.open(page);
        browser.paper(PAPER, true);
        assertEquals(light, Browser.texts(browser.value(drawn)));
    }

    @Test
    void nothingLooksAsIfItCouldBePressed() throws Exception {
        browser.paper(PAPER, false);
        assertEquals(List.of(), all(SEEN + ".filter(e => e.matches('button:not(.n), dialog, .screen'))"));
        assertEquals(
                List.of(),
                all(
                        SEEN
                                + ".filter(e => e.matches('.n')).filter(e => { const s = getComputedStyle(e), p = getComputedStyle(e.parentElement);"
                                + " return s.color !== p.color || s.textDecorationLine !== 'none' || parseFloat(s.paddingLeft) > 0 || parseFloat(s.borderTopWidth) > 0; })"));
        assertEquals(
                List.of(),
                all(SEEN + ".filter(e => e.matches('summary')).filter(e => getComputedStyle(e).listStyleType !== 'none'"
                        + " || e.textContent.startsWith('Show'))"));
    }

    @Test
    void everyTableStandsOpen_alsoWithoutScripts() throws Exception {
        String tables = SEEN + ".filter(e => e.matches('tbody')).length";
        int all = browser.value("document.querySelectorAll('tbody').length").asInt();
        assertTrue(all > 5);
        assertEquals(0, browser.value(tables).asInt());
        browser.paper(PAPER, false);
        assertEquals(all, browser.value(tables).asInt());
        // no script hears that the page is printed
        browser.value("document.querySelectorAll('details').forEach(d => { d.open = false }) || 0");
        assertEquals(all, browser.value(tables).asInt());
    }

    @Test
    void shortListsUnfold_aLongOneSaysWhatItHolds() throws Exception {
        String lists = "[...document.querySelectorAll('details')].filter(d => d.querySelector('.moment'))";
        String state = lists
                + ".map(d => d.open + ' ' + (d.nextElementSibling.checkVisibility() ? d.nextElementSibling.textContent : ''))";
        assertTrue(browser.value(lists + ".length").asInt() > 0, "no list is folded");
        browser.value(
                lists + ".forEach(d => [...d.querySelectorAll('.moment')].slice(12).forEach(m => m.remove())) || 0");
        browser.paper(PAPER, false);
        Browser.texts(browser.value(state)).forEach(said -> assertEquals("true ", said));

        open();
        browser.value("(d => { while (d.querySelectorAll('.moment').length < 13)"
                + " d.append(d.querySelector('.moment').cloneNode(true)); })(" + lists + "[0])");
        String more = browser.value(lists + "[0].querySelector('summary').textContent")
                .asText()
                .replaceAll("\\D", "");
        browser.paper(PAPER, false);
        assertEquals(
                "false Folded away on the page: " + more + " more. What is unfolded there is printed too.",
                Browser.texts(browser.value(state)).get(0));
        // as somebody who wants it on paper has left it
        browser.value(lists + "[0].open = true");
        assertEquals("true ", Browser.texts(browser.value(state)).get(0));
    }

    @Test
    void headings_goWithWhatTheyHead_andNothingIsCut() throws Exception {
        browser.paper(PAPER, false);
        assertEquals(
                List.of(),
                all(SEEN + ".filter(e => e.matches('h2, h2 + p') && getComputedStyle(e).breakAfter !== 'avoid'"
                        + " || e.matches('figure, .moment, tr') && getComputedStyle(e).breakInside !== 'avoid')"));
        assertTrue(browser.value("document.querySelectorAll('h2 + p').length").asInt() > 6);
    }

    @Test
    void printing_leavesThePageAsItWas() throws Exception {
        String state =
                "JSON.stringify([document.documentElement.className, [...document.querySelectorAll('details')].map(d => d.open),"
                        + " [...document.querySelectorAll('canvas')].map(c => c.width + ' ' + c.height)])";
        String before = browser.value(state).asText();
        String pdf = new String(browser.printed(), StandardCharsets.ISO_8859_1);
        assertTrue(pdf.startsWith("%PDF-"));
        long pages = Pattern.compile("/Type\\s*/Page\\b").matcher(pdf).results().count();
        assertTrue(pages > 1 && pages < 15, pages + " pages");
        assertEquals(before, browser.value(state).asText());
        assertFalse(before.contains("printing"));
    }

    /** Those elements, by how they begin. */
    private static List<String> all(String script) throws Exception {
        return Browser.texts(browser.value(script + ".map(e => e.outerHTML.slice(0, 120))"));
    }
}
