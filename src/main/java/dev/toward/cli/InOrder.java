package dev.toward.cli;

import dev.toward.Lines;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers lines on several threads and writes the answers in the order of the lines. A reader runs ahead by a bounded number
 * of lines, so memory does not grow with the input; what is answered is flushed as soon as nothing is waiting behind it, so
 * that a caller who writes one line and waits gets its answer.
 */
final class InOrder {
    private static final int AHEAD_PER_THREAD = 8;

    private static final Future<byte @Nullable []> END = CompletableFuture.completedFuture(null);

    private final int threads;

    InOrder(int threads) {
        this.threads = threads;
    }

    /**
     * Reads to the end.
     *
     * @param answer is called from several threads; must not throw for what a line holds
     * @throws CallerMistake when the lines cannot be read, or the answers not written
     */
    void run(Lines lines, Function<Lines.Line, byte[]> answer, Destination destination) {
        ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("toward-read-", 0).daemon().factory());
        BlockingQueue<Future<byte @Nullable []>> queue = new ArrayBlockingQueue<>(threads * AHEAD_PER_THREAD);
        // A daemon, for it may hang on standard input when the writing has failed.
        Thread reader = Thread.ofPlatform().name("toward-lines").daemon().start(() -> read(lines, answer, pool, queue));
        try {
            write(queue, destination);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            reader.interrupt();
            pool.shutdownNow();
            // Whatever reads the drafts may be closed after this, and not under a thread that uses it.
            pool.close();
        }
    }

    private static void read(
            Lines lines,
            Function<Lines.Line, byte[]> answer,
            ExecutorService pool,
            BlockingQueue<Future<byte @Nullable []>> queue) {
        try {
            Future<byte @Nullable []> last = END;
            try {
                for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                    Lines.Line each = line;
                    queue.put(pool.submit(() -> answer.apply(each)));
                }
            } catch (IOException | RuntimeException e) {
                last = CompletableFuture.failedFuture(e);
            }
            queue.put(last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(BlockingQueue<Future<byte @Nullable []>> queue, Destination destination)
            throws InterruptedException {
        try {
            while (true) {
                byte[] answer = queue.take().get();
                if (answer == null || destination.isGone()) {
                    return;
                }
                destination.write(answer);
                if (queue.isEmpty()) {
                    destination.flush();
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unread) {
                throw new CallerMistake("the input cannot be read: " + Mistakes.reason(unread));
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
