package dev.toward.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.cue.BidKind;
import dev.toward.cue.Tactic;
import dev.toward.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final String TEXT = "At least it's dry, and whose fault is that?";
    private static final Finding BRIGHT = new Finding(Tactic.AT_LEAST, new Span(0, 17), 0.9);
    private static final Finding FAULT = new Finding(Tactic.BLAME, new Span(23, 43), 0.6);
    private static final Verdict.Decided BOTH = flagged(Label.MINIMIZING, Turn.AWAY, BRIGHT, FAULT);

    private static Verdict.Decided flagged(Label label, Turn turn, Finding... findings) {
        return new Verdict.Decided(
                label, new Scores(0.05, 0.3, 0.6, 0.05), turn, BidKind.DISTRESS, List.of(findings), List.of());
    }

    private static Settings without(String... names) {
        return Settings.SHIPPED.with(Settings.Change.of(null, List.of(), List.of(names), List.of()));
    }

    private static Settings ignoring(Finding finding) {
        Fingerprint fingerprint =
                Fingerprint.of(finding.tactic(), finding.span().in(TEXT));
        return Settings.SHIPPED.with(Settings.Change.of(null, List.of(), List.of(), List.of(fingerprint)));
    }

    @Test
    void applied_shippedChangesNothing() {
        assertSame(BOTH, Settings.SHIPPED.applied(BOTH, TEXT));
        assertSame(BOTH, without("mockery").applied(BOTH, TEXT));
    }

    @Test
    void applied_oneTacticOff() {
        Verdict.Decided left = without("blame").applied(BOTH, TEXT);
        assertEquals(Label.MINIMIZING, left.label());
        assertEquals(List.of(BRIGHT), left.tactics());
        assertEquals(List.of(FAULT), left.unsaid());
        assertEquals(BOTH.scores(), left.scores());
    }

    @Test
    void applied_theLabelIsThatOfWhatIsLeft() {
        Verdict.Decided left = without("at-least").applied(BOTH, TEXT);
        assertEquals(Label.DISMISSIVE, left.label());
        assertEquals(Turn.AGAINST, left.turn());
        assertEquals(List.of(FAULT), left.tactics());
        assertEquals(left, without("minimizing").applied(BOTH, TEXT));
    }

    @Test
    void applied_nothingLeft() {
        Verdict.Decided left = without("minimizing", "dismissive").applied(BOTH, TEXT);
        assertEquals(Label.NEUTRAL, left.label());
        assertEquals(Turn.NONE, left.turn());
        assertEquals(List.of(), left.tactics());
        assertEquals(List.of(BRIGHT, FAULT), left.unsaid());
    }

    @Test
    void applied_oneWording() {
        assertEquals(List.of(FAULT), ignoring(BRIGHT).applied(BOTH, TEXT).tactics());
        assertSame(
                BOTH, ignoring(new Finding(Tactic.COMPARISON, BRIGHT.span(), 1)).applied(BOTH, TEXT));
    }

    @Test
    void applied_flagWithoutWords() {
        Verdict.Decided bare = flagged(Label.MINIMIZING, Turn.AWAY);
        assertSame(bare, without("at-least").applied(bare, TEXT));
        assertEquals(Label.NEUTRAL, without("minimizing").applied(bare, TEXT).label());
    }

    @Test
    void applied_theTurnStaysWhereItsTacticDoes() {
        Finding order = new Finding(Tactic.FEELING_ORDER, new Span(0, 8), 0.9);
        Verdict.Decided cold = flagged(Label.DISMISSIVE, Turn.AGAINST, order, FAULT, BRIGHT);
        assertEquals(Turn.AGAINST, without("at-least").applied(cold, TEXT).turn());
        assertEquals(Turn.AWAY, without("blame").applied(cold, TEXT).turn());
    }

    @Test
    void with_theLastToNameATacticCounts() {
        Settings off = without("minimizing", "blame");
        assertEquals(10, off.off().size());
        Settings back = off.with(Settings.Change.of(Strictness.PICKY, List.of("at-least"), List.of(), List.of()));
        assertEquals(9, back.off().size());
        assertTrue(!back.off().contains(Tactic.AT_LEAST) && back.off().contains(Tactic.BLAME));
        assertEquals(Strictness.PICKY, back.strictness());
        assertEquals(back, back.with(Settings.Change.NONE));
    }

    @Test
    void change_aTacticCountsForMoreThanItsLabel() {
        Settings.Change change = Settings.Change.of(null, List.of("at-least"), List.of("minimizing"), List.of());
        assertEquals(Set.of(Tactic.AT_LEAST), change.on());
        assertEquals(8, change.off().size());
        for (String name : List.of("blame", "dismissive")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Settings.Change.of(null, List.of(name), List.of(name), List.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "neutral", "validating", "AT_LEAST", "at least", "turning-away"})
    void named_noName(String name) {
        String said = assertThrows(IllegalArgumentException.class, () -> Settings.named(name))
                .getMessage();
        assertTrue(said.startsWith("expected a tactic, as at-least"), said);
    }

    @Test
    void strictness_movesBars() {
        assertEquals(0.82, Strictness.DEFAULT.bar(0.82));
        assertEquals(0.925, Strictness.GENTLE.bar(0.82), 0.001);
        assertEquals(0.693, Strictness.PICKY.bar(0.82), 0.001);
    }

    @Property
    void strictness_keepsTheirOrder(@ForAll @DoubleRange(min = 0.01, max = 0.99) double bar) {
        assertTrue(Strictness.PICKY.bar(bar) < bar && bar < Strictness.GENTLE.bar(bar));
    }

    /** Released ids go on meaning what they meant. */
    @Test
    void fingerprint_ofAWordingForGood() {
        assertEquals(
                "at-least:88bef39733",
                Fingerprint.of(Tactic.AT_LEAST, "At least you still have a job").id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "it's only a cold | It\u2019s only a COLD!!",
                "it's only a cold | its  only\u00a0a cold",
                "caf\u00e9 talk   | cafe\u0301 talk",
            })
    void fingerprint_sameWording(String one, String other) {
        assertEquals(Fingerprint.of(Tactic.SHRINKING, one), Fingerprint.of(Tactic.SHRINKING, other));
    }

    @Test
    void fingerprint_others() {
        Fingerprint one = Fingerprint.of(Tactic.SHRINKING, "it's only a cold");
        assertNotEquals(one, Fingerprint.of(Tactic.AT_LEAST, "it's only a cold"));
        assertNotEquals(one, Fingerprint.of(Tactic.SHRINKING, "it's only a cough"));
        assertNotEquals(Fingerprint.of(Tactic.TOKEN_REPLY, "👍"), Fingerprint.of(Tactic.TOKEN_REPLY, "🙄"));
        assertEquals(one, Fingerprint.parse(" " + one.id().toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "at-least", "at-least:", "at-least:123", "nonsuch:0123456789", "at-least:0123456789a"})
    void fingerprint_none(String id) {
        assertThrows(IllegalArgumentException.class, () -> Fingerprint.parse(id));
    }
}
