package dev.toward.http;

import dev.toward.Fault;
import dev.toward.Server;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The HTTP server: endpoints, and one form for everything that goes wrong. It logs where something of ours failed and nothing
 * of any request.
 */
final class HttpServer implements Server {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Javalin javalin;
    private final Readiness readiness;
    private final Workers workers;
    private final URI address;
    private final AtomicBoolean closed = new AtomicBoolean();

    private HttpServer(Javalin javalin, Readiness readiness, Workers workers, URI address) {
        this.javalin = javalin;
        this.readiness = readiness;
        this.workers = workers;
        this.address = address;
    }

    static HttpServer start(String host, int port, Server.Loading loading, Consumer<String> log) throws IOException {
        InetAddress resolved = InetAddress.getByName(host);
        Workers workers = new Workers(Runtime.getRuntime().availableProcessors(), PATIENCE);
        Readiness readiness = Readiness.start(loading, log);
        try {
            Javalin javalin = Javalin.create(config -> configure(config, readiness, workers, log))
                    .start(resolved.getHostAddress(), port);
            String shown = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
            return new HttpServer(javalin, readiness, workers, URI.create("http://" + shown + ":" + javalin.port()));
        } catch (RuntimeException e) {
            workers.stop();
            readiness.close();
            throw bindException(e);
        }
    }

    private static void configure(JavalinConfig config, Readiness readiness, Workers workers, Consumer<String> log) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
        });
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new ProtocolErrors());
            server.setStopTimeout(PATIENCE.toMillis());
        });
        config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(new ProtocolErrors()));

        config.routes.before(
                ctx -> ctx.header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff"));
        config.routes.get("/", new Page());
        config.routes.get("/health", new HealthEndpoint(readiness));
        config.routes.post("/v1/check", new CheckEndpoint(readiness, workers));
        PhrasesEndpoint phrases = new PhrasesEndpoint(readiness, workers);
        config.routes.get("/v1/phrases", phrases::list);
        config.routes.post("/v1/phrases", phrases::add);
        config.routes.delete("/v1/phrases", phrases::remove);

        config.routes.exception(Problem.Thrown.class, (e, ctx) -> answer(ctx, e.problem()));
        config.routes.exception(MethodNotAllowedResponse.class, (e, ctx) -> answer(ctx, methodNotAllowed(e)));
        config.routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, Problem.ofStatus(e.getStatus())));
        config.routes.exception(Exception.class, (e, ctx) -> {
            log.accept("internal error: " + Fault.of(e));
            answer(ctx, Problem.ofStatus(500));
        });
    }

    private static Problem methodNotAllowed(MethodNotAllowedResponse e) {
        TreeSet<String> methods = new TreeSet<>(
                List.of(e.getDetails().getOrDefault("availableMethods", "").split(", ")));
        String allow = String.join(", ", methods);
        return new Problem(405, "Method not allowed", "This path answers " + allow + ".", null, Map.of("Allow", allow));
    }

    private static void answer(Context ctx, Problem problem) {
        ctx.status(problem.status());
        problem.headers().forEach(ctx::header);
        ctx.contentType(Problem.MEDIA_TYPE).result(problem.json());
    }

    private static IOException bindException(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException bind) {
                return bind;
            }
        }
        throw e;
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public void awaitReady() throws InterruptedException {
        readiness.await();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        javalin.stop();
        if (workers.stop()) {
            // Not under a thread that still reads with them; such a one ends with the process.
            readiness.close();
        }
    }
}
