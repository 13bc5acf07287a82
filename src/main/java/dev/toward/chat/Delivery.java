package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import org.jspecify.annotations.Nullable;

/** Hands on what one file holds: makes the messages, leaves out what was there before, names the file in what is skipped. */
final class Delivery {
    private final String format;
    private final String file;
    private final int number;
    private final ChatSink sink;
    private final Seen seen;
    private long delivered;

    /** @param number 1 for the first file of a run; keeps made-up ids apart */
    Delivery(String format, String file, int number, ChatSink sink, Seen seen) {
        this.format = format;
        this.file = file;
        this.number = number;
        this.sink = sink;
        this.seen = seen;
        seen.nextFile();
    }

    void chat(Conversation conversation) {
        sink.chat(format, conversation);
    }

    /** @param id of the export; null makes one of the position */
    void message(
            Conversation conversation,
            @Nullable String id,
            long record,
            long line,
            @Nullable Author author,
            @Nullable Timestamp time,
            Message.Kind kind,
            String text,
            @Nullable String replyTo,
            boolean edited) {
        Message message = new Message(
                conversation,
                id == null ? number + ":" + record : id,
                author,
                time,
                kind,
                text,
                replyTo,
                edited,
                file,
                line);
        switch (seen.look(message, id != null)) {
            case NEW -> {
                delivered++;
                sink.message(message);
            }
            case ID_REPEATED -> skipped(line, "its id stood on an earlier record of the chat; the first one is kept");
            case IN_EARLIER_FILE -> delivered++;
        }
    }

    void skipped(long line, String reason) {
        sink.skipped(new Skipped(file, line, reason));
    }

    void warning(String warning) {
        sink.warning(file + ": " + warning);
    }

    /** Messages found, those of earlier files included. */
    long delivered() {
        return delivered;
    }
}
