package dev.toward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseFile;
import dev.toward.phrase.Register;
import dev.toward.phrase.Situation;
import dev.toward.text.Draft;
import dev.toward.verdict.Label;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a phrase must be to stand in the bank: read in its own example by the analyzer that ships, and enough of each sort. */
class PhraseLintTest {
    /** These greet, close or offer; a stranger may hear no more than politeness in them. */
    private static final Set<Gesture> MAY_BE_NEUTRAL =
            EnumSet.of(Gesture.WARM_GREETING, Gesture.CLOSING_RITUAL, Gesture.OFFER_HELP);

    /** Loaded before any stream runs in parallel: loading takes threads of the same pool. */
    private static final Analyzer ANALYZER = Shipped.ANALYZER;

    private static final List<Phrase> PHRASES = phrases();

    private static List<Phrase> phrases() {
        try {
            return PhraseFile.readFolder(Path.of("corpus", "phrases"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void phrase_turnsTowardInItsExample() {
        List<String> cold = PHRASES.parallelStream()
                .map(p -> Map.entry(p, label(p)))
                .filter(e -> e.getValue() != Label.VALIDATING
                        && !(e.getValue() == Label.NEUTRAL
                                && MAY_BE_NEUTRAL.contains(e.getKey().gesture())))
                .map(e ->
                        e.getKey().id() + " " + e.getValue() + ": " + e.getKey().inItsExample())
                .toList();
        assertEquals(List.of(), cold);
    }

    private static Label label(Phrase phrase) {
        return ANALYZER.analyze(Draft.of(phrase.inItsExample(), phrase.example().context()), 0, null, Tier.FULL)
                .verdict()
                .label();
    }

    @Test
    void phraseForGladOrHeavy_suitsBoth() throws IOException {
        List<String> cold = new ArrayList<>();
        Path file = Path.of("src", "main", "resources", "dev", "toward", "suggest", "either.jsonl");
        for (Phrase phrase : PhraseFile.read(file)) {
            for (String message : List.of(
                    "They let me go today. Nine years.",
                    "the biopsy is on thursday and i can't eat",
                    "She got into nursing school!! we're all screaming",
                    "Mum did the stairs this morning, all of them")) {
                Label label = ANALYZER.analyze(Draft.of(phrase.text(), message), 0, null, Tier.FULL)
                        .verdict()
                        .label();
                if (label != Label.VALIDATING) {
                    cold.add(label + ": " + message + " / " + phrase.text());
                }
            }
        }
        assertEquals(List.of(), cold);
    }

    @Test
    void bank_isLargeAndEven() {
        assertTrue(PHRASES.size() >= 3000, () -> PHRASES.size() + " phrases");
        Map<Gesture, Long> counts =
                PHRASES.stream().collect(Collectors.groupingBy(Phrase::gesture, Collectors.counting()));
        for (Gesture gesture : Gesture.values()) {
            assertTrue(counts.getOrDefault(gesture, 0L) >= 80, gesture::id);
        }
    }

    @Test
    void bank_fillsEveryCell() {
        List<String> thin = new ArrayList<>();
        for (BidKind bid : BidKind.values()) {
            for (Register register : Register.values()) {
                for (Situation situation : Situation.values()) {
                    long fit = PHRASES.stream()
                            .filter(p -> p.bids().contains(bid)
                                    && p.registers().contains(register)
                                    && (p.fitsAnywhere() || p.situations().contains(situation)))
                            .count();
                    if (fit < 5) {
                        thin.add(String.join(" ", bid.id(), register.id(), situation.id()) + ": " + fit);
                    }
                }
            }
        }
        assertEquals(List.of(), thin);
    }

    @Test
    void bank_everySlotIsUsed() {
        Arrays.stream(dev.toward.phrase.Slot.values())
                .forEach(slot -> assertTrue(
                        PHRASES.stream().filter(p -> p.slots().contains(slot)).count() >= 40, slot::id));
    }
}
