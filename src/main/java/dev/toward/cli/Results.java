package dev.toward.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes results to standard output, and finds out whether they arrived. */
final class Results {
    private Results() {}

    static void write(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            if (!isGone(e)) {
                throw new CallerMistake("standard output cannot be written: " + Mistakes.reason(e));
            }
        }
    }

    /** True when the reader of a pipe has seen enough, as {@code head} does: no mistake of anybody's. */
    static boolean isGone(IOException e) {
        return "Broken pipe".equals(e.getMessage());
    }
}
