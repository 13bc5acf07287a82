package dev.toward.http.languagetool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The user's own LanguageTool, behind this server: it is asked the same, at the same time, and waited for as long as a writer
 * would. One that has been slow is not waited for until it answers in time again. Threads may share it.
 */
public final class Upstream {
    /** A request that has this header comes from a server like this one: it is not sent on, lest it go round for ever. */
    public static final String SENT_ON = "X-Toward-Sent-On";

    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration LITTLE_PATIENCE = Duration.ofMillis(200);
    private static final Duration AT_ALL = Duration.ofSeconds(20);
    private static final long SLOW_FOR = Duration.ofSeconds(30).toNanos();
    private static final int OK = 200;

    /** What a long text full of mistakes gets is 2 MiB; more of it, as a tree, would be a danger to a small heap. */
    private static final int MOST_BYTES = 4 << 20;

    /** As trees, all answers together take several times this. */
    private static final int PART_OF_HEAP = 32;

    /** Of questions that wait for it. One that is slow gets no more of them. */
    static final int MOST_ASKED = 128;

    private static final JsonMapper JSON = new JsonMapper();

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Held held;
    private final Semaphore free = new Semaphore(MOST_ASKED);
    private final AtomicLong slowSince = new AtomicLong(System.nanoTime() - SLOW_FOR);

    /** @param address as users give it, with {@code /v2} or without */
    public Upstream(URI address) {
        this(address, Math.max(MOST_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_HEAP));
    }

    /** @param room for all its answers together, in bytes */
    Upstream(URI address, long room) {
        this.held = new Held(room);
        String plain = address.toString().replaceAll("/+$", "").replaceAll("(?:/v2)?(?:/check)?$", "");
        this.base = URI.create(plain + "/v2/");
    }

    /**
     * What came back.
     *
     * @param answer the JSON, or null when there is none
     * @param failure why not, or null when nobody was asked
     */
    public record Answer(
            @Nullable JsonNode answer, @Nullable String failure) {
        /** Nobody was asked. */
        public static final Answer NONE = new Answer(null, null);

        /** Why something of it is missing, or null. */
        @Nullable
        String incomplete() {
            if (failure != null || answer == null) {
                return failure;
            }
            JsonNode warnings = answer.path("warnings");
            return warnings.path("incompleteResults").asBoolean()
                    ? warnings.path("incompleteResultsReason").asText("The LanguageTool behind was not done.")
                    : null;
        }
    }

    /** A question that has been asked. Close when nothing of its answer is needed any more. */
    public final class Asked implements AutoCloseable {
        private final CompletableFuture<HttpResponse<UpTo.Body>> response;
        private final Held.Holding holding;
        private final long at = System.nanoTime();

        private Asked(CompletableFuture<HttpResponse<UpTo.Body>> response, Held.Holding holding) {
            this.response = response;
            this.holding = holding;
        }

        @Override
        public void close() {
            // what is still to come is not taken in; what has come is there until it all ends
            holding.end();
            response.whenComplete((got, failure) -> holding.letGo());
        }

        /** Waits for the answer, not for long. */
        public Answer answer() throws InterruptedException {
            boolean slow = System.nanoTime() - slowSince.get() < SLOW_FOR;
            long patience = slow
                    ? LITTLE_PATIENCE.toNanos()
                    : Math.max(LITTLE_PATIENCE.toNanos(), PATIENCE.toNanos() - (System.nanoTime() - at));
            try {
                HttpResponse<UpTo.Body> got = response.get(patience, TimeUnit.NANOSECONDS);
                if (slow) {
                    slowSince.set(System.nanoTime() - SLOW_FOR);
                }
                byte[] body = got.body().bytes();
                if (body == null) {
                    return failed("The LanguageTool behind " + got.body().failure() + ".");
                }
                if (got.statusCode() != OK) {
                    return failed("The LanguageTool behind answered with status " + got.statusCode() + ".");
                }
                JsonNode json = JSON.readTree(body);
                return json == null || json.isMissingNode()
                        ? failed("The LanguageTool behind answered nothing.")
                        : new Answer(json, null);
            } catch (TimeoutException e) {
                slowSince.set(System.nanoTime());
                response.thenAccept(late -> {
                    if (System.nanoTime() - at < PATIENCE.toNanos()) {
                        slowSince.set(System.nanoTime() - SLOW_FOR);
                    }
                });
                return failed("The LanguageTool behind did not answer in time.");
            } catch (ExecutionException | CancellationException e) {
                return failed(
                        e.getCause() instanceof RejectedExecutionException
                                ? "The LanguageTool behind has too many questions to answer."
                                : "The LanguageTool behind cannot be reached.");
            } catch (IOException e) {
                return failed("The LanguageTool behind did not answer in JSON.");
            }
        }

        private static Answer failed(String why) {
            return new Answer(null, why);
        }
    }

    /**
     * Asks.
     *
     * @param action as {@code check}
     * @param form the fields, encoded
     */
    public Asked ask(String action, String form) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(action))
                .timeout(AT_ALL)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(SENT_ON, "1")
                .POST(BodyPublishers.ofString(form, StandardCharsets.UTF_8))
                .build();
        if (!free.tryAcquire()) {
            return new Asked(CompletableFuture.failedFuture(new RejectedExecutionException()), held.begin());
        }
        Held.Holding holding = held.begin();
        CompletableFuture<HttpResponse<UpTo.Body>> response =
                client.sendAsync(request, head -> new UpTo(MOST_BYTES, holding));
        response.whenComplete((got, failure) -> free.release());
        return new Asked(response, holding);
    }
}
