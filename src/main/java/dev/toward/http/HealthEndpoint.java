package dev.toward.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /health/live}: the process answers; when it does not, start it anew. {@code GET /health/ready}, and {@code /health}
 * for short: drafts are answered, or a problem that says why not; until they are, send requests elsewhere.
 */
final class HealthEndpoint implements Endpoint {
    private static final JsonMapper JSON = new JsonMapper();

    private final Readiness readiness;

    HealthEndpoint(Service service) {
        this.readiness = service.readiness();
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/health", this::ready);
        routes.get("/health/ready", this::ready);
        routes.get("/health/live", ctx -> answer(ctx, "live", null));
    }

    private void ready(Context ctx) {
        answer(ctx, "ready", readiness.analyses().model());
    }

    private static void answer(Context ctx, String status, @Nullable String model) {
        var health = JSON.createObjectNode().put("status", status);
        if (model != null) {
            health.put("model", model);
        }
        ctx.contentType("application/json").result(health.toString());
    }
}
