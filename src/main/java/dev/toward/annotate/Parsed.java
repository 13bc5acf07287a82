package dev.toward.annotate;

import dev.toward.text.Span;
import java.util.List;

/**
 * A text with its grammar, and the patterns that were found in it.
 *
 * @param text as given
 * @param sentences parsed tokens by sentence
 * @param matches what the pattern files found, by place
 */
public record Parsed(String text, List<List<ParsedToken>> sentences, List<Match> matches) {
    /**
     * One find of a pattern.
     *
     * @param pattern the name of the file that the pattern stands in, as {@code at-least}
     * @param span the words found, in the text as given
     */
    public record Match(String pattern, Span span) {}

    public Parsed {
        sentences = sentences.stream().map(List::copyOf).toList();
        matches = List.copyOf(matches);
    }

    public List<Match> matches(String pattern) {
        return matches.stream().filter(m -> m.pattern().equals(pattern)).toList();
    }
}
