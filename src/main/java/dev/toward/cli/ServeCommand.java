package dev.toward.cli;

import dev.toward.Server;
import dev.toward.ServerOptions;
import dev.toward.config.Configuration;
import dev.toward.config.Given;
import dev.toward.config.Key;
import dev.toward.verdict.Settings;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
            description = "The address to listen on; 127.0.0.1 unless given. One that others can call needs a token.")
    private @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = WholeNumber.Port.class,
            description = "The port; 7070 unless given, and 0 picks a free one.")
    private @Nullable Integer port;

    @ArgGroup
    private TokenOptions token = new TokenOptions();

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            description =
                    "Pages from here may ask too, as https://example.org; those of this computer and browser extensions may anyway.")
    private List<String> origins = new ArrayList<>();

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            description =
                    "Callers may call this computer so, as behind a proxy; by its numbers and localhost they may anyway.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--rate",
            paramLabel = "N",
            converter = WholeNumber.Requests.class,
            description =
                    "Requests a second that one client may make, 0 for any number; 50 unless given, and any number from this computer.")
    private @Nullable Integer rate;

    @Option(
            names = "--waiting",
            paramLabel = "N",
            converter = WholeNumber.Requests.class,
            description =
                    "Requests that may wait while others are read, before more are sent away; 32 for each core unless given.")
    private @Nullable Integer waiting;

    @Option(
            names = "--languagetool",
            paramLabel = "URL",
            converter = HttpAddress.class,
            description =
                    "Your own LanguageTool, as http://localhost:8081: what it finds is told beside ours, to those who ask at /v2/check.")
    private @Nullable URI languageTool;

    @Option(
            names = "--keep-scores",
            paramLabel = "FILE",
            description =
                    "Append what is sent to comments:suggestscore to this file, texts and all; nothing is kept unless given.")
    private @Nullable Path scores;

    @Mixin
    private final SettingsOptions settings;

    @Mixin
    private final Models models;

    private final Shell shell;

    ServeCommand(Shell shell, Models models) {
        this.shell = shell;
        this.models = models;
        this.settings = new SettingsOptions(shell);
    }

    @Override
    public Integer call() throws IOException {
        Configuration configuration = settings.configuration();
        Server.Provider provider = ServiceLoader.load(Server.Provider.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no server in the jar"));
        try (Server server = start(provider, configuration)) {
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

    private Server start(Server.Provider provider, Configuration configuration) throws IOException {
        Settings.Change change = configuration.settings();
        try {
            ServerOptions options = options(configuration);
            Server.Loading loading = models.loading();
            return provider.start(options, () -> loading.load().under(change), shell::say);
        } catch (UnknownHostException e) {
            throw new CallerMistake(
                    "--host: there is no such address; 127.0.0.1 is this computer only, 0.0.0.0 all of its addresses");
        } catch (BindException e) {
            throw new CallerMistake("port " + settings.number(Key.PORT, port) + " on " + host(configuration)
                    + " is in use or not ours to take; give another with --port, or --port 0 for any free one");
        }
    }

    private ServerOptions options(Configuration configuration) throws UnknownHostException {
        Integer perSecond = rate == null ? configuration.number(Key.RATE) : rate;
        Integer mayWait = waiting == null ? configuration.number(Key.WAITING) : waiting;
        String behind = configuration.word(Key.LANGUAGETOOL);
        ServerOptions options = ServerOptions.at(host(configuration), settings.number(Key.PORT, port))
                .withToken(token.token(shell))
                .allowing(and(origins, configuration, Key.ALLOW_ORIGIN), and(names, configuration, Key.ALLOW_HOST))
                .withRate(perSecond)
                .withLanguageTool(languageTool == null && behind != null ? URI.create(behind) : languageTool)
                .withScores(scores);
        if (options.token() == null && !options.isThisComputerOnly()) {
            throw new CallerMistake(
                    "--host: others can call this address, so it needs a token; give --token-file FILE, which makes one when there is none");
        }
        return mayWait == null ? options : options.withWaiting(mayWait);
    }

    private String host(Configuration configuration) {
        return host == null ? String.valueOf(configuration.word(Key.HOST)) : host;
    }

    private static List<String> and(List<String> options, Configuration configuration, Key key) {
        return Stream.concat(options.stream(), configuration.all(key).stream().map(Given::value))
                .distinct()
                .toList();
    }
}
