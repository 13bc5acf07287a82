package dev.toward.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Skype's own export, {@code messages.json}, mostly in a tar; the personal Teams has the same. */
final class SkypeFormat implements ChatFormat {
    @Override
    public String id() {
        return "skype";
    }

    @Override
    public String name() {
        return "Skype";
    }

    @Override
    public Fit fit(Source source, Head head, ReadOptions options) {
        JsonNode root = head.json();
        JsonNode conversations = root.path("conversations");
        for (JsonNode conversation : conversations) {
            if (conversation.has("MessageList")) {
                return Fit.YES;
            }
        }
        if (conversations.isArray() && root.has("userId") && root.has("exportDate")) {
            return Fit.YES;
        }
        boolean endpoints =
                root.path("endpoints").isArray() && source.fileName().equals("endpoints.json");
        return endpoints && source.beside("messages.json") != null ? Fit.BELONGS : Fit.NO;
    }

    @Override
    public void read(Source source, ReadOptions options, Delivery delivery) throws IOException {
        new SkypeReading(source, options, delivery).read();
    }
}
