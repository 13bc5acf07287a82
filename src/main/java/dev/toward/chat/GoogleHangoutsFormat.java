package dev.toward.chat;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Google Hangouts, which Google Chat followed in 2022, as in Google Takeout: one {@code Hangouts.json}, often very large. */
final class GoogleHangoutsFormat implements ChatFormat {
    private static final int PEOPLE_NAMED = 50;

    @Override
    public String id() {
        return "hangouts";
    }

    @Override
    public String name() {
        return "Hangouts";
    }

    @Override
    public Fit fit(Source source, Head head, ReadOptions options) {
        JsonNode first = head.json().path("conversations").path(0);
        return first.path("events").isArray() && first.path("conversation").isObject() ? Fit.YES : Fit.NO;
    }

    @Override
    public void read(Source source, ReadOptions options, Delivery delivery) throws IOException {
        long[] badTimes = {0};
        long record = 1;
        try (JsonFile json = JsonFile.of(source, delivery)) {
            if (json.next() != JsonToken.START_OBJECT || !json.toArray("conversations")) {
                delivery.skipped(1, "expected an object with an array 'conversations'");
                return;
            }
            int number = 0;
            for (JsonToken token = json.next(); token == JsonToken.START_OBJECT; token = json.next()) {
                int here = number++;
                OldestFirst messages = new OldestFirst();
                Conversation chat = conversation(json, source, options, delivery, here, badTimes, messages::add);
                delivery.chat(chat);
                record = messages.deliver(chat, record, delivery, (file, taker) -> again(file, options, here, taker));
            }
        }
        if (badTimes[0] > 0) {
            delivery.warning(badTimes[0] + " messages have a time that cannot be; kept without a time");
        }
    }

    private void again(Source file, ReadOptions options, int number, Found.Taker taker) throws IOException {
        Delivery nowhere = Delivery.nowhere(id(), file);
        try (JsonFile json = JsonFile.of(file, nowhere)) {
            json.next();
            JsonToken token = json.toArray("conversations") ? json.next() : null;
            for (int i = 0; i < number && token == JsonToken.START_OBJECT; i++) {
                json.skip();
                token = json.next();
            }
            if (token == JsonToken.START_OBJECT) {
                conversation(json, file, options, nowhere, number, new long[1], taker);
            }
        }
    }

    private Conversation conversation(
            JsonFile json,
            Source file,
            ReadOptions options,
            Delivery delivery,
            int number,
            long[] badTimes,
            Found.Taker taker)
            throws IOException {
        JsonNode about = MissingNode.getInstance();
        Map<String, Author> people = new LinkedHashMap<>();
        while (json.next() == JsonToken.FIELD_NAME) {
            String name = json.name();
            JsonToken value = json.next();
            if (name.equals("conversation")) {
                about = json.value();
                people(about.path("conversation").path("participant_data"), people);
            } else if (name.equals("events") && value == JsonToken.START_ARRAY) {
                for (JsonNode event = json.record(); event != null; event = json.record()) {
                    Found found = found(event, people, file, json.recordLine(), options, badTimes);
                    if (found == null) {
                        delivery.skipped(json.recordLine(), "expected an event with 'sender_id' and 'timestamp'");
                    } else {
                        taker.take(found);
                    }
                }
            } else {
                json.skip();
            }
        }
        JsonNode inner = about.path("conversation");
        String id = SlackRecords.scalar(inner.path("id"), "id");
        String title = SlackRecords.scalar(inner, "name");
        String together = String.join(
                ", ",
                people.values().stream().map(Author::name).limit(PEOPLE_NAMED).toList());
        String shown = !title.isBlank() ? title : !together.isEmpty() ? together : "conversation " + (number + 1);
        boolean direct = SlackRecords.scalar(inner, "type").equals("STICKY_ONE_TO_ONE");
        Conversation.Kind kind = direct
                ? Conversation.Kind.DIRECT
                : people.isEmpty() ? Conversation.Kind.UNKNOWN : Conversation.Kind.GROUP;
        String asked = options.chatName();
        String key = id.isEmpty() ? file.name() + "#" + (number + 1) : id;
        return new Conversation(id(), id() + ":" + key, asked == null ? shown : asked, kind);
    }

    private static void people(JsonNode participants, Map<String, Author> people) {
        for (JsonNode participant : participants) {
            String id = personId(participant.path("id"));
            String name = Marks.name(SlackRecords.scalar(participant, "fallback_name"));
            if (!id.isEmpty()) {
                people.put(id, new Author(id, name.isEmpty() ? id : name));
            }
        }
    }

    private static String personId(JsonNode id) {
        String gaia = SlackRecords.scalar(id, "gaia_id");
        return gaia.isEmpty() ? SlackRecords.scalar(id, "chat_id") : gaia;
    }

    private static @Nullable Found found(
            JsonNode event, Map<String, Author> people, Source file, long line, ReadOptions options, long[] badTimes) {
        String stamp = SlackRecords.scalar(event, "timestamp");
        String sender = personId(event.path("sender_id"));
        if (stamp.isEmpty() && sender.isEmpty()) {
            return null;
        }
        Timestamp time = stamp.isEmpty() ? null : TimeText.read(stamp, DateOrder.DMY, options.today());
        badTimes[0] += time == null ? 1 : 0;
        JsonNode content = event.path("chat_message").path("message_content");
        String text = text(content.path("segment"));
        Message.Kind kind = kind(event, content, text);
        Author author = sender.isEmpty() ? Author.UNKNOWN : people.getOrDefault(sender, new Author(sender, sender));
        String id = SlackRecords.scalar(event, "event_id");
        return new Found(
                file,
                line,
                id.isEmpty() ? null : id,
                kind == Message.Kind.SYSTEM ? null : author,
                time,
                kind,
                text,
                null,
                false);
    }

    private static Message.Kind kind(JsonNode event, JsonNode content, String text) {
        if (event.has("hangout_event")) {
            return Message.Kind.CALL;
        }
        if (!event.has("chat_message")) {
            return Message.Kind.SYSTEM;
        }
        if (!content.path("attachment").isEmpty()) {
            return Message.Kind.MEDIA;
        }
        return text.isBlank() ? Message.Kind.UNKNOWN : Message.Kind.TEXT;
    }

    private static String text(JsonNode segments) {
        StringBuilder text = new StringBuilder();
        for (JsonNode segment : segments) {
            boolean breaks = SlackRecords.scalar(segment, "type").equals("LINE_BREAK");
            text.append(breaks ? "\n" : SlackRecords.scalar(segment, "text"));
        }
        return text.toString().strip();
    }
}
