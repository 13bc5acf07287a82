package dev.toward.annotate.corenlp;

import edu.stanford.nlp.international.Language;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.IndexedWord;
import edu.stanford.nlp.ling.Word;
import edu.stanford.nlp.semgraph.SemanticGraph;
import edu.stanford.nlp.trees.GrammaticalRelation;
import edu.stanford.nlp.trees.TypedDependency;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A tree as the graph that Semgrex searches. CoreNLP's own relations are not asked for: their class compiles some hundred tree
 * patterns, half a second of every start, and Semgrex looks at names alone.
 */
final class Dependencies {
    private static final Map<String, GrammaticalRelation> RELATIONS = new ConcurrentHashMap<>();

    private Dependencies() {}

    static SemanticGraph graph(List<CoreLabel> labels, ArcStandard.Tree tree) {
        IndexedWord root = new IndexedWord(new Word("ROOT"));
        root.set(CoreAnnotations.IndexAnnotation.class, 0);
        List<TypedDependency> dependencies = new ArrayList<>(labels.size());
        for (int i = 0; i < labels.size(); i++) {
            int head = tree.heads()[i];
            dependencies.add(new TypedDependency(
                    head < 0 ? GrammaticalRelation.ROOT : relation(tree.relations()[i]),
                    head < 0 ? root : new IndexedWord(labels.get(head)),
                    new IndexedWord(labels.get(i))));
        }
        Collections.sort(dependencies);
        return new SemanticGraph(dependencies);
    }

    private static GrammaticalRelation relation(String name) {
        return RELATIONS.computeIfAbsent(
                name, n -> new GrammaticalRelation(Language.UniversalEnglish, n, null, GrammaticalRelation.DEPENDENT));
    }
}
