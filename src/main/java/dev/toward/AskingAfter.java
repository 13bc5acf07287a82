package dev.toward;

/**
 * Words that ask after something that somebody told of earlier.
 *
 * @param phrase the id of the phrase that they come from
 */
public record AskingAfter(String text, String phrase) {}
