package dev.toward.phrase;

/** Something out of a file, and where it stands there. */
public record Placed<T>(T what, Place place) {}
