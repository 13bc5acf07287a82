package dev.toward.cli;

/** What the commands end with. */
final class ExitCode {
    /** Done, and nothing flagged. */
    static final int DONE = 0;

    /** Done, and something flagged; {@code check} only. */
    static final int FLAGGED = 1;

    /** The caller's mistake. */
    static final int MISTAKE = 2;

    /** Our fault. */
    static final int FAULT = 3;

    private ExitCode() {}
}
