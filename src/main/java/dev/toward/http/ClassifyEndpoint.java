package dev.toward.http;

import dev.toward.Analyses;
import dev.toward.DraftJson;
import dev.toward.Fault;
import dev.toward.LineAnswers;
import dev.toward.Lines;
import dev.toward.Tier;
import dev.toward.verdict.Fingerprint;
import dev.toward.verdict.Settings;
import dev.toward.verdict.Strictness;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/classify?suggest=N&tier=TIER}, and settings as {@code strictness}, {@code enable}, {@code disable} and {@code ignore}, with commas
 * between: JSON Lines in, JSON Lines out, in order, with the bytes of the command {@code classify}. Answers begin before the request has ended. No more lines are taken in than are answered and taken by the client: one
 * that sends and does not read is soon kept waiting. One that does not come to the end of a line is cut off.
 */
final class ClassifyEndpoint implements Endpoint {
    /** What JSON Lines go by. */
    static final Set<String> MEDIA_TYPES = Set.of(
            "application/jsonl",
            "application/x-ndjson",
            "application/ndjson",
            "application/json-lines",
            "application/x-jsonlines");

    static final String MEDIA_TYPE = "application/jsonl";

    private static final SortedSet<String> PARAMETERS =
            new TreeSet<>(List.of("suggest", "tier", "strictness", "enable", "disable", "ignore"));

    private static final Future<byte @Nullable []> END = CompletableFuture.completedFuture(null);

    private final Service service;

    ClassifyEndpoint(Service service) {
        this.service = service;
    }

    @Override
    public void addTo(Routes routes) {
        routes.post("/v1/classify", this::classify);
    }

    private void classify(Context ctx) throws Exception {
        if (!JsonBody.isPlainly(ctx, MEDIA_TYPES)) {
            throw new Problem(415, "Unsupported media type", "Send " + MEDIA_TYPE + " in UTF-8, one draft a line.")
                    .thrown();
        }
        known(ctx.queryParamMap().keySet());
        int suggestions = suggestions(ctx.queryParam("suggest"));
        Tier tier = tier(ctx.queryParam("tier"));
        AtomicInteger faults = new AtomicInteger();
        Analyses analyses = service.readiness().analyses().under(settings(ctx));
        LineAnswers answers = new LineAnswers(analyses, suggestions, tier, (line, thrown) -> {
            if (faults.getAndIncrement() == 0) {
                service.log().accept("internal error at a line of a batch: " + Fault.of(thrown));
            }
        });
        try (Workers.Stream stream = service.workers().stream()) {
            ctx.res().setContentType(MEDIA_TYPE);
            run(ctx, stream, answers);
        }
    }

    private void run(Context ctx, Workers.Stream stream, LineAnswers answers) throws IOException, InterruptedException {
        InputStream in =
                new LineClock(ctx.req().getInputStream(), service.bodies().patience());
        OutputStream out = ctx.res().getOutputStream();
        BlockingQueue<Future<byte @Nullable []>> queue = new ArrayBlockingQueue<>(stream.width());
        Thread reader = Thread.ofVirtual().name("toward-lines").start(() -> read(in, answers, stream, queue));
        AtomicLong answered = new AtomicLong();
        boolean whole = false;
        try {
            write(queue, out, answered);
            whole = true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LineClock.TooSlow) {
                if (!ctx.res().isCommitted()) {
                    whole = true;
                    throw service.bodies().tooSlow("A line").thrown();
                }
                tell(out, answered.get() + 1, service.bodies().tooSlow("The line"));
            }
        } catch (IOException e) {
            // Broken off on their side, or ours while stopping: there is nobody to tell.
        } finally {
            reader.interrupt();
            if (!whole) {
                // Half an answer must not look like a whole one.
                ServletContextRequest.getServletContextRequest(ctx.req())
                        .getConnectionMetaData()
                        .getConnection()
                        .getEndPoint()
                        .close();
            }
            reader.join();
        }
    }

    /** Says in a last line why no more follow. */
    private static void tell(OutputStream out, long line, Problem problem) {
        try {
            out.write(LineAnswers.missing(line, problem.detail()));
            out.flush();
        } catch (IOException e) {
            // gone meanwhile
        }
    }

    private static void read(
            InputStream in,
            LineAnswers answers,
            Workers.Stream stream,
            BlockingQueue<Future<byte @Nullable []>> queue) {
        try {
            Future<byte @Nullable []> last = END;
            try {
                Lines lines = new Lines(in, DraftJson.LIMIT);
                for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                    Lines.Line each = line;
                    queue.put(stream.submit(() -> answers.of(each)));
                }
            } catch (IOException | RuntimeException e) {
                last = CompletableFuture.failedFuture(e);
            }
            queue.put(last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(BlockingQueue<Future<byte @Nullable []>> queue, OutputStream out, AtomicLong answered)
            throws IOException, InterruptedException, ExecutionException {
        while (true) {
            byte[] answer = queue.take().get();
            if (answer == null) {
                return;
            }
            out.write(answer);
            answered.incrementAndGet();
            if (queue.isEmpty()) {
                out.flush();
            }
        }
    }

    /** One misspelt would be passed over in silence, and the answers be other than was asked for. */
    private static void known(Set<String> names) {
        if (!PARAMETERS.containsAll(names)) {
            throw new Problem(
                            400,
                            "Not understood",
                            "The address may have " + String.join(", ", PARAMETERS)
                                    + ", and there is something else in it.")
                    .thrown();
        }
    }

    private static int suggestions(@Nullable String given) {
        if (given == null) {
            return 0;
        }
        if (!given.matches("[0-9]{1,2}") || Integer.parseInt(given) > DraftJson.MOST_SUGGESTIONS) {
            throw new Problem(
                            400,
                            "Not understood",
                            "suggest: expected a whole number from 0 to " + DraftJson.MOST_SUGGESTIONS + ".")
                    .thrown();
        }
        return Integer.parseInt(given);
    }

    private static Tier tier(@Nullable String given) {
        try {
            return given == null ? Tier.AUTO : Tier.of(given);
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "Not understood", "tier: expected fast, auto or full.").thrown();
        }
    }

    private static Settings.Change settings(Context ctx) {
        try {
            String strictness = ctx.queryParam("strictness");
            return Settings.Change.of(
                    strictness == null ? null : Strictness.of(strictness),
                    list(ctx.queryParam("enable")),
                    list(ctx.queryParam("disable")),
                    list(ctx.queryParam("ignore")).stream()
                            .map(Fingerprint::parse)
                            .toList());
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "Not understood", "A setting in the address: " + e.getMessage() + ".").thrown();
        }
    }

    private static List<String> list(@Nullable String given) {
        return given == null
                ? List.of()
                : Stream.of(given.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }
}
