package dev.toward.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.toward.Analysis;
import dev.toward.Care;
import dev.toward.Tier;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.suggest.Part;
import dev.toward.suggest.Suggestion;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import dev.toward.verdict.Finding;
import dev.toward.verdict.Label;
import dev.toward.verdict.Provenance;
import dev.toward.verdict.Scores;
import dev.toward.verdict.Turn;
import dev.toward.verdict.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private static final Draft DRAFT = Draft.of("at least it is warm", "I lost my keys");

    @Test
    void whatIsReadAgain_equalsWhatWasWritten() throws IOException {
        Verdict flagged = new Verdict.Decided(
                Label.MINIMIZING,
                new Scores(0.1, 0.2, 0.7 - Math.ulp(0.7), Double.MIN_VALUE),
                Turn.AWAY,
                BidKind.DISTRESS,
                List.of(new Finding(Tactic.AT_LEAST, new Span(0, 8), 1.0 / 3)),
                List.of(Gesture.INVITE, Gesture.INVITE));
        Suggestion words = new Suggestion(
                new Span(0, 8),
                "it stings \uD83D\uDE3F \uD83D",
                "it stings",
                Gesture.MIRROR_FEELING,
                "mirror-feeling/loss-001",
                Map.of(Part.NAMED, 0.1, Part.COMMON, -2.5));
        same(new Analysis(
                DRAFT, flagged, List.of(words, words), Care.POSSIBLE_DANGER, "en", Tier.FULL, new Provenance("r1")));
        same(new Analysis(
                DRAFT,
                new Verdict.Decided(Label.NEUTRAL, Scores.NOTHING, Turn.NONE, null, List.of(), List.of()),
                List.of(),
                null,
                "",
                Tier.FAST,
                new Provenance("")));
        for (Verdict.Reason reason : Verdict.Reason.values()) {
            same(new Analysis(
                    DRAFT, new Verdict.Undecided(reason), List.of(), null, "xx", Tier.FAST, new Provenance("r1")));
        }
    }

    @Test
    void otherWords_areOtherBytes() {
        FakeReader fake = new FakeReader();
        assertNotEquals(
                ByteBuffer.wrap(Readings.bytes(fake.analyze(DRAFT, 1, "Ana"))),
                ByteBuffer.wrap(Readings.bytes(fake.analyze(DRAFT, 1, "Ben"))));
    }

    @Test
    void bytesOfSomethingElse_areRefused() {
        byte[] bytes = Readings.bytes(new FakeReader().analyze(DRAFT, 1, "Ana"));
        bytes[4] = 'z';
        assertThrows(IOException.class, () -> Readings.read(bytes, DRAFT));
    }

    private static void same(Analysis analysis) throws IOException {
        assertEquals(analysis, Readings.read(Readings.bytes(analysis), analysis.draft()));
    }
}
