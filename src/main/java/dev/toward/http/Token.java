package dev.toward.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The word that callers must show. How long a comparison takes says nothing of it, not even its length. */
final class Token {
    private final byte[] digest;

    Token(String token) {
        this.digest = digest(token);
    }

    boolean is(@Nullable String shown) {
        return shown != null && MessageDigest.isEqual(digest, digest(shown));
    }

    /** {@code Authorization: Bearer TOKEN}; or {@code Basic}, as from an address like {@code http://any:TOKEN@host}. Else null. */
    static @Nullable String ofHeader(Request request) {
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (header == null) {
            return null;
        }
        if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return header.substring(7).strip();
        }
        if (header.regionMatches(true, 0, "Basic ", 0, 6)) {
            try {
                byte[] pair = Base64.getDecoder().decode(header.substring(6).strip());
                String plain = new String(pair, StandardCharsets.UTF_8);
                return plain.substring(plain.indexOf(':') + 1);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        return null;
    }

    /** {@code field=TOKEN} in the query of an address, or a form, which is still encoded; else null. */
    static @Nullable String ofQuery(String query, String field) {
        String name = field + "=";
        int at = 0;
        while (!query.startsWith(name, at)) {
            at = query.indexOf('&', at) + 1;
            if (at == 0) {
                return null;
            }
        }
        int end = query.indexOf('&', at);
        try {
            return URLDecoder.decode(
                    query.substring(at + name.length(), end < 0 ? query.length() : end), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] digest(String word) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
