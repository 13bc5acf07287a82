package dev.toward.lsp;

import dev.toward.EditorServer;
import dev.toward.Fault;
import dev.toward.Server;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** Speaks the Language Server Protocol. Found as a service by the command line. */
public final class LspServer implements EditorServer {
    /** The library logs whole messages, and so what people write. Held, for a logger that nobody holds forgets its level. */
    private static final Logger LIBRARY = Logger.getLogger("org.eclipse.lsp4j");

    @Override
    public boolean serve(
            InputStream in, OutputStream out, Server.Loading loading, @Nullable Path pages, Consumer<String> log) {
        LIBRARY.setLevel(Level.OFF);
        Manners manners = new Manners(log);
        Session session = new Session(loading, pages, manners, log);
        ExecutorService listener = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("toward-listen-", 0).daemon().factory());
        Launcher<LanguageClient> launcher = new LSPLauncher.Builder<LanguageClient>()
                .setLocalService(session)
                .setRemoteInterface(LanguageClient.class)
                .setInput(Frames.of(in, log))
                .setOutput(out)
                .setExecutorService(listener)
                .setExceptionHandler(thrown -> error(thrown, log))
                .wrapMessages(manners::around)
                .create();
        session.connect(launcher.getRemoteProxy());
        Future<Void> listening = launcher.startListening();
        listener.execute(() -> {
            awaitEnd(listening, log);
            session.ended().complete(manners.isOver());
        });
        try {
            return session.ended().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("an end is never exceptional", e);
        } finally {
            session.stop();
            listener.shutdown();
        }
    }

    private static void awaitEnd(Future<Void> listening, Consumer<String> log) {
        try {
            listening.get();
        } catch (ExecutionException e) {
            log.accept("the editor can no longer be heard: " + Fault.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the editor is told of a request that went wrong: where, and nothing of what it was about. */
    private static ResponseError error(Throwable thrown, Consumer<String> log) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof InvocationTargetException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ResponseErrorException told) {
            return told.getResponseError();
        }
        String fault = Fault.of(cause);
        log.accept("a request could not be answered: " + fault);
        return new ResponseError(ResponseErrorCode.InternalError, "a fault in toward: " + fault, null);
    }
}
