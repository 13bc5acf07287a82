package dev.toward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.text.Draft;
import dev.toward.train.Example;
import dev.toward.train.LabelledFile;
import dev.toward.verdict.Label;
import dev.toward.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The three depths, on the models that ship. */
class TierTest {
    private final Analyzer analyzer = Shipped.ANALYZER;

    private Analysis read(Draft draft, Tier tier) {
        return analyzer.analyze(draft, 1, null, tier);
    }

    /** The mark is one in two hundred; the whole of dev and of other text is in reports/speed.md. */
    @Test
    void auto_differsFromFullInFewLabels() throws IOException {
        List<Example> dev = LabelledFile.readAll(Path.of("corpus/labelled/dev"));
        int read = 0;
        int atOnce = 0;
        int otherwise = 0;
        for (int i = 0; i < dev.size(); i += 5) {
            Draft draft = dev.get(i).draft();
            Analysis auto = analyzer.analyze(draft, 0, null);
            read++;
            if (auto.tier() == Tier.FAST) {
                atOnce++;
                Label full =
                        analyzer.analyze(draft, 0, null, Tier.FULL).verdict().label();
                otherwise += full == auto.verdict().label() ? 0 : 1;
            }
        }
        assertTrue(otherwise <= 0.005 * read, otherwise + " of " + read);
        assertTrue(atOnce >= 0.1 * read, "the student answered only " + atOnce + " of " + read);
    }

    @Test
    void tier_saysHowDeep() {
        Draft cold = Draft.of("At least you still have a job, could be worse.", "They let me go today. Nine years.");
        assertEquals(Tier.FAST, read(cold, Tier.FAST).tier());
        assertEquals(Tier.FULL, read(cold, Tier.AUTO).tier());
        assertEquals(Tier.FULL, read(cold, Tier.FULL).tier());
        assertEquals(List.of(), read(cold, Tier.FAST).verdict().tactics());
        assertEquals(AnalysisJson.line(read(cold, Tier.FULL)), AnalysisJson.line(analyzer.analyze(cold, 1, null)));
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void everyTier_readsNothingIntoWhatItCannotRead(Tier tier) {
        assertEquals(
                new Verdict.Undecided(Verdict.Reason.NO_WORDS),
                read(Draft.of("..."), tier).verdict());
        assertEquals(
                new Verdict.Undecided(Verdict.Reason.NOT_ENGLISH),
                read(Draft.of("ich kann heute leider nicht zu dir kommen, weil ich arbeiten muss"), tier)
                        .verdict());
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void everyTier_seesDanger(Tier tier) {
        assertEquals(
                Care.POSSIBLE_DANGER,
                read(Draft.of("ok", "I want to kill myself"), tier).care());
    }
}
