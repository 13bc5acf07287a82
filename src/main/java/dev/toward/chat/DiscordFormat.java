package dev.toward.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;

/** What DiscordChatExporter writes of a channel or thread: JSON, or with less in it CSV and plain text. */
final class DiscordFormat implements ChatFormat {
    @Override
    public String id() {
        return "discord";
    }

    @Override
    public String name() {
        return "Discord";
    }

    @Override
    public Fit fit(Source source, Head head, ReadOptions options) {
        JsonNode root = head.json();
        if (root.isObject()) {
            return isJson(root) ? Fit.YES : Fit.NO;
        }
        return isCsv(head) || DiscordTxt.fits(head) ? Fit.YES : Fit.NO;
    }

    private static boolean isJson(JsonNode root) {
        if (root.path("guild").isObject() && root.path("channel").isObject()) {
            return true;
        }
        JsonNode record = root.path("messages").path(0);
        return record.path("author").has("discriminator") && record.has("timestamp");
    }

    private static boolean isCsv(Head head) {
        String header = head.firstLine().replace("\"", "").toLowerCase(Locale.ROOT);
        return header.startsWith("authorid,author,date,content");
    }

    @Override
    public void read(Source source, ReadOptions options, Delivery delivery) throws IOException {
        Head head = Head.of(source);
        if (isCsv(head)) {
            new DiscordCsv(source, options, delivery).read();
        } else if (head.firstLine().stripLeading().startsWith("{")) {
            new DiscordJson(source, options, delivery).read();
        } else {
            new DiscordTxt(source, options, delivery).read();
        }
    }
}
