package dev.toward.spark;

/** What the caller should change, in one line. */
final class CallerMistake extends RuntimeException {
    private static final long serialVersionUID = 1;

    CallerMistake(String message) {
        super(message);
    }
}
