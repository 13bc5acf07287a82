package dev.toward.verdict;

/**
 * Where a verdict comes from.
 *
 * @param model the version of the models, as {@code 2026.11-r1}
 */
public record Provenance(String model) {}
