package dev.toward.http;

import dev.toward.DraftJson;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The body of a request that must be JSON in UTF-8, of 1 MiB at most. */
final class JsonBody {
    // A client that is still sending does not hear an answer, so some of what is too much is taken in and thrown away.
    private static final int DRAINED = 16 * DraftJson.LIMIT;

    private JsonBody() {}

    /** The bytes as sent; throws the problem with them where there is one. */
    static byte[] of(Context ctx) {
        byte[] body = body(ctx);
        if (!isJson(ctx.contentType()) || !isPlain(ctx.header("Content-Encoding"))) {
            throw Problem.ofStatus(415).thrown();
        }
        return body;
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
