package dev.toward.annotate;

/** Reads language, sentences and tokens off a text. Implementations may be shared between threads. */
public interface Annotator {
    /** Never fails on any text, lone surrogates and a megabyte included. */
    Annotated annotate(String text);

    /** The language alone, the same as in {@link #annotate}. */
    default Language language(String text) {
        return annotate(text).language();
    }
}
