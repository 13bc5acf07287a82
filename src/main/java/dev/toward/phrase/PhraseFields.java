package dev.toward.phrase;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/** The names of the fields in an index, and how its words are read. */
final class PhraseFields {
    static final String ID = "id";
    static final String TEXT = "text";
    static final String CONTEXT = "context";
    static final String VECTOR = "vector";
    static final String GESTURE = "gesture";
    static final String BID = "bid";
    static final String SITUATION = "situation";
    static final String HEALS = "heals";
    static final String REGISTER = "register";
    static final String SLOT = "slot";
    static final String INTENSITY = "intensity";
    static final String JSON = "json";

    /** Stands in {@link #HEALS} for a phrase that can replace anything. */
    static final String ANYTHING = "*";

    private PhraseFields() {}

    /** Lower case, no stop words, word stems. */
    static Analyzer english() {
        return new EnglishAnalyzer();
    }
}
