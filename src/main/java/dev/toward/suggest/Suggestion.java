package dev.toward.suggest;

import dev.toward.cue.Gesture;
import dev.toward.text.Span;

/**
 * Warmer words for a part of a draft.
 *
 * @param span what they replace
 * @param text the words
 * @param rewritten the whole draft with them in; everything outside the span is kept to the letter
 * @param gesture what they do
 * @param phrase the id of the phrase that they come from
 */
public record Suggestion(Span span, String text, String rewritten, Gesture gesture, String phrase) {}
