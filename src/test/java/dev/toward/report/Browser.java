package dev.toward.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A Chromium without a window and with one page, spoken to over its DevTools protocol. For one thread. */
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger number = new AtomicInteger();
    private final ConcurrentHashMap<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private String session = "";

    private Browser(Process process, String address) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listener())
                .join();
    }

    /** Where a Chromium is on this machine. */
    static Optional<Path> installed() {
        return Stream.of("chromium", "chromium-browser", "google-chrome", "chrome")
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "/usr/bin").split(java.io.File.pathSeparator, -1))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start(Path program, Path profile) throws Exception {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-extensions",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        String mark = "DevTools listening on ";
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(mark)) {
                Thread drain = new Thread(
                        () -> {
                            try (said) {
                                while (said.readLine() != null) {
                                    // else it would stop when the pipe is full
                                }
                            } catch (IOException e) {
                                // it ended
                            }
                        },
                        "browser-output");
                drain.setDaemon(true);
                drain.start();
                Browser browser =
                        new Browser(process, line.substring(mark.length()).strip());
                browser.attach();
                return browser;
            }
        }
        process.destroyForcibly();
        throw new IOException("the browser ended before it listened");
    }

    private void attach() throws Exception {
        String target = call("Target.createTarget", "{\"url\":\"about:blank\"}")
                .get("targetId")
                .asText();
        ObjectNode attach = JSON.createObjectNode().put("targetId", target).put("flatten", true);
        session = call("Target.attachToTarget", attach.toString())
                .get("sessionId")
                .asText();
        for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
            call(domain + ".enable", "{}");
        }
    }

    JsonNode call(String method, String parameters) throws Exception {
        int id = number.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.readTree(parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        socket.sendText(message.toString(), true).join();
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(method + ": " + e.getMessage(), e);
        }
    }

    void screen(int width, int height, boolean phone, boolean dark) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":" + width + ",\"height\":" + height + ",\"deviceScaleFactor\":1,\"mobile\":" + phone + "}");
        call(
                "Emulation.setEmulatedMedia",
                "{\"media\":\"\",\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\""
                        + (dark ? "dark" : "light") + "\"}]}");
    }

    /** As on paper of a width in CSS pixels, after the page was told that it will be printed; {@link #screen} undoes it. */
    void paper(int width, boolean dark) throws Exception {
        value("dispatchEvent(new Event('beforeprint')) || 0");
        screen(width, 1000, false, dark);
        call(
                "Emulation.setEmulatedMedia",
                "{\"media\":\"print\",\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\""
                        + (dark ? "dark" : "light") + "\"}]}");
    }

    /** The page as a PDF. */
    byte[] printed() throws Exception {
        return Base64.getDecoder()
                .decode(call("Page.printToPDF", "{\"preferCSSPageSize\":true,\"printBackground\":true}")
                        .get("data")
                        .asText());
    }

    void open(Path page) throws Exception {
        events.clear();
        call(
                "Page.navigate",
                JSON.createObjectNode().put("url", page.toUri().toString()).toString());
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (events("Page.loadEventFired").isEmpty()) {
            if (System.nanoTime() > until) {
                throw new IOException("the page was not loaded in time");
            }
            Thread.sleep(20);
        }
    }

    /** The value of a script, which may be a promise. */
    JsonNode value(String script) throws Exception {
        ObjectNode parameters = JSON.createObjectNode()
                .put("expression", script)
                .put("awaitPromise", true)
                .put("returnByValue", true);
        JsonNode result = call("Runtime.evaluate", parameters.toString());
        if (result.has("exceptionDetails")) {
            throw new IOException("the script failed: " + result.get("exceptionDetails"));
        }
        return result.get("result").path("value");
    }

    void press(String key, int code, String text) throws Exception {
        ObjectNode down = JSON.createObjectNode()
                .put("type", text.isEmpty() ? "rawKeyDown" : "keyDown")
                .put("key", key)
                .put("code", key)
                .put("windowsVirtualKeyCode", code);
        if (!text.isEmpty()) {
            down.put("text", text);
        }
        call("Input.dispatchKeyEvent", down.toString());
        call("Input.dispatchKeyEvent", down.put("type", "keyUp").toString());
    }

    byte[] picture(boolean whole) throws Exception {
        return Base64.getDecoder()
                .decode(call("Page.captureScreenshot", "{\"format\":\"png\",\"captureBeyondViewport\":" + whole + "}")
                        .get("data")
                        .asText());
    }

    /** What the page has said since it was opened. */
    List<JsonNode> events(String method) {
        return events.stream()
                .filter(e -> e.path("method").asText().equals(method))
                .toList();
    }

    @Override
    public void close() throws Exception {
        socket.abort();
        // Its helpers write to the profile for a moment after it has ended, and whoever opened it will take that folder
        // away.
        List<ProcessHandle> helpers = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        for (ProcessHandle helper : helpers) {
            helper.destroyForcibly();
            helper.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder partial = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                try {
                    JsonNode message = JSON.readTree(partial.toString());
                    if (message.has("id")) {
                        CompletableFuture<JsonNode> answer =
                                answers.remove(message.get("id").asInt());
                        if (message.has("error")) {
                            answer.completeExceptionally(
                                    new IOException(message.get("error").toString()));
                        } else {
                            answer.complete(message.get("result"));
                        }
                    } else {
                        events.add(message);
                    }
                } catch (IOException e) {
                    events.add(JSON.createObjectNode().put("method", "broken"));
                }
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    /** Those of a list that are not there twice. */
    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
