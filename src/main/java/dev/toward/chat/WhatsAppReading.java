package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The second pass over a WhatsApp export: holds one message at a time and delivers it when the next one begins. */
final class WhatsAppReading {
    private static final int LONGEST_BODY = 1 << 20;
    private static final int AUTHORS_KEPT = 10_000;

    private final WhatsAppPlan plan;
    private final WhatsAppAuthors authors;
    private final ReadOptions options;
    private final Delivery delivery;
    private final Conversation chat;
    private final Set<String> markers;
    private final Map<String, Author> authorsByName = new HashMap<>();

    private @Nullable WhatsAppHeader header;
    private @Nullable DateOrder order;
    private long headerLine;
    private boolean headerMarked;
    private final StringBuilder more = new StringBuilder();
    private boolean cutShort;
    private long badTimes;
    private long firstBadTime;

    WhatsAppReading(String name, WhatsAppPlan plan, WhatsAppAuthors authors, ReadOptions options, Delivery delivery) {
        this.plan = plan;
        this.authors = authors;
        this.options = options;
        this.delivery = delivery;
        this.markers = authors.markers();
        this.chat = new Conversation("whatsapp", "whatsapp:" + Marks.name(name), name, authors.kind());
    }

    void read(Source source) throws IOException {
        delivery.chat(chat);
        long odd;
        try (Lines lines = Lines.of(source.open())) {
            for (String raw = lines.next(); raw != null; raw = lines.next()) {
                line(lines.number(), raw);
                if (!lines.ended()) {
                    delivery.skipped(lines.number(), "longer than 1 MiB; the rest of the line is left out");
                    lines.passRest();
                }
            }
            odd = lines.odd();
        }
        while (!more.isEmpty() && more.charAt(more.length() - 1) == '\n') {
            more.setLength(more.length() - 1);
        }
        deliver();
        if (odd > 0) {
            delivery.warning(odd + " lines are not UTF-8; read as windows-1252");
        }
        if (badTimes > 0) {
            delivery.warning(badTimes + " messages have a date or time that cannot be, the first on line "
                    + firstBadTime + "; kept without a time");
        }
    }

    private void line(long number, String raw) {
        String line = Marks.strip(raw);
        WhatsAppHeader next = WhatsAppHeader.of(line);
        DateOrder nextOrder = next == null ? null : plan.orderOf(number, next);
        if (next != null && nextOrder != null) {
            deliver();
            header = next;
            order = nextOrder;
            headerLine = number;
            headerMarked = WhatsAppAuthors.isMarked(raw, line, next.rest());
        } else if (header == null) {
            if (!line.isBlank()) {
                delivery.skipped(number, "stands before the first message; expected a date, a time and a name");
            }
        } else if (header.rest().length() + more.length() + line.length() < LONGEST_BODY) {
            more.append('\n').append(line);
        } else if (!cutShort) {
            cutShort = true;
            delivery.skipped(number, "the message is longer than 1 MiB; its lines from here on are left out");
        }
    }

    private void deliver() {
        if (header != null && order != null) {
            deliver(header, order);
        }
        header = null;
        more.setLength(0);
        cutShort = false;
    }

    private void deliver(WhatsAppHeader message, DateOrder dateOrder) {
        WhatsAppAuthors.Split split = authors.split(message.rest());
        String body = more.isEmpty() ? split.body() : split.body() + more;
        LocalDateTime time = message.stamp().time(dateOrder, options.today());
        if (time == null && badTimes++ == 0) {
            firstBadTime = headerLine;
        }
        if (split.author() == null) {
            send(null, time, new WhatsAppBody(Message.Kind.SYSTEM, body, false));
            return;
        }
        WhatsAppBody read = WhatsAppBody.of(body, message.shape().bracket(), markers);
        boolean bySystem = authors.isSystem(split.author())
                || (headerMarked && read.kind() == Message.Kind.TEXT && isAppNotice(body));
        if (bySystem) {
            send(null, time, new WhatsAppBody(Message.Kind.SYSTEM, body, false));
        } else {
            send(author(split.author()), time, read);
        }
    }

    /** iOS puts the first notice of a chat between two under the other one's name. */
    private static boolean isAppNotice(String body) {
        return WhatsAppAuthors.saysNoticeBody(body) && !body.startsWith("@");
    }

    private void send(@Nullable Author author, @Nullable LocalDateTime time, WhatsAppBody body) {
        delivery.message(
                chat,
                null,
                headerLine,
                headerLine,
                author,
                time == null ? null : new Timestamp.Wall(time),
                body.kind(),
                body.text(),
                null,
                body.edited());
    }

    private Author author(String name) {
        if (authorsByName.size() > AUTHORS_KEPT) {
            authorsByName.clear();
        }
        return authorsByName.computeIfAbsent(name, n -> new Author(n, n));
    }
}
