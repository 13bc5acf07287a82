package dev.toward;

import dev.toward.models.ModelException;
import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;

/**
 * Answers drafts over the network, from the moment it is bound; until the models are loaded it answers that they are not.
 * A surface offers a {@link Provider} as a service, so that the command that starts it need not know it.
 */
public interface Server extends AutoCloseable {
    /** Where it listens, with the port in use. */
    URI address();

    /** Waits until drafts are answered. */
    void awaitReady() throws InterruptedException;

    /** Lets the requests in hand finish, for a few seconds at most, and releases port and models. */
    @Override
    void close();

    /** Starts servers. */
    interface Provider {
        /**
         * Binds the port and starts to load the models in the background.
         *
         * @param loading loads the models; tried again now and then while it fails
         * @param log takes one line at a time for whoever runs the server; no line holds what a person wrote
         * @throws IllegalArgumentException for an address that others can call, without a token
         * @throws IOException when the port cannot be had: a {@link java.net.BindException}, or an
         *     {@link java.net.UnknownHostException}
         */
        Server start(ServerOptions options, Loading loading, Consumer<String> log) throws IOException;
    }

    /** Loads the models, some seconds of work. */
    @FunctionalInterface
    interface Loading {
        Analyses load() throws ModelException;
    }
}
