package dev.toward.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** Messenger's end-to-end encrypted chats, as its own download has them: a folder of one JSON file a chat. */
final class MessengerSecureFormat implements ChatFormat {
    @Override
    public String id() {
        return "messenger";
    }

    @Override
    public String name() {
        return "Messenger";
    }

    @Override
    public Fit fit(Source source, Head head, ReadOptions options) {
        JsonNode json = head.json();
        if (!json.path("messages").isArray()) {
            return Fit.NO;
        }
        for (JsonNode record : json.path("messages")) {
            if (record.has("senderName") && record.has("timestamp")) {
                return Fit.YES;
            }
        }
        return json.path("participants").isArray() && json.has("threadName") ? Fit.YES : Fit.NO;
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
        new MessengerThreads(id(), options, delivery).read(files);
    }
}
