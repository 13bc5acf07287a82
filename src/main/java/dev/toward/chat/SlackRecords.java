package dev.toward.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toward.text.Author;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages of Slack's records. The explicit link that Slack has is to the first message of a thread; whom a message within
 * it answers is not known. For one thread.
 */
final class SlackRecords {
    private static final Pattern STAMP = Pattern.compile("\\d{1,11}(?:\\.\\d{1,9})?");

    /** Said by people and bots; every other subtype is an event. */
    private static final Set<String> TALK = Set.of(
            "",
            "thread_broadcast",
            "reply_broadcast",
            "me_message",
            "file_share",
            "file_comment",
            "bot_message",
            "slackbot_response");

    private final SlackWorkspace workspace;
    private final SlackText texts;
    private final ReadOptions options;
    private long badTimes;
    private String firstBadTime = "";

    SlackRecords(SlackWorkspace workspace, ReadOptions options) {
        this.workspace = workspace;
        this.texts = new SlackText(workspace);
        this.options = options;
    }

    /** The message that a record holds; null if it holds none, which {@code why} is told. */
    @Nullable
    Found found(JsonNode written, Source file, long line, Consumer<String> why) {
        String outer = scalar(written, "subtype");
        JsonNode record = written;
        if (outer.equals("message_changed") || outer.equals("message_replied")) {
            record = written.path("message");
        } else if (outer.equals("message_deleted")) {
            record = written.path("previous_message");
        }
        String id = scalar(record, "ts");
        if (!STAMP.matcher(id).matches()) {
            why.accept(
                    record.isObject()
                            ? "no time 'ts'; expected one like 1700000000.000200"
                            : "a change without its message");
            return null;
        }
        String type = scalar(record, "type");
        if (!type.isEmpty() && !type.equals("message")) {
            why.accept("no message by its 'type'");
            return null;
        }
        boolean deleted = outer.equals("message_deleted");
        Message.Kind kind = deleted ? Message.Kind.DELETED : kind(record);
        boolean event = kind == Message.Kind.SYSTEM;
        String root = scalar(record, "thread_ts");
        boolean reply = !event && STAMP.matcher(root).matches() && !root.equals(id);
        String text = deleted || isTombstone(record) ? "" : texts.of(record);
        return new Found(
                file,
                line,
                id,
                event ? null : author(record),
                time(id, file, line),
                kind == Message.Kind.TEXT && text.isBlank() ? Message.Kind.UNKNOWN : kind,
                text,
                reply ? root : null,
                record.path("edited").isObject());
    }

    /** What is left of a message that was deleted and has living replies. */
    private static boolean isTombstone(JsonNode record) {
        return scalar(record, "subtype").equals("tombstone");
    }

    private static Message.Kind kind(JsonNode record) {
        String subtype = scalar(record, "subtype");
        if (subtype.equals("huddle_thread") || subtype.equals("sh_room_created")) {
            return Message.Kind.SYSTEM;
        }
        if (!TALK.contains(subtype)) {
            return Message.Kind.SYSTEM;
        }
        boolean files = !record.path("files").isEmpty() || record.path("file").isObject();
        return files && !subtype.equals("file_comment") ? Message.Kind.MEDIA : Message.Kind.TEXT;
    }

    private Author author(JsonNode record) {
        JsonNode bot = record.path("bot_profile");
        String botId = scalar(record, "bot_id");
        String subtype = scalar(record, "subtype");
        if (subtype.equals("file_comment")) {
            String user = scalar(record.path("comment"), "user");
            return user.isEmpty() ? Author.UNKNOWN : person(user, record);
        }
        String user = scalar(record, "user");
        boolean app = !botId.isEmpty() && (user.isEmpty() || bot.isObject());
        if (app) {
            String name = scalar(record, "username");
            String shown = !name.isBlank() ? name : scalar(bot, "name");
            return new Author(botId, shown.isBlank() ? botId : Marks.name(shown));
        }
        if (!user.isEmpty()) {
            return person(user, record);
        }
        String name = Marks.name(scalar(record, "username"));
        return name.isEmpty() ? Author.UNKNOWN : new Author(name, name);
    }

    private Author person(String id, JsonNode record) {
        Author known = workspace.person(id);
        if (known != null) {
            return known;
        }
        if (id.equals("USLACKBOT")) {
            return new Author(id, "Slackbot");
        }
        // Guests of shared channels, and those who left, are in no list.
        JsonNode profile = record.path("user_profile");
        return new Author(id, SlackWorkspace.displayName(profile, profile, id));
    }

    private @Nullable Timestamp time(String id, Source file, long line) {
        Timestamp time = TimeText.read(id, DateOrder.DMY, options.today());
        if (time == null && badTimes++ == 0) {
            firstBadTime = file.name() + ", line " + line;
        }
        return time;
    }

    /** A field as text; the empty text where it is missing, null, or no scalar. */
    static String scalar(JsonNode record, String field) {
        JsonNode value = record.path(field);
        return value.isNull() ? "" : value.asText();
    }

    void finish(Delivery delivery) {
        if (badTimes > 0) {
            delivery.summary(badTimes + " messages have a time that cannot be, the first in " + firstBadTime
                    + "; kept without a time");
        }
    }
}
