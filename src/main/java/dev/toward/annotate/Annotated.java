package dev.toward.annotate;

import java.util.List;

/**
 * A text with what was read off its surface.
 *
 * @param text as given
 * @param language what language it seems to be in
 * @param sentences in order; every token lies in one
 */
public record Annotated(String text, Language language, List<Sentence> sentences) {
    public Annotated {
        sentences = List.copyOf(sentences);
    }

    public List<Token> tokens() {
        return sentences.stream().flatMap(s -> s.tokens().stream()).toList();
    }

    /** True when something in it can be read as a word (a letter or a digit). */
    public boolean hasWords() {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** True when something in it is a picture: an emoji or the like. */
    public boolean hasPictures() {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.OTHER_SYMBOL);
    }
}
