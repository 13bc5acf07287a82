package dev.toward.annotate;

/** Reads the grammar of a text and finds patterns in it. Implementations may be shared between threads. */
public interface Parser {
    /** Parses the sentences and tokens that the annotator found. Sentences of absurd length are cut, never refused. */
    Parsed parse(Annotated text);
}
