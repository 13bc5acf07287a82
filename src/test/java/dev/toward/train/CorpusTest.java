package dev.toward.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.encode.SentenceEncoder;
import dev.toward.models.ModelStore;
import dev.toward.verdict.Label;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The labelled drafts are well formed, and no side of the split has seen another's. */
class CorpusTest {
    private static final Map<String, List<Example>> SPLITS = new LinkedHashMap<>();

    @BeforeAll
    static void read() throws IOException {
        for (String split : List.of("train", "dev", "test")) {
            SPLITS.put(split, LabelledFile.readAll(Path.of("corpus/labelled", split)));
        }
    }

    @Test
    void everyDraftHasALabelAndAnIdOfItsOwn() {
        Set<String> ids = new HashSet<>();
        all().forEach(e -> {
            assertTrue(e.label() != null, e.id());
            assertTrue(e.alt() != e.label(), e.id());
            assertTrue(!e.draft().text().isBlank(), e.id());
            assertTrue(ids.add(e.id()), e.id());
        });
        assertTrue(ids.size() >= 18_000, ids.size() + " drafts");
    }

    @Test
    void tacticsStandOnlyInFlaggedDrafts() {
        all().filter(e -> e.label() == Label.VALIDATING)
                .forEach(e -> assertTrue(e.tactics().isEmpty(), e.id()));
    }

    @Test
    void everyTacticAndGestureIsThere() {
        Map<Tactic, Integer> tactics = new EnumMap<>(Tactic.class);
        Map<Gesture, Integer> gestures = new EnumMap<>(Gesture.class);
        all().forEach(e -> {
            e.tactics().forEach(t -> tactics.merge(t.tactic(), 1, Integer::sum));
            e.gestures().forEach(g -> gestures.merge(g, 1, Integer::sum));
        });
        for (Tactic tactic : Tactic.values()) {
            assertTrue(tactics.getOrDefault(tactic, 0) >= 80, tactic + " " + tactics.get(tactic));
        }
        for (Gesture gesture : Gesture.values()) {
            assertTrue(gestures.getOrDefault(gesture, 0) >= 40, gesture + " " + gestures.get(gesture));
        }
    }

    @Test
    void noContextStandsOnTwoSides() {
        onOneSide(e -> {
            String last = e.draft().bid().last();
            return last.split("\\s+").length < 3 ? "" : plain(last);
        });
    }

    @Test
    void noSituationStandsOnTwoSides() {
        onOneSide(e -> e.situation() == null ? "" : plain(e.situation()));
    }

    @Test
    void noLongerReplyStandsOnTwoSides() {
        onOneSide(e ->
                e.draft().text().split("\\s+").length < 6 ? "" : plain(e.draft().text()));
    }

    @Test
    void theSidesAreOfTheSizeTheyShouldBe() {
        int all = (int) all().count();
        assertEquals(0.8, (double) size("train") / all, 0.02);
        assertEquals(0.1, (double) size("dev") / all, 0.02);
        assertEquals(0.1, (double) size("test") / all, 0.02);
    }

    @Test
    void everyDraftHasHadASecondReader() {
        all().forEach(e -> assertTrue(e.second() != null, e.id()));
        Agreement agreement = Agreement.of(all().toList());
        assertTrue(agreement.kappa() > 0.9, "kappa " + agreement.kappa());
        // a draft whose second label nobody accepts was to be mended or dropped
        assertEquals(1, agreement.accepted());
    }

    @Test
    void threeInFourAnswerSomethingAndNearlyHalfAreNeutral() {
        double n = all().count();
        assertTrue(all().filter(e -> e.draft().bid().isKnown()).count() >= 0.75 * n);
        assertTrue(all().filter(e -> e.label() == Label.NEUTRAL).count() >= 0.45 * n);
        assertTrue(all().map(Example::situation).distinct().count() >= 80);
        assertTrue(ContrastSets.count(all().toList()) >= 1500);
    }

    /** Rules 1 to 15 of the taxonomy, each by the phenomena that stand for it. */
    @ParameterizedTest
    @CsvSource({
        "1, context-decides", "2, no-context", "3, self-directed", "4, quotation", "5, negation", "6, advice-asked",
                "7, mixed-but", "8, play",
        "9, both", "10, firmness", "11, dialect", "11, noisy-text", "12, deeds", "13, feeling-and-question",
                "14, same-here", "15, danger"
    })
    void everyRuleHasDraftsThatStandForIt(int rule, String phenomenon) {
        long n = all().filter(e -> phenomenon.equals(e.phenomenon())).count();
        assertTrue(n >= 150, "rule " + rule + ": " + n + " drafts");
    }

    @ParameterizedTest
    @EnumSource(LeakProbe.class)
    void nothingThatShouldNotTellTheLabelTellsIt(LeakProbe probe) throws IOException {
        LeakProbe.Told told = probe.tell(all().toList());
        assertTrue(told.likeliest() < 0.36, probe.title() + ": " + told);
        assertTrue(told.even() < 0.40, probe.title() + ": " + told);
    }

    @Test
    void noDraftIsANearCopyOfAnother() throws IOException {
        SentenceEncoder encoder = SentenceEncoder.open(ModelStore.open(Path.of("models")));
        List<NearCopies.Pair> pairs = NearCopies.of(all().toList(), encoder);
        assertTrue(pairs.isEmpty(), () -> pairs.stream()
                .map(p -> p.one().id() + " " + p.other().id())
                .toList()
                .toString());
    }

    private interface Key {
        String of(Example example);
    }

    private static void onOneSide(Key key) {
        Map<String, String> sides = new HashMap<>();
        SPLITS.forEach((split, examples) -> {
            for (Example example : examples) {
                String k = key.of(example);
                if (!k.isEmpty()) {
                    String other = sides.putIfAbsent(k, split);
                    assertTrue(other == null || other.equals(split), example.id() + " stands near one of " + other);
                }
            }
        });
        assertTrue(sides.size() > 500, "the key tells only " + sides.size() + " things apart");
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static int size(String split) {
        return SPLITS.get(split).size();
    }

    private static java.util.stream.Stream<Example> all() {
        return SPLITS.values().stream().flatMap(List::stream);
    }
}
