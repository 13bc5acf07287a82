package dev.toward.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Where results go: a stream, or a file that comes to be under its name only when it is complete. Until then it stands beside
 * it under another, and it is removed when it is never completed. For one thread.
 */
final class Destination implements AutoCloseable {
    private final OutputStream out;
    private final String name;
    private final @Nullable Path part;
    private final @Nullable Path file;
    private final @Nullable Thread removal;
    private boolean gone;

    private Destination(OutputStream out, String name, @Nullable Path part, @Nullable Path file) {
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.name = name;
        this.part = part;
        this.file = file;
        this.removal = part == null ? null : new Thread(this::remove, "toward-remove");
        if (removal != null) {
            // Ctrl-C leaves nothing half-written either.
            Runtime.getRuntime().addShutdownHook(removal);
        }
    }

    /** A file, or standard output for null and {@code -}. */
    static Destination of(@Nullable String given, OutputStream standardOutput) {
        if (given == null || given.equals("-")) {
            return new Destination(standardOutput, "standard output", null, null);
        }
        try {
            Path file = Path.of(given);
            if (Files.isDirectory(file)) {
                throw new CallerMistake("--out: " + given + " is a folder; give a file");
            }
            if (Files.exists(file)) {
                // Through a link, and straight into pipes and devices.
                file = file.toRealPath();
                if (!Files.isRegularFile(file)) {
                    return new Destination(Files.newOutputStream(file, StandardOpenOption.WRITE), given, null, null);
                }
            }
            Path part = file.resolveSibling(
                    "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            return new Destination(Files.newOutputStream(part), given, part, file);
        } catch (InvalidPathException e) {
            throw new CallerMistake("--out: that is no path of a file");
        } catch (IOException e) {
            throw new CallerMistake("--out: cannot write " + given + ": " + Mistakes.reason(e));
        }
    }

    void write(byte[] bytes) {
        attempt(() -> out.write(bytes));
    }

    void flush() {
        attempt(out::flush);
    }

    /** True when whoever read a pipe has gone; there is no one left to write for. */
    boolean isGone() {
        return gone;
    }

    /** Everything has been written: a file gets its name. */
    void complete() {
        attempt(() -> {
            out.flush();
            if (part != null && file != null) {
                out.close();
                try {
                    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                } catch (AtomicMoveNotSupportedException e) {
                    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        });
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private void attempt(Attempt attempt) {
        if (gone) {
            return;
        }
        try {
            attempt.run();
        } catch (IOException e) {
            if (!Results.isGone(e)) {
                throw new CallerMistake("cannot write " + name + ": " + Mistakes.reason(e));
            }
            gone = true;
        }
    }

    @Override
    public void close() {
        if (part == null) {
            return;
        }
        try {
            out.close();
        } catch (IOException e) {
            // What was not written is going to be removed, or complete() has thrown already.
        }
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(removal);
        } catch (IllegalStateException e) {
            // Shutting down: the hook is running, and does what is to be done.
        }
    }

    private void remove() {
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            // Nothing more can be done than to leave it.
        }
    }
}
