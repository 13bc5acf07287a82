package dev.toward.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.Analyses;
import dev.toward.FixedAnswers;
import dev.toward.Server;
import dev.toward.ServerOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Too many, too slow, and the end. Drafts that start with {@code wait} are read when the test says so. */
class UnderLoadTest {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final ServerOptions HERE = ServerOptions.at("127.0.0.1", 0);
    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5));
    private static final String JSON = "Content-Type: application/json\r\n";

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch go = new CountDownLatch(1);
    private final Semaphore begun = new Semaphore(0);
    private Server server;

    private void start(ServerOptions options, Patience patience) throws Exception {
        Analyses analyses = (draft, suggestions, them) -> {
            if (draft.text().startsWith("wait")) {
                begun.release();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return new FixedAnswers().analyze(draft, suggestions, them);
        };
        server = HttpServer.start(options, patience, () -> analyses, line -> {});
        server.awaitReady();
    }

    @AfterEach
    void stop() {
        go.countDown();
        clients.close();
        server.close();
    }

    private Future<String> ask(String text) {
        return clients.submit(
                () -> Wire.ask(server.address(), "POST", "/v1/check", JSON, "{\"text\":\"" + text + "\"}"));
    }

    @Test
    void tooManyWaiting_areSentAwayAtOnce() throws Exception {
        start(HERE.withWaiting(3), Patience.USUAL);
        List<Future<String>> accepted = new ArrayList<>();
        for (int i = 0; i < CORES; i++) {
            accepted.add(ask("wait"));
        }
        assertTrue(begun.tryAcquire(CORES, 10, TimeUnit.SECONDS));
        for (int i = 0; i < 3; i++) {
            accepted.add(ask("ok"));
        }
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!figure("toward_drafts_active").equals(CORES + 3 + ".0") && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        long began = System.nanoTime();
        String refused = ask("ok").get();
        assertTrue(System.nanoTime() - began < Duration.ofSeconds(2).toNanos(), "waited");
        assertEquals(503, Wire.status(refused), refused);
        assertTrue(refused.contains("\r\nRetry-After: 1\r\n"), refused);
        assertTrue(refused.endsWith("\"detail\":\"Too many requests are waiting.\"}"), refused);
        assertEquals(200, Wire.status(Wire.ask(server.address(), "GET", "/health", "", "")));
        go.countDown();
        for (Future<String> each : accepted) {
            assertEquals(200, Wire.status(each.get()));
        }
        assertEquals(200, Wire.status(ask("ok").get()));
    }

    @Test
    void tooManyWaiting_areSentAwayBeforeTheirBody() throws Exception {
        start(HERE.withWaiting(0), Patience.USUAL);
        for (int i = 0; i < CORES; i++) {
            ask("wait");
        }
        assertTrue(begun.tryAcquire(CORES, 10, TimeUnit.SECONDS));
        for (String path : List.of("/v1/check", "/v2/check", "/v1alpha1/comments:analyze")) {
            String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + JSON + "Content-Length: 500\r\n\r\n";
            try (Wire wire = new Wire(server.address()).send(head)) {
                assertEquals(503, Wire.status(wire.until("\r\n")), path);
            }
        }
        assertTrue(figure("toward_refused_total{reason=\"waiting\"}").startsWith("3"), "counted");
    }

    @Test
    void deadline() throws Exception {
        start(HERE.withDeadline(Duration.ofMillis(300)), Patience.USUAL);
        List<Future<String>> late =
                IntStream.range(0, CORES + 1).mapToObj(i -> ask("wait")).toList();
        for (Future<String> each : late) {
            assertEquals(503, Wire.status(each.get()));
            assertTrue(each.get().contains("It could not be read in time."), each.get());
        }
        go.countDown();
        assertEquals(200, Wire.status(ask("ok").get()));
        assertEquals("0.0", figure("toward_drafts_active"));
    }

    @Test
    void tooManyStreams() throws Exception {
        start(HERE, Patience.USUAL);
        List<Wire> open = new ArrayList<>();
        String head = "POST /v1/classify HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/jsonl\r\n"
                + "Transfer-Encoding: chunked\r\n\r\nf\r\n{\"text\":\"ok\"}\n\n\r\n";
        try {
            for (int i = 0; i < 2 * CORES; i++) {
                Wire wire = new Wire(server.address()).send(head);
                open.add(wire);
                wire.until("\"neutral\"");
            }
            try (Wire one = new Wire(server.address()).send(head)) {
                assertEquals(503, Wire.status(one.until("\r\n")));
            }
            assertEquals(200, Wire.status(ask("ok").get()));
        } finally {
            for (Wire wire : open) {
                wire.close();
            }
        }
    }

    @Test
    void stop_answersWhatHasBegun() throws Exception {
        start(HERE, Patience.USUAL);
        Future<String> begunBefore = ask("wait");
        assertTrue(begun.tryAcquire(10, TimeUnit.SECONDS));
        try (Wire kept = new Wire(server.address())) {
            kept.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n").until("\"ready\"");
            CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
            Thread.sleep(300);
            assertFalse(closing.isDone());
            kept.send("GET /v1/taxonomy HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertTrue(kept.rest().contains("HTTP/1.1 503"), "taken on while stopping");
            go.countDown();
            assertEquals(200, Wire.status(begunBefore.get()));
            closing.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void slowHeaders_areCutOff() throws Exception {
        start(HERE, SHORT);
        long began = System.nanoTime();
        try (Wire wire = new Wire(server.address())) {
            assertTrue(cutOff(wire, "GET /health HTTP/1.1\r\nHost: localhost\r\nX: "), "still open");
        }
        assertTrue(System.nanoTime() - began < Duration.ofSeconds(6).toNanos());
    }

    @Test
    void slowBodies_areCutOff() throws Exception {
        start(HERE, SHORT);
        try (Wire wire = new Wire(server.address())) {
            wire.send("POST /v1/check HTTP/1.1\r\nHost: localhost\r\n" + JSON + "Content-Length: 1000\r\n\r\n");
            Future<String> answer = clients.submit(wire::rest);
            boolean cut = cutOff(wire, "{\"text\":\"");
            assertEquals(408, Wire.status(answer.get(5, TimeUnit.SECONDS)));
            assertTrue(cut, "still open");
        }
    }

    @Test
    void silence_isCutOff() throws Exception {
        start(HERE, SHORT);
        try (Wire wire = new Wire(server.address())) {
            assertEquals("", wire.rest());
        }
        try (Wire wire = new Wire(server.address())) {
            wire.send("POST /v1/classify HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/jsonl\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\ne\r\n{\"text\":\"ok\"}\n\r\n");
            String answer = wire.rest();
            assertTrue(answer.contains("\"neutral\"") && !answer.endsWith("0\r\n\r\n"), answer);
        }
    }

    /** Sends a byte every tenth of a second, for eight seconds; true when the server has hung up. */
    private static boolean cutOff(Wire wire, String beginning) throws InterruptedException {
        try {
            wire.send(beginning);
            for (int i = 0; i < 80; i++) {
                Thread.sleep(100);
                wire.send("a");
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private String figure(String name) throws IOException, ExecutionException, InterruptedException {
        String all = Wire.ask(server.address(), "GET", "/metrics", "", "");
        return all.lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElse("none: " + new String(all.getBytes(UTF_8), UTF_8));
    }
}
