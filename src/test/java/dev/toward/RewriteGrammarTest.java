package dev.toward;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.toward.train.Example;
import dev.toward.train.LabelledFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A suggestion brings no mistake into a draft. A slice of what {@code bench/grammar.sh} reads in full. */
class RewriteGrammarTest {
    private static final int SLICE = 150;
    private static final long SEED = 20_260_601;

    @Test
    void suggestion_bringsNoMistake() throws IOException {
        List<Example> examples = new ArrayList<>(LabelledFile.readAll(Path.of("corpus", "labelled", "test")));
        Collections.shuffle(examples, new Random(SEED));
        RewriteGrammar.Result result = RewriteGrammar.judge(Shipped.ANALYZER, examples, SLICE);
        assertEquals(SLICE, result.rewrites());
        assertEquals(List.of(), result.faults());
    }
}
