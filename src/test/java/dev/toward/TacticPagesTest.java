package dev.toward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.cue.Tactic;
import dev.toward.text.Draft;
import dev.toward.verdict.Finding;
import dev.toward.verdict.Label;
import dev.toward.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every tactic has a page, and every example on it is read by the program as the page says. */
class TacticPagesTest {
    private static final Path FOLDER = Path.of("docs/tactics");
    private final Analyzer analyzer = Shipped.ANALYZER;

    /** A row of a table: what they say (or -), what you write, how it reads. */
    record Row(String said, String written, String reads) {}

    private static List<Row> rows(Tactic tactic) throws IOException {
        return Files.readAllLines(FOLDER.resolve(tactic.id() + ".md")).stream()
                .filter(l -> l.startsWith("| ") && !l.startsWith("| they say") && !l.startsWith("| ---"))
                .map(l -> l.split(" *\\| *"))
                .map(p -> new Row(p[1], p[2], p[3]))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Tactic.class)
    void theExamplesReadAsThePageSays(Tactic tactic) throws IOException {
        List<String> wrong = new ArrayList<>();
        List<Row> rows = rows(tactic);
        for (Row row : rows) {
            String[] reads = row.reads().split(", ");
            Draft draft = row.said().equals("-") ? Draft.of(row.written()) : Draft.of(row.written(), row.said());
            Verdict verdict = analyzer.analyze(draft, 0, null).verdict();
            List<String> named = verdict.tactics().stream()
                    .map(Finding::tactic)
                    .map(Tactic::id)
                    .toList();
            boolean right = verdict.label() == Label.of(reads[0])
                    && named.containsAll(Arrays.asList(reads).subList(1, reads.length));
            if (!right) {
                wrong.add(row + " -> " + verdict.label().id() + " " + named);
            }
        }
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
        assertTrue(
                rows.stream()
                                .filter(r -> r.reads().endsWith(", " + tactic.id()))
                                .count()
                        >= 3,
                "too few examples");
        assertTrue(rows.stream().filter(r -> !r.reads().contains(",")).count() >= 2, "too few of what it is not");
    }

    @Test
    void theIndexNamesEveryPage() throws IOException {
        String index = Files.readString(FOLDER.resolve("README.md"));
        try (Stream<Path> pages = Files.list(FOLDER)) {
            assertEquals(Tactic.values().length + 1, pages.count());
        }
        for (Tactic tactic : Tactic.values()) {
            assertTrue(index.contains("(" + tactic.id() + ".md)"), tactic.id());
        }
    }
}
