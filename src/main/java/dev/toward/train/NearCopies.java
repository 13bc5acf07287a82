package dev.toward.train;

import dev.toward.encode.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Drafts that say almost the same: the cosine of their sentence vectors is above {@link #COSINE}. Pairs are found by random
 * hyperplanes (Charikar 2002) and then measured. Shorter drafts than {@link #WORDS} are alike by nature and left out.
 */
final class NearCopies {
    /** As near as this is a copy. */
    static final double COSINE = 0.95;

    /** Words from which on a draft counts. */
    static final int WORDS = 4;

    private static final int LONGS = 4;
    /** Bits that may differ: 26 of 256 do on average at the cosine that counts, so next to none is lost. */
    private static final int BITS = 56;

    private NearCopies() {}

    /** Two drafts, the one that stands first in the list first. */
    record Pair(Example one, Example other) {}

    /** All pairs of one label that are near copies; the same words under another label are a contrast, not a copy. */
    static List<Pair> of(List<Example> all, Encoder encoder) {
        List<Example> examples = all.stream()
                .filter(e -> e.draft().text().strip().split("\\s+").length >= WORDS)
                .toList();
        float[][] vectors = examples.parallelStream()
                .map(e -> encoder.vector(e.draft().text()))
                .toArray(float[][]::new);
        float[][] planes = planes(encoder.width());
        long[][] marks = IntStream.range(0, vectors.length)
                .parallel()
                .mapToObj(i -> marks(vectors[i], planes))
                .toArray(long[][]::new);
        return IntStream.range(0, vectors.length)
                .parallel()
                .mapToObj(i -> {
                    List<Pair> pairs = new ArrayList<>();
                    for (int j = i + 1; j < vectors.length; j++) {
                        if (apart(marks[i], marks[j]) <= BITS
                                && examples.get(i).label() == examples.get(j).label()
                                && dot(vectors[i], vectors[j]) > COSINE) {
                            pairs.add(new Pair(examples.get(i), examples.get(j)));
                        }
                    }
                    return pairs;
                })
                .flatMap(List::stream)
                .toList();
    }

    private static float[][] planes(int width) {
        SplittableRandom dice = new SplittableRandom(1);
        float[][] planes = new float[Long.SIZE * LONGS][width];
        for (float[] plane : planes) {
            for (int i = 0; i < width; i++) {
                plane[i] = (float) dice.nextGaussian();
            }
        }
        return planes;
    }

    private static long[] marks(float[] vector, float[][] planes) {
        long[] marks = new long[LONGS];
        for (int i = 0; i < planes.length; i++) {
            if (dot(vector, planes[i]) > 0) {
                marks[i / Long.SIZE] |= 1L << (i % Long.SIZE);
            }
        }
        return marks;
    }

    private static int apart(long[] one, long[] other) {
        int bits = 0;
        for (int i = 0; i < LONGS; i++) {
            bits += Long.bitCount(one[i] ^ other[i]);
        }
        return bits;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
