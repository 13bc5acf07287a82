package dev.toward;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens, whom it answers, and how much it takes on.
 *
 * @param host the address to listen on
 * @param port 0 for any that is free
 * @param token what callers must show, or null to ask for none, which only an address of this computer alone may do
 * @param origins of web pages that may ask, as {@code https://example.org}, beside those of this computer and of browser
 *     extensions
 * @param names that callers may call this computer by, beside {@code localhost}, its numbers and {@link #host}
 * @param rate requests a second that one client may make, 0 for any number, or null: any number from this computer, and
 *     {@link #USUAL_RATE} from each other one
 * @param waiting how many requests may wait for a thread that reads; more are told to come back
 * @param deadline how long a request may wait and be read
 * @param languageTool the user's own LanguageTool, whose findings are told beside ours, or null
 * @param scores the file that suggested scores are kept in, texts and all, or null to keep none
 */
public record ServerOptions(
        String host,
        int port,
        @Nullable String token,
        Set<String> origins,
        Set<String> names,
        @Nullable Integer rate,
        int waiting,
        Duration deadline,
        @Nullable URI languageTool,
        @Nullable Path scores) {
    /** Requests a second from each other computer, where nothing else is said. */
    public static final int USUAL_RATE = 50;

    /** The shortest token: guessing one of this length takes longer than anybody has. */
    public static final int SHORTEST_TOKEN = 16;

    private static final int WAITING_PER_CORE = 32;
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    public ServerOptions {
        origins = Set.copyOf(origins);
        names = Set.copyOf(names);
        if (token != null && token.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("token: expected " + SHORTEST_TOKEN + " characters or more");
        }
        if (waiting < 0) {
            throw new IllegalArgumentException("waiting: expected 0 or more");
        }
    }

    /** An address, and for all else what is usual. */
    public static ServerOptions at(String host, int port) {
        int waiting = Runtime.getRuntime().availableProcessors() * WAITING_PER_CORE;
        return new ServerOptions(host, port, null, Set.of(), Set.of(), null, waiting, DEADLINE, null, null);
    }

    public ServerOptions withToken(@Nullable String some) {
        return new ServerOptions(host, port, some, origins, names, rate, waiting, deadline, languageTool, scores);
    }

    /** With these origins of web pages, and these names of this computer, in place of those before. */
    public ServerOptions allowing(List<String> someOrigins, List<String> someNames) {
        return new ServerOptions(
                host,
                port,
                token,
                Set.copyOf(someOrigins),
                Set.copyOf(someNames),
                rate,
                waiting,
                deadline,
                languageTool,
                scores);
    }

    public ServerOptions withRate(@Nullable Integer perSecond) {
        return new ServerOptions(host, port, token, origins, names, perSecond, waiting, deadline, languageTool, scores);
    }

    public ServerOptions withWaiting(int requests) {
        return new ServerOptions(host, port, token, origins, names, rate, requests, deadline, languageTool, scores);
    }

    public ServerOptions withDeadline(Duration some) {
        return new ServerOptions(host, port, token, origins, names, rate, waiting, some, languageTool, scores);
    }

    /** With another LanguageTool behind this server. */
    public ServerOptions withLanguageTool(@Nullable URI address) {
        return new ServerOptions(host, port, token, origins, names, rate, waiting, deadline, address, scores);
    }

    /** With a file that suggested scores are kept in. */
    public ServerOptions withScores(@Nullable Path file) {
        return new ServerOptions(host, port, token, origins, names, rate, waiting, deadline, languageTool, file);
    }

    /**
     * True where only this computer can call.
     *
     * @throws UnknownHostException when there is no such address
     */
    public boolean isThisComputerOnly() throws UnknownHostException {
        return InetAddress.getByName(host).isLoopbackAddress();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "ServerOptions[" + host + ":" + port + (token == null ? "" : ", with a token") + "]";
    }
}
