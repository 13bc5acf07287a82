package dev.toward.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Someone who has not shown the token yet, and may do so in the body: a form's {@code apiKey}. The {@link Gate} lets such a request
 * through undecided; its endpoint asks before it does anything with what it was sent.
 */
final class Stranger {
    private static final String NAME = Stranger.class.getName();

    private final Token token;

    private Stranger(Token token) {
        this.token = token;
    }

    /** Marks a request as one that must still show this. */
    static void mark(Request request, Token token) {
        request.setAttribute(NAME, new Stranger(token));
    }

    /** Null for a request that was decided about at the gate. */
    static @Nullable Stranger of(Context ctx) {
        return (Stranger) ctx.req().getAttribute(NAME);
    }

    /** @param form as it was sent, still encoded */
    boolean shows(byte[] form, String field) {
        return token.is(Token.ofQuery(new String(form, StandardCharsets.UTF_8), field));
    }
}
