package dev.toward.annotate.corenlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.annotate.Annotator;
import dev.toward.annotate.Engines;
import dev.toward.annotate.Sentence;
import dev.toward.models.ModelStore;
import dev.toward.train.Example;
import dev.toward.train.LabelledFile;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.parser.nndep.DependencyParser;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import edu.stanford.nlp.trees.TypedDependency;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Our parser beside CoreNLP's own, over the dev split of the corpus: every head and every relation. */
class ArcStandardTest {
    @Test
    void parse_asCoreNlpDoes() throws IOException {
        RedwoodConfiguration.empty().apply();
        ModelStore models = Engines.models();
        Path file = models.path(CoreNlpParser.GRAMMAR);
        Properties properties = new Properties();
        properties.setProperty("numPreComputed", "5000");
        DependencyParser theirs = DependencyParser.loadFromModelFile(file.toString(), properties);
        Grammar ours = new Grammar(models.prepared(CoreNlpParser.GRAMMAR, GrammarFile.NAME, () -> {
            return GrammarFile.convert(file);
        }));
        MaxentTagger tagger = new MaxentTagger(
                models.path("english-left3words-distsim.tagger").toString());
        Annotator annotator = Engines.annotator();
        int seen = 0;
        for (Example example : LabelledFile.readAll(Path.of("corpus/labelled/dev"))) {
            for (Sentence sentence : annotator.annotate(example.draft().text()).sentences()) {
                List<CoreLabel> labels = WordForms.labels(sentence.tokens());
                tagger.tagCoreLabels(labels);
                assertEquals(theirs(theirs, labels), ours(ours, labels), () -> "sentence of " + example.id());
                seen++;
            }
        }
        assertTrue(seen > 1_000, "sentences: " + seen);
    }

    private static List<String> theirs(DependencyParser parser, List<CoreLabel> labels) {
        String[] arcs = new String[labels.size()];
        Arrays.fill(arcs, "none");
        for (TypedDependency dependency : parser.predict(labels).typedDependencies()) {
            arcs[dependency.dep().index() - 1] = dependency.gov().index() - 1 + " "
                    + dependency.reln().toString().toLowerCase(Locale.ROOT);
        }
        return List.of(arcs);
    }

    private static List<String> ours(Grammar grammar, List<CoreLabel> labels) {
        ArcStandard.Tree tree = ArcStandard.parse(
                grammar,
                labels.stream().map(CoreLabel::word).toList(),
                labels.stream().map(CoreLabel::tag).toList());
        List<String> arcs = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            arcs.add(tree.heads()[i] + " " + tree.relations()[i]);
        }
        return arcs;
    }
}
