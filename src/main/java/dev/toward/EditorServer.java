package dev.toward;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers one editor over a pair of streams. A surface offers it as a service, so that the command that starts it need not know it.
 */
public interface EditorServer {
    /**
     * Answers until the editor says that it is done, or is gone.
     *
     * @param out takes the protocol and nothing else
     * @param loading loads the models, when the first text is there to be read
     * @param pages the folder of the tactics' pages, {@code at-least.md} and so on, or null where there is none
     * @param log takes one line at a time for whoever runs it; no line holds what a person wrote
     * @return true when the editor took its leave as the protocol has it
     */
    boolean serve(InputStream in, OutputStream out, Server.Loading loading, @Nullable Path pages, Consumer<String> log);
}
