package dev.toward.chat;

import java.util.List;

/** What a column of a CSV file, or a key of a JSON object, may hold. The first name that a file has wins. */
public enum Field {
    TIME("timestamp", "time", "datetime", "createdat", "sentat", "ts"),
    /** A day without its time; joined to {@link #TIME} where both stand. */
    DATE("date"),
    AUTHOR("author", "sender", "from", "user", "username", "name", "nick"),
    TEXT("text", "message", "body", "content", "msg"),
    ID("id", "messageid"),
    REPLY_TO("replyto", "replytoid", "replytomessageid", "inreplyto", "parentid", "threadts"),
    CHAT("chat", "channel", "conversation", "room", "thread");

    private final List<String> names;

    Field(String... names) {
        this.names = List.of(names);
    }

    /** Usual names, best first, in the form that {@link FieldNames#normal} makes. */
    List<String> names() {
        return names;
    }
}
