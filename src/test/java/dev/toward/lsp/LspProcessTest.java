package dev.toward.lsp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command as editors start it: a process, the models that ship, and nothing but frames on its standard output. */
@Timeout(120)
class LspProcessTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SECRET = "hollyhock7";

    @TempDir
    private Path folder;

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xss16m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dtoward.home=" + Path.of("").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.toward.cli.Main",
                "lsp",
                "--stdio");
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        builder.redirectError(folder.resolve("stderr").toFile());
        return builder.start();
    }

    private static void send(OutputStream to, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        to.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(UTF_8));
        to.write(body);
        to.flush();
    }

    /** The next frame; anything else on the way to it is a fault. */
    private static JsonNode receive(InputStream from) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        while (!header.toString(UTF_8).endsWith("\r\n\r\n")) {
            int b = from.read();
            assertTrue(b >= 0, "it ended after: " + header.toString(UTF_8));
            header.write(b);
        }
        String read = header.toString(UTF_8);
        assertTrue(read.matches("Content-Length: [0-9]+\r\n\r\n"), read);
        return JSON.readTree(from.readNBytes(Integer.parseInt(read.replaceAll("[^0-9]", ""))));
    }

    @Test
    void editing() throws Exception {
        Process process = start();
        try (OutputStream to = process.getOutputStream();
                InputStream from = process.getInputStream()) {
            send(
                    to,
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"processId\":"
                            + ProcessHandle.current().pid()
                            + ",\"rootUri\":null,\"capabilities\":{\"textDocument\":{\"codeAction\":{\"codeActionLiteralSupport\":{\"codeActionKind\":{\"valueSet\":[\"quickfix\"]}}}}}}}");
            assertEquals("Toward", receive(from).at("/result/serverInfo/name").asText());
            send(to, "{\"jsonrpc\":\"2.0\",\"method\":\"initialized\",\"params\":{}}");
            send(
                    to,
                    "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\"file:///tmp/a.md\","
                            + "\"languageId\":\"markdown\",\"version\":3,\"text\":\"> They let me go today. Nine years. "
                            + SECRET
                            + "\\n\\nAt least you still have your health.\\n\"}}}");
            JsonNode told = receive(from);
            assertEquals("textDocument/publishDiagnostics", told.path("method").asText());
            assertEquals(3, told.at("/params/version").intValue());
            JsonNode first = told.at("/params/diagnostics/0");
            assertEquals("MINIMIZING_AT_LEAST", first.path("code").asText(), told.toString());
            assertEquals(2, first.at("/range/start/line").intValue());
            String page = first.at("/codeDescription/href").asText();
            assertTrue(Files.exists(Path.of(java.net.URI.create(page))), page);
            send(
                    to,
                    "{\"jsonrpc\":\"2.0\",\"id\":\"two\",\"method\":\"textDocument/codeAction\",\"params\":{\"textDocument\":{\"uri\":\"file:///tmp/a.md\"},"
                            + "\"range\":" + first.path("range") + ",\"context\":{\"diagnostics\":[]}}}");
            JsonNode offers = receive(from);
            assertEquals("two", offers.path("id").asText());
            assertTrue(offers.path("result").size() >= 2, offers.toString());
            assertEquals(
                    first.path("range"),
                    offers.at("/result/0/edit/changes").elements().next().at("/0/range"));
            send(to, "{\"jsonrpc\":\"2.0\",\"method\":\"hollyhock7\",\"params\":{}}");
            send(to, "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"shutdown\"}");
            assertEquals(3, receive(from).path("id").intValue());
            send(to, "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");
            assertEquals(-1, from.read(), "something follows the last answer");
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
            assertEquals("", Files.readString(folder.resolve("stderr")));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void exitWithoutShutdown() throws Exception {
        Process process = start();
        try (OutputStream to = process.getOutputStream();
                InputStream from = process.getInputStream()) {
            send(
                    to,
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"processId\":null,\"capabilities\":{}}}");
            receive(from);
            send(to, "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
            assertEquals(1, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }
}
