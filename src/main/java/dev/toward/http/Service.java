package dev.toward.http;

import dev.toward.ServerOptions;
import java.util.function.Consumer;

/**
 * What endpoints answer with.
 *
 * @param log takes one line at a time; no line holds what a person wrote
 */
record Service(
        ServerOptions options,
        Readiness readiness,
        Workers workers,
        Bodies bodies,
        Figures figures,
        Consumer<String> log) {}
