package dev.toward.http;

import dev.toward.Fault;
import dev.toward.Server;
import dev.toward.ServerOptions;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server: a gate, endpoints behind it, and one form for everything that goes wrong. It logs where something of ours failed
 * and nothing of any request.
 */
final class HttpServer implements Server {
    /** How other protocols than ours say that something is wrong. */
    private static final List<Dialect> DIALECTS = List.of(new LanguageToolDialect(), new PerspectiveDialect());

    private static final int MOST_CONNECTIONS = 2048;

    /** Address and headers, in bytes. A text of several thousand letters can be checked by its address alone. */
    private static final int LONGEST_HEAD = 16 << 10;

    private final Javalin javalin;
    private final Gate gate;
    private final Connections connections;
    private final Service service;
    private final Patience patience;
    private final URI address;
    private final AtomicBoolean closed = new AtomicBoolean();

    private HttpServer(
            Javalin javalin, Gate gate, Connections connections, Service service, Patience patience, URI address) {
        this.javalin = javalin;
        this.gate = gate;
        this.connections = connections;
        this.service = service;
        this.patience = patience;
        this.address = address;
    }

    /** Every endpoint; a new one is added here. */
    private static List<Endpoint> endpoints(Service service) {
        return List.of(
                new Page(),
                new HealthEndpoint(service),
                new CheckEndpoint(service),
                new ClassifyEndpoint(service),
                new PhrasesEndpoint(service),
                new PhrasePacksEndpoint(service),
                new TaxonomyEndpoint(),
                new TacticPages(),
                new LanguageToolEndpoint(service),
                new PerspectiveEndpoint(service),
                new MetricsEndpoint(service),
                new OpenApiEndpoint());
    }

    /** Every path and its methods, with what answers there. */
    static Routes routes(JavalinConfig config, Service service) {
        Routes routes = new Routes(config.routes);
        endpoints(service).forEach(endpoint -> endpoint.addTo(routes));
        return routes;
    }

    static HttpServer start(ServerOptions options, Patience patience, Server.Loading loading, Consumer<String> log)
            throws IOException {
        InetAddress host = InetAddress.getByName(options.host());
        if (options.token() == null && !options.isThisComputerOnly()) {
            throw new IllegalArgumentException("others can call this address, so it needs a token");
        }
        Readiness readiness = Readiness.start(loading, log);
        int cores = Runtime.getRuntime().availableProcessors();
        Workers workers = new Workers(cores, options.waiting(), options.deadline(), patience.stop());
        Figures figures = new Figures();
        Service service = new Service(options, readiness, workers, new Bodies(patience.body()), figures, log);
        Connections connections = new Connections(patience.idle());
        try {
            Gate[] gate = new Gate[1];
            Javalin javalin = Javalin.create(config -> {
                gate[0] = new Gate(options, DIALECTS, routes(config, service), connections, workers.room(), figures);
                configure(config, gate[0], patience, log);
                config.jetty.addConnector((server, http) -> {
                    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
                    connector.setHost(host.getHostAddress());
                    connector.setPort(options.port());
                    connector.setIdleTimeout(patience.idle().toMillis());
                    connector.addBean(connections, false);
                    return connector;
                });
            });
            figures.watch("toward.requests.active", "Requests being answered", gate[0]::inHand);
            figures.watch("toward.drafts.active", "Drafts waiting or being read", workers::inHand);
            figures.watch("toward.connections", "Open connections", connections::open);
            figures.watch(
                    "toward.ready",
                    "1 when drafts are answered",
                    () -> readiness.ready().isPresent() ? 1 : 0);
            javalin.start();
            return new HttpServer(
                    javalin, gate[0], connections, service, patience, address(options.host(), javalin.port()));
        } catch (RuntimeException e) {
            connections.close();
            workers.stop();
            readiness.close();
            throw bindException(e);
        }
    }

    private static void configure(JavalinConfig config, Gate gate, Patience patience, Consumer<String> log) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
            http.setRequestHeaderSize(LONGEST_HEAD);
            // "http://host/" and "/v2/check" are put together as they stand; Gate reads it as one slash
            http.setUriCompliance(
                    UriCompliance.DEFAULT.with("toward", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT));
        });
        ProtocolErrors errors = new ProtocolErrors(DIALECTS);
        config.jetty.modifyServer(server -> {
            server.setHandler(gate);
            server.setErrorHandler(errors);
            server.setStopTimeout(patience.stop().toMillis());
            server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
        });
        config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(errors));

        config.routes.exception(Problem.Thrown.class, (e, ctx) -> answer(ctx, e.problem()));
        config.routes.exception(MethodNotAllowedResponse.class, (e, ctx) -> answer(ctx, methodNotAllowed(e)));
        config.routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, Problem.ofStatus(e.getStatus())));
        config.routes.exception(Exception.class, (e, ctx) -> {
            log.accept("internal error: " + Fault.of(e));
            answer(ctx, Problem.ofStatus(500));
        });
        config.router.javaLangErrorHandler((response, e) -> {
            log.accept("internal error: " + Fault.of(e));
            response.setStatus(500);
            response.setContentType(Problem.MEDIA_TYPE);
            try {
                response.getOutputStream().write(Problem.ofStatus(500).json().getBytes(StandardCharsets.UTF_8));
            } catch (IOException gone) {
                // nobody to tell any more
            }
        });
    }

    private static Problem methodNotAllowed(MethodNotAllowedResponse e) {
        TreeSet<String> methods = new TreeSet<>(
                List.of(e.getDetails().getOrDefault("availableMethods", "").split(", ")));
        String allow = String.join(", ", methods);
        return new Problem(405, "Method not allowed", "This path answers " + allow + ".").with("Allow", allow);
    }

    private static void answer(Context ctx, Problem problem) {
        Dialect dialect = Gate.dialect(DIALECTS, ctx.path());
        ctx.status(problem.status());
        problem.headers().forEach(ctx::header);
        ctx.contentType(dialect.mediaType()).result(dialect.form(problem));
    }

    private static URI address(String host, int port) {
        String shown = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create("http://" + shown + ":" + port);
    }

    private static IOException bindException(RuntimeException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
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
        service.readiness().await();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        gate.close(patience.stop());
        javalin.stop();
        connections.close();
        if (service.workers().stop()) {
            // Not under a thread that still reads with them; such a one ends with the process.
            service.readiness().close();
        }
    }
}
