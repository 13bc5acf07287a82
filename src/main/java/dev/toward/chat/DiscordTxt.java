package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The plain text of DiscordChatExporter: a banner, and for each message a line with date and name, the words, and sections in
 * braces. Holds one message at a time; read twice where dates leave the order of day and month open.
 */
final class DiscordTxt {
    private static final int LONGEST_BODY = 1 << 20;
    private static final Pattern BANNER = Pattern.compile("={20,}");
    private static final Pattern FIELD = Pattern.compile("(Guild|Channel): (.*)");
    private static final Pattern HEADER = Pattern.compile("\\[([^\\]]{6,40})] (.{1,200}?)( \\(pinned\\))?");
    private static final Pattern COUNT = Pattern.compile("Exported ([\\d.,\\h\u2019']+) message\\(s\\)");
    private static final List<String> MEDIA = List.of("{Attachments}", "{Stickers}", "{Forwarded Message}");
    private static final List<String> OTHER = List.of("{Embed}", "{Reactions}");

    /** The line that a message begins with. */
    private record Header(String date, String author, Shape shape, long line) {}

    private final Source source;
    private final ReadOptions options;
    private final Delivery delivery;
    private final KnownAuthors authors = new KnownAuthors("Deleted User");
    private final BadTimes badTimes = new BadTimes();
    private final StringBuilder body = new StringBuilder();
    private @Nullable Header header;
    private @Nullable Shape shape;
    private boolean cutShort;
    private long records;
    private @Nullable String stated;

    DiscordTxt(Source source, ReadOptions options, Delivery delivery) {
        this.source = source;
        this.options = options;
        this.delivery = delivery;
    }

    /** A line of equals signs, and the name of a server below it. */
    static boolean fits(Head head) {
        if (!BANNER.matcher(head.firstLine()).matches()) {
            return false;
        }
        return head.lines().stream().limit(10).anyMatch(line -> line.startsWith("Guild: "))
                && head.lines().stream().limit(10).anyMatch(line -> line.startsWith("Channel: "));
    }

    void read() throws IOException {
        DateOrder order = order();
        shape = null;
        long odd;
        try (Lines lines = Lines.of(source.open())) {
            Conversation chat = chat(lines);
            delivery.chat(chat);
            boolean afterBlank = true;
            for (String raw = lines.next(); raw != null; raw = lines.next()) {
                String line = Marks.strip(raw);
                long number = lines.number();
                if (!lines.ended()) {
                    delivery.skipped(number, "longer than 1 MiB; the rest of the line is left out");
                    lines.passRest();
                }
                Header next = afterBlank ? header(line, number) : null;
                if (next != null) {
                    deliver(chat, order);
                    header = next;
                } else if (afterBlank && BANNER.matcher(line).matches()) {
                    deliver(chat, order);
                    end(lines);
                    break;
                } else {
                    body(line, number);
                }
                afterBlank = line.isBlank();
            }
            deliver(chat, order);
            odd = lines.odd();
        }
        report(odd);
    }

    private void report(long odd) {
        badTimes.report(delivery);
        String count = stated == null ? "" : stated.replaceAll("\\D", "");
        if (!count.isEmpty() && !count.equals(String.valueOf(records))) {
            delivery.warning("says that it holds " + count + " messages, and holds " + records);
        }
        if (odd > 0) {
            delivery.warning(odd + " lines are not UTF-8; read as windows-1252");
        }
    }

    /** Reads the banner. */
    private Conversation chat(Lines lines) throws IOException {
        String guild = null;
        String channel = null;
        int banners = 0;
        for (String line = lines.next(); line != null; line = lines.next()) {
            String clean = Marks.strip(line);
            lines.passRest();
            Matcher field = FIELD.matcher(clean);
            if (BANNER.matcher(clean).matches()) {
                banners++;
            } else if (field.matches() && field.group(1).equals("Guild") && guild == null) {
                guild = field.group(2);
            } else if (field.matches() && channel == null) {
                channel = field.group(2);
            }
            if (banners == 2) {
                break;
            }
        }
        Conversation.Kind kind =
                "Direct Messages".equals(guild) ? Conversation.Kind.UNKNOWN : Conversation.Kind.CHANNEL;
        return DiscordChannel.of(source, null, DiscordChannel.name(guild, channel), kind, options);
    }

