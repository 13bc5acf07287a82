package dev.toward.chat;

import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Element's plain text, {@code 31 Jan 2024, 18:05:09 - Ana: body}, with English names of months, by the wall clock of whoever
 * exported. A reply begins with the id of the other one and the start of what is answered.
 */
final class MatrixText implements HeadedLines.Form<MatrixText.Header> {
    private static final String CLOCK = "(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: ?([AaPp])\\.?[Mm]\\.?)?";
    private static final Pattern DAY_FIRST = Pattern.compile(
            "^(?:[A-Za-z]{2,9},? )?(\\d{1,2})\\.? ([A-Za-z]{3,9})\\.?,? (\\d{4}),?(?: at)? " + CLOCK + " - (.*)$");
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "^(?:[A-Za-z]{2,9},? )?([A-Za-z]{3,9})\\.? (\\d{1,2}),? (\\d{4}),?(?: at)? " + CLOCK + " - (.*)$");
    private static final Pattern SAID = Pattern.compile("^(.{1,200}?): ?(.*)$");
    private static final Pattern REPLY = Pattern.compile(
            "^<@[^\\s:\">]{1,255}:[^\\s\">]{1,255} \"(.{0,500}?)(?:\u2026|\\.\\.\\.)?\"> ?", Pattern.DOTALL);

    /** The start of a line, taken apart. */
    record Header(@Nullable Timestamp time, String rest) {}

    private final Source source;
    private final ReadOptions options;
    private final Delivery delivery;
    private final Conversation chat;
    private final KnownAuthors authors = new KnownAuthors("(unknown)");
    private final BadTimes badTimes = new BadTimes();
    private final MatrixQuotes quotes = new MatrixQuotes();
    private long record;

    MatrixText(Source source, ReadOptions options, Delivery delivery) {
        this.source = source;
        this.options = options;
        this.delivery = delivery;
        String name = options.chatName() != null ? options.chatName() : room(source.baseName());
        this.chat = new Conversation("matrix", "matrix:" + Marks.name(name), name, Conversation.Kind.UNKNOWN);
    }

    /** {@code matrix - ROOM - Chat Export - 2024-01-31T17-05-09.000Z}. */
    static String room(String fileName) {
        int end = fileName.indexOf(" - Chat Export");
        String name = end > 0 ? fileName.substring(0, end) : fileName;
        return name.startsWith("matrix - ") ? name.substring("matrix - ".length()) : name;
    }

    static ChatFormat.Fit fit(Head head, LocalDate today) {
        if (header(head.firstLine(), today) == null) {
            return ChatFormat.Fit.NO;
        }
        long headers =
                head.lines().stream().filter(l -> header(l, today) != null).count();
        return headers > 1 ? ChatFormat.Fit.YES : ChatFormat.Fit.MAYBE;
    }

    private static @Nullable Header header(String raw, LocalDate today) {
        String line = plainSpaces(raw);
        Matcher dayFirst = DAY_FIRST.matcher(line);
        if (dayFirst.matches() && EnglishDate.month(dayFirst.group(2)) > 0) {
            return header(dayFirst, dayFirst.group(3), dayFirst.group(2), dayFirst.group(1), today);
        }
        Matcher monthFirst = MONTH_FIRST.matcher(line);
        return monthFirst.matches() && EnglishDate.month(monthFirst.group(1)) > 0
                ? header(monthFirst, monthFirst.group(3), monthFirst.group(1), monthFirst.group(2), today)
                : null;
    }

    /** The narrow spaces that dates are written with; those of the words stay. */
    private static String plainSpaces(String line) {
        int end = Math.min(line.length(), 50);
        StringBuilder plain = new StringBuilder(line);
        for (int i = 0; i < end; i++) {
            if (Marks.isSpace(line.charAt(i))) {
                plain.setCharAt(i, ' ');
            }
        }
        return plain.toString();
    }

    private static Header header(Matcher matcher, String year, String month, String day, LocalDate today) {
        LocalDate date = EnglishDate.day(year, month, day);
        LocalTime time = EnglishDate.time(
                EnglishDate.hour(matcher.group(4), matcher.group(7)), matcher.group(5), matcher.group(6));
        boolean real = date != null && date.getYear() >= 1990 && !date.isAfter(today.plusDays(2));
        Timestamp clock = real && date != null && time != null ? new Timestamp.Wall(date.atTime(time)) : null;
        return new Header(clock, matcher.group(8));
    }

    void read() throws IOException {
        delivery.chat(chat);
        new HeadedLines<>(delivery, "31 Jan 2024, 18:05:09 - and a name", this).read(source);
        badTimes.report(delivery);
    }

    @Override
    public @Nullable Header header(String line) {
        return header(line, options.today());
    }

    @Override
    public void message(Header message, long headerLine, List<String> lines) {
        String more = lines.stream().map(line -> "\n" + line).collect(Collectors.joining());
        record++;
        Timestamp time = badTimes.check("written", message.time(), headerLine);
        Matcher said = SAID.matcher(message.rest());
        if (!said.matches()) {
            String notice = (message.rest() + more).strip();
            delivery.message(chat, null, record, headerLine, null, time, Message.Kind.SYSTEM, notice, null, false);
            return;
        }
        String body = said.group(2) + more;
        Matcher reply = REPLY.matcher(body);
        boolean isReply = reply.find();
        String text = (isReply ? body.substring(reply.end()) : body).strip();
        delivery.message(
                chat,
                null,
                record,
                headerLine,
                authors.of(null, said.group(1)),
                time,
                text.isEmpty() ? Message.Kind.UNKNOWN : Message.Kind.TEXT,
                text,
                isReply ? quotes.find(reply.group(1)) : null,
                false);
        quotes.add(text, delivery.positionId(record));
    }
}
