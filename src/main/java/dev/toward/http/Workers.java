package dev.toward.http;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that read drafts, as many as there are cores, and the queue before them. Requests wait on virtual threads, which
 * cost little; reading is all computation, and more threads would only slow each other down.
 */
final class Workers {
    private static final int WAITING_PER_CORE = 64;

    private final ThreadPoolExecutor pool;
    private final Duration patience;

    /** @param patience how long {@link #stop} waits for work in hand */
    Workers(int cores, Duration patience) {
        this.patience = patience;
        this.pool = new ThreadPoolExecutor(
                cores,
                cores,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(cores * WAITING_PER_CORE),
                Thread.ofPlatform().name("toward-read-", 0).factory());
    }

    /** Does the work when a thread is free; a full queue is a problem that says to come back. */
    <T> T apply(Callable<T> work) throws Exception {
        Future<T> future;
        try {
            future = pool.submit(work);
        } catch (RejectedExecutionException e) {
            throw Problem.unavailable("Too many requests are waiting.", 1).thrown();
        }
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        } catch (CancellationException | InterruptedException e) {
            future.cancel(true);
            throw Problem.unavailable("The server is shutting down.", 1).thrown();
        }
    }

    /** True when nothing is being read any more. */
    boolean stop() {
        pool.shutdown();
        try {
            if (pool.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pool.shutdownNow();
        return false;
    }
}
