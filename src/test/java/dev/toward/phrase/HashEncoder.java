package dev.toward.phrase;

import dev.toward.encode.Encoder;
import java.util.Locale;

/** A vector from the words alone: every word adds to the place that its hash names. */
public final class HashEncoder implements Encoder {
    @Override
    public float[] vector(String text) {
        float[] vector = new float[width()];
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            vector[Math.floorMod(word.hashCode(), width())] += 1;
        }
        double sum = 0;
        for (float x : vector) {
            sum += x * x;
        }
        if (sum == 0) {
            vector[0] = 1;
            return vector;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(sum);
        }
        return vector;
    }

    @Override
    public int width() {
        return 64;
    }
}
