package dev.toward.annotate;

import dev.toward.text.Span;

/** A word or mark of a text and its place in it. */
public record Token(String text, Span span) {}
