package dev.toward.http;

import dev.toward.Analyses;
import dev.toward.Fault;
import dev.toward.Server;
import dev.toward.models.ModelException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Whether drafts can be answered yet, and why not. Loads the models on a thread of its own, and tries again while they are
 * missing or damaged. Threads may share it.
 */
final class Readiness implements AutoCloseable {
    private static final int LOADING_SECONDS = 2;
    private static final Duration NEXT_TRY = Duration.ofSeconds(30);

    private sealed interface State {
        record Loading() implements State {}

        record Ready(Analyses analyses) implements State {}

        record Failed(String why) implements State {}
    }

    private final Server.Loading loading;
    private final Consumer<String> log;
    private final CountDownLatch answering = new CountDownLatch(1);
    private final Thread loader;
    private State state = new State.Loading();
    private boolean closed;

    private Readiness(Server.Loading loading, Consumer<String> log) {
        this.loading = loading;
        this.log = log;
        this.loader = Thread.ofPlatform().name("toward-load").daemon().unstarted(this::load);
    }

    static Readiness start(Server.Loading loading, Consumer<String> log) {
        Readiness readiness = new Readiness(loading, log);
        readiness.loader.start();
        return readiness;
    }

    private void load() {
        boolean said = false;
        while (!Thread.currentThread().isInterrupted()) {
            String why;
            try {
                become(loading.load());
                return;
            } catch (ModelException e) {
                why = e.getMessage() == null ? "the models could not be loaded" : e.getMessage();
            } catch (RuntimeException | Error e) {
                why = "the models could not be loaded: " + Fault.of(e);
            }
            fail(why);
            if (!said) {
                log.accept("not ready: " + why + "; trying again every " + NEXT_TRY.toSeconds() + " seconds");
                said = true;
            }
            try {
                Thread.sleep(NEXT_TRY);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void become(Analyses analyses) {
        if (closed) {
            analyses.close();
        } else {
            state = new State.Ready(analyses);
            answering.countDown();
        }
    }

    private synchronized void fail(String why) {
        state = new State.Failed(why);
    }

    /** Whatever answers drafts; else the problem that says why there is nothing yet. */
    synchronized Analyses analyses() {
        return switch (state) {
            case State.Ready ready -> ready.analyses();
            case State.Loading none ->
                throw Problem.unavailable("The models are being loaded.", LOADING_SECONDS)
                        .thrown();
            case State.Failed failed ->
                throw Problem.unavailable("Not ready: " + failed.why() + ".", (int) NEXT_TRY.toSeconds())
                        .thrown();
        };
    }

    /** Whatever answers drafts, if anything does yet. */
    synchronized Optional<Analyses> ready() {
        return state instanceof State.Ready ready ? Optional.of(ready.analyses()) : Optional.empty();
    }

    void await() throws InterruptedException {
        answering.await();
    }

    @Override
    public synchronized void close() {
        closed = true;
        loader.interrupt();
        if (state instanceof State.Ready ready) {
            ready.analyses().close();
        }
    }
}
