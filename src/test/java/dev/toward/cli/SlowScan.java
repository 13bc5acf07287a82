package dev.toward.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toward.Analyses;
import dev.toward.Analysis;
import dev.toward.FixedAnswers;
import dev.toward.text.Draft;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The command line with fixed answers that take their time, so that there is time to cut it off. */
final class SlowScan {
    private final AtomicInteger asked = new AtomicInteger();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final long millis;

    SlowScan(long millis) {
        this.millis = millis;
    }

    public static void main(String[] args) {
        System.exit(new SlowScan(1).run(new PrintStream(System.err, true, UTF_8), args));
    }

    int run(String... args) {
        err.reset();
        return run(new PrintStream(err, true, UTF_8), args);
    }

    private int run(PrintStream says, String... args) {
        Shell shell = new Shell(
                InputStream.nullInputStream(), new ByteArrayOutputStream(), says, Map.of("TOWARD_MODELS", "."), false);
        Analyses slow = new Analyses() {
            @Override
            public Analysis analyze(Draft draft, int suggestions, @Nullable String them) {
                asked.incrementAndGet();
                try {
                    Thread.sleep(millis);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new FixedAnswers().analyze(draft, suggestions, them);
            }
        };
        return Main.run(shell, models -> slow, args);
    }

    int asked() {
        return asked.get();
    }

    String said() {
        return err.toString(UTF_8);
    }
}
