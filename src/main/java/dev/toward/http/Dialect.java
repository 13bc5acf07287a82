package dev.toward.http;

import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * How a family of paths speaks where protocols differ: in what form it says that something is wrong, and where its clients put
 * the token. Stateless; threads may share it.
 */
interface Dialect {
    /** Our own: RFC 9457, and the token in the header {@code Authorization}. For every path that no other takes. */
    Dialect OURS = new Dialect() {
        @Override
        public boolean speaks(String path) {
            return true;
        }

        @Override
        public String mediaType() {
            return Problem.MEDIA_TYPE;
        }

        @Override
        public String form(Problem problem) {
            return problem.json();
        }
    };

    boolean speaks(String path);

    /** Of what {@link #form} gives. */
    String mediaType();

    String form(Problem problem);

    /** The token as the request's address or headers show it, or null. The body is not read for it. */
    default @Nullable String token(Request request) {
        return Token.ofHeader(request);
    }

    /** Whether what answers there asks for the token in the body, of who shows none before it: see {@link Stranger}. */
    default boolean mayShowTokenInBody(Request request, String path) {
        return false;
    }
}
