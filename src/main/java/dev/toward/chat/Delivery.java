package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Hands on what files that are read together hold: makes the messages, leaves out what was there before, names the file in what
 * is skipped.
 */
final class Delivery {
    private final String format;
    private final int number;
    private final ChatSink sink;
    private final Seen seen;
    private String file;
    private long delivered;

    /** @param number 1 for the first files of a run; keeps made-up ids apart */
    Delivery(String format, String file, int number, ChatSink sink, Seen seen) {
        this.format = format;
        this.file = file;
        this.number = number;
        this.sink = sink;
        this.seen = seen;
        seen.nextFile();
    }

    /** Goes nowhere: for a first pass. */
    static Delivery nowhere(String format, Source source) {
        return new Delivery(format, source.name(), 0, m -> {}, new Seen(false));
    }

    /** What comes now stands in {@code source}, one of the files that are read together. */
    void from(Source source) {
        file = source.name();
    }

    /** As {@link #from}, for files that may hold again what earlier ones held. */
    void copy(Source source) {
        from(source);
        seen.nextFile();
    }

    void chat(Conversation conversation) {
        sink.chat(format, conversation);
    }

    /**
     * @param id of the export; null makes one of the position
     * @param record 1-based number that no other record of the files that are read together has
     * @param replyTo id of the message that the export itself says it answers; never what is only likely
     */
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
                id == null ? positionId(record) : id,
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

    /** The id of a message that the export gives none. */
    String positionId(long record) {
        return number + ":" + record;
    }

    void skipped(long line, String reason) {
        sink.skipped(new Skipped(file, line, reason));
    }

    /** The file could not be read to its end. Messages of libraries may quote it, so only our own are passed on. */
    void unreadable(IOException e) {
        skipped(0, reason(e) + "; " + delivered + " messages were read before");
    }

    static String reason(IOException e) {
        return e instanceof MeasuredStream.OversizeException ? String.valueOf(e.getMessage()) : "damaged or cut off";
    }

    void warning(String warning) {
        sink.warning(file + ": " + warning);
    }

    /** A warning about all files that are read together. */
    void summary(String warning) {
        sink.warning(format + ": " + warning);
    }

    /** Says how many lines were no UTF-8, if any. */
    void oddLines(long lines) {
        if (lines > 0) {
            warning(lines + " lines are not UTF-8; read as windows-1252");
        }
    }

    /** Messages found, those of earlier files included. */
    long delivered() {
        return delivered;
    }
}
