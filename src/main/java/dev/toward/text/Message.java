package dev.toward.text;

import org.jspecify.annotations.Nullable;

/**
 * One message of a chat export. A field that the format lacks is absent, never guessed.
 *
 * @param id of the export, or made from the position where it has none; unique in the conversation
 * @param author null for notices
 * @param time null when missing or implausible
 * @param text the words, without the export's own marks; of media the caption; empty where there is none and for deleted messages
 * @param replyTo id of the message that it answers by an explicit link, else null
 * @param file the name of the file that it stands in
 * @param line 1-based line, or record, where it starts
 */
public record Message(
        Conversation conversation,
        String id,
        @Nullable Author author,
        @Nullable Timestamp time,
        Kind kind,
        String text,
        @Nullable String replyTo,
        boolean edited,
        String file,
        long line) {
    /** What sort of thing was sent. */
    public enum Kind {
        TEXT,
        MEDIA,
        DELETED,
        CALL,
        SYSTEM,
        UNKNOWN
    }

    /** The same message at another time. */
    public Message at(@Nullable Timestamp when) {
        return new Message(conversation, id, author, when, kind, text, replyTo, edited, file, line);
    }

    /** True for what a person or a bot said or sent; false for notices and calls. */
    public boolean isSaid() {
        return kind != Kind.SYSTEM && kind != Kind.CALL;
    }
}
