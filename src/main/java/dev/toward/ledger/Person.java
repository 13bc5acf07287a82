package dev.toward.ledger;

/**
 * Somebody who wrote.
 *
 * @param platform the id of the format
 * @param id as {@link dev.toward.text.Author#id()}
 * @param name as displayed
 * @param own true for whoever asked for the scan
 */
public record Person(String platform, String id, String name, boolean own, Counts counts) {}
