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
}
