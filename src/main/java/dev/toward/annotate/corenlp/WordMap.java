package dev.toward.annotate.corenlp;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A map from the words of a table to what stands for each, to be looked into only. Threads may share it if they may share what it
 * is asked with.
 */
final class WordMap<V> extends AbstractMap<String, V> {
    private final WordTable words;
    private final IntFunction<V> values;

    /** @param values what stands for a word, by its number */
    WordMap(WordTable words, IntFunction<V> values) {
        this.words = words;
        this.values = values;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        int number = key instanceof String word ? words.number(word) : -1;
        return number < 0 ? null : values.apply(number);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String word && words.number(word) >= 0;
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        throw new UnsupportedOperationException("words are looked up, never listed");
    }
}
