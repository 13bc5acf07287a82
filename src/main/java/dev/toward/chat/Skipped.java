package dev.toward.chat;

/**
 * What was left out of an export, and why.
 *
 * @param file the name of the file, below the path that was given
 * @param line 1-based line where it starts; 0 for the whole file
 * @param reason in plain words; never quotes what somebody wrote
 */
public record Skipped(String file, long line, String reason) {}
