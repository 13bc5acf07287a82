package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The short text of sigtop: a line a message, {@code 2024-01-31 18:05 NAME: [edited, 1 attachment] body}. */
final class SignalShort implements HeadedLines.Form<Matcher> {
    private static final Pattern HEADER = Pattern.compile(
            "^(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2})(?::\\d{2})? ([^<*\\s](?:[^:]|:(?! |$)){0,200}):(?: (.*)|$)");
    private static final String NOTE =
            "(?:reply to [^\\]]{1,200} on \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}(?::\\d{2})?|edited|deleted|sticker|\\d{1,6} (?:attachments?|reactions?|stickers?))";
    private static final Pattern NOTES = Pattern.compile("^\\[(" + NOTE + "(?:, " + NOTE + ")*)](?: |$)");
    private static final Pattern REPLY =
            Pattern.compile("reply to (.{1,200}?) on (\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2})");

    private final Source source;
    private final ReadOptions options;
    private final Delivery delivery;
    private final Conversation chat;
    private final KnownAuthors authors = new KnownAuthors("(unknown)");
    private final BadTimes badTimes = new BadTimes();
    private final Quotable quotable = new Quotable();
    private long record;

    SignalShort(Source source, ReadOptions options, Delivery delivery) {
        this.source = source;
        this.options = options;
        this.delivery = delivery;
        this.chat = SignalChat.of(source, options);
    }

    static ChatFormat.Fit fit(Head head) {
        if (!HEADER.matcher(head.firstLine()).matches()) {
            return ChatFormat.Fit.NO;
        }
        int headers = 0;
        for (String line : head.lines()) {
            Matcher matcher = HEADER.matcher(line);
            if (matcher.matches()) {
                headers++;
                if (matcher.group(3) != null && NOTES.matcher(matcher.group(3)).find()) {
                    return ChatFormat.Fit.YES;
                }
            }
        }
        return headers > 1 ? ChatFormat.Fit.MAYBE : ChatFormat.Fit.NO;
    }

    void read() throws IOException {
        delivery.chat(chat);
        new HeadedLines<>(delivery, "2024-01-31 18:05 and a name", this).read(source);
        badTimes.report(delivery);
    }

    @Override
    public @Nullable Matcher header(String line) {
        Matcher header = HEADER.matcher(line);
        return header.matches() ? header : null;
    }

    @Override
    public void message(Matcher said, long headerLine, List<String> lines) {
        String more = lines.stream().map(line -> "\n" + line).collect(Collectors.joining());
        record++;
        String body = (said.group(3) == null ? "" : said.group(3)) + more;
        Matcher notes = NOTES.matcher(body);
        String noted = notes.find() ? notes.group(1) : "";
        String text =
                noted.isEmpty() ? body.strip() : body.substring(notes.end()).strip();
        Matcher reply = REPLY.matcher(noted);
        String replyTo = reply.find() ? quotable.find(key(reply.group(1), reply.group(2))) : null;
        boolean media = noted.contains("attachment") || noted.contains("sticker");
        Message.Kind kind = noted.contains("deleted")
                ? Message.Kind.DELETED
                : media ? Message.Kind.MEDIA : text.isEmpty() ? Message.Kind.UNKNOWN : Message.Kind.TEXT;
        Author author = authors.of(null, said.group(2));
        Timestamp time =
                badTimes.check(said.group(1), TimeText.read(said.group(1), DateOrder.YMD, options.today()), headerLine);
        delivery.message(
                chat,
                null,
                record,
                headerLine,
                author,
                time,
                kind,
                kind == Message.Kind.DELETED ? "" : text,
                replyTo,
                noted.contains("edited"));
        quotable.add(key(said.group(2), said.group(1)), delivery.positionId(record));
    }

    private static String key(String author, String minute) {
        return Marks.name(author) + "\n" + minute;
    }
}
