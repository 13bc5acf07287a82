package dev.toward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.text.Bid;
import dev.toward.text.Draft;
import dev.toward.train.Example;
import dev.toward.train.LabelledFile;
import dev.toward.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Student, small reader and large reader one after the other, as {@link Tier#AUTO} asks them. */
class CascadeTest {
    private static final int SAMPLE = 800;

    private static Analyzer analyzer;
    private static List<Ask> asks;

    @BeforeAll
    static void open() throws IOException {
        analyzer = Analyzer.builder().models(Path.of("models")).build();
        List<Draft> drafts = new ArrayList<>(LabelledFile.readAll(Path.of("corpus/labelled/dev")).stream()
                .map(Example::draft)
                .toList());
        Collections.shuffle(drafts, new Random(3));
        asks = drafts.subList(0, SAMPLE).stream().map(d -> new Ask(d, 0, null)).toList();
    }

    @AfterAll
    static void close() {
        analyzer.close();
    }

    @Test
    void auto_hasAnotherLabelThanFullInOneOfTwoHundredAtMost() {
        List<Analysis> auto = analyzer.analyzeAll(asks, Tier.AUTO);
        List<Analysis> full = analyzer.analyzeAll(asks, Tier.FULL);
        int other = 0;
        int early = 0;
        for (int i = 0; i < SAMPLE; i++) {
            Verdict said = auto.get(i).verdict();
            other += said.label() == full.get(i).verdict().label() ? 0 : 1;
            boolean atOnce = auto.get(i).tier() == Tier.FAST;
            early += atOnce ? 1 : 0;
            assertTrue(!atOnce || !said.label().isFlag(), "a flag takes words to point at");
            assertEquals(asks.get(i).draft(), auto.get(i).draft());
        }
        assertTrue(other <= SAMPLE / 200, other + " other labels");
        assertTrue(early > SAMPLE / 10, "only " + early + " were answered early");
    }

    @Test
    void analyzeAll_givesEachTheAnswerThatItGetsAlone() {
        List<Ask> some = asks.subList(0, 60);
        List<Analysis> together = analyzer.analyzeAll(some, Tier.AUTO);
        for (int i = 0; i < some.size(); i++) {
            assertEquals(
                    analyzer.analyze(some.get(i).draft(), 0, null, Tier.AUTO).verdict(),
                    together.get(i).verdict());
        }
        assertEquals(List.of(), analyzer.analyzeAll(List.of(), Tier.AUTO));
    }

    @Test
    void bid_ofWhatHasNoEnglishWordsIsNotTold() {
        assertEquals(null, analyzer.bid(Bid.of("🙂"), Tier.AUTO));
        assertEquals(null, analyzer.bid(Bid.UNKNOWN, Tier.AUTO));
    }
}
