package dev.toward;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.text.Bid;
import dev.toward.text.Draft;
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
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Behaviour, capability by capability, after CheckList (Ribeiro et al. 2020): what must simply work ({@code mft}), what must not
 * change a verdict ({@code inv}), what must move it one way ({@code dir}). One file a family; its first line holds the floor, the share
 * of cases that must pass. Parts of a case are parted by {@code ||}; a context of {@code -} is none.
 */
class ChecklistTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/toward/checklist");
    private static final int CASES = 600;

    /** A family of cases: the file, its floor, and its lines. */
    record Family(String name, double floor, List<String[]> cases) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Family> families(String kind) throws IOException {
        List<Family> families = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve(kind))) {
            for (Path file : files.sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                double floor = Double.parseDouble(lines.get(0).replaceFirst("# floor ", ""));
                List<String[]> cases = lines.stream()
                        .skip(1)
                        .filter(l -> !l.isBlank() && !l.startsWith("#"))
                        .map(l -> l.split("\\s*\\|\\|\\s*"))
                        .toList();
                families.add(new Family(file.getFileName().toString().replace(".txt", ""), floor, cases));
            }
        }
        return families;
    }

    static List<Family> mft() throws IOException {
        return families("mft");
    }

    static List<Family> inv() throws IOException {
        return families("inv");
    }

    static List<Family> dir() throws IOException {
        return families("dir");
    }

    /** Context, draft, the labels that are right (one or more, parted by blanks). */
    @ParameterizedTest(name = "{0}")
    @MethodSource("mft")
    void simplyWorks(Family family) {
        check(family, 3, c -> Arrays.asList(c[2].split(" "))
                .contains(read(c[0], c[1]).label().id()));
    }

    /** Context, a draft, the same draft otherwise written: one label for both. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("inv")
    void doesNotMove(Family family) {
        check(family, 3, c -> read(c[0], c[1]).label() == read(c[0], c[2]).label());
    }

    /** Context, a draft, a changed draft, and what becomes more probable by it: a label, or a flag. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("dir")
    void movesTheRightWay(Family family) {
        check(family, 4, c -> towards(c[3], read(c[0], c[2])) > towards(c[3], read(c[0], c[1])));
    }

    @Test
    void thereAreEnoughCases() throws IOException {
        int cases = 0;
        for (String kind : List.of("mft", "inv", "dir")) {
            cases += families(kind).stream().mapToInt(f -> f.cases().size()).sum();
        }
        assertTrue(cases >= CASES, cases + " cases");
    }

    private interface Case {
        boolean passes(String[] parts);
    }

    private static void check(Family family, int parts, Case test) {
        List<String> failed = new ArrayList<>();
        for (String[] c : family.cases()) {
            assertTrue(c.length == parts, family + ": a case has " + c.length + " parts: " + String.join(" || ", c));
            if (!test.passes(c)) {
                failed.add(String.join(" || ", c));
            }
        }
        int n = family.cases().size();
        double share = (double) (n - failed.size()) / n;
        System.out.printf("checklist %s: %d of %d%n", family, n - failed.size(), n);
        assertTrue(
                share >= family.floor(),
                () -> family + ": " + (n - failed.size()) + " of " + n + " pass, the floor is " + family.floor() + "\n"
                        + String.join("\n", failed));
    }

    private static double towards(String what, Verdict verdict) {
        return what.equals("flag") ? verdict.scores().flag() : verdict.scores().of(Label.of(what));
    }

    private static Verdict read(String context, String text) {
        Bid bid = context.equals("-") ? new Bid(List.of()) : new Bid(Arrays.asList(context.split(" / ")));
        // the student's scores and the reader's are not to be compared; what the two give together is TierTest's
        return Shipped.ANALYZER
                .analyze(new Draft(text, bid), 0, null, Tier.FULL)
                .verdict();
    }
}
