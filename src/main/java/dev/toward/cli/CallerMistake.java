package dev.toward.cli;

/** Something that the caller can put right: exit code 2. The message is one line: what was wrong and what to do. */
final class CallerMistake extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String line;

    CallerMistake(String line) {
        super(line);
        this.line = line;
    }

    String line() {
        return line;
    }
}
