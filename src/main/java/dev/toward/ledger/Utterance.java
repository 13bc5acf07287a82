package dev.toward.ledger;

import java.io.Serializable;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Words that somebody said in a conversation: all that is needed to find what answers what. It may travel between machines.
 *
 * @param author tells two people of the conversation apart
 * @param time by the clock of the conversation, or null when not known
 */
public record Utterance(String author, @Nullable LocalDateTime time, String text) implements Serializable {}
