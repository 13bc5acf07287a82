package dev.toward.cli;

/** Names out of other people's files, made harmless for a terminal. */
final class Printable {
    private Printable() {}

    /** Without control characters, and without marks that turn the direction of what follows. */
    static String of(String name) {
        return name.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F]", "");
    }
}
