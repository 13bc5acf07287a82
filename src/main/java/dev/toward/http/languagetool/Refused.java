package dev.toward.http.languagetool;

/** A request that cannot be answered as it is. The message says what was expected and never repeats what was given. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    Refused(String message) {
        this(400, message);
    }

    public int status() {
        return status;
    }

    /** What the client is told. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
