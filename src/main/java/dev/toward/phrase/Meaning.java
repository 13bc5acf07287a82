package dev.toward.phrase;

/** Where a text lies among others by what it means: an encoder's vector, of length 1. Immutable; threads may share it. */
public final class Meaning {
    private final float[] vector;

    Meaning(float[] vector) {
        this.vector = vector;
    }

    /** Not to be written to. */
    float[] vector() {
        return vector;
    }

    /** How many numbers its encoder gives. */
    public int width() {
        return vector.length;
    }

    /** How far it lies along a direction, of as many numbers as the encoder gives. */
    public double along(float[] direction) {
        double sum = 0;
        for (int i = 0; i < direction.length; i++) {
            sum += (double) direction[i] * vector[i];
        }
        return sum;
    }
}
