package dev.toward.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Of {@code /v2/…}: errors are plain text, in words that clients tell them apart by. */
final class LanguageToolDialect implements Dialect {
    /** Where texts are checked. */
    static final String CHECK = "/v2/check";

    /** The field that has the token, where it is not in a header. */
    static final String KEY = "apiKey";

    private static final String ROOT = "/v2/";

    /** The ways that users and clients put an address together: without {@code /v2}, with it twice, below another path. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:/{1,2}[A-Za-z0-9._~-]{1,40}){0,4}/{1,2}v2/{1,2}(?<sub>[a-z]{1,20}(?:/[a-z]{1,20})?)/?"
                    + "|/{1,2}(?<bare>check|languages|maxtextlength|configinfo|healthcheck)/?");

    /** The path that is meant; the same one when it is none of this protocol. */
    static String canonical(String path) {
        if (path.startsWith("/v1")) {
            return path;
        }
        Matcher address = ADDRESS.matcher(path);
        if (!address.matches()) {
            return path;
        }
        return ROOT + (address.group("sub") == null ? address.group("bare") : address.group("sub"));
    }

    @Override
    public boolean speaks(String path) {
        return canonical(path).startsWith(ROOT);
    }

    @Override
    public String mediaType() {
        return "text/plain; charset=utf-8";
    }

    @Override
    public String form(Problem problem) {
        return "Error: " + text(problem);
    }

    private static String text(Problem problem) {
        String detail = problem.detail();
        return switch (problem.status()) {
            case 401 -> "AuthException: " + detail;
            case 404 ->
                "Unsupported action. There are /v2/check, /v2/languages, /v2/maxtextlength, /v2/configinfo, /v2/info, /v2/healthcheck.";
            case 413 -> detail.contains("exceeds") ? detail : "Your text exceeds this server's hard limit. " + detail;
            case 429 -> "Client request limit exceeded. " + detail;
            case 503 ->
                detail.contains("in time") ? "Checking took longer than this server gives it. " + detail : detail;
            case 500 -> detail.startsWith("Checking") ? detail : "Internal Error: " + detail;
            default -> detail;
        };
    }

    /** In the headers; or as the key of an account, which some clients can be given and headers cannot. */
    @Override
    public @Nullable String token(Request request) {
        String header = Token.ofHeader(request);
        if (header != null) {
            return header;
        }
        String query = request.getHttpURI().getQuery();
        return query == null ? null : Token.ofQuery(query, KEY);
    }

    /** LibreOffice and others send account and text in one form. */
    @Override
    public boolean mayShowTokenInBody(Request request, String path) {
        return path.equals(CHECK) && request.getMethod().equals("POST");
    }
}
