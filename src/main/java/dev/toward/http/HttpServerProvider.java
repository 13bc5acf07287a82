package dev.toward.http;

import dev.toward.Server;
import java.io.IOException;
import java.util.function.Consumer;

/** Starts the HTTP server. Found as a service by the command line. */
public final class HttpServerProvider implements Server.Provider {
    @Override
    public Server start(String host, int port, Server.Loading loading, Consumer<String> log) throws IOException {
        return HttpServer.start(host, port, loading, log);
    }
}
