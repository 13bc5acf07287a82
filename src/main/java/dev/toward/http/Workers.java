package dev.toward.http;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The threads that read drafts, as many as there are cores, and the queue before them. Requests wait on virtual threads, which
 * cost little; reading is all computation, and more threads would only slow each other down.
 *
 * <p>A request is let in while there is {@link Room}, and gives up at its deadline. A stream is one of a few, and keeps a few lines
 * in the same queue, so that neither it nor single requests ever wait long for the other.
 */
final class Workers {
    private static final int STREAMS_PER_CORE = 2;
    private static final int LINES_PER_CORE = 2;

    private final ThreadPoolExecutor pool;
    private final int cores;
    private final Room room;
    private final Semaphore streams;
    private final Duration deadline;
    private final Duration patience;

    /**
     * @param waiting how many requests may wait
     * @param deadline how long one may wait and be read
     * @param patience how long {@link #stop} waits for work in hand
     */
    Workers(int cores, int waiting, Duration deadline, Duration patience) {
        this.cores = cores;
        this.deadline = deadline;
        this.patience = patience;
        this.room = new Room(cores, waiting, System::nanoTime);
        this.streams = new Semaphore(cores * STREAMS_PER_CORE);
        this.pool = new ThreadPoolExecutor(
                cores,
                cores,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("toward-read-", 0).factory());
    }

    /** Does the work when a thread is free. Too much work waiting, or a deadline missed, is a problem that says to come back. */
    <T> T apply(Callable<T> work) throws Exception {
        if (!room.enter()) {
            throw Problem.tooManyWaiting().thrown();
        }
        FutureTask<T> task = new FutureTask<>(work) {
            @Override
            protected void done() {
                room.leave();
            }
        };
        try {
            pool.execute(task);
            return task.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // Not interrupted, for what is being read shares files that an interrupt would close; what still waits is
            // dropped.
            task.cancel(false);
            throw Problem.unavailable("It could not be read in time.", 1).thrown();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        } catch (RejectedExecutionException | CancellationException | InterruptedException e) {
            task.cancel(false);
            throw Problem.unavailable("The server is shutting down.", 1).thrown();
        }
    }

    /** A way in for many lines of one request. Close when done. */
    Stream stream() {
        if (!streams.tryAcquire()) {
            throw Problem.unavailable("Too many streams are being read.", 1).thrown();
        }
        return new Stream();
    }

    /** One request's lines on their way to the threads. */
    final class Stream implements AutoCloseable {
        /** How many lines it may have in hand. */
        int width() {
            return cores * LINES_PER_CORE;
        }

        <T> Future<T> submit(Callable<T> line) {
            return pool.submit(line);
        }

        @Override
        public void close() {
            streams.release();
        }
    }

    /** How many requests may come in. */
    Room room() {
        return room;
    }

    /** How many requests are waiting or being read, but for streams. */
    int inHand() {
        return room.inHand();
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
