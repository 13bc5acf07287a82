package dev.toward.chat;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.toward.text.Conversation;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Google Chat as in Google Takeout: a folder a chat, with {@code messages.json} and {@code group_info.json}. */
final class GoogleChatFormat implements ChatFormat {
    private static final Set<String> OWN = Set.of("messages.json", "group_info.json", "user_info.json");

    @Override
    public String id() {
        return "google-chat";
    }

    @Override
    public String name() {
        return "Google Chat";
    }

    @Override
    public boolean isMedia(Source source) {
        return !OWN.contains(source.fileName())
                && source.beside("messages.json") != null
                && source.beside("group_info.json") != null;
    }

    @Override
    public Fit fit(Source source, Head head, ReadOptions options) {
        JsonNode json = head.json();
        if (isAbout(source, json)) {
            return Fit.BELONGS;
        }
        for (JsonNode record : json.path("messages")) {
            if ((record.has("creator") && (record.has("created_date") || record.has("topic_id")))
                    || (record.has("message_id") && record.has("topic_id"))) {
                return Fit.YES;
            }
        }
        boolean inGroup = source.fileName().equals("messages.json") && source.beside("group_info.json") != null;
        return inGroup && json.has("messages") ? Fit.YES : Fit.NO;
    }

    private static boolean isAbout(Source source, JsonNode json) {
        return switch (source.fileName()) {
            case "group_info.json" -> json.has("members") || source.beside("messages.json") != null;
            case "user_info.json" -> json.has("user") || json.has("membership_info");
            default -> false;
        };
    }

    @Override
    public List<List<Source>> together(List<Source> files) {
        return List.of(files);
    }

    @Override
    public void read(Source source, ReadOptions options, Delivery delivery) throws IOException {
        read(List.of(source), options, delivery);
    }

    @Override
    public void read(List<Source> files, ReadOptions options, Delivery delivery) throws IOException {
        GoogleChatRecords records = new GoogleChatRecords(options);
        long record = 1;
        for (Source file : files) {
            delivery.copy(file);
            GoogleChatGroup group = GoogleChatGroup.of(file);
            OldestFirst messages = new OldestFirst();
            String[] firstId = {""};
            try {
                messages(file, records, delivery, found -> {
                    firstId[0] = firstId[0].isEmpty() && found.id() != null ? found.id() : firstId[0];
                    messages.add(found);
                });
            } catch (IOException e) {
                delivery.unreadable(e);
            }
            Conversation chat = group.conversation(file, firstId[0], options);
            delivery.chat(chat);
            record = messages.deliver(
                    chat,
                    record,
                    delivery,
                    (source, taker) ->
                            messages(source, new GoogleChatRecords(options), Delivery.nowhere(id(), source), taker));
        }
        records.finish(delivery);
    }

    private static void messages(Source file, GoogleChatRecords records, Delivery delivery, Found.Taker taker)
            throws IOException {
        records.begin();
        try (JsonFile json = JsonFile.of(file, delivery)) {
            if (json.next() != JsonToken.START_OBJECT || !json.toArray("messages")) {
                delivery.skipped(1, "expected an object with an array 'messages'");
                return;
            }
            for (JsonNode record = json.record(); record != null; record = json.record()) {
                Found found = records.found(record, file, json.recordLine());
                if (found == null) {
                    delivery.skipped(json.recordLine(), "expected a message with 'creator' or 'message_id'");
                } else {
                    taker.take(found);
                }
            }
        }
    }
}
