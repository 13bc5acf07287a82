package dev.toward.train;

import dev.toward.text.Draft;
import dev.toward.verdict.Label;
import dev.toward.verdict.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.doccat.NGramFeatureGenerator;
import opennlp.tools.util.InvalidFormatException;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * What words alone can do, to compare with: OpenNLP's maximum entropy categorizer over one to three words of the reply, and
 * the words of the bid marked as such.
 */
final class MaxEntBaseline {
    private final DoccatModel model;

    private MaxEntBaseline(DoccatModel model) {
        this.model = model;
    }

    static MaxEntBaseline train(List<Example> examples) throws IOException {
        List<DocumentSample> samples = new ArrayList<>();
        for (Example example : examples) {
            Label label = example.label();
            if (label != null) {
                samples.add(new DocumentSample(label.id(), words(example.draft())));
            }
        }
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, "MAXENT");
        parameters.put(TrainingParameters.ITERATIONS_PARAM, 100);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
        parameters.put("PrintMessages", false);
        return new MaxEntBaseline(DocumentCategorizerME.train(
                "en", ObjectStreamUtils.createObjectStream(samples), parameters, new DoccatFactory(grams())));
    }

    private static FeatureGenerator[] grams() throws InvalidFormatException {
        return new FeatureGenerator[] {
            new NGramFeatureGenerator(1, 1), new NGramFeatureGenerator(2, 2), new NGramFeatureGenerator(3, 3)
        };
    }

    private static String[] words(Draft draft) {
        List<String> words = new ArrayList<>();
        for (String word : split(draft.text())) {
            words.add(word);
        }
        for (String word : split(String.join(" ", draft.bid().utterances()))) {
            words.add("bid=" + word);
        }
        return words.toArray(String[]::new);
    }

    private static List<String> split(String text) {
        String spaced = text.toLowerCase(Locale.ROOT)
                .replaceAll("([^\\p{L}\\p{N}'’\\s])", " $1 ")
                .strip();
        return spaced.isEmpty() ? List.of() : List.of(spaced.split("\\s+"));
    }

    Verdict read(Draft draft) {
        DocumentCategorizerME categorizer = new DocumentCategorizerME(model);
        double[] outcomes = categorizer.categorize(words(draft));
        double[] p = new double[Label.values().length];
        for (Label label : Label.values()) {
            p[label.ordinal()] = outcomes[categorizer.getIndex(label.id())];
        }
        return FrozenBaseline.verdict(p);
    }
}
