package dev.toward.http;

import dev.toward.Server;
import dev.toward.ServerOptions;
import java.io.IOException;
import java.util.function.Consumer;

/** Starts the HTTP server. Found as a service by the command line. */
public final class HttpServerProvider implements Server.Provider {
    @Override
    public Server start(ServerOptions options, Server.Loading loading, Consumer<String> log) throws IOException {
        return HttpServer.start(options, Patience.USUAL, loading, log);
    }
}
