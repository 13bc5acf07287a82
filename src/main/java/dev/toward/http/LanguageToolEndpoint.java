package dev.toward.http;

import dev.toward.Analyses;
import dev.toward.Fault;
import dev.toward.http.languagetool.Answers;
import dev.toward.http.languagetool.CheckRequest;
import dev.toward.http.languagetool.Form;
import dev.toward.http.languagetool.LanguageCode;
import dev.toward.http.languagetool.Reading;
import dev.toward.http.languagetool.Refused;
import dev.toward.http.languagetool.Upstream;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v2/…}: the LanguageTool protocol, which editors, mail programs and browser add-ons speak. As LanguageTool does, it
 * asks for no method and no media type.
 */
final class LanguageToolEndpoint implements Endpoint {
    private static final int LIMIT = 1 << 20;
    private static final Set<String> ACCOUNT = Set.of("username", LanguageToolDialect.KEY);
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain";

    /** What is left of the deadline when reading stops, for the answer to be put together. */
    private static final Duration REST = Duration.ofMillis(500);

    private final Service service;
    private final @Nullable Token token;
    private final @Nullable Upstream upstream;
    private final Answers answers = new Answers(version(), built());

    LanguageToolEndpoint(Service service) {
        this.service = service;
        URI behind = service.options().languageTool();
        this.token = service.options().token() == null
                ? null
                : new Token(service.options().token());
        this.upstream = behind == null ? null : new Upstream(behind);
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(LanguageToolDialect.CHECK, this::check);
        routes.postToRead(LanguageToolDialect.CHECK, this::check);
        both(routes, "/v2/languages", this::languages);
        both(routes, "/v2/configinfo", this::configInfo);
        both(routes, "/v2/maxtextlength", ctx -> ctx.contentType(TEXT).result("" + CheckRequest.MOST_CHARACTERS));
        both(routes, "/v2/info", ctx -> ctx.contentType(JSON).result(answers.info()));
        both(routes, "/v2/healthcheck", this::healthcheck);
    }

    private static void both(Routes routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.post(path, handler);
    }

    private void check(Context ctx) throws Exception {
        Analyses analyses = service.readiness().analyses();
        Form form = form(ctx);
        CheckRequest request = understood(() -> CheckRequest.of(form));
        String pages = pages(ctx);
        try (Upstream.Asked asked = ask(ctx, "check", form)) {
            long late =
                    System.nanoTime() + service.options().deadline().minus(REST).toNanos();
            Reading reading = service.workers()
                    .apply(() -> understood(() -> Reading.of(request, analyses, pages, late, service.figures()::read)));
            Upstream.Answer theirs = asked == null ? Upstream.Answer.NONE : asked.answer();
            ctx.contentType(JSON).result(answers.check(request, reading, theirs));
        }
    }

    private void languages(Context ctx) throws Exception {
        try (Upstream.Asked asked = ask(ctx, "languages", form(ctx))) {
            ctx.contentType(JSON)
                    .result(answers.languages(
                            asked == null ? null : asked.answer().answer()));
        }
    }

    private void configInfo(Context ctx) throws Exception {
        Form form = form(ctx);
        String given = form.get("language");
        if (given == null || given.isBlank()) {
            throw new Problem(400, "Not understood", "'language' parameter missing").thrown();
        }
        LanguageCode language = understood(() -> LanguageCode.of(given));
        try (Upstream.Asked asked = ask(ctx, "configinfo", form)) {
            ctx.contentType(JSON)
                    .result(answers.configInfo(
                            language, asked == null ? null : asked.answer().answer()));
        }
    }

    private void healthcheck(Context ctx) {
        service.readiness().analyses();
        if (service.workers().room().isFull()) {
            throw Problem.tooManyWaiting().thrown();
        }
        ctx.contentType(TEXT).result("OK");
    }

    private Upstream.@Nullable Asked ask(Context ctx, String action, Form form) {
        if (upstream == null || ctx.header(Upstream.SENT_ON) != null) {
            return null;
        }
        try {
            return upstream.ask(action, form.encoded(CheckRequest.OURS));
        } catch (IllegalArgumentException e) {
            service.log().accept("the LanguageTool behind cannot be asked: " + Fault.of(e));
            return null;
        }
    }

    private Form form(Context ctx) {
        byte[] body = service.bodies().read(ctx, LIMIT);
        Stranger stranger = Stranger.of(ctx);
        if (stranger != null && !stranger.shows(body, LanguageToolDialect.KEY)) {
            service.figures().refused(Figures.Refusal.TOKEN);
            throw Problem.noToken().thrown();
        }
        Form form = understood(() -> Form.read(body, ctx.queryString()));
        // The account is with us then, and no business of the LanguageTool behind.
        return token != null && token.is(form.get(LanguageToolDialect.KEY)) ? form.without(ACCOUNT) : form;
    }

    private interface Understanding<T> {
        T get() throws Refused;
    }

    private static <T> T understood(Understanding<T> understanding) {
        try {
            return understanding.get();
        } catch (Refused e) {
            throw new Problem(e.status(), "Not understood", e.text()).thrown();
        }
    }

    /** Tactics' pages are here as well, under the name that the client calls this server by. */
    private static String pages(Context ctx) {
        String host = ctx.header("Host");
        return "http://" + (host == null ? "localhost" : host) + TacticPages.PATH + "?id=";
    }

    private static String version() {
        String version = LanguageToolEndpoint.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0" : version;
    }

    /** In LanguageTool's form. Fixed by the build, so that the same program says the same. */
    private static String built() {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss Z", Locale.ROOT)
                .format(Instant.parse("2026-01-01T00:00:00Z").atOffset(ZoneOffset.UTC));
    }
}
