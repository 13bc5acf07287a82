package dev.toward.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toward.text.Author;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages of Google Chat's records. Explicit links are quotes and threads: a quote names who wrote what, and is looked for
 * among the last 20,000 messages; in a thread, what answers its first message. For one thread.
 */
final class GoogleChatRecords {
    /** Answers a message that is not in the export, or not known from its quote. */
    static final String UNKNOWN_QUOTE = "(quoted)";

    private static final int QUOTABLE = 20_000;
    private static final int AUTHORS_KEPT = 10_000;

    private final ReadOptions options;
    private final Map<String, Author> authors = new LinkedHashMap<>();
    private final Map<Long, String> said = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > QUOTABLE;
        }
    };
    private long badTimes;
    private String firstBadTime = "";

    GoogleChatRecords(ReadOptions options) {
        this.options = options;
    }

    /** Another chat begins. */
    void begin() {
        said.clear();
    }

    /** The message that a record holds; null if it holds none. */
    @Nullable
    Found found(JsonNode record, Source file, long line) {
        JsonNode creator = record.path("creator");
        String id = scalar(record, "message_id");
        if (!creator.isObject() && id.isEmpty()) {
            return null;
        }
        boolean deleted = scalar(record, "message_state").equalsIgnoreCase("DELETED")
                || record.has("deleted_date")
                || record.has("deletion_metadata");
        Author author = author(creator);
        String text = deleted ? "" : scalar(record, "text");
        boolean edited = record.has("updated_date")
                || !record.path("previous_message_versions").isEmpty();
        String replyTo = replyTo(record, id);
        if (!id.isEmpty() && !text.isEmpty()) {
            said.put(quoteKey(author, text), id);
        }
        return new Found(
                file,
                line,
                id.isEmpty() ? null : id,
                author,
                time(record, deleted, file, line),
                kind(record, deleted, text),
                text,
                replyTo,
                edited && !deleted);
    }

    private static Message.Kind kind(JsonNode record, boolean deleted, String text) {
        if (deleted) {
            return Message.Kind.DELETED;
        }
        if (!record.path("attached_files").isEmpty()) {
            return Message.Kind.MEDIA;
        }
        return text.isBlank() ? Message.Kind.UNKNOWN : Message.Kind.TEXT;
    }

    private @Nullable String replyTo(JsonNode record, String id) {
        JsonNode quote = record.path("quoted_message_metadata");
        if (quote.isObject()) {
            String quoted = scalar(quote, "message_id");
            return !quoted.isEmpty()
                    ? quoted
                    : said.getOrDefault(quoteKey(author(quote.path("creator")), scalar(quote, "text")), UNKNOWN_QUOTE);
        }
        String topic = scalar(record, "topic_id");
        int last = id.lastIndexOf('/');
        int before = id.lastIndexOf('/', last - 1);
        if (topic.isEmpty() || before < 0 || id.substring(last + 1).equals(topic)) {
            return null;
        }
        return id.substring(0, before) + "/" + topic + "/" + topic;
    }

    private static long quoteKey(Author author, String text) {
        return LongCounts.hash(LongCounts.hash(0, author.id()), text.strip());
    }

    private @Nullable Timestamp time(JsonNode record, boolean deleted, Source file, long line) {
        String written = scalar(record, record.has("created_date") ? "created_date" : "updated_date");
        if (written.isEmpty() && deleted) {
            return null;
        }
        ProseDate date = ProseDate.of(written, options.dateOrder());
        Timestamp time = null;
        if (date != null && date.offsetMinutes() != null) {
            time = TimeText.plausible(
                    new Timestamp.Moment(
                            date.clock().minusMinutes(date.offsetMinutes()).toInstant(ZoneOffset.UTC)),
                    options.today());
        } else if (date == null) {
            time = TimeText.read(written, DateOrder.DMY, options.today());
        }
        if (time == null && badTimes++ == 0) {
            firstBadTime = file.name() + ", line " + line;
        }
        return time;
    }

    /** By address, which stays when the name changes; people from outside may have none. */
    private Author author(JsonNode creator) {
        String name = Marks.name(scalar(creator, "name"));
        String email = scalar(creator, "email").toLowerCase(Locale.ROOT);
        String id = email.isEmpty() ? name : email;
        if (id.isEmpty()) {
            return Author.UNKNOWN;
        }
        if (authors.size() > AUTHORS_KEPT) {
            authors.clear();
        }
        return authors.computeIfAbsent(id, i -> new Author(i, name.isEmpty() ? i : name));
    }

    private static String scalar(JsonNode record, String field) {
        JsonNode value = record.path(field);
        return value.isNull() ? "" : value.asText();
    }

    void finish(Delivery delivery) {
        if (badTimes > 0) {
            delivery.summary(badTimes + " messages have a date that cannot be read as UTC, the first in " + firstBadTime
                    + "; kept without a time");
        }
    }
}
