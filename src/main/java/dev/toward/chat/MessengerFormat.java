package dev.toward.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Messenger chats as in the JSON download of a Facebook account, without those that are end-to-end encrypted. */
final class MessengerFormat implements ChatFormat {
    private static final String CHATS = "(?:inbox|archived_threads|filtered_threads|message_requests|e2ee_cutover)/";

    /** What people sent lies in folders of a chat's folder. */
    private static final Pattern SENT = Pattern.compile("(?:.*/)?" + CHATS + "[^/]+/[^/]+/.*");

    /** Parts of a download beside the chats: posts, likes and so on. */
    private static final Pattern OTHER = Pattern.compile(
            "(?:.*/)?(?:your_activity_across_facebook|your_facebook_activity|your_instagram_activity)/(?!messages/"
                    + CHATS + ").*");

    @Override
    public String id() {
        return "messenger";
    }

    @Override
    public String name() {
        return "Messenger";
    }

    @Override
    public boolean isMedia(Source source) {
        return isSent(source);
    }

    static boolean isSent(Source source) {
        return SENT.matcher(source.name()).matches()
                || (MessengerThreads.part(source) == 0
                        && (source.beside("../message_1.json") != null || source.beside("../message_1.html") != null));
    }

    /** True for a part of a download that holds no chat. */
    static boolean isOther(Source source) {
        return OTHER.matcher(source.name()).matches();
    }

    @Override
    public Fit fit(Source source, Head head, ReadOptions options) throws IOException {
        if (isOther(source)) {
            return Fit.BELONGS;
        }
        return isThread(source, head.json()) && !InstagramFormat.isInstagram(source, head) ? Fit.YES : Fit.NO;
    }

    /** True for a chat of either. */
    static boolean isThread(Source source, JsonNode json) {
        for (JsonNode record : json.path("messages")) {
            if (record.has("sender_name") && (record.has("timestamp_ms") || record.has("timestamp"))) {
                return true;
            }
        }
        boolean about = json.path("participants").path(0).has("name")
                || json.has("thread_path")
                || (json.path("participants").isArray() && json.has("is_still_participant"));
        return about && MessengerThreads.part(source) > 0;
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
