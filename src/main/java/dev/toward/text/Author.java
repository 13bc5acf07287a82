package dev.toward.text;

/**
 * Whoever wrote a message.
 *
 * @param id what tells two authors of a conversation apart: an id where the format has one, else the name compared after
 *     Unicode NFC, trimming and collapsing of spaces
 * @param name as displayed
 */
public record Author(String id, String name) {
    /** Somebody wrote it, and the export does not say who. Takes no part in who answers whom. */
    public static final Author UNKNOWN = new Author("(unknown)", "(unknown)");
}
