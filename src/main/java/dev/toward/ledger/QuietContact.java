package dev.toward.ledger;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import java.time.Duration;
import java.time.LocalDateTime;

/**
 * A chat of two in which nobody has written for much longer than used to pass between its talks.
 *
 * @param last who wrote last
 * @param since when they did
 * @param usual the usual pause between two talks
 * @param silence from then to the latest message of the whole scan
 */
public record QuietContact(
        Conversation conversation, Author last, LocalDateTime since, Duration usual, Duration silence) {}
