package dev.toward.http;

import dev.toward.Analyses;
import dev.toward.PackCheck;
import dev.toward.Phrasebook;
import dev.toward.phrase.PackFile;
import dev.toward.phrase.PackForm;
import dev.toward.phrase.PhraseFileException;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /v1/phrases/pack}: takes a pack in, all of it or none, and gives the user's own phrases out as one; {@code docs/phrases.md} tells how a pack is written. */
final class PhrasePacksEndpoint implements Endpoint {
    private static final String PATH = "/v1/phrases/pack";
    private static final Set<String> YAML = Set.of("application/yaml", "application/x-yaml", "text/yaml");
    private static final Set<String> BOTH =
            Stream.of(YAML, ClassifyEndpoint.MEDIA_TYPES).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    /** What refusals call the pack, which has no name here. */
    private static final Path NAME = Path.of("The pack");

    private final Readiness readiness;
    private final Workers workers;
    private final Bodies bodies;

    PhrasePacksEndpoint(Service service) {
        this.readiness = service.readiness();
        this.workers = service.workers();
        this.bodies = service.bodies();
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(PATH, this::give);
        routes.post(PATH, this::take);
    }

    /** {@code GET ?format=jsonl|yaml}. */
    private void give(Context ctx) throws Exception {
        PackForm form = form(ctx.queryParam("format"));
        Phrasebook book = PhrasesEndpoint.book(readiness);
        String pack = workers.apply(() -> PackFile.text(book.own(), form));
        ctx.contentType(form == PackForm.YAML ? "application/yaml" : ClassifyEndpoint.MEDIA_TYPE)
                .result(pack);
    }

    private static PackForm form(@Nullable String id) {
        for (PackForm form : PackForm.values()) {
            if (id == null || form.id().equals(id)) {
                return form;
            }
        }
        throw new Problem(400, "Not understood", "format: expected jsonl or yaml.").thrown();
    }

    /** {@code POST} of a pack; each of its phrases is read, and each of its tests run, before any is kept. */
    private void take(Context ctx) throws Exception {
        byte[] body = bodies.read(ctx, PackFile.LIMIT);
        if (!JsonBody.isPlainly(ctx, BOTH)) {
            throw new Problem(415, "Unsupported media type", "Send application/jsonl or application/yaml in UTF-8.")
                    .thrown();
        }
        PackForm form = JsonBody.isPlainly(ctx, YAML) ? PackForm.YAML : PackForm.JSONL;
        Analyses analyses = readiness.analyses();
        Phrasebook book = PhrasesEndpoint.book(readiness);
        try (Workers.Stream stream = workers.stream()) {
            PackCheck check = new PackCheck(List.of(PackFile.of(NAME, body, form)));
            check.ids(book.own(), book.shipped());
            check.readings(analyses, step -> inTurn(stream, step));
            book.add(check.phrases());
            ctx.status(201)
                    .contentType("application/json")
                    .result("{\"imported\":" + check.phrases().size() + ",\"tests\":" + check.tests() + "}");
        } catch (PhraseFileException e) {
            throw new Problem(
                            422,
                            "Understood but impossible",
                            e.getMessage() + "; nothing was imported.",
                            null,
                            Map.of())
                    .thrown();
        } catch (IllegalArgumentException e) {
            // somebody else has added one in the meantime
            throw new Problem(409, "Taken", "A phrase of yours has one of its ids already.").thrown();
        }
    }

    private static void inTurn(Workers.Stream stream, PackCheck.Step step) throws IOException {
        try {
            stream.submit(() -> {
                        step.run();
                        return step;
                    })
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException("a pack could not be read", e.getCause());
        } catch (RejectedExecutionException | InterruptedException e) {
            throw Problem.unavailable("The server is shutting down.", 1).thrown();
        }
    }
}
