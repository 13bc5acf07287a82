package dev.toward.chat;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file of Teams messages, which may hold several chats among one another and the newest first: a first pass learns
 * which chats there are, then each is delivered in the order of time.
 */
final class TeamsReading {
    /** Chats are read together, a file at a time, until they have this many messages. */
    private static final long TOGETHER = 50_000;

    private static final int NAMES = 4;
    private static final Pattern DOTNET = Pattern.compile("^/Date\\((\\d{9,14})(?:[+-]\\d{4})?\\)/$");

    /** What the first pass learned of a chat. */
    private static final class Chat {
        private final Set<String> people = new LinkedHashSet<>();
        private boolean channel;
        private long messages;
        private boolean ascending = true;
        private @Nullable LocalDateTime last;
    }

    private final Source source;
    private final ReadOptions options;
    private final Delivery delivery;
    private final TeamsPeople people = new TeamsPeople();
    private final BadTimes badTimes = new BadTimes();
    private final Map<String, Chat> chats = new LinkedHashMap<>();

    TeamsReading(Source source, ReadOptions options, Delivery delivery) {
        this.source = source;
        this.options = options;
        this.delivery = delivery;
    }

    void read() throws IOException {
        people.learnBeside(source);
        delivery.oddLines(records(delivery, this::learn));
        Map<String, Conversation> conversations = new LinkedHashMap<>();
        chats.forEach((id, chat) -> conversations.put(id, conversation(id, chat)));
        conversations.values().forEach(delivery::chat);
        long[] record = {1};
        if (chats.values().stream().allMatch(chat -> chat.ascending)) {
            records(Delivery.nowhere("teams", source), (id, message, line) -> {
                Conversation chat = conversations.get(id);
                if (chat != null) {
                    deliver(chat, record[0]++, found(message, line));
                }
            });
        } else {
            List<String> together = new ArrayList<>();
            long messages = 0;
            for (Map.Entry<String, Chat> chat : chats.entrySet()) {
                if (!together.isEmpty() && messages + chat.getValue().messages > TOGETHER) {
                    record[0] = deliver(together, conversations, record[0]);
                    together.clear();
                    messages = 0;
                }
                together.add(chat.getKey());
                messages += chat.getValue().messages;
            }
            deliver(together, conversations, record[0]);
        }
        badTimes.report(delivery);
    }

    private interface Taker {
        void take(String chat, JsonNode message, long line) throws IOException;
    }

    private long records(Delivery broken, Taker taker) throws IOException {
        try (JsonFile file = JsonFile.of(source, broken)) {
            JsonToken start = file.next();
            if (start == JsonToken.START_ARRAY) {
                records(file, broken, taker);
            }
            while (start == JsonToken.START_OBJECT && file.next() == JsonToken.FIELD_NAME) {
                String name = file.name();
                boolean array = file.next() == JsonToken.START_ARRAY;
                if (array && (name.equalsIgnoreCase("value") || name.equalsIgnoreCase("messages"))) {
                    records(file, broken, taker);
                } else {
                    file.skip();
                }
            }
            return file.odd();
        }
    }

    private static void records(JsonFile file, Delivery broken, Taker taker) throws IOException {
        for (JsonNode node = file.record(); node != null; node = file.record()) {
            JsonNode message = TeamsKeys.lower(node);
            if (TeamsKeys.text(message, "messagetype") == null && TeamsKeys.text(message, "createddatetime") == null) {
                broken.skipped(file.recordLine(), "no message; expected 'messageType' and 'createdDateTime'");
                continue;
            }
            taker.take(chatId(message), message, file.recordLine());
        }
    }

    private static String chatId(JsonNode message) {
        String chat = TeamsKeys.text(message, "chatid");
        String channel = TeamsKeys.text(message.path("channelidentity"), "channelid");
        return chat != null ? chat : channel != null ? channel : "";
    }

    private void learn(String id, JsonNode message, long line) {
        Chat chat = chats.computeIfAbsent(id, key -> new Chat());
        chat.messages++;
        chat.channel |= message.path("channelidentity").isObject();
        JsonNode user = message.path("from").path("user");
        people.learn(TeamsKeys.text(user, "id"), TeamsKeys.text(user, "displayname"));
        Author author = people.author(message.path("from"));
        if (chat.people.size() < NAMES && !author.equals(Author.UNKNOWN)) {
            chat.people.add(author.name());
        }
        String written = TeamsKeys.text(message, "createddatetime");
        Timestamp time = badTimes.check(written, time(written), line);
        if (time != null) {
            chat.ascending &= chat.last == null || !time.clock().isBefore(chat.last);
            chat.last = time.clock();
        }
    }

