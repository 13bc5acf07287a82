package dev.toward.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what goes wrong before a request reaches its endpoint, such as a malformed address. Jetty's own page would repeat
 * the request.
 */
final class ProtocolErrors extends ErrorHandler {
    private final List<Dialect> dialects;

    ProtocolErrors(List<Dialect> dialects) {
        this.dialects = List.copyOf(dialects);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Problem problem = Problem.ofStatus(response.getStatus());
        Dialect dialect = Gate.dialect(dialects, request.getHttpURI().getPath());
        response.setStatus(problem.status());
        Gate.ALWAYS.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, dialect.mediaType());
        problem.headers().forEach(response.getHeaders()::put);
        response.write(true, StandardCharsets.UTF_8.encode(dialect.form(problem)), callback);
        return true;
    }
}
