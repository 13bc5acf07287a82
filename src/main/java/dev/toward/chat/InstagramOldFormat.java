package dev.toward.chat;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Instagram chats as downloaded before 2021: one file with an array of conversations. */
final class InstagramOldFormat implements ChatFormat {
    private static final Set<String> MEDIA = Set.of(
            "media",
            "media_url",
            "media_share_url",
            "video_call_action",
            "animated_media_images",
            "voice_media",
            "story_share");

    @Override
    public String id() {
        return "instagram";
    }

    @Override
    public String name() {
        return "Instagram";
    }

    @Override
    public Fit fit(Source source, Head head, ReadOptions options) {
        for (JsonNode conversation : head.json()) {
            boolean told = conversation.path("participants").isArray()
                    && conversation.path("conversation").isArray();
            if (told && head.json().isArray()) {
                return Fit.YES;
            }
        }
        return Fit.NO;
    }

    @Override
    public void read(Source source, ReadOptions options, Delivery delivery) throws IOException {
        MessengerRecords records = new MessengerRecords(options);
        long record = 1;
        try (JsonFile json = JsonFile.of(source, delivery)) {
            if (json.next() != JsonToken.START_ARRAY) {
                delivery.skipped(1, "expected an array of conversations");
                return;
            }
            int number = 0;
            for (JsonToken token = json.next(); token == JsonToken.START_OBJECT; token = json.next()) {
                int here = number++;
                OldestFirst messages = new OldestFirst();
                Conversation chat = conversation(json, source, records, options, delivery, here, messages::add);
                delivery.chat(chat);
                record = messages.deliver(chat, record, delivery, (file, taker) -> again(file, options, here, taker));
            }
        }
        records.finish(delivery);
    }

    private void again(Source file, ReadOptions options, int number, Found.Taker taker) throws IOException {
        Delivery nowhere = Delivery.nowhere(id(), file);
        try (JsonFile json = JsonFile.of(file, nowhere)) {
            json.next();
            JsonToken token = json.next();
            for (int i = 0; i < number && token == JsonToken.START_OBJECT; i++) {
                json.skip();
                token = json.next();
            }
            if (token == JsonToken.START_OBJECT) {
                conversation(json, file, new MessengerRecords(options), options, nowhere, number, taker);
            }
        }
    }

    private Conversation conversation(
            JsonFile json,
            Source file,
            MessengerRecords records,
            ReadOptions options,
            Delivery delivery,
            int number,
            Found.Taker taker)
            throws IOException {
        Set<String> participants = new LinkedHashSet<>();
        while (json.next() == JsonToken.FIELD_NAME) {
            String name = json.name();
            JsonToken value = json.next();
            if (name.equals("participants")) {
                json.value().forEach(p -> participants.add(Marks.name(Mojibake.repair(p.asText()))));
            } else if (name.equals("conversation") && value == JsonToken.START_ARRAY) {
                for (JsonNode record = json.record(); record != null; record = json.record()) {
                    Found found = found(record, records, file, json.recordLine());
                    if (found == null) {
                        delivery.skipped(json.recordLine(), "expected a message with 'sender' and 'created_at'");
                    } else {
                        taker.take(found);
                    }
                }
            } else {
                json.skip();
            }
        }
        String together = participants.stream().collect(Collectors.joining(", "));
        String asked = options.chatName();
        String named = asked != null ? asked : participants.isEmpty() ? "conversation " + (number + 1) : together;
        Conversation.Kind kind = participants.isEmpty()
                ? Conversation.Kind.UNKNOWN
                : participants.size() > 2 ? Conversation.Kind.GROUP : Conversation.Kind.DIRECT;
        String id = participants.isEmpty() ? file.name() + "#" + (number + 1) : together;
        return new Conversation(id(), id() + ":" + id, named, kind);
    }

    private static @Nullable Found found(JsonNode record, MessengerRecords records, Source file, long line) {
        if (!record.has("sender") && !record.has("created_at")) {
            return null;
        }
        String sender = Marks.name(MessengerRecords.text(record, "sender"));
        boolean media = MEDIA.stream().anyMatch(record::hasNonNull);
        return records.found(
                file,
                line,
                sender,
                records.time(record.path("created_at").asText(), file, line),
                MessengerRecords.text(record, "text"),
                media ? Message.Kind.MEDIA : Message.Kind.UNKNOWN);
    }
}
