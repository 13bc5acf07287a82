package dev.toward.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One chat of Telegram's JSON: makes messages of its records, in the order of the file. */
final class TelegramChat {
    static final String DELETED_ACCOUNT = "Deleted Account";

    private static final List<String> MEDIA = List.of(
            "photo",
            "file",
            "media_type",
            "location_information",
            "contact_information",
            "game_title",
            "invoice_information",
            "giveaway_information",
            "giveaway_results",
            "todo_list",
            "paid_media",
            "sticker_emoji");

    private final Conversation chat;
    private final @Nullable String chatId;
    private final ReadOptions options;
    private final Delivery delivery;
    private final KnownAuthors authors;
    private final BadTimes badTimes;
    private final AscendingIds notices = new AscendingIds();

    TelegramChat(
            TelegramJson.Header header,
            Source source,
            ReadOptions options,
            Delivery delivery,
            KnownAuthors authors,
            BadTimes badTimes) {
        this.options = options;
        this.delivery = delivery;
        this.authors = authors;
        this.badTimes = badTimes;
        this.chatId = header.id;
        this.chat = conversation(header, source, options.chatName());
        delivery.chat(chat);
    }

    private static Conversation conversation(TelegramJson.Header header, Source source, @Nullable String asked) {
        String own = header.name == null || header.name.isBlank() ? fallback(header, source) : header.name;
        String name = asked == null ? Marks.name(own) : asked;
        String id = header.id == null ? nameId(name) : "telegram:" + header.id;
        return new Conversation("telegram", id, name, kind(header.type));
    }

    /** The id of a chat that has none but its name. */
    static String nameId(String name) {
        return "telegram:" + Marks.name(name);
    }

    private static String fallback(TelegramJson.Header header, Source source) {
        if (header.type != null && header.type.equals("saved_messages")) {
            return "Saved Messages";
        }
        if (header.type != null && header.type.equals("replies")) {
            return "Replies";
        }
        if (header.id != null) {
            return DELETED_ACCOUNT + " " + header.id;
        }
        String fileName = source.fileName();
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    private static Conversation.Kind kind(@Nullable String type) {
        return switch (type == null ? "" : type) {
            case "personal_chat", "bot_chat", "saved_messages", "verification_codes" -> Conversation.Kind.DIRECT;
            case "private_group", "private_supergroup", "public_supergroup" -> Conversation.Kind.GROUP;
            case "private_channel", "public_channel" -> Conversation.Kind.CHANNEL;
            default -> Conversation.Kind.UNKNOWN;
        };
    }

    /** @param position 1-based number of the record in the file */
    void record(JsonNode record, long position, long line) {
        String type = record.path("type").asText("message");
        switch (type) {
            case "service" -> notice(record, position, line);
            case "unsupported" -> send(record, position, line, Author.UNKNOWN, Message.Kind.UNKNOWN, "", null);
            default -> {
                if (isMessage(record, type)) {
                    message(record, position, line);
                } else {
                    delivery.skipped(line, "no message of Telegram; expected 'type', 'date' and 'text'");
                }
            }
        }
    }

    private static boolean isMessage(JsonNode record, String type) {
        boolean dated = record.has("date") || record.has("date_unixtime");
        boolean holds = record.has("text") || record.has("text_entities") || hasMedia(record);
        return type.equals("message") && record.has("type") ? dated || holds : dated && holds;
    }

    private void notice(JsonNode record, long position, long line) {
        Long id = number(record.path("id"));
        if (id != null) {
            notices.add(id);
        }
        boolean call = record.path("action").asText().equals("phone_call");
        Author caller = call ? authors.of(text(record.path("actor_id")), text(record.path("actor"))) : null;
        send(record, position, line, caller, call ? Message.Kind.CALL : Message.Kind.SYSTEM, "", null);
    }

    private void message(JsonNode record, long position, long line) {
        Author author = authors.of(text(record.path("from_id")), text(record.path("from")));
        String replyTo = replyTo(record);
        if (record.has("forwarded_from") || record.has("forwarded_from_id") || record.has("saved_from")) {
            // Somebody else's words: what was sent is a thing passed on, like a picture.
            send(record, position, line, author, Message.Kind.MEDIA, "", replyTo);
            return;
        }
        String text = pieces(record.path("text"));
        if (text.isBlank()) {
            text = pieces(record.path("text_entities"));
        }
        if (text.isBlank() && record.path("poll").isObject()) {
            text = pieces(record.path("poll").path("question"));
        }
        Message.Kind kind =
                hasMedia(record) ? Message.Kind.MEDIA : text.isBlank() ? Message.Kind.UNKNOWN : Message.Kind.TEXT;
        send(record, position, line, author, kind, text.isBlank() ? "" : text, replyTo);
    }

    private void send(
            JsonNode record,
            long position,
            long line,
            @Nullable Author author,
            Message.Kind kind,
            String text,
            @Nullable String replyTo) {
        delivery.message(
                chat,
                text(record.path("id")),
                position,
                line,
                author,
                time(record, line),
                kind,
                text,
                replyTo,
                isEdited(record));
    }

    /** The message answered; null for one of another chat, and for a notice, which only opens a topic. */
    private @Nullable String replyTo(JsonNode record) {
        JsonNode target = record.path("reply_to_message_id");
        String id = text(target);
        String peer = text(record.path("reply_to_peer_id"));
        boolean elsewhere = peer != null && (chatId == null || !digits(peer).equals(digits(chatId)));
        Long number = number(target);
        return id == null || elsewhere || (number != null && notices.contains(number)) ? null : id;
    }

    private static String digits(String id) {
        int start = 0;
        while (start < id.length() && !Character.isDigit(id.charAt(start))) {
            start++;
        }
        return id.substring(start);
    }

    private @Nullable Timestamp time(JsonNode record, long line) {
        String seconds = text(record.path("date_unixtime"));
        Timestamp moment = seconds == null ? null : TimeText.read(seconds, DateOrder.DMY, options.today());
        if (moment != null) {
            return moment;
        }
        String date = text(record.path("date"));
        Timestamp time = date == null ? null : TimeText.read(date, DateOrder.DMY, options.today());
        return badTimes.check(date == null ? seconds : date, time, line);
    }

    /** Old exports date a message that was never edited back to 1970. */
    private static boolean isEdited(JsonNode record) {
        String date = text(record.path("edited"));
        String seconds = text(record.path("edited_unixtime"));
        return (date != null && !date.startsWith("1970-01-01") && !date.startsWith("1969-12-31"))
                || (date == null && seconds != null && !seconds.equals("0"));
    }

    private static boolean hasMedia(JsonNode record) {
        for (String key : MEDIA) {
            JsonNode value = record.get(key);
            if (value != null && !value.isNull()) {
                return true;
            }
        }
        return false;
    }

    /** A text, or its pieces joined: texts, and the {@code text} of objects. */
    private static String pieces(JsonNode text) {
        if (!text.isContainerNode()) {
            return text.isNull() ? "" : text.asText();
        }
        StringBuilder joined = new StringBuilder();
        for (JsonNode piece : text.isObject() ? List.of(text) : text) {
            JsonNode words = piece.isObject() ? piece.path("text") : piece;
            joined.append(words.isNull() ? "" : words.asText());
        }
        return joined.toString();
    }

    private static @Nullable String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isContainerNode() ? null : value.asText();
    }

    private static @Nullable Long number(JsonNode id) {
        return id.canConvertToLong() && id.isIntegralNumber() ? Long.valueOf(id.longValue()) : null;
    }
}
