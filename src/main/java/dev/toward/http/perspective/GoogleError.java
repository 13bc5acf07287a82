package dev.toward.http.perspective;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as Google's services tell it. Repeats nothing of the request but the names of attributes.
 *
 * @param code the HTTP status
 * @param type of the protocol's own, as {@code COMMENT_EMPTY}, or null
 * @param attribute that it is about, or null
 * @param languages that were found, where it is about them
 */
public record GoogleError(
        int code,
        String message,
        @Nullable String type,
        @Nullable String attribute,
        List<String> languages) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DETAIL = "type.googleapis.com/google.commentanalyzer.v1alpha1.Error";

    public GoogleError {
        languages = List.copyOf(languages);
    }

    public GoogleError(int code, String message) {
        this(code, message, null, null, List.of());
    }

    static GoogleError invalid(String message) {
        return new GoogleError(400, message);
    }

    static GoogleError invalid(String message, String type) {
        return new GoogleError(400, message, type, null, List.of());
    }

    static GoogleError language(String attribute, List<String> languages) {
        return new GoogleError(
                400,
                "Attribute " + attribute + " does not support request languages: " + String.join(", ", languages),
                "LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE",
                attribute,
                languages);
    }

    Refused thrown() {
        return new Refused(this);
    }

    /** The name of the status. */
    String status() {
        return switch (code) {
            case 401 -> "UNAUTHENTICATED";
            case 403 -> "PERMISSION_DENIED";
            case 404 -> "NOT_FOUND";
            case 405, 501 -> "UNIMPLEMENTED";
            case 408, 504 -> "DEADLINE_EXCEEDED";
            case 429 -> "RESOURCE_EXHAUSTED";
            case 503 -> "UNAVAILABLE";
            default -> code < 500 ? "INVALID_ARGUMENT" : "INTERNAL";
        };
    }

    public String json() {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode error = root.putObject("error")
                .put("code", code)
                .put("message", message)
                .put("status", status());
        if (type != null) {
            ObjectNode detail =
                    error.putArray("details").addObject().put("@type", DETAIL).put("errorType", type);
            if (attribute != null) {
                ObjectNode about = detail.putObject("languageNotSupportedByAttributeError");
                languages.forEach(about.putArray("detectedLanguages")::add);
                about.put("attribute", attribute);
            }
        }
        return root.toString();
    }

    /** Carries an error to whatever answers the request. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        private final transient GoogleError error;

        private Refused(GoogleError error) {
            super(error.status());
            this.error = error;
        }

        public GoogleError error() {
            return error;
        }
    }
}
