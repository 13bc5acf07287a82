package dev.toward.cli;

import dev.toward.Server;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code toward serve}: the HTTP server, until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Toward.Version.class,
        description = "Answers drafts over HTTP, on this computer only unless --host says otherwise.")
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The address to listen on; 127.0.0.1 unless given.")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "7070",
            converter = WholeNumber.Port.class,
            description = "The port; 7070 unless given, and 0 picks a free one.")
    private int port;

    @Mixin
    private final Models models;

    private final Shell shell;

    ServeCommand(Shell shell, Models models) {
        this.shell = shell;
        this.models = models;
    }

    @Override
    public Integer call() throws IOException {
        Server.Provider provider = ServiceLoader.load(Server.Provider.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no server in the jar"));
        try (Server server = start(provider)) {
            // Ctrl-C and SIGTERM come as a shutdown: the requests in hand are answered first.
            Thread stop = Thread.ofPlatform().name("toward-stop").unstarted(server::close);
            Runtime.getRuntime().addShutdownHook(stop);
            try {
                server.awaitReady();
                Results.write(shell.out(), "Toward is listening on " + server.address() + "\n");
                Thread.currentThread().join();
            } catch (InterruptedException e) {
                Runtime.getRuntime().removeShutdownHook(stop);
            }
        }
        return ExitCode.DONE;
    }

    private Server start(Server.Provider provider) throws IOException {
        try {
            return provider.start(host, port, models.loading(), shell::say);
        } catch (UnknownHostException e) {
            throw new CallerMistake(
                    "--host: there is no such address; 127.0.0.1 is this computer only, 0.0.0.0 all of its addresses");
        } catch (BindException e) {
            throw new CallerMistake("port " + port + " on " + host
                    + " is in use or not ours to take; give another with --port, or --port 0 for any free one");
        }
    }
}