    /** The closing banner says how many messages there should be. */
    private void end(Lines lines) throws IOException {
        for (String line = lines.next(); line != null; line = lines.next()) {
            Matcher count = COUNT.matcher(line.strip());
            if (count.matches()) {
                stated = count.group(1);
            } else if (!line.isBlank() && !BANNER.matcher(line.strip()).matches()) {
                delivery.skipped(lines.number(), "stands behind the closing banner");
            }
            lines.passRest();
        }
    }

    /** Headers of one file look alike; what looks otherwise was pasted. */
    private @Nullable Header header(String line, long number) {
        Matcher parts = HEADER.matcher(line);
        if (!line.startsWith("[") || !parts.matches()) {
            return null;
        }
        String date = DiscordTime.plain(parts.group(1));
        Stamp stamp = Stamp.at(date, 0);
        if (stamp == null || stamp.end() != date.length() || !stamp.isPossible()) {
            return null;
        }
        Shape found = Shape.of(stamp, true, ' ');
        if (shape == null) {
            shape = found;
        }
        return found.equals(shape) ? new Header(date, parts.group(2), found, number) : null;
    }

    private void body(String line, long number) {
        if (header == null) {
            if (!line.isBlank()) {
                delivery.skipped(number, "stands before the first message; expected a date in brackets and a name");
            }
        } else if (body.length() + line.length() < LONGEST_BODY) {
            body.append(line).append('\n');
        } else if (!cutShort) {
            cutShort = true;
            delivery.skipped(number, "the message is longer than 1 MiB; its lines from here on are left out");
        }
    }

    private void deliver(Conversation chat, DateOrder order) {
        Header at = header;
        if (at == null) {
            return;
        }
        records++;
        String written = body.toString();
        int section = section(written);
        String text = (section < 0 ? written : written.substring(0, section)).strip();
        Message.Kind kind = kind(text, section < 0 ? "" : written.substring(section));
        Timestamp time = TimeText.read(at.date(), order, options.today());
        Author author = kind == Message.Kind.SYSTEM ? null : authors.of(null, at.author());
        delivery.message(
                chat,
                null,
                records,
                at.line(),
                author,
                badTimes.check(at.date(), time, at.line()),
                kind,
                text,
                null,
                false);
        header = null;
        body.setLength(0);
        cutShort = false;
    }

    private static Message.Kind kind(String text, String sections) {
        if (!sections.isEmpty() && MEDIA.stream().anyMatch(name -> holds(sections, name))) {
            return Message.Kind.MEDIA;
        }
        if (text.isEmpty()) {
            return holds(sections, "{Embed}") ? Message.Kind.MEDIA : Message.Kind.UNKNOWN;
        }
        return DiscordChannel.kind(text);
    }

    private static boolean holds(String sections, String name) {
        return sections.startsWith(name + "\n") || sections.contains("\n\n" + name + "\n");
    }

    /** Where the first section begins: a name in braces that has a line of its own, after a blank one; -1 without any. */
    private static int section(String written) {
        int first = -1;
        for (List<String> names : List.of(MEDIA, OTHER)) {
            for (String name : names) {
                int at = sectionAt(written, name);
                first = at >= 0 && (first < 0 || at < first) ? at : first;
            }
        }
        return first;
    }

    private static int sectionAt(String written, String name) {
        if (written.startsWith("\n" + name + "\n") || written.startsWith(name + "\n")) {
            return written.indexOf('{');
        }
        int at = written.indexOf("\n\n" + name + "\n");
        return at < 0 ? -1 : at + 2;
    }

    private DateOrder order() throws IOException {
        DateEvidence dates = new DateEvidence();
        try (Lines lines = Lines.of(source.open())) {
            boolean afterBlank = true;
            for (String raw = lines.next(); raw != null; raw = lines.next()) {
                String line = Marks.strip(raw);
                Header next = afterBlank ? header(line, lines.number()) : null;
                Stamp stamp = next == null ? null : TimeText.ambiguous(next.date());
                if (next != null && stamp == null) {
                    break;
                }
                if (stamp != null) {
                    dates.add(stamp);
                }
                afterBlank = line.isBlank();
                lines.passRest();
            }
        }
        return GenericReading.order(shape, dates, source, options, delivery);
    }
}
