package dev.toward;

import dev.toward.GrammarJudge.Finding;
import dev.toward.suggest.Suggestion;
import dev.toward.train.Example;
import dev.toward.train.LabelledFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rewritten drafts before {@link GrammarJudge}: the mistakes that a suggestion brings into a draft. Run by hand:
 * {@code bench/grammar.sh [COUNT]} prints those of the first COUNT rewritten drafts of the test split, 1,000 unless said.
 */
public final class RewriteGrammar {
    private static final int WANTED = 3;

    private RewriteGrammar() {}

    /** A mistake that the draft had not, and the suggestion that brought it. */
    record Fault(String draft, String phrase, Finding finding, String rewritten) {
        @Override
        public String toString() {
            return draft + " " + phrase + " " + finding + ": " + rewritten.replace('\n', ' ');
        }
    }

    /** What was read, and what was found in it. */
    record Result(int drafts, Set<String> phrases, int rewrites, List<Fault> faults) {}

    /** Asks for three suggestions for each draft in turn, and judges each until there are {@code count}. */
    static Result judge(Analyses analyzer, List<Example> examples, int count) {
        int drafts = 0;
        int rewrites = 0;
        Set<String> phrases = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        for (Example example : examples) {
            if (rewrites == count) {
                break;
            }
            List<Suggestion> offered =
                    analyzer.analyze(example.draft(), WANTED, null).suggestions();
            drafts += offered.isEmpty() ? 0 : 1;
            for (Suggestion suggestion : offered.subList(0, Math.min(offered.size(), count - rewrites))) {
                rewrites++;
                phrases.add(suggestion.phrase());
                GrammarJudge.newFindings(example.draft().text(), suggestion.rewritten())
                        .forEach(f ->
                                faults.add(new Fault(example.id(), suggestion.phrase(), f, suggestion.rewritten())));
            }
        }
        return new Result(drafts, phrases, rewrites, faults);
    }

    /** Prints the counts, then each mistake. */
    public static void main(String[] arguments) throws IOException {
        int count = arguments.length == 0 ? 1000 : Integer.parseInt(arguments[0]);
        Result result;
        try (Analyzer analyzer = Analyzer.builder().build()) {
            result = judge(analyzer, LabelledFile.readAll(Path.of("corpus", "labelled", "test")), count);
        }
        System.out.printf("| | |%n| --- | --- |%n| flagged drafts | %d |%n", result.drafts());
        System.out.printf("| rewritten drafts | %d |%n", result.rewrites());
        System.out.printf("| different phrases | %d |%n", result.phrases().size());
        System.out.printf(
                "| mistakes that the draft had not | %d |%n", result.faults().size());
        Map<String, Integer> byRule = new TreeMap<>();
        result.faults().forEach(f -> byRule.merge(f.finding().rule(), 1, Integer::sum));
        byRule.forEach((rule, faults) -> System.out.printf("| of these %s | %d |%n", rule, faults));
        result.faults().forEach(System.out::println);
    }
}
