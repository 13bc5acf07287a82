package dev.toward.config;

/**
 * One value as somebody gave it. A key that takes several has one of these for each.
 *
 * @param from where it stands: a file with its line, a variable, an option
 */
public record Given(Key key, String value, String from) {}
