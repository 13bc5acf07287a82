package dev.toward.annotate;

/** Reads the grammar of a text and finds patterns in it. Implementations may be shared between threads. */
public interface Parser {
    /** Parses the sentences and tokens that the annotator found. Sentences of absurd length are cut, never refused. */
    Parsed parse(Annotated text);

    /** The same tree without looking for patterns, which is a quarter of the work: {@link Parsed#matches()} stays empty. */
    Parsed parseOnly(Annotated text);
}
