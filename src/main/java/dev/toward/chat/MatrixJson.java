package dev.toward.chat;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events of a room as JSON. Read twice, for names and changes stand anywhere. Times are those of the senders' servers, and the
 * order is that of the file.
 */
final class MatrixJson {
    private static final int MOST_NAMES = 50_000;

    private final Source source;
    private final ReadOptions options;
    private final Delivery delivery;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> joined = new HashSet<>();
    private final MatrixEdits edits = new MatrixEdits();
    private final BadTimes badTimes = new BadTimes();
    private @Nullable String roomName;
    private @Nullable String roomId;
    private boolean direct;
    private long record;

    MatrixJson(Source source, ReadOptions options, Delivery delivery) {
        this.source = source;
        this.options = options;
        this.delivery = delivery;
    }

    static boolean fits(JsonNode root) {
        JsonNode messages = root.path("messages");
        for (JsonNode message : messages) {
            if (message.has("origin_server_ts") && message.has("type")) {
                return true;
            }
        }
        return messages.isArray() && root.has("room_name") && (root.has("exported_by") || root.has("room_creator"));
    }

    void read() throws IOException {
        events(Delivery.nowhere("matrix", source), (node, line) -> learn(node));
        String name = options.chatName() != null ? options.chatName() : roomName == null ? source.baseName() : roomName;
        Conversation.Kind kind = direct && joined.size() < 3
                ? Conversation.Kind.DIRECT
                : joined.size() > 2 ? Conversation.Kind.GROUP : Conversation.Kind.UNKNOWN;
        Conversation chat =
                new Conversation("matrix", "matrix:" + (roomId == null ? Marks.name(name) : roomId), name, kind);
        delivery.chat(chat);
        long odd = events(delivery, (node, line) -> deliver(chat, node, line));
        delivery.oddLines(odd);
        badTimes.report(delivery);
        if (edits.beyond() > 0) {
            delivery.warning(
                    edits.beyond() + " changes of messages were too many to hold; these keep their first words");
        }
    }

    private interface Taker {
        void take(JsonNode event, long line);
    }

    private long events(Delivery broken, Taker taker) throws IOException {
        try (JsonFile file = JsonFile.of(source, broken)) {
            JsonToken start = file.next();
            boolean found = start == JsonToken.START_ARRAY;
            // the rest of the root may stand behind the messages
            while (!found && file.next() == JsonToken.FIELD_NAME) {
                String name = file.name();
                JsonToken value = file.next();
                if (name.equals("messages") && value == JsonToken.START_ARRAY) {
                    records(file, taker);
                } else if (name.equals("room_name")) {
                    String text = file.value().asText();
                    roomName = text.isBlank() ? roomName : text;
                } else {
                    file.skip();
                }
            }
            if (found) {
                records(file, taker);
            }
            return file.odd();
        }
    }

    private static void records(JsonFile file, Taker taker) throws IOException {
        for (JsonNode node = file.record(); node != null; node = file.record()) {
            taker.take(node, file.recordLine());
        }
    }

    private void learn(JsonNode event) {
        String room = text(event, "room_id");
        roomId = roomId == null ? room : roomId;
        JsonNode content = event.path("content");
        if ("m.room.member".equals(text(event, "type"))) {
            String person = text(event, "state_key");
            String shown = text(content, "displayname");
            if (person != null && names.size() < MOST_NAMES) {
                if (shown != null && !Marks.name(shown).isEmpty()) {
                    names.put(person, Marks.name(shown));
                }
                if ("join".equals(text(content, "membership"))) {
                    joined.add(person);
                }
            }
            direct |= content.path("is_direct").asBoolean();
        }
        JsonNode relation = content.path("m.relates_to");
        String target = text(relation, "event_id");
        String sender = text(event, "sender");
        String body = text(content.path("m.new_content"), "body");
        if ("m.replace".equals(text(relation, "rel_type")) && target != null && sender != null && body != null) {
            edits.add(target, sender, event.path("origin_server_ts").asLong(), body);
        }
    }

