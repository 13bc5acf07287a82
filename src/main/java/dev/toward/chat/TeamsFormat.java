package dev.toward.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Microsoft Teams as its interface for programs gives it: arrays of messages, or pages with them under {@code value}. */
final class TeamsFormat implements ChatFormat {
    @Override
    public String id() {
        return "teams";
    }

    @Override
    public String name() {
        return "Microsoft Teams";
    }

    @Override
    public Fit fit(Source source, Head head, ReadOptions options) {
        JsonNode root = TeamsKeys.lower(head.json());
        JsonNode records = root.isArray() ? root : root.has("value") ? root.path("value") : root.path("messages");
        boolean people = !records.isEmpty();
        for (JsonNode record : records) {
            if (record.has("messagetype") && record.path("body").has("contenttype")) {
                return Fit.YES;
            }
            people &= record.has("id") && record.has("displayname");
        }
        return people && TeamsPeople.isList(source) ? Fit.BELONGS : Fit.NO;
    }

    @Override
    public void read(Source source, ReadOptions options, Delivery delivery) throws IOException {
        new TeamsReading(source, options, delivery).read();
    }
}
