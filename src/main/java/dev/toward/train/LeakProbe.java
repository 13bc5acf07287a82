package dev.toward.train;

import dev.toward.text.Draft;
import dev.toward.verdict.Label;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Readers that must fail. Each sees only what should not give a label away: the message answered, the style of the reply, or how
 * many words the two share. One that does well anyway shows that the corpus betrays its labels (Gururangan et al. 2018 found
 * such artifacts in sets that were written for the purpose). Maximum entropy over binned features and
 * words, five folds; drafts that answer the same message stay in one fold.
 */
public enum LeakProbe {
    /** The words of the message answered, one and two at a time, and how long it is. */
    CONTEXT("context only", draft -> context(draft)),
    /** Length, case, punctuation, digits, emoji of the reply. */
    STYLE("style only", draft -> style(draft)),
    /** The same, and how far the reply repeats the words of what it answers. */
    ECHO("word overlap and style", draft -> echo(draft));

    private static final int FOLDS = 5;

    /** Stands in every draft, so that none is without a feature. */
    private static final String ALWAYS = "=";

    private final String title;
    private final Function<Draft, Set<String>> features;

    LeakProbe(String title, Function<Draft, Set<String>> features) {
        this.title = title;
        this.features = features;
    }

    /** What it sees, in words. */
    public String title() {
        return title;
    }

    /**
     * How well it did, as macro-F1 over the four labels, alternatives not accepted. The same drafts give the same figures.
     *
     * @param likeliest of the most probable label; always saying the commonest gives 0.16 where that is 45% of the drafts
     * @param even of the label that the features speak for most, however common it is; chance gives 0.24
     */
    public record Told(double likeliest, double even) {}

    /**
     * Teaches it and tries it.
     *
     * @throws IllegalArgumentException when there are too few drafts, or too few labels among them, to teach it
     */
    public Told tell(List<Example> examples) throws IOException {
        List<Example> labelled = labelled(examples);
        double[][] beliefs = beliefs(labelled);
        double[] common = new double[Label.values().length];
        labelled.forEach(e -> common[gold(e).ordinal()]++);
        return new Told(macroF1(labelled, beliefs, new double[] {1, 1, 1, 1}), macroF1(labelled, beliefs, common));
    }

    private static double macroF1(List<Example> labelled, double[][] beliefs, double[] common) {
        int[][] confusion = new int[Label.values().length][Label.values().length];
        for (int i = 0; i < beliefs.length; i++) {
            int said = 0;
            for (int label = 1; label < beliefs[i].length; label++) {
                // crosswise, for a label may be absent
                said = beliefs[i][label] * common[said] > beliefs[i][said] * common[label] ? label : said;
            }
            confusion[gold(labelled.get(i)).ordinal()][said]++;
        }
        return macroF1(confusion);
    }

