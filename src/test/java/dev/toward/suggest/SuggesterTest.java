package dev.toward.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.phrase.HashEncoder;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseBank;
import dev.toward.phrase.PhraseFile;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import dev.toward.verdict.Finding;
import dev.toward.verdict.Label;
import dev.toward.verdict.Scores;
import dev.toward.verdict.Turn;
import dev.toward.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over the phrases that are shipped, with a fake reading. */
class SuggesterTest {
    private static final PhraseBank BANK = bank();
    private static final List<Phrase> EITHER = either();
    private static final Function<Draft, Verdict> WARM = d -> warm(0.9);

    private static Suggester suggester(Function<Draft, Verdict> reading) {
        return new Suggester(
                BANK, (drafts, ours) -> drafts.stream().map(reading).toList());
    }

    private static List<Phrase> either() {
        try {
            return PhraseFile.read(Path.of("src/main/resources/dev/toward/suggest/either.jsonl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PhraseBank bank() {
        try {
            Path folder = Files.createTempDirectory("phrases");
            PhraseBank.build(PhraseFile.readFolder(Path.of("corpus", "phrases")), new HashEncoder(), "hash", folder);
            return PhraseBank.open(folder, new HashEncoder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Verdict warm(double validating) {
        return new Verdict.Decided(
                Label.VALIDATING,
                new Scores(validating, 0, 0, 1 - validating),
                Turn.TOWARD,
                null,
                List.of(),
                List.of());
    }

    private static Verdict cold(@Nullable BidKind bid, Finding... findings) {
        return new Verdict.Decided(
                Label.MINIMIZING, new Scores(0.05, 0.1, 0.8, 0.05), Turn.AWAY, bid, List.of(findings), List.of());
    }

    private static Moment moment(String bid, BidKind kind, String draft, Tactic tactic, String words) {
        int start = draft.indexOf(words);
        Finding finding = new Finding(tactic, new Span(start, start + words.length()), 0.9);
        return new Moment(
                Draft.of(draft, bid),
                TinyParser.parse(draft),
                TinyParser.parse(bid),
                cold(kind, finding),
                null,
                3,
                false);
    }

    private static Moment job() {
        return moment(
                "I lost my job today. I'm so sad",
                BidKind.DISTRESS,
                "At least you have your health. Call you at 6?",
                Tactic.AT_LEAST,
                "At least you have your health");
    }

    private static Moment named(Moment m, @Nullable String them) {
        return new Moment(m.draft(), m.reply(), m.bid(), m.verdict(), them, m.wanted(), m.danger());
    }

    private static Moment wanting(Moment m, int wanted) {
        return new Moment(m.draft(), m.reply(), m.bid(), m.verdict(), m.them(), wanted, m.danger());
    }

    private static Moment inDanger(Moment m) {
        return new Moment(m.draft(), m.reply(), m.bid(), m.verdict(), m.them(), m.wanted(), true);
    }

    private static Moment contextless(String draft) {
        return new Moment(Draft.of(draft), TinyParser.parse(draft), null, cold(null), "Ada", 3, false);
    }

    private static List<Suggestion> suggest(Moment moment) {
        return suggester(WARM).suggest(moment);
    }

    private static void assertSound(Moment moment, List<Suggestion> suggestions) {
        String draft = moment.draft().text();
        for (Suggestion s : suggestions) {
            assertEquals(
                    draft.substring(0, s.span().start())
                            + s.text()
                            + draft.substring(s.span().end()),
                    s.rewritten());
            assertFalse(s.text().isBlank());
        }
        assertEquals(
                Math.min(3, suggestions.size()),
                suggestions.stream()
                        .limit(3)
                        .map(Suggestion::gesture)
                        .distinct()
                        .count());
    }

    @Test
    void suggest_threeWithThreeGestures() {
        Moment moment = job();
        List<Suggestion> suggestions = suggest(moment);
        assertEquals(3, suggestions.size());
        assertSound(moment, suggestions);
        suggestions.forEach(s -> assertTrue(s.rewritten().endsWith(" Call you at 6?"), s::rewritten));
        assertTrue(suggestions.stream()
                .anyMatch(s -> s.text().contains("your job") || s.text().contains("sad")));
    }

    @ParameterizedTest
    @EnumSource(BidKind.class)
    void suggest_everyKindOfBid(BidKind kind) {
        Moment moment = moment("so I told them", kind, "whatever", Tactic.BRUSH_OFF, "whatever");
        List<Suggestion> suggestions = suggest(moment);
        assertEquals(3, suggestions.size());
        assertSound(moment, suggestions);
        suggestions.forEach(s -> assertEquals(s.text().toLowerCase(Locale.ROOT), s.text()));
    }

    private static Moment torn(Moment m) {
        return new Moment(m.draft(), m.reply(), m.bid(), m.verdict(), m.them(), m.wanted(), m.danger(), true, null);
    }

    @Test
    void suggest_whereItMayBeGladOrHeavy_supposesNeither() {
        Moment moment = torn(moment(
                "Mum did the stairs today, she called me from the top",
                BidKind.DISTRESS,
                "nice",
                Tactic.TOKEN_REPLY,
                "nice"));
        List<Suggestion> suggestions = suggest(moment);
        assertEquals(3, suggestions.size());
        assertSound(moment, suggestions);
        suggestions.forEach(s -> assertTrue(s.phrase().contains("/either-"), s::phrase));
    }

    /** Not even where most of what supposes neither is not good enough. */
    @Test
    void suggest_whereItMayBeGladOrHeavy_fallsBackOnNothingElse() {
        Moment moment = torn(moment(
                "Mum did the stairs today, she called me from the top",
                BidKind.DISTRESS,
                "nice",
                Tactic.TOKEN_REPLY,
                "nice"));
        Set<String> left = Set.of("that's no small thing", "okay, i'm all ears", "that would stay with me too");
        Function<Draft, Verdict> reading = draft -> {
            String said = draft.text().toLowerCase(Locale.ROOT);
            boolean isOther = EITHER.stream()
                    .map(phrase -> phrase.text().toLowerCase(Locale.ROOT).replaceAll("[.?]$", ""))
                    .anyMatch(text -> said.contains(text) && !left.contains(text));
            return isOther ? cold(BidKind.DISTRESS) : warm(0.9);
        };
        List<Suggestion> suggestions = suggester(reading).suggest(moment);
        assertFalse(suggestions.isEmpty());
        suggestions.forEach(s -> assertTrue(s.phrase().contains("/either-"), s::phrase));
    }

    @Test
    void suggest_whereWordsTellWhichItIs_goesByThem() {
        Moment moment =
                torn(moment("I passed!! hands still shaking", BidKind.DISTRESS, "ok", Tactic.TOKEN_REPLY, "ok"));
        suggest(moment).forEach(s -> assertFalse(s.phrase().contains("/either-"), s::phrase));
    }

    @Test
    void suggest_nothingForOtherLabels() {
        Moment cold = job();
        for (Label label : List.of(Label.VALIDATING, Label.NEUTRAL)) {
            Verdict verdict = new Verdict.Decided(
                    label, new Scores(0.4, 0.1, 0.1, 0.4), Turn.NONE, BidKind.DISTRESS, List.of(), List.of());
            assertEquals(
                    List.of(), suggest(new Moment(cold.draft(), cold.reply(), cold.bid(), verdict, null, 3, false)));
        }
        assertEquals(List.of(), suggest(wanting(cold, 0)));
    }

    @Test
    void suggest_flaggedRewritesNeverShown() {
        List<String> refused = Collections.synchronizedList(new ArrayList<>());
        Suggester suggester = suggester(d -> {
            if (d.text().hashCode() % 2 == 0) {
                refused.add(d.text());
                return cold(BidKind.DISTRESS);
            }
            return warm(0.9);
        });
        int shown = 0;
        for (int i = 0; i < 50; i++) {
            String bid = "I lost my job today, number " + i;
            Moment moment = moment(bid, BidKind.DISTRESS, "cheer up. bus at 6", Tactic.FEELING_ORDER, "cheer up");
            List<Suggestion> suggestions = suggester.suggest(moment);
            suggestions.forEach(s -> assertFalse(refused.contains(s.rewritten()), s::rewritten));
            assertSound(moment, suggestions);
            shown += suggestions.size();
        }
        assertFalse(refused.isEmpty());
        assertTrue(shown > 100, () -> "of 150 shown: some");
    }

    @Test
    void suggest_noneWhenAllWouldBeFlagged() {
        assertEquals(List.of(), suggester(d -> cold(BidKind.DISTRESS)).suggest(job()));
    }

    @Test
    void suggest_generalWhenNoneIsClearlyWarmer() {
        List<Suggestion> suggestions = suggester(d -> warm(0.2)).suggest(job());
        assertEquals(3, suggestions.size());
        assertSound(job(), suggestions);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10})
    void suggest_fewReadings(int wanted) {
        for (Function<Draft, Verdict> reading :
                List.<Function<Draft, Verdict>>of(WARM, d -> cold(null), d -> warm(0.1))) {
            List<Draft> read = new ArrayList<>();
            suggester(d -> {
                        read.add(d);
                        return reading.apply(d);
                    })
                    .suggest(wanting(job(), wanted));
            assertTrue(read.size() <= 3 * wanted + 2, () -> read.size() + " readings");
        }
    }

    @Test
    void suggest_keptWordsThatAreColdGoToo() {
        String draft = "At least you have a job. You are so sensitive.";
        Moment moment = moment("I lost my exam", BidKind.DISTRESS, draft, Tactic.AT_LEAST, "At least you have a job");
        Suggester suggester = suggester(d -> {
            int at = d.text().indexOf("You are so sensitive");
            return at < 0
                    ? warm(0.9)
                    : cold(BidKind.DISTRESS, new Finding(Tactic.FEELING_JUDGMENT, new Span(at, at + 20), 0.9));
        });
        List<Suggestion> suggestions = suggester.suggest(moment);
        assertEquals(3, suggestions.size());
        suggestions.forEach(s -> assertEquals(Span.of(draft), s.span()));
    }

    @Test
    void suggest_dangerGetsOnlyTheSeriousOnes() {
        List<Suggestion> suggestions = suggest(inDanger(job()));
        assertEquals(3, suggestions.size());
        assertSound(job(), suggestions);
        suggestions.forEach(s -> assertTrue(s.phrase().contains("/care-"), s::phrase));
        assertTrue(suggestions.get(0).text().startsWith("I'm really glad you told me. Are you safe right now?"));
    }

    @Test
    void suggest_unknownBid() {
        Moment moment = contextless("you are so sensitive");
        List<Suggestion> suggestions = suggest(moment);
        assertEquals(3, suggestions.size());
        assertSound(moment, suggestions);
        suggestions.forEach(s -> assertFalse(s.text().contains("Ada"), s::text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "{thing}", "$1\\E(.*", "مريم", "}{", "O'Neil", "İpek"})
    void suggest_nameAsWrittenAndOnce(String them) {
        int used = 0;
        for (String draft : List.of("Cheer up.", "cheer up", "Cheer up. See you’s at 6")) {
            Moment moment = named(
                    moment("The roof leaks and the car died", BidKind.DISTRESS, draft, Tactic.SHRINKING, draft), them);
            List<Suggestion> suggestions = suggest(wanting(moment, 10));
            assertSound(moment, suggestions);
            long here =
                    suggestions.stream().filter(s -> s.text().contains(them)).count();
            assertTrue(here <= 1, () -> here + " with the name");
            used += (int) here;
        }
        assertTrue(used > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\nb", "\u0007"})
    void suggest_noName(String them) {
        Moment moment = job();
        assertEquals(suggest(moment), suggest(named(moment, them)));
    }

    @Test
    void suggest_slotsInTheirTextAreOnlyText() {
        Moment moment =
                moment("{thing} and {name} left me", BidKind.DISTRESS, "meh {feeling}", Tactic.BRUSH_OFF, "meh");
        for (Suggestion s : suggest(moment)) {
            assertFalse(s.text().contains("{"), s::text);
        }
    }

    @Test
    void suggest_offerForAdvice() {
        Moment moment = moment(
                "I lost my job today",
                BidKind.DISTRESS,
                "Try the agency on 5th.",
                Tactic.UNASKED_FIX,
                "Try the agency");
        assertTrue(suggest(moment).stream().anyMatch(s -> s.phrase().startsWith("offer-help/")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"They let me go today. Nine years.", "They let me go. No notice."})
    void suggest_lostJobIsNoDeath(String bid) {
        Moment moment = moment(bid, BidKind.DISTRESS, "could be worse", Tactic.COMPARISON, "could be worse");
        for (Suggestion s : suggest(wanting(moment, 10))) {
            assertFalse(s.phrase().matches(".*/(loss|pets)-.*"), s::phrase);
        }
    }

    @Test
    void suggest_aPossessionNamedInPassingIsNotTheTrouble() {
        Moment moment = moment(
                "I still have my job, but they cut my hours",
                BidKind.DISTRESS,
                "could be worse",
                Tactic.COMPARISON,
                "could be worse");
        suggest(wanting(moment, 10)).forEach(s -> assertFalse(s.text().contains("your job"), s::text));
    }

    @Test
    void suggest_noMissOwnedThatHasNotHappened() {
        Set<String> said = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            Moment moment =
                    moment("You were late again, " + i, BidKind.CONFLICT, "so what", Tactic.BRUSH_OFF, "so what");
            for (Suggestion s : suggest(wanting(moment, 6))) {
                if (s.gesture() == Gesture.REPAIR) {
                    said.add(s.phrase());
                }
            }
        }
        assertFalse(said.isEmpty());
        Set<String> free = Set.of(
                "any-006", "any-007", "any-017", "any-054", "any-055", "any-056", "any-057", "any-058", "any-261",
                "any-276");
        said.forEach(id -> assertTrue(
                id.startsWith("repair/general-") || free.contains(id.substring("repair/".length())), () -> id));
    }

    @Test
    void suggest_noPhraseStandsInMostAnswers() {
        Map<String, Integer> times = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            Moment moment = moment(
                    "They put me on the late shift, number " + i,
                    BidKind.DISTRESS,
                    "cheer up",
                    Tactic.FEELING_ORDER,
                    "cheer up");
            suggest(moment).forEach(s -> times.merge(s.phrase(), 1, Integer::sum));
        }
        times.forEach((phrase, n) -> assertTrue(n <= 50, () -> phrase + " " + n + " times in 100"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cheer up. You have 30 others to love you lol.", "Cheer up. It bloomed."})
    void suggest_whatIsColdOrIdleByItselfDoesNotStay(String draft) {
        Function<Draft, Verdict> reading = d -> d.text().startsWith("You have") ? cold(BidKind.DISTRESS) : warm(0.9);
        Moment moment = moment("I failed my exam", BidKind.DISTRESS, draft, Tactic.FEELING_ORDER, "Cheer up");
        List<Suggestion> suggestions = suggester(reading).suggest(moment);
        assertEquals(3, suggestions.size());
        suggestions.forEach(s -> assertEquals(Span.of(draft), s.span()));
    }

    @Test
    void suggest_aDeathIsNoGoodNews() {
        Moment moment =
                moment("It's a year since my brother died.", BidKind.GOOD_NEWS, "Noted", Tactic.TOKEN_REPLY, "Noted");
        suggest(wanting(moment, 6)).forEach(s -> assertFalse(s.gesture() == Gesture.CELEBRATE, s::text));
    }

    @Test
    void suggest_answerBeforeAnotherTopic() {
        Moment moment = moment(
                "The funeral was hard",
                BidKind.DISTRESS,
                "Can you get the car?",
                Tactic.TOPIC_CHANGE,
                "Can you get the car?");
        List<Suggestion> suggestions = suggest(moment);
        assertEquals(3, suggestions.size());
        suggestions.forEach(s -> assertTrue(s.rewritten().endsWith(" Can you get the car?"), s::rewritten));
    }

    @Test
    void suggest_writersStyle() {
        Moment small = moment("I lost my job", BidKind.DISTRESS, "it’s fine", Tactic.SHRINKING, "it’s fine");
        for (Suggestion s : suggest(small)) {
            assertEquals(s.text().toLowerCase(Locale.ROOT), s.text());
            assertFalse(s.text().endsWith("."), s::text);
            assertFalse(s.text().contains("'"), s::text);
        }
        Moment stopped = moment("I lost my job", BidKind.DISTRESS, "It's fine.", Tactic.SHRINKING, "It's fine.");
        suggest(stopped)
                .forEach(s -> assertTrue(".?!".indexOf(s.text().charAt(s.text().length() - 1)) >= 0, s::text));
    }

    @Test
    void suggest_sameOnEveryRunAndThread() {
        List<Moment> moments = IntStream.range(0, 60)
                .mapToObj(i ->
                        moment("I lost my exam " + i, BidKind.DISTRESS, "cheer up", Tactic.FEELING_ORDER, "cheer up"))
                .toList();
        List<List<Suggestion>> expected =
                moments.stream().map(SuggesterTest::suggest).toList();
        Suggester shared = suggester(WARM);
        assertEquals(expected, moments.parallelStream().map(shared::suggest).toList());
        Set<List<Suggestion>> different = new HashSet<>(expected);
        assertTrue(different.size() > 1);
    }

    @Property(tries = 300)
    void suggest_outsideTheSpanNothingChanges(@ForAll("drafts") String draft, @ForAll int from, @ForAll int length) {
        int start = Math.floorMod(from, draft.length() + 1);
        int end = start + Math.floorMod(length, draft.length() - start + 1);
        Finding finding = new Finding(Tactic.SHRINKING, new Span(start, end), 0.9);
        Moment moment = new Moment(
                Draft.of(draft, "I'm so tired of my job"),
                TinyParser.parse(draft),
                TinyParser.parse("I'm so tired of my job"),
                cold(BidKind.DISTRESS, finding),
                "Ada",
                2,
                false);
        List<Suggestion> suggestions = suggest(moment);
        assertEquals(2, suggestions.size());
        assertSound(moment, suggestions);
    }

    @Provide
    Arbitrary<String> drafts() {
        return Arbitraries.of(
                        "at least",
                        "You are overreacting",
                        "i hear you",
                        "but",
                        "and",
                        ",",
                        ".",
                        "!",
                        "?",
                        "\n",
                        "lol",
                        "Sam",
                        "call at 6",
                        "if you want",
                        "🙃",
                        "it's",
                        "’",
                        "cheer up",
                        "  ",
                        "{name}",
                        "\u0301",
                        "...",
                        "\uD83D")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join(" ", parts));
    }
}
