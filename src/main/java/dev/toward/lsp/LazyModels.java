package dev.toward.lsp;

import dev.toward.Analyses;
import dev.toward.Fault;
import dev.toward.Server;
import dev.toward.models.ModelException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The models, loaded when the first text is there to be read. Threads may share it; all wait for the one that loads. */
final class LazyModels implements AutoCloseable {
    private static final Duration NEXT_TRY = Duration.ofSeconds(30);

    private final Server.Loading loading;
    private final Consumer<String> complain;
    private @Nullable Analyses loaded;
    private long failedAt;
    private boolean failed;
    private boolean closed;

    /** @param complain is told why they cannot be had, once */
    LazyModels(Server.Loading loading, Consumer<String> complain) {
        this.loading = loading;
        this.complain = complain;
    }

    /** Nothing while they cannot be had; it is tried again now and then. */
    synchronized Optional<Analyses> get() {
        if (closed) {
            return Optional.empty();
        }
        if (loaded == null && (!failed || System.nanoTime() - failedAt > NEXT_TRY.toNanos())) {
            try {
                loaded = loading.load();
            } catch (ModelException e) {
                fail(e.getMessage() == null ? "the models could not be loaded" : e.getMessage());
            } catch (RuntimeException | Error e) {
                fail("the models could not be loaded: " + Fault.of(e));
            }
        }
        return Optional.ofNullable(loaded);
    }

    private void fail(String why) {
        if (!failed) {
            complain.accept(why);
        }
        failed = true;
        failedAt = System.nanoTime();
    }

    /** Nobody may be reading any more. */
    @Override
    public synchronized void close() {
        closed = true;
        if (loaded != null) {
            loaded.close();
        }
    }
}
