package dev.toward.http;

import dev.toward.Analyses;
import dev.toward.AnalysisJson;
import dev.toward.DraftJson;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/check}: one draft in, one verdict out. */
final class CheckEndpoint implements Handler {
    private static final int SUGGESTIONS = 3;

    // A client that is still sending does not hear an answer, so some of what is too much is taken in and thrown away.
    private static final int DRAINED = 16 * DraftJson.LIMIT;

    private final Readiness readiness;
    private final Workers workers;

    CheckEndpoint(Readiness readiness, Workers workers) {
        this.readiness = readiness;
        this.workers = workers;
    }

    @Override
    public void handle(Context ctx) throws Exception {
        byte[] body = body(ctx);
        if (!isJson(ctx.contentType()) || !isPlain(ctx.header("Content-Encoding"))) {
            throw Problem.ofStatus(415).thrown();
        }
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

    private static byte[] body(Context ctx) {
        try (InputStream in = ctx.req().getInputStream()) {
            byte[] body = in.readNBytes(DraftJson.LIMIT + 1);
            if (body.length > DraftJson.LIMIT) {
                drain(in);
                String detail = "A request may have " + DraftJson.LIMIT + " bytes (1 MiB) at most.";
                throw new Problem(413, "Too large", detail).thrown();
            }
            return body;
        } catch (IOException e) {
            throw new Problem(400, "Not understood", "The body broke off before its end.").thrown();
        }
    }

    private static void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int left = DRAINED;
        for (int n = in.read(buffer); n >= 0 && left > 0; n = in.read(buffer)) {
            left -= n;
        }
    }

    /** {@code application/json}, with {@code charset=utf-8} or none. */
    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].strip().equals("application/json")) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(@Nullable String contentEncoding) {
        return contentEncoding == null || contentEncoding.equalsIgnoreCase("identity");
    }
}