    /** What it believes of each draft, by label, when taught on the others. */
    double[][] beliefs(List<Example> labelled) throws IOException {
        Map<String, Integer> folds = new LinkedHashMap<>();
        int[] fold = new int[labelled.size()];
        for (int i = 0; i < fold.length; i++) {
            Draft draft = labelled.get(i).draft();
            String key = draft.bid().isKnown() ? String.join("\n", draft.bid().utterances()) : draft.text();
            fold[i] = folds.computeIfAbsent(key, k -> folds.size() % FOLDS);
        }
        List<Set<String>> seen =
                labelled.stream().map(e -> features.apply(e.draft())).toList();
        double[][] beliefs = new double[fold.length][Label.values().length];
        for (int out = 0; out < FOLDS; out++) {
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < fold.length; i++) {
                if (fold[i] != out) {
                    events.add(new Event(gold(labelled.get(i)).id(), seen.get(i).toArray(String[]::new)));
                }
            }
            if (events.stream().map(Event::getOutcome).distinct().count() < 2) {
                throw new IllegalArgumentException(
                        "too few labelled drafts, or too few labels among them, to look for what betrays a label");
            }
            MaxentModel model = train(events);
            for (int i = 0; i < fold.length; i++) {
                if (fold[i] == out) {
                    double[] said = model.eval(seen.get(i).toArray(String[]::new));
                    for (Label label : Label.values()) {
                        int index = model.getIndex(label.id());
                        beliefs[i][label.ordinal()] = index < 0 ? 0 : said[index];
                    }
                }
            }
        }
        return beliefs;
    }

    static List<Example> labelled(List<Example> examples) {
        return examples.stream().filter(e -> e.label() != null).toList();
    }

    private static MaxentModel train(List<Event> events) throws IOException {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, "MAXENT");
        parameters.put(TrainingParameters.ITERATIONS_PARAM, 60);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 3);
        parameters.put("PrintMessages", false);
        // in memory: the default writes every feature, and so the words, to a temporary file
        parameters.put(AbstractEventTrainer.DATA_INDEXER_PARAM, AbstractEventTrainer.DATA_INDEXER_ONE_PASS_VALUE);
        EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, new HashMap<>());
        return trainer.train(ObjectStreamUtils.createObjectStream(events));
    }

    private static double macroF1(int[][] confusion) {
        double sum = 0;
        for (int label = 0; label < confusion.length; label++) {
            int said = 0;
            int gold = 0;
            for (int other = 0; other < confusion.length; other++) {
                said += confusion[other][label];
                gold += confusion[label][other];
            }
            sum += said + gold == 0 ? 0 : 2.0 * confusion[label][label] / (said + gold);
        }
        return sum / confusion.length;
    }

    private static Label gold(Example example) {
        return Objects.requireNonNull(example.label());
    }

    private static Set<String> context(Draft draft) {
        List<String> words = words(String.join(" ", draft.bid().utterances()));
        Set<String> features = new TreeSet<>(
                Set.of(ALWAYS, "turns=" + Math.min(3, draft.bid().utterances().size())));
        features.add("length=" + bin(words.size(), 1, 4, 8, 12, 18, 30));
        for (int i = 0; i < words.size(); i++) {
            features.add("word " + words.get(i));
            if (i > 0) {
                features.add("words " + words.get(i - 1) + " " + words.get(i));
            }
        }
        return features;
    }

    private static Set<String> style(Draft draft) {
        String text = draft.text();
        List<String> words = words(text);
        int letters = (int) text.chars().filter(Character::isLetter).count();
        int upper = (int) text.chars().filter(Character::isUpperCase).count();
        Set<String> features = new TreeSet<>(Set.of(ALWAYS));
        String length = bin(words.size(), 1, 2, 3, 5, 7, 9, 12, 15, 20, 30);
        features.add("words=" + length);
        features.add("wordlength=" + bin(words.isEmpty() ? 0 : 10 * letters / words.size(), 30, 34, 38, 42, 46, 52));
        features.add("upper=" + bin(letters == 0 ? 0 : 100 * upper / letters, 1, 3, 5, 8, 15, 50));
        features.add("first=" + (text.isEmpty() ? "" : kind(text.codePointAt(0))));
        features.add("last=" + (text.isEmpty() ? "" : last(text)));
        for (char mark : ".,?!'’;:-()\"…".toCharArray()) {
            int count = (int) text.chars().filter(c -> c == mark).count();
            if (count > 0) {
                features.add(mark + "=" + bin(count, 1, 2, 3));
                features.add(mark + " of " + length);
            }
        }
        features.add(
                "digits=" + bin((int) text.chars().filter(Character::isDigit).count(), 1, 2, 4));
        features.add("emoji="
                + bin((int) text.codePoints().filter(LeakProbe::isEmoji).count(), 1, 2, 3));
        features.add("sentences=" + bin(text.split("[.!?…]+").length, 1, 2, 3, 5));
        features.add("stretched=" + text.matches("(?s).*(\\p{L})\\1\\1.*"));
        return features;
    }

    private static Set<String> echo(Draft draft) {
        Set<String> features = style(draft);
        Set<String> asked = new HashSet<>(words(String.join(" ", draft.bid().utterances())));
        Set<String> reply = new HashSet<>(words(draft.text()));
        int size = reply.size();
        reply.retainAll(asked);
        Set<String> content = new HashSet<>(reply);
        content.removeIf(w -> w.length() < 4);
        String known = draft.bid().isKnown() ? "" : "alone ";
        features.add(known + "shared=" + bin(reply.size(), 1, 2, 3, 5, 8));
        features.add(known + "share=" + bin(size == 0 ? 0 : 100 * reply.size() / size, 1, 10, 20, 30, 40, 60));
        features.add(known + "long shared=" + bin(content.size(), 1, 2, 3, 4));
        features.add(known + "long shared=" + bin(content.size(), 1, 2, 3, 4) + " asked="
                + (draft.text().indexOf('?') >= 0));
        features.add(known + "bid length=" + bin(asked.size(), 1, 4, 8, 12, 18, 30));
        return features;
    }

    private static String last(String text) {
        return kind(text.codePointBefore(text.length()));
    }

    private static String kind(int c) {
        if (Character.isLetter(c)) {
            return Character.isUpperCase(c) ? "upper" : "lower";
        }
        return Character.isDigit(c) ? "digit" : isEmoji(c) ? "emoji" : Character.toString(c);
    }

    private static boolean isEmoji(int c) {
        return c > 0x2190 && !Character.isLetter(c);
    }

    private static String bin(int value, int... edges) {
        int bin = 0;
        while (bin < edges.length && value >= edges[bin]) {
            bin++;
        }
        return Integer.toString(bin);
    }

    private static List<String> words(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}'’]+", " ")
                .strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
    }
}
