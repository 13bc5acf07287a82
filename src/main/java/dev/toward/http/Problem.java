package dev.toward.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that says what is wrong, in the form of RFC 9457. None repeats anything of the request but the place of a field.
 *
 * @param pointer the field, as a JSON pointer, or null when it is about no one field
 * @param headers to send along, as {@code Retry-After}
 */
record Problem(
        int status, String title, String detail, @Nullable String pointer, Map<String, String> headers) {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonFactory JSON = new JsonFactory();

    Problem {
        headers = Map.copyOf(headers);
    }

    Problem(int status, String title, String detail) {
        this(status, title, detail, null, Map.of());
    }

    /** A problem that goes away by itself. */
    static Problem unavailable(String detail, int retryAfterSeconds) {
        return new Problem(
                503, "Not available", detail, null, Map.of("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    /** More than may wait do wait. */
    static Problem tooManyWaiting() {
        return unavailable("Too many requests are waiting.", 1);
    }

    /** One client asks too often. */
    static Problem tooMany(int retryAfterSeconds) {
        return new Problem(429, "Too often", "This client asks more often than it may.")
                .with("Retry-After", Integer.toString(retryAfterSeconds));
    }

    /** Nobody has shown that they may ask. */
    static Problem noToken() {
        return new Problem(401, "No token", "Show the server's token, as in 'Authorization: Bearer TOKEN'.")
                .with("WWW-Authenticate", "Bearer");
    }

    /** With one more header. */
    Problem with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Problem(status, title, detail, pointer, more);
    }

    /** What there is to say of a bare status, as Jetty or Javalin gives it. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> new Problem(400, "Not understood", "The request is not well-formed HTTP.");
            case 404 -> new Problem(404, "Not found", "There is nothing at this path; GET / shows what there is.");
            case 405 -> new Problem(405, "Method not allowed", "This path does not answer this method.");
            case 408 -> new Problem(408, "Too slow", "The request did not come to its end in time.");
            case 413 -> new Problem(413, "Too large", "The request is too large.");
            case 414 -> new Problem(414, "Address too long", "The address is too long; POST what is long in the body.");
            case 415 -> new Problem(415, "Unsupported media type", "Send application/json in UTF-8.");
            case 431 -> new Problem(431, "Headers too large", "The headers of the request are too large.");
            case 501, 505 -> new Problem(status, "Not supported", "The server speaks HTTP/1.1, and not all of that.");
            case 503 -> unavailable("The server is not ready.", 1);
            default ->
                status >= 400 && status < 500
                        ? new Problem(status, "Not understood", "The request could not be answered.")
                        : new Problem(500, "Our fault", "Something went wrong here; the server's log says where.");
        };
    }

    String json() {
        StringWriter out = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("status", status);
            json.writeStringField("title", title);
            json.writeStringField("detail", detail);
            if (pointer != null) {
                json.writeStringField("pointer", pointer);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string does not fail to be written", e);
        }
        return out.toString();
    }

    /** This problem, thrown to whatever answers the request. */
    Thrown thrown() {
        return new Thrown(this);
    }

    /** Carries a problem up to the server. Without a trace: it is an answer, not a fault. */
    static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Problem problem;

        private Thrown(Problem problem) {
            super(problem.title(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
