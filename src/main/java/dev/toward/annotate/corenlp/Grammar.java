package dev.toward.annotate.corenlp;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The network of CoreNLP's dependency parser (Chen and Manning 2014): vectors of words, tags and relations, one hidden layer of
 * cubes, a score for each step. Opens at once, over mapped bytes. Threads may share it.
 *
 * <p>Every sum is made in the order and the width in which CoreNLP 4.5's {@code Classifier} makes it, so that the scores are the
 * same to the last bit: products of floats, summed as doubles; what is not on its list of frequent inputs is rounded to floats
 * once.
 */
final class Grammar {
    /** How many of the frequent inputs keep doubles. A number of CoreNLP's users' choosing; with another the last bits differ. */
    private static final int FREQUENT = 5_000;

    /** Inputs whose part of the hidden layer is kept, 4 or 8 KB each; a message has some hundreds. */
    private static final int KEPT = 4_096;

    private final WordTable words;
    private final List<String> tags;
    private final List<String> relations;
    private final int wide;
    private final int hidden;
    private final int features;
    private final int[] frequent;
    private final FloatBuffer vectors;
    private final float[] first;
    private final float[] bias;
    private final float[] second;
    private final AtomicReferenceArray<@Nullable Part> kept = new AtomicReferenceArray<>(KEPT);

    /** What one input adds to the hidden layer, as doubles or rounded. */
    private record Part(int input, double @Nullable [] exact, float @Nullable [] rounded) {
        void addTo(double[] layer) {
            if (exact != null) {
                for (int i = 0; i < layer.length; i++) {
                    layer[i] += exact[i];
                }
            } else if (rounded != null) {
                for (int i = 0; i < layer.length; i++) {
                    layer[i] += rounded[i];
                }
            }
        }
    }

    /** Over bytes that {@link GrammarFile} laid out. */
    Grammar(ByteBuffer bytes) {
        ByteBuffer in = bytes.duplicate().order(bytes.order());
        int wordCount = in.getInt();
        int tagCount = in.getInt();
        int relationCount = in.getInt();
        this.wide = in.getInt();
        this.hidden = in.getInt();
        this.features = in.getInt();
        int ahead = in.getInt();
        byte[] names = new byte[in.getInt()];
        in.get(names);
        in.position(GrammarFile.padded(in.position()));
        List<String> others = List.of(new String(names, StandardCharsets.UTF_8).split("\n"));
        this.tags = others.subList(0, tagCount);
        this.relations = others.subList(tagCount, others.size());
        this.words = WordTable.read(in);
        IntBuffer computed = in.slice().order(in.order()).asIntBuffer();
        this.frequent = new int[Math.min(FREQUENT, ahead)];
        computed.get(0, frequent);
        Arrays.sort(frequent);
        in.position(in.position() + ahead * Integer.BYTES);
        FloatBuffer weights = in.slice().order(in.order()).asFloatBuffer();
        int at = (wordCount + tagCount + relationCount) * wide;
        this.vectors = weights.duplicate().limit(at);
        this.first = new float[wide * features * hidden];
        weights.get(at, first);
        at += first.length;
        this.bias = new float[hidden];
        weights.get(at, bias);
        at += hidden;
        this.second = new float[hidden * steps()];
        weights.get(at, second);
    }

    int features() {
        return features;
    }

    /** To the left under each relation, to the right under each, and the shift. */
    int steps() {
        return relations.size() * 2 - 1;
    }

    /** The relations that a word can have, in the order of the steps; the first is the root's. */
    List<String> relations() {
        return relations.subList(1, relations.size());
    }

    /** The input that stands for a word; all words that it has not seen are one. */
    int word(String word) {
        int number = words.number(word);
        return number >= 0 ? number : words.number("-UNKNOWN-");
    }

    /** The input that stands for a tag. */
    int tag(String tag) {
        int number = tags.lastIndexOf(tag);
        return words.ends().limit() + (number >= 0 ? number : tags.lastIndexOf("-UNKNOWN-"));
    }

    /** The input that stands for one of {@link #relations}, or for none with -1. */
    int relation(int relation) {
        return words.ends().limit() + tags.size() + relation + 1;
    }

    /** What one parse writes its sums on: a message would need megabytes if each step had its own. For one thread. */
    static final class Slate {
        private final float[] vector;
        private final double[] sums;
        private final double[] layer;
        private final double[] scores;

        private Slate(Grammar grammar) {
            this.vector = new float[grammar.wide];
            this.sums = new double[grammar.hidden];
            this.layer = new double[grammar.hidden];
            this.scores = new double[grammar.steps()];
        }
    }

    Slate slate() {
        return new Slate(this);
    }

    /**
     * The score of each step.
     *
     * @param inputs what stands at each of the places that are looked at
     * @return the slate's own; good until it is used again
     */
    double[] scores(int[] inputs, Slate slate) {
        double[] layer = slate.layer;
        Arrays.fill(layer, 0);
        for (int place = 0; place < inputs.length; place++) {
            part(inputs[place], place, slate).addTo(layer);
        }
        for (int i = 0; i < hidden; i++) {
            double sum = layer[i] + bias[i];
            layer[i] = sum * sum * sum;
        }
        // one hidden unit after the other into all scores: the sums of CoreNLP, side by side
        int steps = steps();
        double[] scores = slate.scores;
        Arrays.fill(scores, 0);
        for (int j = 0; j < hidden; j++) {
            double value = layer[j];
            int row = j * steps;
            for (int i = 0; i < steps; i++) {
                scores[i] += value * second[row + i];
            }
        }
        return scores;
    }

    private Part part(int number, int place, Slate slate) {
        int input = number * features + place;
        int slot = (input * 0x9E3779B9) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(KEPT));
        Part known = kept.get(slot);
        if (known != null && known.input == input) {
            return known;
        }
        // Two places for each: what is asked for again and again is not put out by what is asked for once.
        Part second = kept.get(slot ^ 1);
        Part wanted = second != null && second.input == input ? second : make(input, number, place, slate);
        kept.set(slot ^ 1, known);
        kept.set(slot, wanted);
        return wanted;
    }

    private Part make(int input, int number, int place, Slate slate) {
        float[] vector = slate.vector;
        vectors.get(number * wide, vector);
        double[] sums = slate.sums;
        Arrays.fill(sums, 0);
        for (int k = 0; k < wide; k++) {
            add(sums, vector[k], (place * wide + k) * hidden);
        }
        if (Arrays.binarySearch(frequent, input) >= 0) {
            return new Part(input, sums.clone(), null);
        }
        float[] rounded = new float[hidden];
        for (int i = 0; i < hidden; i++) {
            rounded[i] = (float) sums[i];
        }
        return new Part(input, null, rounded);
    }

    private void add(double[] sums, float value, int row) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += first[row + i] * value;
        }
    }
}
