package dev.toward.annotate;

import dev.toward.text.Span;

/**
 * A token with its grammar.
 *
 * @param pos Penn Treebank tag
 * @param lemma lower case
 * @param head index in the sentence of the token that it depends on, or -1 for the root
 * @param relation Universal Dependencies relation to the head, as {@code nsubj}, {@code neg}
 */
public record ParsedToken(String text, Span span, String pos, String lemma, int head, String relation) {}
