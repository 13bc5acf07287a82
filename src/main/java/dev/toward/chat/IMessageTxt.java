package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of imessage-exporter: a date, a name and the words, with a blank line between messages and also within them. Read
 * twice: the first pass learns who writes. Holds one message at a time.
 */
final class IMessageTxt {
    private static final int LONGEST_BODY = 1 << 20;
    private static final Pattern UNSENT = Pattern.compile("(.{1,100}) unsent a message!");

    /** What a message begins with. */
    private record Header(IMessageDate date, String sender, long line) {}

    private final Source source;
    private final ReadOptions options;
    private final Delivery delivery;
    private final KnownAuthors authors = new KnownAuthors(Author.UNKNOWN.name());
    private final IMessageReplies replies = new IMessageReplies();
    private final BadTimes badTimes = new BadTimes();
    private final List<String> body = new ArrayList<>();
    private long bodyLength;
    private boolean cutShort;
    private @Nullable Header header;
    private boolean begun;
    private long records;

    IMessageTxt(Source source, ReadOptions options, Delivery delivery) {
        this.source = source;
        this.options = options;
        this.delivery = delivery;
    }

    void read() throws IOException {
        IMessageEvidence evidence = IMessageEvidence.of(source);
        Conversation chat = IMessageFormat.chat(source, options, evidence.people());
        delivery.chat(chat);
        try (Lines lines = Lines.of(source.open())) {
            boolean afterBlank = true;
            String line = next(lines);
            while (line != null) {
                long number = lines.number();
                String below = next(lines);
                IMessageDate date = afterBlank ? IMessageDate.at(line, 0) : null;
                if (date != null && date.isAll(line) && below != null && !below.isBlank() && evidence.isSender(below)) {
                    deliver(chat, evidence);
                    header = new Header(date, below, number);
                    begun = true;
                    line = next(lines);
                    afterBlank = false;
                    continue;
                }
                if (date != null && !date.isAll(line) && (below == null || below.isBlank())) {
                    deliver(chat, evidence);
                    notice(chat, date, line.substring(date.end()).strip(), number);
                    begun = true;
                } else {
                    body(line, number);
                }
                afterBlank = line.isBlank();
                line = below;
            }
            deliver(chat, evidence);
        }
        badTimes.report(delivery);
        if (evidence.odd() > 0) {
            delivery.warning(evidence.odd() + " lines are not UTF-8; read as windows-1252");
        }
    }

    private @Nullable String next(Lines lines) throws IOException {
        String line = lines.next();
        if (line != null && !lines.ended()) {
            delivery.skipped(lines.number(), "longer than 1 MiB; the rest of the line is left out");
            lines.passRest();
        }
        return line == null ? null : Marks.strip(line);
    }

    private void body(String line, long number) {
        if (header == null) {
            if (!line.isBlank()) {
                delivery.skipped(
                        number,
                        begun
                                ? "stands below a notice; expected a date and then a name"
                                : "stands before the first message; expected a date and then a name");
            }
        } else if (bodyLength + line.length() < LONGEST_BODY) {
            body.add(line);
            bodyLength += line.length() + 1L;
        } else if (!cutShort) {
            cutShort = true;
            delivery.skipped(number, "the message is longer than 1 MiB; its lines from here on are left out");
        }
    }

    private void notice(Conversation chat, IMessageDate date, String words, long line) {
        records++;
        Matcher unsent = UNSENT.matcher(words);
        boolean gone = unsent.matches();
        delivery.message(
                chat,
                null,
                records,
                line,
                gone ? authors.of(null, unsent.group(1).equals("You") ? IMessageEvidence.ME : unsent.group(1)) : null,
                badTimes.check("written", date.time(options.today()), line),
                gone ? Message.Kind.DELETED : Message.Kind.SYSTEM,
                gone ? "" : words,
                null,
                false);
    }

    private void deliver(Conversation chat, IMessageEvidence evidence) {
        Header at = header;
        if (at == null) {
            return;
        }
        records++;
        IMessageBody read = IMessageBody.of(body, evidence);
        String id = delivery.positionId(records);
        read.replies().forEach(reply -> replies.expect(reply, id));
        String first = body.isEmpty() ? "" : body.get(0);
        String parent = replies.parent(IMessageBody.key(at.date().clock(), at.sender(), first));
        Timestamp time = badTimes.check("written", at.date().time(options.today()), at.line());
        delivery.message(
                chat,
                null,
                records,
                at.line(),
                authors.of(null, at.sender()),
                time,
                read.kind(),
                read.text(),
                parent,
                read.edited());
        header = null;
        body.clear();
        bodyLength = 0;
        cutShort = false;
    }
}
