package dev.toward.http;

import java.time.Duration;

/**
 * How long the server waits for others.
 *
 * @param body for a whole body
 * @param idle for the headers of a request, or the next bytes of anything
 * @param stop for requests in hand, when it is told to stop
 */
record Patience(Duration body, Duration idle, Duration stop) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(10));
}
