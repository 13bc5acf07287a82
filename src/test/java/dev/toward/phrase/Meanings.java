package dev.toward.phrase;

/** Meanings out of vectors, for tests and measurements of other packages. */
public final class Meanings {
    private Meanings() {}

    public static Meaning of(float[] vector) {
        return new Meaning(vector);
    }
}
