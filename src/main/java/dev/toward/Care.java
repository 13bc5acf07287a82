package dev.toward;

/**
 * Said beside a verdict when somebody's life may be in danger. No breezy words are offered then.
 *
 * @param kind {@code possible-danger}
 * @param message plain and serious: what was noticed, and where help is
 */
public record Care(String kind, String message) {}
