package dev.toward.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads Skype's export: a first pass learns the chats, the names and what old quotes point to, then each chat is delivered in the
 * order of time, for the file has the newest messages first.
 */
final class SkypeReading {
    private static final int MOST_NAMES = 50_000;
    private static final int MOST_QUOTES = 100_000;

    /** What the fields of a conversation say. */
    private static final class Chat {
        private String id = "";
        private @Nullable String shown;
        private @Nullable String topic;
    }

    private final Source source;
    private final ReadOptions options;
    private final Delivery delivery;
    private final BadTimes badTimes = new BadTimes();
    private final List<Chat> chats = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> wanted = new HashSet<>();
    private final Map<String, String> quoted = new HashMap<>();

    SkypeReading(Source source, ReadOptions options, Delivery delivery) {
        this.source = source;
        this.options = options;
        this.delivery = delivery;
    }

    void read() throws IOException {
        Delivery nowhere = Delivery.nowhere("skype", source);
        SkypeFile.visit(source, nowhere, new SkypeFile.Visitor() {
            @Override
            public void field(int conversation, String name, JsonNode value) {
                learn(chat(conversation), name, value);
            }

            @Override
            public void message(int conversation, JsonNode message, long line) {
                chat(conversation);
                learn(conversation, message);
            }

            @Override
            public void end(int conversation) {
                chat(conversation);
            }
        });
        if (!wanted.isEmpty()) {
            SkypeFile.visit(source, nowhere, this::findQuoted);
        }
        Delivering delivering = new Delivering();
        delivery.oddLines(SkypeFile.visit(source, delivery, delivering));
        badTimes.report(delivery);
    }

    private Chat chat(int number) {
        while (chats.size() <= number) {
            chats.add(new Chat());
        }
        return chats.get(number);
    }

    private static void learn(Chat chat, String name, JsonNode value) {
        switch (name) {
            case "id" -> chat.id = value.asText();
            case "displayName" -> chat.shown = shown(value);
            default -> chat.topic = shown(value.path("topic"));
        }
    }

    private static @Nullable String shown(JsonNode value) {
        String name = value.isTextual() ? Marks.name(value.asText()) : "";
        return name.isEmpty() ? null : name;
    }

    private void learn(int conversation, JsonNode message) {
        String from = text(message, "from");
        String name = shown(message.path("displayName"));
        if (from != null && name != null && names.size() < MOST_NAMES) {
            names.putIfAbsent(SkypeContent.bare(from), name);
        }
        String content = text(message, "content");
        if (content != null && content.contains("quote") && wanted.size() < MOST_QUOTES) {
            SkypeContent.Quote quote = SkypeContent.of(content).quote();
            if (quote != null && quote.messageId() == null) {
                wanted.add(conversation + "\n" + quote.key());
            }
        }
    }

    private void findQuoted(int conversation, JsonNode message, long line) {
        String id = text(message, "id");
        String from = text(message, "from");
        Timestamp time = time(message);
        if (id != null && from != null && time instanceof Timestamp.Moment moment) {
            String seconds = Long.toString(moment.instant().getEpochSecond());
            String key = conversation + "\n" + SkypeContent.Quote.key(from, seconds);
            if (wanted.contains(key)) {
                quoted.putIfAbsent(key, id);
            }
        }
    }

    private Conversation conversation(Chat chat) {
        Conversation.Kind kind = chat.id.startsWith("19:")
                ? Conversation.Kind.GROUP
                : chat.id.startsWith("8:") || chat.id.startsWith("28:")
                        ? Conversation.Kind.DIRECT
                        : Conversation.Kind.UNKNOWN;
        String bare = SkypeContent.bare(chat.id);
        String named =
                chat.topic != null ? chat.topic : chat.shown != null ? chat.shown : names.getOrDefault(bare, bare);
        String name = options.chatName() != null ? options.chatName() : named.isEmpty() ? source.baseName() : named;
        return new Conversation("skype", "skype:" + (chat.id.isEmpty() ? Marks.name(name) : chat.id), name, kind);
    }

