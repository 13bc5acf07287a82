package dev.toward.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/** {@code GET /health}: ready, or a problem that says why not. */
final class HealthEndpoint implements Handler {
    private static final JsonMapper JSON = new JsonMapper();

    private final Readiness readiness;

    HealthEndpoint(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public void handle(Context ctx) {
        String model = readiness.analyses().model();
        ctx.contentType("application/json")
                .result(JSON.createObjectNode()
                        .put("status", "ready")
                        .put("model", model)
                        .toString());
    }
}
