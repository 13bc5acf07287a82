package dev.toward.http;

import dev.toward.Analyses;
import dev.toward.Analysis;
import dev.toward.AnalysisJson;
import dev.toward.DraftJson;
import io.javalin.http.Context;
import java.util.Map;

/** {@code POST /v1/check}: one draft in, one verdict out. */
final class CheckEndpoint implements Endpoint {
    private static final int SUGGESTIONS = 3;

    private final Service service;

    CheckEndpoint(Service service) {
        this.service = service;
    }

    @Override
    public void addTo(Routes routes) {
        routes.postToRead("/v1/check", this::check);
    }

    private void check(Context ctx) throws Exception {
        DraftJson.Asked asked = asked(JsonBody.of(ctx, service.bodies()));
        Analyses analyses = service.readiness().analyses();
        String answer = service.workers().apply(() -> {
            Analysis analysis = asked.by(analyses);
            service.figures().read(analysis);
            return AnalysisJson.line(analysis, asked.id(), asked.explained());
        });
        ctx.contentType("application/json").result(answer);
    }

    private static DraftJson.Asked asked(byte[] body) {
        try {
            return DraftJson.read(body, SUGGESTIONS);
        } catch (DraftJson.NotJson e) {
            throw new Problem(400, "Not understood", "The body is " + e.getMessage() + ".").thrown();
        } catch (DraftJson.Unexpected e) {
            String detail = "The body asks for something impossible: " + e.getMessage() + ".";
            throw new Problem(422, "Understood but impossible", detail, e.pointer(), Map.of()).thrown();
        }
    }
}
