package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Element's plain text, {@code Wed, Jan 31, 2024, 18:05:09 - Ana: body}, by the wall clock of whoever exported. A reply begins with the id of
 * the other one and the start of what is answered. What stands for files and for what was deleted is known in English.
 */
final class MatrixText implements HeadedLines.Form<MatrixStamps.Header> {
    private static final int MOST_NAMES = 10_000;
    private static final Pattern SAID = Pattern.compile("^(.{1,200}?): ?(.*)$", Pattern.DOTALL);
    private static final Pattern REPLY = Pattern.compile(
            "^<@[^\\s:\">]{1,255}:[^\\s\">]{1,255}(?: \"(.{0,500}?)(?:\u2026|\\.\\.\\.)?\")?> ?", Pattern.DOTALL);
    private static final String FILE =
            " \\((?:File Attached|Media omitted(?: - file size limit exceeded)?|Error fetching file)\\)";
    private static final Pattern SENT =
            Pattern.compile("^(.{1,200}?) sent (?:an image|a sticker)\\.(?:" + FILE + ")?$");
    private static final Pattern FILE_AT_END = Pattern.compile(FILE + "$");

    private final Source source;
    private final Delivery delivery;
    private final MatrixStamps stamps;
    private final MatrixDeleted deleted;
    private final Conversation chat;
    private final KnownAuthors authors = new KnownAuthors("(unknown)");
    /** Whoever spoke so far: only that tells where a name ends in {@code * Ana waves}. */
    private final Map<String, Author> spoke = new LinkedHashMap<>();

    private final BadTimes badTimes = new BadTimes();
    private final MatrixQuotes quotes = new MatrixQuotes();
    private long record;

    MatrixText(Source source, ReadOptions options, Delivery delivery) throws IOException {
        this.source = source;
        this.delivery = delivery;
        this.stamps = MatrixStamps.learnt(source, options, delivery);
        this.deleted = new MatrixDeleted(source, stamps);
        String container = source.container();
        String file = source.baseName();
        String fallback = room(file.equals("export") && container != null ? container : file);
        String name = options.chatName() != null ? options.chatName() : fallback;
        this.chat = new Conversation("matrix", "matrix:" + Marks.name(name), name, Conversation.Kind.UNKNOWN);
    }

    /** {@code matrix - ROOM - Chat Export - 2024-01-31T17-05-09.000Z}. */
    static String room(String fileName) {
        int end = fileName.indexOf(" - Chat Export");
        String name = end > 0 ? fileName.substring(0, end) : fileName;
        return name.startsWith("matrix - ") ? name.substring("matrix - ".length()) : name;
    }

    static ChatFormat.Fit fit(Source source, Head head, LocalDate today) {
        MatrixStamps stamps = MatrixStamps.at(source, today);
        if (stamps.header(head.firstLine()) == null) {
            return ChatFormat.Fit.NO;
        }
        long headers =
                head.lines().stream().filter(l -> stamps.header(l) != null).count();
        return headers > 1 ? ChatFormat.Fit.YES : ChatFormat.Fit.MAYBE;
    }

    void read() throws IOException {
        delivery.chat(chat);
        new HeadedLines<>(delivery, "31 Jan 2024, 18:05:09 - and a name", this).read(source);
        badTimes.report(delivery);
    }

    @Override
    public MatrixStamps.@Nullable Header header(String line) {
        return stamps.header(line);
    }

    @Override
    public void message(MatrixStamps.Header message, long headerLine, List<String> lines) {
        String more = lines.stream().map(line -> "\n" + line).collect(Collectors.joining());
        record++;
        Timestamp time = badTimes.check("written", message.time(), headerLine);
        String rest = message.rest();
        Matcher sent = SENT.matcher(rest);
        Author emoting = rest.startsWith("* ") ? emoting(rest) : null;
        Matcher said = SAID.matcher(rest);
        if (lines.isEmpty() && sent.matches() && !sent.group(1).contains(": ")) {
            deliver(headerLine, author(sent.group(1)), time, Message.Kind.MEDIA, "", null);
        } else if (emoting != null) {
            String words = rest.substring(2 + emoting.name().length()) + more;
            deliver(headerLine, emoting, time, Message.Kind.TEXT, words.strip(), null);
        } else if (!said.matches()) {
            deliver(headerLine, null, time, Message.Kind.SYSTEM, (rest + more).strip(), null);
        } else {
            boolean gone = more.isBlank() && deleted.is(said.group(1), said.group(2));
            said(headerLine, author(said.group(1)), time, said.group(2) + more, gone);
        }
    }

    private void said(long headerLine, Author author, @Nullable Timestamp time, String body, boolean gone) {
        Matcher reply = REPLY.matcher(body);
        boolean isReply = reply.find();
        String text = (isReply ? body.substring(reply.end()) : body).strip();
        boolean file = FILE_AT_END.matcher(body).find();
        String start = isReply ? reply.group(1) : null;
        Message.Kind kind = gone
                ? Message.Kind.DELETED
                : file ? Message.Kind.MEDIA : text.isEmpty() ? Message.Kind.UNKNOWN : Message.Kind.TEXT;
        // before a file stands its name
        deliver(headerLine, author, time, kind, gone || file ? "" : text, start == null ? null : quotes.find(start));
    }

    private Author author(String name) {
        Author author = authors.of(null, name);
        if (spoke.size() < MOST_NAMES) {
            spoke.put(author.name(), author);
        }
        return author;
    }

    /** Of those who spoke, the one with the longest name that stands there. */
    private @Nullable Author emoting(String rest) {
        Author found = null;
        for (Author one : spoke.values()) {
            if (rest.startsWith(one.name() + " ", 2)
                    && (found == null || one.name().length() > found.name().length())) {
                found = one;
            }
        }
        return found;
    }

    private void deliver(
            long line,
            @Nullable Author author,
            @Nullable Timestamp time,
            Message.Kind kind,
            String text,
            @Nullable String replyTo) {
        delivery.message(chat, null, record, line, author, time, kind, text, replyTo, false);
        if (kind == Message.Kind.TEXT) {
            quotes.add(text, delivery.positionId(record));
        }
    }
}