    private void deliver(Conversation chat, JsonNode event, long line) {
        record++;
        String type = text(event, "type");
        if (type == null) {
            delivery.skipped(line, "no event: it has no 'type'");
            return;
        }
        JsonNode content = event.path("content");
        JsonNode relation = content.path("m.relates_to");
        boolean change = "m.replace".equals(text(relation, "rel_type"));
        if (type.equals("m.reaction") || type.equals("m.room.redaction") || change) {
            return; // said of another message, and no message itself
        }
        String sender = text(event, "sender");
        String id = text(event, "event_id");
        String written = text(event, "origin_server_ts");
        Timestamp time = written == null
                ? null
                : badTimes.check(written, TimeText.read(written, DateOrder.YMD, options.today()), line);
        Message.Kind kind = kind(type, event, content);
        boolean said = kind != Message.Kind.SYSTEM && kind != Message.Kind.CALL;
        String replyTo = said ? replyTo(relation) : null;
        String changed = said ? edits.of(id, sender) : null;
        String words = said ? words(type, kind, content, changed, replyTo != null) : "";
        delivery.message(
                chat,
                id,
                record,
                line,
                said || kind == Message.Kind.CALL ? author(sender) : null,
                time,
                kind == Message.Kind.TEXT && words.isBlank() ? Message.Kind.UNKNOWN : kind,
                words,
                replyTo,
                changed != null);
    }

    private static Message.Kind kind(String type, JsonNode event, JsonNode content) {
        if (event.has("state_key")) {
            return Message.Kind.SYSTEM;
        }
        boolean redacted = event.path("unsigned").has("redacted_because") || event.has("redacted_because");
        return switch (type) {
            case "m.room.message" -> {
                String sort = text(content, "msgtype");
                yield redacted || (content.isEmpty() && event.path("unsigned").has("redacted_by"))
                        ? Message.Kind.DELETED
                        : sort == null ? Message.Kind.UNKNOWN : ofMessage(sort);
            }
            case "m.sticker" -> redacted ? Message.Kind.DELETED : Message.Kind.MEDIA;
            case "m.poll.start", "org.matrix.msc3381.poll.start" -> redacted ? Message.Kind.DELETED : Message.Kind.TEXT;
            case "m.room.encrypted" -> redacted ? Message.Kind.DELETED : Message.Kind.UNKNOWN;
            case "m.call.invite" -> Message.Kind.CALL;
            default -> Message.Kind.SYSTEM;
        };
    }

    private static Message.Kind ofMessage(String sort) {
        return switch (sort) {
            case "m.text", "m.emote", "m.notice" -> Message.Kind.TEXT;
            case "m.image", "m.file", "m.audio", "m.video", "m.location" -> Message.Kind.MEDIA;
            default -> Message.Kind.UNKNOWN;
        };
    }

    private static String words(
            String type, Message.Kind kind, JsonNode content, @Nullable String changed, boolean isReply) {
        if (kind == Message.Kind.MEDIA) {
            // the body is the name of the file, unless that stands by itself
            String file = text(content, "filename");
            String body = text(content, "body");
            return file == null || body == null || body.equals(file) ? "" : body;
        }
        if (kind != Message.Kind.TEXT) {
            return "";
        }
        if (!type.equals("m.room.message")) {
            return question(content);
        }
        String body = changed == null ? text(content, "body") : changed;
        if (body == null) {
            return "";
        }
        return isReply ? withoutFallback(body) : body;
    }

    /** Without the lines that programs put above a reply, for those that know no replies. */
    private static String withoutFallback(String body) {
        int at = 0;
        while (body.startsWith(">", at)) {
            int end = body.indexOf('\n', at);
            if (end < 0) {
                return body;
            }
            at = end + 1;
        }
        return at > 0 && body.startsWith("\n", at) ? body.substring(at + 1) : body.substring(at);
    }

    private static String question(JsonNode content) {
        for (String key : new String[] {"m.poll", "m.poll.start", "org.matrix.msc3381.poll.start"}) {
            JsonNode question = content.path(key).path("question");
            for (String text : new String[] {"org.matrix.msc1767.text", "m.text", "body"}) {
                JsonNode value = question.path(text);
                String words = value.isArray() ? text(value.path(0), "body") : text(question, text);
                if (words != null) {
                    return words;
                }
            }
        }
        return "";
    }

    /** In a thread, old programs are told of the last message instead of the root: that is no reply to it. */
    private static @Nullable String replyTo(JsonNode relation) {
        boolean inThread = "m.thread".equals(text(relation, "rel_type"));
        return inThread && relation.path("is_falling_back").asBoolean()
                ? null
                : text(relation.path("m.in_reply_to"), "event_id");
    }

    private Author author(@Nullable String sender) {
        return sender == null ? Author.UNKNOWN : new Author(sender, names.getOrDefault(sender, sender));
    }

    private static @Nullable String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isValueNode() && !value.isNull() && !value.asText().isEmpty() ? value.asText() : null;
    }
}
