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
final class SignalMarkdown implements HeadedLines.Form<Matcher> {
    private static final Pattern HEADER = Pattern.compile(
            "^\\[(\\d{4}-\\d{2}-\\d{2},? \\d{2}:\\d{2}(?::\\d{2})?)] ([^<*\\s](?:[^:]|:(?! |$)){0,200}): ?(.*)$");

    private final ReadOptions options;
    private final Delivery delivery;
    private final Source source;
    private final Conversation chat;
    private final KnownAuthors authors = new KnownAuthors("(unknown)");
    private final BadTimes badTimes = new BadTimes();
    private final Quotable quotable = new Quotable();
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
        new HeadedLines<>(delivery, "[2024-01-31 18:05:09] and a name", this).read(source);
        badTimes.report(delivery);
    }

    @Override
    public @Nullable Matcher header(String line) {
        Matcher header = HEADER.matcher(line);
        return header.matches() ? header : null;
    }

    @Override
    public void message(Matcher said, long headerLine, List<String> more) {
        List<String> body = new ArrayList<>();
        body.add(said.group(3));
        body.addAll(more);
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
