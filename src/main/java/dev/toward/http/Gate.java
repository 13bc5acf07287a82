package dev.toward.http;

import dev.toward.ServerOptions;
import dev.toward.http.Figures.Refusal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes first: whether it called us by a name of ours, comes from a page that may ask, shows the token, and is
 * not one too many. It sets the headers that every answer has, answers {@code OPTIONS}, and counts.
 */
final class Gate extends Handler.Wrapper {
    /** The headers that every answer has. */
    static final Map<String, String> ALWAYS = Map.of(
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String DAY = "86400";
    private static final String USUAL_HEADERS = "Accept, Authorization, Content-Type, X-Requested-With";
    private static final Pattern HEADER_NAMES = Pattern.compile("[A-Za-z0-9-]{1,60}(?: ?, ?[A-Za-z0-9-]{1,60}){0,30}");

    /** Bodies and threads of these fit into a small heap; what is over is answered at once. */
    private static final int MOST_REQUESTS = 512;

    private final Names names;
    private final Origins origins;
    private final @Nullable Token token;
    private final Strangers strangers = new Strangers();
    private final Rates rates;
    private final List<Dialect> dialects;
    private final Routes routes;
    private final Connections connections;
    private final Room room;
    private final Figures figures;
    private final AtomicInteger inHand = new AtomicInteger();
    private volatile boolean stopping;

    Gate(
            ServerOptions options,
            List<Dialect> dialects,
            Routes routes,
            Connections connections,
            Room room,
            Figures figures) {
        this.names = new Names(options.host(), options.names());
        this.origins = new Origins(options.origins());
        this.token = options.token() == null ? null : new Token(options.token());
        this.rates = new Rates(options.rate(), ServerOptions.USUAL_RATE, System::nanoTime);
        this.dialects = List.copyOf(dialects);
        this.routes = routes;
        this.connections = connections;
        this.room = room;
        this.figures = figures;
    }

    @Override
    public boolean handle(Request received, Response response, Callback callback) throws Exception {
        long began = System.nanoTime();
        String path = LanguageToolDialect.canonical(Request.getPathInContext(received));
        Request request = path.equals(Request.getPathInContext(received))
                ? received
                : Request.serveAs(received, HttpURI.build(received.getHttpURI()).path(path));
        Connection connection = request.getConnectionMetaData().getConnection();
        connections.busy(connection);
        int now = inHand.incrementAndGet();
        Request.addCompletionListener(request, failure -> {
            inHand.decrementAndGet();
            connections.free(connection);
            String known = routes.paths().contains(path) ? path : "other";
            String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
            figures.answered(known, method, response.getStatus(), System.nanoTime() - began);
        });
        ALWAYS.forEach(response.getHeaders()::put);
        Refused refused = refused(request, response, path, now);
        if (refused != null) {
            figures.refused(refused.why());
            // a body that is still on its way would be taken for the next request
            if (!request.consumeAvailable()) {
                response.getHeaders().put(HttpHeader.CONNECTION, "close");
            }
            write(dialect(dialects, path), refused.problem(), response, callback);
            return true;
        }
        if (request.getMethod().equals("OPTIONS")) {
            options(request, response, path);
            callback.succeeded();
            return true;
        }
        return super.handle(request, response, callback);
    }

    private record Refused(Refusal why, Problem problem) {}

    private @Nullable Refused refused(Request request, Response response, String path, int now) {
        HttpFields headers = request.getHeaders();
        String host = headers.get(HttpHeader.HOST);
        String address = request.getHttpURI().getHost();
        // Programs of old send no host; a browser always does.
        if (host != null && !names.know(host) || address != null && !names.know(address)) {
            return new Refused(
                    Refusal.HOST,
                    new Problem(
                            403, "Not this name", "The Host header names no name of this server; see --allow-host."));
        }
        String origin = headers.get(HttpHeader.ORIGIN);
        if (origin != null) {
            response.getHeaders().add(HttpHeader.VARY, "Origin");
            if (!origins.know(origin, host)) {
                return new Refused(
                        Refusal.ORIGIN,
                        new Problem(403, "Not this page", "Pages of this origin may not ask; see --allow-origin."));
            }
            response.getHeaders().put("Access-Control-Allow-Origin", origin);
            response.getHeaders().put("Access-Control-Expose-Headers", "Retry-After");
        }
        if (!METHODS.contains(request.getMethod())) {
            return new Refused(Refusal.METHOD, Problem.ofStatus(405));
        }
        if (path.equals("/health") || path.startsWith("/health/") || path.equals("/v2/healthcheck")) {
            return null; // whoever watches over us is always answered
        }
        if (stopping) {
            Problem problem =
                    Problem.unavailable("The server is shutting down.", 1).with("Connection", "close");
            return new Refused(Refusal.STOPPING, problem);
        }
        int wait = rates.wait(client(request));
        if (wait > 0) {
            return new Refused(Refusal.RATE, Problem.tooMany(wait));
        }
        if (now > MOST_REQUESTS) {
            return new Refused(Refusal.REQUESTS, Problem.unavailable("Too many requests at once.", 1));
        }
        boolean open = path.equals("/")
                || path.equals(TacticPages.PATH)
                || request.getMethod().equals("OPTIONS");
        if (token != null && !open) {
            Dialect dialect = dialect(dialects, path);
            String shown = dialect.token(request);
            if (shown == null && dialect.mayShowTokenInBody(request, path) && Strangers.tellsLength(request)) {
                if (!strangers.letIn(request)) {
                    return new Refused(Refusal.REQUESTS, Problem.unavailable("Too many requests at once.", 1));
                }
                Stranger.mark(request, token);
                return null; // and it is not asked whether there is room: who may not come in is counted nowhere
            }
            if (!token.is(shown)) {
                return new Refused(Refusal.TOKEN, Problem.noToken());
            }
        }
        // Said here it costs less than once the body is understood, and that much more is left for who is let in.
        if (routes.reads(path) && request.getMethod().equals("POST") && room.sendsAway()) {
            return new Refused(Refusal.WAITING, Problem.tooManyWaiting());
        }
        return null;
    }

    private static InetAddress client(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress socket
                ? socket.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    /** What may be asked here, and, for a browser that asks on behalf of a page, that it may. */
    private void options(Request request, Response response, String path) {
        String allow = String.join(", ", routes.methods(path));
        allow = allow.isEmpty() ? "OPTIONS" : allow + ", OPTIONS";
        HttpFields.Mutable headers = response.getHeaders();
        response.setStatus(204);
        headers.put(HttpHeader.ALLOW, allow);
        if (request.getHeaders().get(HttpHeader.ORIGIN) != null) {
            headers.put("Access-Control-Allow-Methods", allow);
            String wanted = request.getHeaders().get("Access-Control-Request-Headers");
            headers.put(
                    "Access-Control-Allow-Headers",
                    wanted != null
                                    && path.startsWith("/v2/")
                                    && HEADER_NAMES.matcher(wanted).matches()
                            ? wanted
                            : USUAL_HEADERS);
            headers.put("Access-Control-Max-Age", DAY);
            if (request.getHeaders().get("Access-Control-Request-Private-Network") != null) {
                headers.put("Access-Control-Allow-Private-Network", "true");
            }
        }
    }

    static Dialect dialect(List<Dialect> dialects, @Nullable String path) {
        if (path != null) {
            for (Dialect dialect : dialects) {
                if (dialect.speaks(path)) {
                    return dialect;
                }
            }
        }
        return Dialect.OURS;
    }

    private static void write(Dialect dialect, Problem problem, Response response, Callback callback) {
        response.setStatus(problem.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, dialect.mediaType());
        problem.headers().forEach(response.getHeaders()::put);
        response.write(true, StandardCharsets.UTF_8.encode(dialect.form(problem)), callback);
    }

    /** How many requests are being answered. */
    int inHand() {
        return inHand.get();
    }

    /** Takes on nothing more, and waits until what is in hand has been answered, or for as long as that. */
    void close(Duration patience) {
        stopping = true;
        long late = System.nanoTime() + patience.toNanos();
        try {
            while (inHand.get() > 0 && System.nanoTime() - late < 0) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
