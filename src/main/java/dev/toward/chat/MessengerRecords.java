package dev.toward.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toward.text.Author;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages of the JSON records of Messenger, old and end-to-end encrypted, and of Instagram. Counts what a reader of the
 * chat should know. For one thread.
 */
final class MessengerRecords {
    private static final int AUTHORS_KEPT = 10_000;
    private static final List<String> MEDIA =
            List.of("photos", "videos", "audio_files", "gifs", "files", "sticker", "media");

    private final ReadOptions options;
    private final Map<String, Author> authors = new HashMap<>();
    private long worded;
    private long badTimes;
    private String firstBadTime = "";

    MessengerRecords(ReadOptions options) {
        this.options = options;
    }

    /** The message that a record holds; null if it holds none. */
    @Nullable
    Found found(JsonNode record, Source file, long line) {
        boolean secure = record.has("senderName");
        JsonNode stamp = record.path(secure || !record.has("timestamp_ms") ? "timestamp" : "timestamp_ms");
        if (!record.has(secure ? "senderName" : "sender_name") && stamp.isMissingNode()) {
            return null;
        }
        String sender = Marks.name(text(record, secure ? "senderName" : "sender_name"));
        String text = text(record, secure ? "text" : "content");
        String type = text(record, "type");
        boolean unsent =
                record.path("is_unsent").asBoolean() || record.path("isUnsent").asBoolean();
        return found(file, line, sender, time(stamp.asText(), file, line), text, kind(record, type, unsent));
    }

    /**
     * A message.
     *
     * @param kind where the record tells it; {@link Message.Kind#UNKNOWN} leaves it to the words
     */
    Found found(Source file, long line, String sender, @Nullable Timestamp time, String written, Message.Kind kind) {
        Message.Kind sort = kind;
        String text = written;
        if (kind == Message.Kind.UNKNOWN || kind == Message.Kind.MEDIA) {
            MessengerWords.Wording wording = text.isBlank() ? null : MessengerWords.of(text, sender);
            if (wording == null) {
                sort = kind == Message.Kind.UNKNOWN && !text.isBlank() ? Message.Kind.TEXT : kind;
            } else if (wording == MessengerWords.Wording.ATTACHMENT) {
                sort = Message.Kind.MEDIA;
                text = "";
            } else if (kind == Message.Kind.UNKNOWN) {
                worded++;
                sort = wording == MessengerWords.Wording.CALL ? Message.Kind.CALL : Message.Kind.SYSTEM;
            }
        } else if (kind == Message.Kind.DELETED) {
            text = "";
        }
        Author author = sort == Message.Kind.SYSTEM ? null : author(sender);
        return new Found(file, line, null, author, time, sort, text, null, false);
    }

    private static Message.Kind kind(JsonNode record, String type, boolean unsent) {
        if (unsent) {
            return Message.Kind.DELETED;
        }
        if (type.equals("Call") || record.has("call_duration")) {
            return Message.Kind.CALL;
        }
        if (record.path("users").isArray()) {
            return Message.Kind.SYSTEM;
        }
        boolean media = MEDIA.stream().map(record::path).anyMatch(m -> m.isContainerNode() && !m.isEmpty());
        return switch (type) {
            case "Subscribe", "Unsubscribe", "Plan", "Poll", "Event", "Payment" -> Message.Kind.SYSTEM;
            case "media" -> Message.Kind.MEDIA;
            default -> media ? Message.Kind.MEDIA : Message.Kind.UNKNOWN;
        };
    }

    /** A field as text, repaired; the empty text where it is missing or no scalar. */
    static String text(JsonNode record, String field) {
        JsonNode value = record.path(field);
        return value.isNull() ? "" : Mojibake.repair(value.asText());
    }

    @Nullable
    Timestamp time(String written, Source file, long line) {
        Timestamp time = written.isEmpty() ? null : TimeText.read(written, DateOrder.DMY, options.today());
        if (time == null && badTimes++ == 0) {
            firstBadTime = file.name() + ", line " + line;
        }
        return time;
    }

    Author author(String name) {
        if (name.isEmpty()) {
            return Author.UNKNOWN;
        }
        if (authors.size() > AUTHORS_KEPT) {
            authors.clear();
        }
        // All deleted accounts bear one name: who of them wrote it cannot be known.
        return authors.computeIfAbsent(
                name, n -> MessengerWords.isDeletedAccount(n) ? Author.UNKNOWN : new Author(n, n));
    }

    /** Says what there is to say about all that was read. */
    void finish(Delivery delivery) {
        if (worded > 0) {
            delivery.summary(worded + " notices and calls are told by their wording only");
        }
        if (badTimes > 0) {
            delivery.summary(badTimes + " messages have no time that can be, the first in " + firstBadTime
                    + "; kept without a time");
        }
    }
}
