package dev.toward.chat;

import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The CSV of DiscordChatExporter: who, when and what, without ids of messages and without replies. */
final class DiscordCsv {
    private static final int COLUMNS = 6;
    private static final int AUTHOR_ID = 0;
    private static final int AUTHOR = 1;
    private static final int DATE = 2;
    private static final int CONTENT = 3;
    private static final int ATTACHMENTS = 4;

    private final Source source;
    private final ReadOptions options;
    private final Delivery delivery;
    private final KnownAuthors authors = new KnownAuthors("Deleted User");
    private final BadTimes badTimes = new BadTimes();

    DiscordCsv(Source source, ReadOptions options, Delivery delivery) {
        this.source = source;
        this.options = options;
        this.delivery = delivery;
    }

    void read() throws IOException {
        DateOrder order = order();
        Conversation chat = DiscordChannel.of(source, null, null, Conversation.Kind.UNKNOWN, options);
        delivery.chat(chat);
        long odd;
        try (Lines lines = Lines.of(source.open())) {
            CsvRecords records = records(lines, delivery);
            long position = 0;
            for (CsvRecords.Row row = records.next(); row != null; row = records.next()) {
                position++;
                if (row.fields().size() < CONTENT + 1 || row.fields().size() > COLUMNS) {
                    delivery.skipped(row.line(), "has " + row.fields().size() + " fields; expected " + COLUMNS);
                } else {
                    message(row, position, chat, order);
                }
            }
            odd = lines.odd();
        }
        badTimes.report(delivery);
        if (odd > 0) {
            delivery.warning(odd + " lines are not UTF-8; read as windows-1252");
        }
    }

    private static CsvRecords records(Lines lines, Delivery delivery) throws IOException {
        CsvRecords records = new CsvRecords(lines, ',', delivery);
        CsvRecords.Row header = records.next();
        records.expect(header == null ? COLUMNS : header.fields().size());
        return records;
    }

    /** A first pass, gone through only when the first date leaves the order of day and month open. */
    private DateOrder order() throws IOException {
        DateEvidence dates = new DateEvidence();
        @Nullable Shape shape = null;
        try (Lines lines = Lines.of(source.open())) {
            CsvRecords records = records(lines, Delivery.nowhere("discord", source));
            for (CsvRecords.Row row = records.next(); row != null; row = records.next()) {
                if (row.fields().size() <= DATE) {
                    continue;
                }
                Stamp stamp = TimeText.ambiguous(DiscordTime.plain(row.fields().get(DATE)));
                if (stamp == null || !stamp.isPossible()) {
                    if (shape == null) {
                        break;
                    }
                    continue;
                }
                dates.add(stamp);
                shape = Shape.of(stamp, false, ' ');
            }
        }
        return GenericReading.order(shape, dates, source, options, delivery);
    }

    private void message(CsvRecords.Row row, long position, Conversation chat, DateOrder order) {
        List<String> fields = row.fields();
        String written = fields.get(DATE);
        Timestamp time = TimeText.read(DiscordTime.plain(written), order, options.today());
        String text = fields.get(CONTENT);
        boolean attached =
                fields.size() > ATTACHMENTS && !fields.get(ATTACHMENTS).isBlank();
        Message.Kind kind =
                attached ? Message.Kind.MEDIA : text.isBlank() ? Message.Kind.UNKNOWN : DiscordChannel.kind(text);
        delivery.message(
                chat,
                null,
                position,
                row.line(),
                kind == Message.Kind.SYSTEM ? null : authors.of(fields.get(AUTHOR_ID), fields.get(AUTHOR)),
                badTimes.check(written, time, row.line()),
                kind,
                text,
                null,
                false);
    }
}
