package dev.toward.annotate.corenlp;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.IndexedWord;
import edu.stanford.nlp.semgraph.SemanticGraph;
import edu.stanford.nlp.semgraph.semgrex.SemgrexMatcher;
import edu.stanford.nlp.semgraph.semgrex.SemgrexPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A pattern over grammar, one line of a {@code .semgrex} file. */
record GrammarPattern(String name, PatternSet.Reach reach, SemgrexPattern pattern) implements PatternSet.Pattern {
    static GrammarPattern compile(PatternLine line) {
        try {
            return new GrammarPattern(line.name(), line.reach(), SemgrexPattern.compile(line.text()));
        } catch (RuntimeException | Error e) { // its lexer throws an Error
            throw line.unreadable("a Semgrex pattern with named nodes", e);
        }
    }

    @Override
    public List<int[]> find(List<CoreLabel> labels, Set<String> words, SemanticGraph graph) {
        List<int[]> found = new ArrayList<>();
        if (graph.isEmpty()) {
            return found;
        }
        SemgrexMatcher matcher = pattern.matcher(graph);
        while (matcher.find()) {
            int first = Integer.MAX_VALUE;
            int last = -1;
            for (String node : matcher.getNodeNames()) {
                IndexedWord word = matcher.getNode(node);
                first = Math.min(first, word.index() - 1);
                last = Math.max(last, word.index() - 1);
            }
            if (last >= 0) {
                found.add(new int[] {first, last});
            }
        }
        return found;
    }
}
