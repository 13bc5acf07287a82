package dev.toward.http;

import dev.toward.Analyses;
import dev.toward.http.perspective.AnalyzeAnswer;
import dev.toward.http.perspective.AnalyzeRequest;
import dev.toward.http.perspective.GoogleError;
import dev.toward.http.perspective.SuggestedScores;
import io.javalin.http.Context;

/** {@code POST /v1alpha1/comments:analyze} and {@code :suggestscore}: the Perspective protocol, for clients that outlive that service. */
final class PerspectiveEndpoint implements Endpoint {
    private static final int LIMIT = 1 << 20;
    private static final String JSON = "application/json";

    private final Service service;
    private final SuggestedScores suggested;

    PerspectiveEndpoint(Service service) {
        this.service = service;
        this.suggested = new SuggestedScores(service.options().scores());
    }

    @Override
    public void addTo(Routes routes) {
        routes.postToRead("/v1alpha1/comments:analyze", this::analyze);
        routes.post("/v1alpha1/comments:suggestscore", this::suggestScore);
    }

    private void analyze(Context ctx) throws Exception {
        byte[] body = service.bodies().read(ctx, LIMIT);
        try {
            AnalyzeRequest request = AnalyzeRequest.read(body);
            Analyses analyses = service.readiness().analyses();
            String answer = service.workers().apply(() -> AnalyzeAnswer.of(request, analyses, service.figures()::read));
            ctx.contentType(JSON).result(answer);
        } catch (GoogleError.Refused e) {
            refuse(ctx, e.error());
        }
    }

    private void suggestScore(Context ctx) throws Exception {
        byte[] body = service.bodies().read(ctx, LIMIT);
        try {
            ctx.contentType(JSON).result(suggested.take(AnalyzeRequest.readSuggestion(body)));
        } catch (GoogleError.Refused e) {
            refuse(ctx, e.error());
        }
    }

    private static void refuse(Context ctx, GoogleError error) {
        ctx.status(error.code()).contentType(JSON).result(error.json());
    }
}
