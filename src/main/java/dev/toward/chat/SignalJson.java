package dev.toward.chat;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Signal's messages as JSON: sigtop's array of what the database holds, or signal-export's {@code data.json}, an object a line. */
final class SignalJson {
    private static final String OWN = "me";
    private static final Pattern FILE_NAME = Pattern.compile("^(.*\\S) \\(([^()]{1,100})\\)$");

    private final Source source;
    private final ReadOptions options;
    private final Delivery delivery;
    private final KnownAuthors authors = new KnownAuthors("(unknown)");
    private final BadTimes badTimes = new BadTimes();
    private final Quotable quotable = new Quotable();
    private final Map<String, Conversation> chats = new HashMap<>();
    private final Map<String, String> people = new HashMap<>();
    private long record;

    SignalJson(Source source, ReadOptions options, Delivery delivery) {
        this.source = source;
        this.options = options;
        this.delivery = delivery;
    }

    static boolean fits(Head head) {
        JsonNode first = head.json();
        return isExported(first) || isStored(first.path(0));
    }

    private static boolean isExported(JsonNode first) {
        return first.has("sender")
                && first.has("date")
                && first.has("body")
                && (first.has("quote") || first.has("reactions") || first.has("sticker"));
    }

    private static boolean isStored(JsonNode first) {
        return first.has("conversationId") && first.has("type") && (first.has("sent_at") || first.has("timestamp"));
    }

    void read() throws IOException {
        try (JsonFile file = JsonFile.of(source, delivery)) {
            // an array is entered; objects one after the other are taken as they come
            boolean array = Head.of(source).firstLine().stripLeading().startsWith("[");
            if (!array || file.next() == JsonToken.START_ARRAY) {
                for (JsonNode node = file.record(); node != null; node = file.record()) {
                    record++;
                    if (array) {
                        stored(node, file.recordLine());
                    } else {
                        exported(node, file.recordLine());
                    }
                }
            }
            delivery.oddLines(file.odd());
        }
        if (chats.isEmpty()) {
            chat("");
        }
        badTimes.report(delivery);
    }

    private Conversation chat(String id) {
        return chats.computeIfAbsent(id, key -> {
            String name = SignalChat.name(source, options);
            Conversation chat = key.isEmpty()
                    ? SignalChat.of(name)
                    : new Conversation("signal", "signal:" + key, name, Conversation.Kind.UNKNOWN);
            delivery.chat(chat);
            return chat;
        });
    }

    // ---- signal-export

    private void exported(JsonNode node, long line) {
        String date = text(node, "date");
        String body = text(node, "body");
        if (date == null && body == null && text(node, "sender") == null) {
            delivery.skipped(line, "no message; expected 'date', 'sender' and 'body'");
            return;
        }
        Timestamp time =
                date == null ? null : badTimes.check(date, TimeText.read(date, DateOrder.YMD, options.today()), line);
        SignalBody read = SignalBody.of(body == null ? List.of("") : List.of(body.split("\n", -1)));
        String quote = text(node, "quote");
        String quoted = quote == null ? read.quote() : quote.strip().replaceAll("(?m)^>\\s?", "");
        boolean media = !node.path("attachments").isEmpty() || isSet(node.path("sticker"));
        Message.Kind kind = isSet(node.path("deleted"))
                ? Message.Kind.DELETED
                : isSet(node.path("call")) || isSet(node.path("missed"))
                        ? Message.Kind.CALL
                        : media ? Message.Kind.MEDIA : read.kind();
        String key = Quotable.words(quoted);
        String sender = text(node, "sender");
        boolean words = kind == Message.Kind.TEXT || kind == Message.Kind.MEDIA;
        delivery.message(
                chat(""),
                null,
                record,
                line,
                sender == null || sender.equals("No-Sender") ? Author.UNKNOWN : authors.of(null, sender),
                time,
                kind,
                words ? read.text() : "",
                key.isEmpty() ? null : quotable.find(key),
                false);
        if (words && !read.text().isEmpty()) {
            quotable.add(Quotable.words(read.text()), delivery.positionId(record));
        }
    }

    /** True for what says yes in one way or another. */
    private static boolean isSet(JsonNode value) {
        return value.isBoolean()
                ? value.booleanValue()
                : value.isContainerNode()
                        ? !value.isEmpty()
                        : value.isValueNode()
                                && !value.asText().isBlank()
                                && !value.isNull()
                                && !value.asText().equals("0");
    }

