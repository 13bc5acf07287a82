package dev.toward.lsp;

import dev.toward.Fault;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An open document: read a moment after it was last changed, by one thread at a time. What was read of a version that is gone is told to nobody.
 * Threads may share it.
 */
final class Watched {
    /** Reads a text, unless it is late. */
    interface Reads {
        Optional<Reading> read(Text text, BooleanSupplier late);
    }

    /** Where things are done, and who hears of it. */
    record Setting(
            Reads reads,
            ScheduledExecutorService clock,
            Executor readers,
            Consumer<Reading> told,
            Consumer<String> log,
            int pauseMillis) {}

    private final Setting setting;
    private volatile @Nullable Text text;
    private CompletableFuture<Optional<Reading>> awaited = new CompletableFuture<>();
    private @Nullable Future<?> alarm;
    private boolean reading;
    private boolean again;

    Watched(Setting setting, Text text) {
        this.setting = setting;
        this.text = text;
        readIn(setting.pauseMillis());
    }

    /** What it holds now; null once it is closed. */
    @Nullable
    Text text() {
        return text;
    }

    synchronized void change(Text next) {
        awaited.complete(Optional.empty());
        awaited = new CompletableFuture<>();
        text = next;
        readIn(setting.pauseMillis());
    }

    /** To be read again as it is, for something else has changed. */
    synchronized void refresh() {
        Text now = text;
        if (now != null) {
            // another object, so that a reading under way is late
            text = now.changed(now.version(), List.of());
            awaited.complete(Optional.empty());
            awaited = new CompletableFuture<>();
            readIn(0);
        }
    }

    synchronized void close() {
        text = null;
        awaited.complete(Optional.empty());
        if (alarm != null) {
            alarm.cancel(false);
        }
    }

    /**
     * What there is to tell of the text as it is now, at once when it has been read, else when it will have been; nothing when it is changed or
     * closed before. Whoever gets it may cancel it, which disturbs nobody else.
     */
    synchronized CompletableFuture<Optional<Reading>> reading() {
        if (!awaited.isDone()) {
            readIn(0);
        }
        return awaited.copy();
    }

    private void readIn(int millis) {
        if (alarm != null) {
            alarm.cancel(false);
        }
        try {
            alarm = setting.clock().schedule(this::due, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // the session is over
            awaited.complete(Optional.empty());
        }
    }

    private synchronized void due() {
        if (reading) {
            again = true;
            return;
        }
        reading = true;
        try {
            setting.readers().execute(this::read);
        } catch (RejectedExecutionException e) {
            awaited.complete(Optional.empty());
        }
    }

    private void read() {
        Text now = text;
        done(now, now == null ? Optional.empty() : read(now));
    }

    private Optional<Reading> read(Text now) {
        try {
            return setting.reads().read(now, () -> text != now);
        } catch (RuntimeException | Error e) {
            setting.log().accept("a document could not be read: " + Fault.of(e));
            return Optional.of(new Reading(now, List.of()));
        }
    }

    private synchronized void done(@Nullable Text of, Optional<Reading> read) {
        reading = false;
        if (of != null && text == of) {
            read.ifPresent(setting.told());
            awaited.complete(read);
        } else if (again && text != null) {
            readIn(0);
        }
        again = false;
    }
}
