package dev.toward.suggest;

import dev.toward.cue.Gesture;
import dev.toward.text.Span;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Warmer words for a part of a draft.
 *
 * @param span what they replace
 * @param text the words
 * @param rewritten the whole draft with them in; everything outside the span is kept to the letter
 * @param gesture what they do
 * @param phrase the id of the phrase that they come from
 * @param parts what its fit is the sum of, in the order of {@link Part}; empty for what is offered in an order of its own
 */
public record Suggestion(
        Span span, String text, String rewritten, Gesture gesture, String phrase, Map<Part, Double> parts) {
    public Suggestion(Span span, String text, String rewritten, Gesture gesture, String phrase) {
        this(span, text, rewritten, gesture, phrase, Map.of());
    }

    public Suggestion {
        parts = parts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(parts));
    }

    /** The same words in a longer text, of which the draft is the stretch that begins at {@code start}. */
    public Suggestion within(String whole, int start) {
        Span moved = new Span(span.start() + start, span.end() + start);
        String all = whole.substring(0, moved.start()) + text + whole.substring(moved.end());
        return new Suggestion(moved, text, all, gesture, phrase, parts);
    }
}
