package dev.toward.http;

import dev.toward.http.perspective.GoogleError;
import java.util.List;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Of {@code /v1alpha1/…}: errors in Google's form, the token as the key of an account. */
final class PerspectiveDialect implements Dialect {
    @Override
    public boolean speaks(String path) {
        return path.startsWith("/v1alpha1/");
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public String form(Problem problem) {
        String type = problem.status() == 413 ? "COMMENT_TOO_LONG" : null;
        return new GoogleError(problem.status(), problem.detail(), type, null, List.of()).json();
    }

    @Override
    public @Nullable String token(Request request) {
        String header = Token.ofHeader(request);
        if (header != null) {
            return header;
        }
        String key = request.getHeaders().get("X-Goog-Api-Key");
        String query = request.getHttpURI().getQuery();
        return key != null || query == null ? key : Token.ofQuery(query, "key");
    }
}
