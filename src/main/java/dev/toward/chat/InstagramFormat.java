package dev.toward.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** Instagram chats as in the JSON download of an account since 2021; in all but small things, Messenger's format. */
final class InstagramFormat implements ChatFormat {
    @Override
    public String id() {
        return "instagram";
    }

    @Override
    public String name() {
        return "Instagram";
    }

    @Override
    public Fit fit(Source source, Head head, ReadOptions options) throws IOException {
        return MessengerFormat.isThread(source, head.json()) && isInstagram(source, head) ? Fit.YES : Fit.NO;
    }

    /** Tells the two apart, by the first part of the chat, so that all parts come out the same. */
    static boolean isInstagram(Source source, Head head) throws IOException {
        if (source.name().contains("your_instagram_activity/")) {
            return true;
        }
        if (source.name().contains("facebook")) {
            return false;
        }
        Source first = MessengerThreads.part(source) > 1 ? source.beside("message_1.json") : null;
        JsonNode json = first == null ? head.json() : JsonFile.beginning(first);
        if (json.has("magic_words") && !json.path("magic_words").isEmpty()) {
            return false;
        }
        boolean instagram = false;
        for (JsonNode record : json.path("messages")) {
            if (record.has("type") || record.has("is_unsent") || record.has("bumped_message_metadata")) {
                return false;
            }
            instagram |= record.has("is_geoblocked_for_viewer");
        }
        return instagram;
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
