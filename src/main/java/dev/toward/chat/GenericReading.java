package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes messages of generic records: one for each file that is read. */
final class GenericReading {
    private static final int MOST_KEPT = 10_000;

    private final String platform;
    private final ReadOptions options;
    private final Delivery delivery;
    private final DateOrder order;
    private final String fallbackChat;
    private final Map<String, Conversation> chats = new HashMap<>();
    private final Map<String, Author> authors = new HashMap<>();
    private long badTimes;
    private long firstBadTime;

    GenericReading(String platform, Source source, ReadOptions options, Delivery delivery, DateOrder order) {
        this.platform = platform;
        this.options = options;
        this.delivery = delivery;
        this.order = order;
        String fileName = source.fileName();
        int dot = fileName.lastIndexOf('.');
        this.fallbackChat = dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    /** Settles the order of dates from a first pass, and says so where it is a guess. */
    static DateOrder order(
            @Nullable Shape shape, DateEvidence dates, Source source, ReadOptions options, Delivery delivery) {
        if (shape == null) {
            return DateOrder.DMY;
        }
        DateEvidence.Decision decision = dates.decide(shape, options.dateOrder(), options.today());
        if (decision.guessed()) {
            delivery.warning("every date could be day-month or month-day; read as "
                    + decision.order().words() + "; --date-order decides");
        }
        return decision.order();
    }

    /** @param position 1-based number of the record, unlike {@code line} never the same for two */
    void record(GenericRecord record, long position, long line) {
        if (!record.isMessage()) {
            delivery.skipped(line, "no text; expected one under 'text', 'message', 'body', 'content' or 'msg'");
            return;
        }
        String text = record.get(Field.TEXT);
        String written = record.time();
        Timestamp time = written == null ? null : TimeText.read(written, order, options.today());
        if (written != null && time == null && badTimes++ == 0) {
            firstBadTime = line;
        }
        delivery.message(
                chat(record.get(Field.CHAT)),
                record.get(Field.ID),
                position,
                line,
                author(record.get(Field.AUTHOR)),
                time,
                text == null ? Message.Kind.UNKNOWN : Message.Kind.TEXT,
                text == null ? "" : text,
                record.get(Field.REPLY_TO),
                false);
    }

    void finish(long oddLines) {
        if (chats.isEmpty()) {
            chat(null);
        }
        if (badTimes > 0) {
            delivery.warning(badTimes + " messages have a time that cannot be read, the first on line " + firstBadTime
                    + "; kept without a time");
        }
        if (oddLines > 0) {
            delivery.warning(oddLines + " lines are not UTF-8; read as windows-1252");
        }
    }

    private Conversation chat(@Nullable String written) {
        String name = options.chatName() != null ? options.chatName() : written == null ? fallbackChat : written;
        Conversation known = chats.get(name);
        if (known == null) {
            if (chats.size() > MOST_KEPT) {
                chats.clear();
            }
            known = new Conversation(platform, platform + ":" + Marks.name(name), name, Conversation.Kind.UNKNOWN);
            chats.put(name, known);
            delivery.chat(known);
        }
        return known;
    }

    private Author author(@Nullable String written) {
        if (written == null) {
            return Author.UNKNOWN;
        }
        if (authors.size() > MOST_KEPT) {
            authors.clear();
        }
        return authors.computeIfAbsent(written, w -> {
            String name = Marks.name(w);
            return name.isEmpty() ? Author.UNKNOWN : new Author(name, name);
        });
    }
}
