package dev.toward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.cue.Tactic;
import dev.toward.text.Draft;
import dev.toward.verdict.Finding;
import dev.toward.verdict.Fingerprint;
import dev.toward.verdict.Label;
import dev.toward.verdict.Settings;
import dev.toward.verdict.Strictness;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings, on the models that ship. */
class AnalyzerSettingsTest {
    private static final Analyzer ANALYZER = Shipped.ANALYZER;
    private static final Draft JOB =
            Draft.of("At least you still have a job, could be worse.", "They let me go today. Nine years.");

    private static Settings.Change strictness(Strictness strictness) {
        return new Settings.Change(strictness, Set.of(), Set.of(), Set.of());
    }

    private static Analyses without(String... names) {
        return ANALYZER.under(Settings.Change.of(null, List.of(), List.of(names), List.of()));
    }

    private static List<Tactic> tactics(Analysis analysis) {
        return analysis.verdict().tactics().stream().map(Finding::tactic).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "At least you still have a job, could be worse.",
                "ok",
                "I'm so sorry. Nine years is a lifetime.",
                "calm down, you always overreact"
            })
    void default_isWhatShips(String text) {
        Draft draft = Draft.of(text, "They let me go today. Nine years.");
        String shipped = AnalysisJson.line(ANALYZER.analyze(draft, 3, null));
        assertSame(ANALYZER, ANALYZER.under(Settings.Change.NONE));
        Analyses same = ANALYZER.under(strictness(Strictness.PICKY)).under(strictness(Strictness.DEFAULT));
        assertEquals(shipped, AnalysisJson.line(same.analyze(draft, 3, null)));
        assertFalse(shipped.contains("fingerprint") || shipped.contains("suppressed"), shipped);
    }

    @Test
    void oneTacticOff_leavesTheOther() {
        Analysis analysis = without("at-least").analyze(JOB, 3, null);
        assertEquals(List.of(Tactic.COMPARISON), tactics(analysis));
        assertEquals(Label.MINIMIZING, analysis.verdict().label());
        String json = AnalysisJson.line(analysis);
        assertTrue(
                json.contains(
                        "\"suppressed\":[{\"id\":\"at-least\",\"start\":0,\"end\":29,\"fingerprint\":\"at-least:88bef39733\"}]"),
                json);
    }

    @Test
    void labelOff_isNoFlag() {
        Analysis analysis = without("minimizing").analyze(JOB, 3, null);
        assertFalse(analysis.verdict().label().isFlag());
        assertEquals(List.of(), analysis.suggestions());
        assertEquals(2, analysis.verdict().unsaid().size());
        assertEquals(
                ANALYZER.analyze(JOB, 0, null).verdict().scores(),
                analysis.verdict().scores());
        assertTrue(without("dismissive").analyze(JOB, 0, null).verdict().label().isFlag());
    }

    @Test
    void ignoredWording_isNotTold_othersAre() {
        Finding first = ANALYZER.analyze(JOB, 0, null).verdict().tactics().get(0);
        Fingerprint fingerprint = Fingerprint.of(first.tactic(), first.span().in(JOB.text()));
        Analyses ignoring = ANALYZER.under(Settings.Change.of(null, List.of(), List.of(), List.of(fingerprint)));
        assertEquals(List.of(Tactic.COMPARISON), tactics(ignoring.analyze(JOB, 0, null)));
        Draft other = Draft.of("At least you still have your health.", "They let me go today. Nine years.");
        assertEquals(List.of(Tactic.AT_LEAST), tactics(ignoring.analyze(other, 0, null)));
    }

    /** What is left unsaid in one stretch of a long draft does not hide what stands in another. */
    @Test
    void longDraft_theNextColdStretchIsTold() {
        String plain = "I looked at the timetable and the bus leaves at ten past eight from the corner by the bakery. "
                .repeat(8);
        String text =
                "Calm down, you always overreact. " + plain + "At least you still have the car, it could be worse.";
        Draft draft = Draft.of(text, "They let me go today. Nine years.");
        Set<Tactic> all = Set.copyOf(tactics(ANALYZER.analyze(draft, 0, null)));
        Analysis rest =
                without(all.stream().map(Tactic::id).toArray(String[]::new)).analyze(draft, 0, null);
        assertTrue(rest.verdict().label().isFlag(), all.toString());
        assertTrue(tactics(rest).stream().noneMatch(all::contains));
    }

    @Test
    void strictness_eachTellsWhatTheOneBeforeDoes() {
        List<Draft> drafts = List.of(
                JOB,
                Draft.of("well it is a small company", "I got the job!!"),
                Draft.of("have you tried not worrying about it", "I can't sleep before the exam"),
                Draft.of("everyone has bad days", "I feel like giving up on this course"),
                Draft.of("you'll find another one", "my bike got stolen"),
                Draft.of("see you at six", "I feel like giving up on this course"),
                Draft.of("ok", "get milk?"),
                Draft.of("it happens", "I failed my driving test again"));
        for (Tier tier : List.of(Tier.FAST, Tier.FULL)) {
            for (Draft draft : drafts) {
                boolean gentle = flags(Strictness.GENTLE, draft, tier);
                boolean usual = flags(Strictness.DEFAULT, draft, tier);
                boolean picky = flags(Strictness.PICKY, draft, tier);
                assertTrue(!gentle || usual, draft.text());
                assertTrue(!usual || picky, draft.text());
            }
        }
    }

    private static boolean flags(Strictness strictness, Draft draft, Tier tier) {
        return ANALYZER.under(strictness(strictness))
                .analyze(draft, 0, null, tier)
                .verdict()
                .label()
                .isFlag();
    }

    @Test
    void strictness_differs() {
        String blank = "i studied 3 weeks and my mind went totally blank. i wrote nothing on the last page";
        Draft likely = Draft.of("are u going to maddies after", blank);
        assertFalse(flags(Strictness.DEFAULT, likely, Tier.FULL));
        assertTrue(flags(Strictness.PICKY, likely, Tier.FULL));
        Draft sure = Draft.of(
                "delete the number and get back on the app tonight",
                "he just stopped answering. after three months. like i was nothing");
        assertTrue(flags(Strictness.DEFAULT, sure, Tier.FULL));
        assertFalse(flags(Strictness.GENTLE, sure, Tier.FULL));
    }

    @Test
    void strictness_neverOffersWhatWouldBeFlagged() {
        for (Strictness strictness : Strictness.values()) {
            for (var suggestion :
                    ANALYZER.under(strictness(strictness)).analyze(JOB, 5, null).suggestions()) {
                Draft rewritten = JOB.with(suggestion.rewritten());
                assertFalse(flags(Strictness.DEFAULT, rewritten, Tier.FULL), suggestion.rewritten());
            }
        }
    }
}