    private Conversation conversation(String id, Chat chat) {
        boolean channel = chat.channel || id.contains("@thread.tacv2") || id.contains("@thread.skype");
        Conversation.Kind kind = channel
                ? Conversation.Kind.CHANNEL
                : id.contains("@unq.gbl.spaces")
                        ? Conversation.Kind.DIRECT
                        : id.contains("@thread.v2") || chat.people.size() > 2
                                ? Conversation.Kind.GROUP
                                : Conversation.Kind.UNKNOWN;
        String name = options.chatName();
        if (name == null) {
            // a chat without a name goes by who is in it, as in the program itself
            name = chats.size() == 1 || channel || chat.people.isEmpty()
                    ? source.baseName() + (chats.size() == 1 ? "" : " " + id)
                    : String.join(
                                    ", ",
                                    new ArrayList<>(chat.people).subList(0, Math.min(NAMES - 1, chat.people.size())))
                            + (chat.people.size() == NAMES ? ", \u2026" : "");
        }
        return new Conversation("teams", "teams:" + (id.isEmpty() ? Marks.name(source.baseName()) : id), name, kind);
    }

    private long deliver(List<String> together, Map<String, Conversation> conversations, long first)
            throws IOException {
        Map<String, OldestFirst> sorted = new HashMap<>();
        together.forEach(id -> sorted.put(id, new OldestFirst()));
        records(Delivery.nowhere("teams", source), (id, message, line) -> {
            OldestFirst chat = sorted.get(id);
            if (chat != null) {
                chat.add(found(message, line));
            }
        });
        long record = first;
        for (String id : together) {
            OldestFirst chat = sorted.remove(id);
            Conversation conversation = conversations.get(id);
            if (chat != null && conversation != null && !chat.isEmpty()) {
                record = chat.deliver(
                        conversation,
                        record,
                        delivery,
                        (file, taker) -> records(Delivery.nowhere("teams", source), (other, message, line) -> {
                            if (other.equals(id)) {
                                taker.take(found(message, line));
                            }
                        }));
            }
        }
        return record;
    }

    private void deliver(Conversation chat, long record, Found found) {
        delivery.message(
                chat,
                found.id(),
                record,
                found.line(),
                found.author(),
                found.time(),
                found.kind(),
                found.text(),
                found.replyTo(),
                found.edited());
    }

    private Found found(JsonNode message, long line) {
        String id = TeamsKeys.text(message, "id");
        String type = TeamsKeys.text(message, "messagetype");
        boolean said = type == null || type.equals("message");
        boolean deleted = TeamsKeys.text(message, "deleteddatetime") != null;
        TeamsBody body = said && !deleted ? TeamsBody.of(message) : new TeamsBody("", null, false);
        Message.Kind kind = !said
                ? isCall(message) ? Message.Kind.CALL : Message.Kind.SYSTEM
                : deleted
                        ? Message.Kind.DELETED
                        : body.media()
                                ? Message.Kind.MEDIA
                                : body.text().isEmpty() ? Message.Kind.UNKNOWN : Message.Kind.TEXT;
        String replyTo = body.quoted() != null ? body.quoted() : TeamsKeys.text(message, "replytoid");
        return new Found(
                source,
                line,
                id,
                said ? people.author(message.path("from")) : null,
                time(TeamsKeys.text(message, "createddatetime")),
                kind,
                body.text(),
                !said || replyTo == null || replyTo.equals(id) ? null : replyTo,
                said && TeamsKeys.text(message, "lastediteddatetime") != null);
    }

    private static boolean isCall(JsonNode message) {
        String detail = TeamsKeys.text(message.path("eventdetail"), "@odata.type");
        return detail != null && detail.contains("call");
    }

    private @Nullable Timestamp time(@Nullable String written) {
        if (written == null) {
            return null;
        }
        Matcher dotnet = DOTNET.matcher(written);
        return TimeText.read(dotnet.matches() ? dotnet.group(1) : written, DateOrder.YMD, options.today());
    }
}
