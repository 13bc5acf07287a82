package dev.toward.cli;

import dev.toward.EditorServer;
import dev.toward.Server;
import dev.toward.ServerOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Does once what starts do, a check, a server that answers one and an editor's greeting, so that the launcher can keep what was loaded and linked for the
 * starts to come. Nothing is left of it.
 */
@Command(
        name = "rehearse",
        hidden = true,
        description = "One check, by itself and over HTTP, and an editor's greeting.")
final class RehearseCommand implements Callable<Integer> {
    private static final String DRAFT = "At least you still have a job, could be worse.";
    private static final String CONTEXT = "They let me go today. Nine years.";
    private static final int TIMES = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final Models models;

    private final Shell shell;

    RehearseCommand(Shell shell, Models models) {
        this.shell = shell;
        this.models = models;
    }

    @Override
    public Integer call() throws Exception {
        CommandLine toward = spec.commandLine().getParent();
        int checked = toward.execute("check", "--no-config", DRAFT, "--reply-to", CONTEXT);
        if (checked != ExitCode.FLAGGED) {
            // a server would wait for models to be mended; the build must not
            return checked == ExitCode.DONE ? ExitCode.FAULT : checked;
        }
        Server.Provider provider =
                ServiceLoader.load(Server.Provider.class).findFirst().orElseThrow();
        try (Server server = provider.start(ServerOptions.at("127.0.0.1", 0), models.loading(), shell::say)) {
            server.awaitReady();
            String body = "{\"text\":\"" + DRAFT + "\",\"context\":\"" + CONTEXT + "\"}";
            for (int i = 0; i < TIMES; i++) {
                ask(server, "POST /v1/check", "application/json", body);
            }
            ask(server, "POST /v1/classify", "application/jsonl", body);
            ask(server, "GET /health", "", "");
            ask(server, "GET /metrics", "", "");
        }
        EditorServer editor = ServiceLoader.load(EditorServer.class).findFirst().orElseThrow();
        byte[] greeting = (frame("\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}")
                        + frame("\"id\":2,\"method\":\"shutdown\"")
                        + frame("\"method\":\"exit\""))
                .getBytes(StandardCharsets.UTF_8);
        editor.serve(
                new ByteArrayInputStream(greeting),
                OutputStream.nullOutputStream(),
                models.loading(),
                null,
                shell::say);
        return ExitCode.DONE;
    }

    private static String frame(String message) {
        String json = "{\"jsonrpc\":\"2.0\"," + message + "}";
        return "Content-Length: " + json.length() + "\r\n\r\n" + json;
    }

    private static void ask(Server server, String line, String mediaType, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            socket.getOutputStream()
                    .write((line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + mediaType
                                    + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().readAllBytes();
        }
    }
}
