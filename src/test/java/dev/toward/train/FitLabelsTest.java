package dev.toward.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people said of wordings, {@code corpus/fit}: each line speaks of a draft of its own split. */
class FitLabelsTest {
    @ParameterizedTest
    @CsvSource({"train, 30000", "dev, 1200"})
    void labels_ofFlaggedDraftsOfTheirSplit(String split, int atLeast) throws IOException {
        Map<String, Example> drafts = LabelledFile.readAll(Path.of("corpus", "labelled", split)).stream()
                .collect(Collectors.toMap(Example::id, Function.identity()));
        Set<String> seen = new HashSet<>();
        for (String line : Files.readAllLines(Path.of("corpus", "fit", split + ".tsv"))) {
            String[] parts = line.split("\t", -1);
            assertEquals(3, parts.length, line);
            Example example = drafts.get(parts[0]);
            assertTrue(example != null && example.label().isFlag(), line);
            assertTrue(example.draft().bid().isKnown(), line);
            assertTrue(parts[1].matches("[ymn]"), line);
            assertFalse(parts[2].isBlank(), line);
            assertTrue(seen.add(parts[0] + "\t" + parts[2]), "twice: " + line);
        }
        assertTrue(seen.size() >= atLeast, "lines: " + seen.size());
    }
}
