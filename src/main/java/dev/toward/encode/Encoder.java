package dev.toward.encode;

/** Turns a text into a vector, near to those of texts that mean alike. Implementations may be shared between threads. */
public interface Encoder {
    /** A vector of length one, {@link #width()} wide. The same text gives the same bits. */
    float[] vector(String text);

    int width();
}
