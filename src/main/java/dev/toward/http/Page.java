package dev.toward.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** {@code GET /}: a page to try it in. It loads nothing from anywhere, and runs no script but its own. */
final class Page implements Endpoint {
    private final String html;
    private final String policy;

    Page() {
        html = Resource.text("page.html");
        policy =
                "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src '"
                        + digest(between("<style>", "</style>")) + "'; script-src '"
                        + digest(between("<script>", "</script>"))
                        + "'";
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/", this::show);
    }

    private void show(Context ctx) {
        ctx.header("Content-Security-Policy", policy)
                .contentType("text/html; charset=utf-8")
                .result(html);
    }

    private String between(String open, String close) {
        int start = html.indexOf(open) + open.length();
        return html.substring(start, html.indexOf(close, start));
    }

    private static String digest(String inline) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
