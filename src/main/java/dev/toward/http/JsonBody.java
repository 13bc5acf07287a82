package dev.toward.http;

import dev.toward.DraftJson;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a request that must be JSON in UTF-8, of 1 MiB at most. */
final class JsonBody {
    private static final Set<String> JSON = Set.of("application/json");

    private JsonBody() {}

    /** The bytes as sent; throws the problem with them where there is one. */
    static byte[] of(Context ctx, Bodies bodies) {
        byte[] body = bodies.read(ctx, DraftJson.LIMIT);
        if (!isPlainly(ctx, JSON)) {
            throw Problem.ofStatus(415).thrown();
        }
        return body;
    }

    /** True for one of these media types, with {@code charset=utf-8} or none, not compressed. */
    static boolean isPlainly(Context ctx, Set<String> mediaTypes) {
        String encoding = ctx.header("Content-Encoding");
        return (encoding == null || encoding.equalsIgnoreCase("identity"))
                && isOf(mediaTypes, ctx.header("Content-Type"));
    }

    private static boolean isOf(Set<String> mediaTypes, @Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        if (!mediaTypes.contains(parts[0].strip())) {
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
}
