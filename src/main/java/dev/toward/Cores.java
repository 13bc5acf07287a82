package dev.toward;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many are being served, and so whether a core is idle that could work ahead. Changes what is done when, never what comes of it.
 * Threads share it.
 */
final class Cores {
    private final int all = Runtime.getRuntime().availableProcessors();
    private final AtomicInteger taken = new AtomicInteger();

    /** To be given back. */
    void take() {
        taken.incrementAndGet();
    }

    void giveBack() {
        taken.decrementAndGet();
    }

    boolean oneIsIdle() {
        return taken.get() < all;
    }
}
