package dev.toward.train;

import dev.toward.text.Draft;
import dev.toward.verdict.Label;
import dev.toward.verdict.Scores;
import dev.toward.verdict.Turn;
import dev.toward.verdict.Verdict;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.sentiment.SentimentCoreAnnotations;
import edu.stanford.nlp.util.CoreMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;

/**
 * What people would reach for today: CoreNLP's sentiment (Socher et al. 2013) as a reader of replies. Negative is taken for a flag,
 * positive for validating; it knows nothing of minimizing. A program, not a test, since its models are large:
 * {@code bench/sentiment.sh N FILE…} runs it on every Nth draft.
 */
public final class SentimentMeasurement {
    private SentimentMeasurement() {}

    /**
     * Prints a row of {@link EvaluationTable} for each file or folder, of a folder by group as well, and the time that a draft took.
     *
     * @param arguments N, to take every Nth draft, then files and folders
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println("usage: bench/sentiment.sh N FILE_OR_FOLDER...");
            System.exit(2);
        }
        int every = Integer.parseInt(arguments[0]);
        List<String> files = Arrays.asList(arguments).subList(1, arguments.length);
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,ssplit,parse,sentiment");
        properties.setProperty("parse.model", "edu/stanford/nlp/models/lexparser/englishPCFG.ser.gz");
        properties.setProperty("parse.maxlen", "80");
        StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
        System.out.print(EvaluationTable.head());
        long nanos = 0;
        int read = 0;
        for (String file : files) {
            Path path = Path.of(file);
            List<Example> all = Files.isDirectory(path) ? LabelledFile.readAll(path) : LabelledFile.read(path);
            List<Example> examples = IntStream.range(0, all.size())
                    .filter(i -> i % every == 0)
                    .mapToObj(all::get)
                    .toList();
            long start = System.nanoTime();
            List<Evaluation.Scored> scored = examples.stream()
                    .map(e -> new Evaluation.Scored(e, read(pipeline, e.draft())))
                    .toList();
            nanos += System.nanoTime() - start;
            read += examples.size();
            System.out.print(EvaluationTable.row(path.getFileName().toString(), Evaluation.of(scored)));
            if (Files.isDirectory(path)) {
                for (Grouping groups : List.of(Grouping.PHENOMENON, Grouping.REGISTER, Grouping.LENGTH)) {
                    groups.part(scored)
                            .forEach((group, rows) -> System.out.print(
                                    EvaluationTable.row(groups.id() + ": " + group, Evaluation.of(rows))));
                }
            }
        }
        System.out.printf("%.0f ms a draft, one thread%n", nanos / 1e6 / Math.max(1, read));
    }

    /** The mean of its sentences; very and plainly negative together are the flag, half of it to each kind. */
    private static Verdict read(StanfordCoreNLP pipeline, Draft draft) {
        Annotation annotation = pipeline.process(draft.text());
        double[] mean = new double[5];
        List<CoreMap> sentences = annotation.get(CoreAnnotations.SentencesAnnotation.class);
        for (CoreMap sentence : sentences) {
            SimpleMatrix p = RNNCoreAnnotations.getPredictions(
                    sentence.get(SentimentCoreAnnotations.SentimentAnnotatedTree.class));
            for (int i = 0; i < mean.length; i++) {
                mean[i] += p.get(i) / sentences.size();
            }
        }
        double flag = mean[0] + mean[1];
        double warm = mean[3] + mean[4];
        Label label =
                flag > warm && flag > mean[2] ? Label.DISMISSIVE : warm > mean[2] ? Label.VALIDATING : Label.NEUTRAL;
        return new Verdict.Decided(
                label, new Scores(warm, flag / 2, flag / 2, mean[2]), Turn.NONE, null, List.of(), List.of());
    }
}
