package dev.toward.verdict;

import dev.toward.cue.Tactic;
import dev.toward.text.Span;

/**
 * A tactic that a verdict rests on.
 *
 * @param span the words that do it, in the draft as given
 * @param score 0 to 1, how sure
 */
public record Finding(Tactic tactic, Span span, double score) {}
