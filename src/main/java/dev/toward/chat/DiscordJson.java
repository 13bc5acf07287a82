package dev.toward.chat;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of DiscordChatExporter: one channel a file, its messages one at a time. What was exported newest first is put in order.
 */
final class DiscordJson {
    /** Types unknown to the exporter come as numbers: 20 and 23 are commands of apps, 21 is what a thread started from. */
    private static final Set<String> SAID = Set.of("Default", "Reply", "0", "19", "20", "21", "23");

    private static final Set<String> CALLS = Set.of("Call", "3");
    private static final Set<String> FORWARDS = Set.of("Forward", "1");
    private static final Pattern RAW = Pattern.compile("<(?:@!?(\\d{1,20})|a?(:\\w+:)\\d{1,20})>");
    private static final Pattern SNOWFLAKE = Pattern.compile("\\d{15,19}");
    private static final long FIRST_SECOND = 1420070400000L;

    private final Source source;
    private final ReadOptions options;
    private final Delivery delivery;
    private final KnownAuthors authors = new KnownAuthors("Deleted User");
    private final BadTimes badTimes = new BadTimes();
    private @Nullable Conversation chat;
    private @Nullable String channelId;
    private long records;
    private @Nullable Long stated;

    DiscordJson(Source source, ReadOptions options, Delivery delivery) {
        this.source = source;
        this.options = options;
        this.delivery = delivery;
    }

    void read() throws IOException {
        if (isNewestFirst(Head.of(source).json())) {
            OldestFirst order = new OldestFirst();
            pass(order::add);
            if (chat != null && !order.isEmpty()) {
                order.deliver(chat, 1, delivery, this::again);
            }
        } else {
            pass(this::deliver);
        }
    }

    private void again(Source file, Found.Taker taker) throws IOException {
        new DiscordJson(file, options, Delivery.nowhere("discord", file)).pass(taker);
    }

    /** As the first messages tell. */
    private boolean isNewestFirst(JsonNode root) {
        Timestamp first = null;
        Timestamp last = null;
        for (JsonNode record : root.path("messages")) {
            Timestamp time = time(record);
            first = first == null ? time : first;
            last = time == null ? last : time;
        }
        return first != null && last != null && last.clock().isBefore(first.clock());
    }

    private void pass(Found.Taker taker) throws IOException {
        long odd;
        boolean found;
        try (JsonFile file = JsonFile.of(source, delivery)) {
            found = file.next() == JsonToken.START_OBJECT && root(file, taker);
            odd = file.odd();
        }
        if (!found) {
            delivery.skipped(1, "no messages; expected an array 'messages'");
        }
        badTimes.report(delivery);
        if (stated != null && stated != records) {
            delivery.warning("says that it holds " + stated + " messages, and holds " + records);
        }
        if (odd > 0) {
            delivery.warning(odd + " lines are not UTF-8; read as windows-1252");
        }
    }

    private void deliver(Found message) {
        Conversation in = chat;
        if (in != null) {
            delivery.message(
                    in,
                    message.id(),
                    records,
                    message.line(),
                    message.author(),
                    message.time(),
                    message.kind(),
                    message.text(),
                    message.replyTo(),
                    message.edited());
        }
    }

    private boolean root(JsonFile file, Found.Taker taker) throws IOException {
        JsonNode guild = null;
        JsonNode channel = null;
        boolean found = false;
        while (file.next() == JsonToken.FIELD_NAME) {
            String name = file.name();
            JsonToken value = file.next();
            if (name.equals("guild") && value == JsonToken.START_OBJECT) {
                guild = file.value();
            } else if (name.equals("channel") && value == JsonToken.START_OBJECT) {
                channel = file.value();
            } else if (name.equals("messages") && value == JsonToken.START_ARRAY) {
                found = true;
                start(guild, channel);
                messages(file, taker);
            } else if (name.equals("messageCount") && value == JsonToken.VALUE_NUMBER_INT) {
                stated = file.value().asLong();
            } else {
                file.skip();
            }
        }
        return found;
    }

    private void start(@Nullable JsonNode guild, @Nullable JsonNode channel) {
        channelId = channel == null ? null : text(channel.path("id"));
        String name = DiscordChannel.name(
                guild == null ? null : text(guild.path("name")), channel == null ? null : text(channel.path("name")));
        String type = channel == null ? null : text(channel.path("type"));
        Conversation started = DiscordChannel.of(source, channelId, name, kind(type), options);
        if (!started.equals(chat)) {
            delivery.chat(started);
        }
        chat = started;
    }