    private final class Delivering implements SkypeFile.Visitor {
        private OldestFirst sorted = new OldestFirst();
        private long record = 1;

        @Override
        public void message(int conversation, JsonNode message, long line) {
            Found found = found(conversation, message, line);
            if (found == null) {
                delivery.skipped(line, "no message; expected 'messagetype', 'from' and 'originalarrivaltime'");
                return;
            }
            badTimes.check(text(message, "originalarrivaltime"), found.time(), line);
            sorted.add(found);
        }

        @Override
        public void end(int conversation) throws IOException {
            Conversation chat = conversation(chats.get(conversation));
            delivery.chat(chat);
            record = sorted.deliver(chat, record, delivery, (file, taker) -> again(conversation, taker));
            sorted = new OldestFirst();
        }

        private void again(int wantedConversation, Found.Taker taker) throws IOException {
            SkypeFile.visit(source, Delivery.nowhere("skype", source), (conversation, message, line) -> {
                Found found = conversation == wantedConversation ? found(conversation, message, line) : null;
                if (found != null) {
                    taker.take(found);
                }
            });
        }
    }

    private @Nullable Found found(int conversation, JsonNode message, long line) {
        String type = text(message, "messagetype");
        String from = text(message, "from");
        String content = text(message, "content");
        if (type == null && (from == null || content == null)) {
            return null;
        }
        JsonNode properties = message.path("properties");
        Message.Kind kind = kind(type == null ? "Text" : type);
        boolean said = kind == Message.Kind.TEXT || kind == Message.Kind.MEDIA;
        boolean deleted = said && content == null && properties.has("deletetime");
        SkypeContent read = kind != Message.Kind.TEXT || content == null
                ? new SkypeContent("", null, false)
                : "Text".equals(type) ? new SkypeContent(content.strip(), null, false) : SkypeContent.of(content);
        Message.Kind real = deleted
                ? Message.Kind.DELETED
                : kind == Message.Kind.TEXT && read.text().isEmpty() ? Message.Kind.UNKNOWN : kind;
        String id = text(message, "id");
        String replyTo = replyTo(conversation, read.quote());
        return new Found(
                source,
                line,
                id,
                said || kind == Message.Kind.CALL ? author(from) : null,
                time(message),
                real,
                read.text(),
                replyTo == null || replyTo.equals(id) ? null : replyTo,
                said && (read.edited() || properties.has("edittime")));
    }

    private @Nullable String replyTo(int conversation, SkypeContent.@Nullable Quote quote) {
        if (quote == null) {
            return null;
        }
        return quote.messageId() != null ? quote.messageId() : quoted.get(conversation + "\n" + quote.key());
    }

    private static Message.Kind kind(String type) {
        if (type.equals("RichText") || type.equals("Text") || type.equals("RichText/Html")) {
            return Message.Kind.TEXT;
        }
        if (type.startsWith("RichText/")) {
            return Message.Kind.MEDIA;
        }
        return type.equals("Event/Call") ? Message.Kind.CALL : Message.Kind.SYSTEM;
    }

    private Author author(@Nullable String from) {
        if (from == null) {
            return Author.UNKNOWN;
        }
        String id = SkypeContent.bare(from);
        String plain = id.startsWith("live:") ? id.substring("live:".length()) : id;
        return new Author(id, names.getOrDefault(id, plain.isEmpty() ? id : plain));
    }

    private @Nullable Timestamp time(JsonNode message) {
        String written = text(message, "originalarrivaltime");
        return written == null ? null : TimeText.read(written, DateOrder.YMD, options.today());
    }

    private static @Nullable String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isValueNode() && !value.isNull() && !value.asText().isEmpty() ? value.asText() : null;
    }
}
