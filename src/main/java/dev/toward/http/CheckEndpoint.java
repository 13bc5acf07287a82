package dev.toward.http;

import dev.toward.Analyses;
import dev.toward.AnalysisJson;
import dev.toward.DraftJson;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;

/** {@code POST /v1/check}: one draft in, one verdict out. */
final class CheckEndpoint implements Handler {
    private static final int SUGGESTIONS = 3;

    private final Readiness readiness;
    private final Workers workers;

    CheckEndpoint(Readiness readiness, Workers workers) {
        this.readiness = readiness;
        this.workers = workers;
    }

    @Override
    public void handle(Context ctx) throws Exception {
        byte[] body = JsonBody.of(ctx);
        DraftJson.Asked asked;
        try {
            asked = DraftJson.read(body, SUGGESTIONS);
        } catch (DraftJson.NotJson e) {
            throw new Problem(400, "Not understood", "The body is " + e.getMessage() + ".").thrown();
        } catch (DraftJson.Unexpected e) {
            String detail = "The body asks for something impossible: " + e.getMessage() + ".";
            throw new Problem(422, "Understood but impossible", detail, e.pointer(), Map.of()).thrown();
        }
        Analyses analyses = readiness.analyses();
        String answer = workers.apply(() -> AnalysisJson.line(asked.by(analyses), asked.id()));
        ctx.contentType("application/json").result(answer);
    }
}
