package dev.toward.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over the phrases that are shipped. */
class PhraseBankTest {
    private static final Path CORPUS = Path.of("corpus", "phrases");

    @TempDir
    static Path folder;

    private static List<Phrase> phrases = List.of();
    private static PhraseBank bank;

    @BeforeAll
    static void build() throws IOException {
        phrases = PhraseFile.readFolder(CORPUS);
        PhraseBank.build(phrases, new HashEncoder(), "hash", folder);
        bank = PhraseBank.open(folder, new HashEncoder());
    }

    @AfterAll
    static void close() throws IOException {
        bank.close();
    }

    private static List<String> ids(List<ScoredPhrase> found) {
        return found.stream().map(s -> s.phrase().id()).toList();
    }

    @Test
    void corpus_idsNameGestureAndFamily() {
        List<String> strangers = phrases.stream()
                .filter(p -> p.situations().stream()
                        .noneMatch(s -> p.id().startsWith(p.gesture().id() + "/" + s.id() + "-")))
                .map(Phrase::id)
                .toList();
        assertEquals(List.of(), strangers);
    }

    @Test
    void corpus_noTextTwice() {
        Set<String> seen = new HashSet<>();
        assertEquals(
                List.of(),
                phrases.stream()
                        .filter(p -> !seen.add(p.text()))
                        .map(Phrase::id)
                        .toList());
    }

    @Test
    void corpus_everyGestureIsThere() {
        assertEquals(
                EnumSet.allOf(Gesture.class),
                phrases.stream().map(Phrase::gesture).collect(Collectors.toSet()));
    }

