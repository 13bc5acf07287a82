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

/** The {@code chat.md} of signal-export, by the wall clock of the machine that exported. Holds one message at a time. */
final class SignalMarkdown {
    private static final int LONGEST_BODY = 1 << 20;

    private static final Pattern HEADER = Pattern.compile(
            "^\\[(\\d{4}-\\d{2}-\\d{2},? \\d{2}:\\d{2}(?::\\d{2})?)] ([^<*\\s](?:[^:]|:(?! |$)){0,200}): ?(.*)$");

    private final ReadOptions options;
    private final Delivery delivery;
    private final Source source;
    private final Conversation chat;
    private final KnownAuthors authors = new KnownAuthors("(unknown)");
    private final BadTimes badTimes = new BadTimes();
    private final Quotable quotable = new Quotable();
    private final List<String> body = new ArrayList<>();
    private @Nullable Matcher header;
    private long headerLine;
    private long length;
    private long record;

    SignalMarkdown(Source source, ReadOptions options, Delivery delivery) {
        this.source = source;
        this.options = options;
        this.delivery = delivery;
        this.chat = SignalChat.of(source, options);
    }

    static ChatFormat.Fit fit(Source source, Head head) {
        if (!HEADER.matcher(head.firstLine()).matches()) {
            return ChatFormat.Fit.NO;
        }
        boolean named = source.fileName().equals("chat.md") || source.fileName().equals("index.md");
        boolean marked = head.lines().stream().anyMatch(SignalBody::isMarked);
        return named || marked ? ChatFormat.Fit.YES : ChatFormat.Fit.NO;
    }

    void read() throws IOException {
        delivery.chat(chat);
        try (Lines lines = Lines.of(source.open())) {
            for (String raw = lines.next(); raw != null; raw = lines.next()) {
                line(lines.number(), Marks.strip(raw));
                if (!lines.ended()) {
                    delivery.skipped(lines.number(), "longer than 1 MiB; the rest of the line is left out");
                    lines.passRest();
                }
            }
            deliver();
            delivery.oddLines(lines.odd());
        }
        badTimes.report(delivery);
    }

    private void line(long number, String line) {
        Matcher next = HEADER.matcher(line);
        if (next.matches()) {
            deliver();
            header = next;
            headerLine = number;
            length = 0;
            body.clear();
            body.add(next.group(3));
        } else if (header == null) {
            if (!line.isBlank()) {
                delivery.skipped(number, "stands before the first message; expected [2024-01-31 18:05:09] and a name");
            }
        } else {
            length += line.length();
            if (length < LONGEST_BODY) {
                body.add(line);
            } else if (length - line.length() < LONGEST_BODY) {
                delivery.skipped(number, "the message is longer than 1 MiB; its lines from here on are left out");
                length += LONGEST_BODY;
            }
        }
    }

    private void deliver() {
        Matcher said = header;
        if (said == null) {
            return;
        }
        record++;
        String written = said.group(1).replace(",", "");
        Timestamp time = badTimes.check(written, TimeText.read(written, DateOrder.YMD, options.today()), headerLine);
        SignalBody read = SignalBody.of(body);
        String quoted = Quotable.words(read.quote());
        String replyTo = quoted.isEmpty() ? null : quotable.find(quoted);
        Author author = author(said.group(2));
        delivery.message(chat, null, record, headerLine, author, time, read.kind(), read.text(), replyTo, false);
        if (read.kind() == Message.Kind.TEXT || !read.text().isEmpty()) {
            quotable.add(Quotable.words(read.text()), delivery.positionId(record));
        }
    }

    private Author author(String written) {
        return written.equals("No-Sender") ? Author.UNKNOWN : authors.of(null, written);
    }
}
