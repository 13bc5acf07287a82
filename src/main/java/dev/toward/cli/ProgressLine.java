package dev.toward.cli;

import dev.toward.ledger.Progress;
import java.util.Locale;

/** A line on standard error that says how far a scan is, how quick, and how long it will take; only where a person can see it. */
final class ProgressLine implements Progress {
    private static final long EVERY_NANOS = 200_000_000;

    private static final int BAR = 12;

    private final Shell shell;
    private final boolean seen;
    private final long began = System.nanoTime();
    private long last = began;

    ProgressLine(Shell shell) {
        this.shell = shell;
        this.seen = Boolean.getBoolean("toward.terminal.err");
    }

    @Override
    public void at(long done, long total) {
        long now = System.nanoTime();
        if (!seen || now - last < EVERY_NANOS) {
            return;
        }
        last = now;
        double rate = done * 1e9 / (now - began);
        long left = rate > 0 ? (long) ((total - done) / rate) : 0;
        shell.err()
                .print(String.format(
                        Locale.ROOT,
                        "\r[%s] %,d of %,d messages, %,.0f a second, %d:%02d left  ",
                        bar(done, total),
                        done,
                        total,
                        rate,
                        left / 60,
                        left % 60));
        shell.err().flush();
    }

    private static String bar(long done, long total) {
        int full = total <= 0 ? 0 : (int) Math.min(BAR, BAR * done / total);
        return "#".repeat(full) + ".".repeat(BAR - full);
    }

    /** Clears the line. */
    void done() {
        if (seen) {
            shell.err().print("\r" + " ".repeat(92) + "\r");
            shell.err().flush();
        }
    }
}