    private static Conversation.Kind kind(@Nullable String type) {
        return switch (type == null ? "" : type) {
            case "DirectTextChat" -> Conversation.Kind.DIRECT;
            case "DirectGroupTextChat" -> Conversation.Kind.GROUP;
            case "" -> Conversation.Kind.UNKNOWN;
            default -> Conversation.Kind.CHANNEL;
        };
    }

    private void messages(JsonFile file, Found.Taker taker) throws IOException {
        for (JsonNode record = file.record(); record != null; record = file.record()) {
            records++;
            if (record.has("content") || record.has("author") || record.has("timestamp")) {
                taker.take(message(record, file.recordLine()));
            } else {
                delivery.skipped(
                        file.recordLine(), "no message of Discord; expected 'timestamp', 'content' and 'author'");
            }
        }
    }

    private Found message(JsonNode record, long line) {
        String type = record.path("type").asText("Default");
        boolean said = SAID.contains(type);
        Message.Kind kind = said ? Message.Kind.TEXT : CALLS.contains(type) ? Message.Kind.CALL : Message.Kind.SYSTEM;
        String text = content(record);
        JsonNode reference = record.path("reference");
        if (said
                && (FORWARDS.contains(reference.path("type").asText())
                        || record.path("forwardedMessage").isObject())) {
            // Somebody else's words: what was sent is a thing passed on, like a picture.
            kind = Message.Kind.MEDIA;
            text = "";
        } else if (said && (holds(record, "attachments") || holds(record, "stickers"))) {
            kind = Message.Kind.MEDIA;
        } else if (said && text.isBlank()) {
            kind = holds(record, "embeds") ? Message.Kind.MEDIA : Message.Kind.UNKNOWN;
        }
        return new Found(
                source,
                line,
                text(record.path("id")),
                kind == Message.Kind.SYSTEM ? null : author(record.path("author")),
                badTimes.check(text(record.path("timestamp")), time(record), line),
                kind,
                text,
                said ? replyTo(reference) : null,
                text(record.path("timestampEdited")) != null);
    }

    /** A webhook speaks for many people under one id; its names tell them apart. */
    private Author author(JsonNode author) {
        String id = text(author.path("id"));
        String nickname = text(author.path("nickname"));
        String name = nickname == null || nickname.isBlank() ? text(author.path("name")) : nickname;
        boolean webhook = author.path("isBot").asBoolean()
                && author.path("discriminator").asText().equals("0000");
        return authors.of(webhook && id != null && name != null ? id + " " + Marks.name(name) : id, name);
    }

    private @Nullable String replyTo(JsonNode reference) {
        String target = text(reference.path("messageId"));
        String there = text(reference.path("channelId"));
        boolean forward = FORWARDS.contains(reference.path("type").asText());
        boolean elsewhere = there != null && channelId != null && !there.equals(channelId);
        return target == null || target.isBlank() || forward || elsewhere ? null : target;
    }

    /** The text with what an export without formatting leaves raw turned into words. */
    private static String content(JsonNode record) {
        JsonNode content = record.path("content");
        String text = content.isContainerNode() || content.isNull() ? "" : content.asText();
        if (text.indexOf('<') < 0) {
            return text;
        }
        return RAW.matcher(text).replaceAll(raw -> Matcher.quoteReplacement(words(raw, record.path("mentions"))));
    }

    private static String words(MatchResult raw, JsonNode mentions) {
        if (raw.group(2) != null) {
            return raw.group(2);
        }
        for (JsonNode person : mentions) {
            if (person.path("id").asText().equals(raw.group(1))) {
                String nickname = person.path("nickname").asText("");
                return "@" + (nickname.isBlank() ? person.path("name").asText(raw.group(1)) : nickname);
            }
        }
        return raw.group();
    }

    private @Nullable Timestamp time(JsonNode record) {
        String written = text(record.path("timestamp"));
        Timestamp time = written == null ? null : TimeText.read(written, DateOrder.DMY, options.today());
        return time == null ? ofId(text(record.path("id")), options.today()) : time;
    }

    /** An id holds the time in milliseconds since 2015. */
    private static @Nullable Timestamp ofId(@Nullable String id, LocalDate today) {
        if (id == null || !SNOWFLAKE.matcher(id).matches() || id.length() == 19 && id.charAt(0) > '8') {
            return null;
        }
        Instant sent = Instant.ofEpochMilli((Long.parseLong(id) >> 22) + FIRST_SECOND);
        return LocalDate.ofInstant(sent, ZoneOffset.UTC).isAfter(today.plusDays(2)) ? null : new Timestamp.Moment(sent);
    }

    private static boolean holds(JsonNode record, String array) {
        return record.path(array).isArray() && !record.path(array).isEmpty();
    }

    private static @Nullable String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isContainerNode() ? null : value.asText();
    }
}