    @Test
    void open_holdsThemAll() throws IOException {
        assertTrue(phrases.size() >= 3000);
        assertEquals(phrases.size(), bank.size());
        assertEquals(PhraseStamp.of(phrases, "hash"), PhraseBank.stamp(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tender", "plain", "work", "playful", "formal"})
    void search_everyBidInEveryRegister(String id) {
        Register register = Register.valueOf(id.toUpperCase(Locale.ROOT));
        for (BidKind bid : BidKind.values()) {
            List<ScoredPhrase> found = bank.search(
                    PhraseQuery.near("the day that it was", 5).bids(Set.of(bid)).registers(Set.of(register)));
            boolean any = phrases.stream()
                    .anyMatch(p -> p.bids().contains(bid) && p.registers().contains(register));
            assertEquals(any, !found.isEmpty(), () -> bid.id() + " " + id);
            for (ScoredPhrase hit : found) {
                assertTrue(hit.phrase().bids().contains(bid));
                assertTrue(hit.phrase().registers().contains(register));
            }
        }
        assertFalse(bank.search(PhraseQuery.near("today", 5).registers(Set.of(register)))
                .isEmpty());
    }

    @Test
    void search_tagsHold() {
        PhraseQuery query = PhraseQuery.near("my dog died last night", 40)
                .bids(Set.of(BidKind.DISTRESS))
                .gestures(Set.of(Gesture.ACKNOWLEDGE, Gesture.PRESENCE))
                .situations(Set.of(Situation.PETS))
                .heals(Set.of(Tactic.REPLACEABLE))
                .intensities(Set.of(Intensity.GRAVE, Intensity.MEDIUM))
                .fillable(Set.of(Slot.FEELING));
        List<ScoredPhrase> found = bank.search(query);
        assertFalse(found.isEmpty());
        for (ScoredPhrase hit : found) {
            Phrase phrase = hit.phrase();
            assertTrue(query.gestures().contains(phrase.gesture()));
            assertTrue(phrase.fitsAnywhere() || phrase.situations().contains(Situation.PETS));
            assertTrue(phrase.heals().isEmpty() || phrase.heals().contains(Tactic.REPLACEABLE));
            assertTrue(query.intensities().contains(phrase.intensity()));
            assertTrue(query.fillable().containsAll(phrase.slots()));
        }
    }

    @Test
    void search_ownExampleFindsThePhrase() {
        Phrase phrase = phrases.get(7);
        List<ScoredPhrase> found = bank.search(PhraseQuery.near(phrase.example().context(), 10));
        assertTrue(ids(found).contains(phrase.id()));
    }

    @Test
    void search_noGestureTakesItAll() {
        List<ScoredPhrase> found = bank.search(PhraseQuery.near("I feel so tired", 20));
        Map<Gesture, Long> counts =
                found.stream().collect(Collectors.groupingBy(s -> s.phrase().gesture(), Collectors.counting()));
        assertTrue(Collections.max(counts.values()) <= 5, counts::toString);
        assertEquals(20, found.size());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"``", "AND OR NOT (", "text:* {thing} \\", "\uD800", "👍", "мама"})
    void search_oddWords(String context) {
        assertEquals(3, bank.search(PhraseQuery.near(context, 3)).size());
    }

    @Test
    void search_longMessage() {
        String context = "and then she left ".repeat(3000) + "🙃 my exam";
        List<String> found = ids(bank.search(PhraseQuery.near(context, 3)));
        assertEquals(3, found.size());
        assertEquals(found, ids(bank.search(PhraseQuery.near(context.substring(context.length() - 1000), 3))));
    }

    @Test
    void search_sameFromEveryBuildAndThread(@TempDir Path other) throws IOException {
        List<Phrase> shuffled = new ArrayList<>(phrases);
        Collections.shuffle(shuffled, new Random(5));
        PhraseBank.build(shuffled, new HashEncoder(), "hash", other);
        try (PhraseBank again = PhraseBank.open(other, new HashEncoder())) {
            assertEquals(bank.stamp(), again.stamp());
            List<List<ScoredPhrase>> expected = IntStream.range(0, 40)
                    .mapToObj(i -> bank.search(
                            PhraseQuery.near(phrases.get(i * 20).example().context(), 12)))
                    .toList();
            List<List<ScoredPhrase>> found = IntStream.range(0, 40)
                    .parallel()
                    .mapToObj(i -> again.search(
                            PhraseQuery.near(phrases.get(i * 20).example().context(), 12)))
                    .toList();
            assertEquals(expected, found);
        }
    }

    @Test
    void build_replacesWhatWasThere(@TempDir Path other) throws IOException {
        PhraseBank.build(phrases, new HashEncoder(), "hash", other);
        try (PhraseBank before = PhraseBank.open(other, new HashEncoder())) {
            PhraseBank.build(phrases.subList(0, 10), new HashEncoder(), "hash", other);
            assertEquals(phrases.size(), before.size());
        }
        try (PhraseBank after = PhraseBank.open(other, new HashEncoder())) {
            assertEquals(10, after.size());
        }
    }

    @Test
    void build_nothing(@TempDir Path other) throws IOException {
        PhraseBank.build(List.of(), new HashEncoder(), "hash", other);
        try (PhraseBank none = PhraseBank.open(other, new HashEncoder())) {
            assertEquals(List.of(), none.search(PhraseQuery.near("anything", 3)));
        }
    }

    @Test
    void stamp_tellsPhrasesAndEncodersApart() {
        PhraseStamp stamp = PhraseStamp.of(phrases, "hash");
        assertNotEquals(stamp, PhraseStamp.of(phrases.subList(1, phrases.size()), "hash"));
        assertNotEquals(stamp, PhraseStamp.of(phrases, "other"));
    }

    @Test
    void open_noIndex(@TempDir Path other) {
        IOException empty = assertThrows(IOException.class, () -> PhraseBank.open(other, new HashEncoder()));
        assertEquals("no phrase index in " + other + "; build the project to make one", empty.getMessage());
        Path missing = other.resolve("missing");
        assertThrows(IOException.class, () -> PhraseBank.stamp(missing));
        assertFalse(missing.toFile().exists());
    }
}