    // ---- sigtop

    private void stored(JsonNode node, long line) {
        String conversation = text(node, "conversationId");
        String sent = stamp(node.path("sent_at"));
        sent = sent == null ? stamp(node.path("timestamp")) : sent;
        String type = text(node, "type");
        if (conversation == null || (sent == null && type == null)) {
            delivery.skipped(line, "no message; expected 'conversationId', 'type' and 'sent_at'");
            return;
        }
        boolean own = "outgoing".equals(type);
        boolean talk = own || "incoming".equals(type);
        Timestamp time =
                sent == null ? null : badTimes.check(sent, TimeText.read(sent, DateOrder.YMD, options.today()), line);
        String person = own ? OWN : person(node);
        boolean media =
                !node.path("attachments").isEmpty() || node.path("sticker").isObject();
        boolean deleted = node.path("isErased").asInt() != 0
                || node.path("isErased").booleanValue()
                || node.path("deletedForEveryone").booleanValue();
        String body = mentioned(node);
        Message.Kind kind = !talk
                ? "call-history".equals(type) ? Message.Kind.CALL : Message.Kind.SYSTEM
                : deleted
                        ? Message.Kind.DELETED
                        : media ? Message.Kind.MEDIA : body.isBlank() ? Message.Kind.UNKNOWN : Message.Kind.TEXT;
        Conversation chat = chat(conversation);
        String id = text(node, "id");
        String key = conversation + "\n" + person + "\n" + sent;
        delivery.message(
                chat,
                id,
                record,
                line,
                talk ? author(person) : null,
                time,
                kind,
                deleted ? "" : body,
                replyTo(conversation, node.path("quote")),
                !node.path("editHistory").isEmpty());
        if (talk && sent != null) {
            quotable.add(key, id == null ? delivery.positionId(record) : id);
        }
    }

    /** One id for a person who has several: the newest form that is there. */
    private String person(JsonNode node) {
        String first = null;
        for (String key : List.of("sourceServiceId", "sourceUuid", "source")) {
            String id = text(node, key);
            if (id != null) {
                first = first == null ? people.getOrDefault(id, id) : first;
                people.put(id, first);
            }
        }
        return first == null ? "" : first;
    }

    private @Nullable String replyTo(String conversation, JsonNode quote) {
        String sent = stamp(quote.path("id"));
        if (sent == null) {
            return null;
        }
        for (String key : List.of("authorAci", "authorUuid", "author")) {
            String id = text(quote, key);
            String person = id == null ? null : people.get(id);
            String found = person == null ? null : quotable.find(conversation + "\n" + person + "\n" + sent);
            if (found != null) {
                return found;
            }
        }
        // one's own messages do not say who one is
        return quotable.find(conversation + "\n" + OWN + "\n" + sent);
    }

    private Author author(String person) {
        if (person.equals(OWN)) {
            return authors.of(OWN, "Me");
        }
        if (person.isEmpty()) {
            return Author.UNKNOWN;
        }
        Matcher named = FILE_NAME.matcher(source.baseName());
        boolean same =
                named.matches() && people.getOrDefault(named.group(2), "").equals(person);
        return authors.of(person, same ? named.group(1) : person);
    }

    /** The body with names where Signal has placeholders. */
    private static String mentioned(JsonNode node) {
        String body = text(node, "body");
        if (body == null || body.indexOf('\uFFFC') < 0) {
            return body == null ? "" : body;
        }
        Map<Integer, String> names = new TreeMap<>();
        for (JsonNode range : node.path("bodyRanges")) {
            String name = text(range, "replacementText");
            if (name != null && range.path("start").isIntegralNumber()) {
                names.put(range.path("start").asInt(), name);
            }
        }
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < body.length(); i++) {
            if (body.charAt(i) != '\uFFFC') {
                whole.append(body.charAt(i));
            } else if (names.containsKey(i)) {
                whole.append('@').append(names.get(i));
            }
        }
        return whole.toString();
    }

    /** Milliseconds; very old databases have them in two halves. */
    private static @Nullable String stamp(JsonNode value) {
        if (value.isObject() && value.has("high") && value.has("low")) {
            return Long.toString(
                    (value.path("high").asLong() << 32) + (value.path("low").asLong() & 0xFFFFFFFFL));
        }
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText() : null;
    }

    private static @Nullable String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isValueNode() && !value.isNull() && !value.asText().isEmpty() ? value.asText() : null;
    }
}
