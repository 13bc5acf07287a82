package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of sigtop: blocks of fields ({@code From}, {@code Type}, {@code Sent}, …), a blank line and the body. Bodies have
 * blank lines too, so a block begins only where two known fields follow one another. Holds one message at a time.
 */
final class SignalDump {
    private static final int LONGEST_BODY = 1 << 20;
    private static final Pattern FIELD = Pattern.compile(
            "^(From|To|Type|Sent|Received|Attachment|Reaction|Edited|Deleted|Status|Sticker|Contact|Quote|Version|Expires|Conversation): ?(.*)$");
    private static final Pattern WITH_NUMBER = Pattern.compile("^(.*\\S) \\(([^()]{1,100})\\)$");

    private final Source source;
    private final ReadOptions options;
    private final Delivery delivery;
    private final Quotable quotable = new Quotable();
    private final BadTimes badTimes = new BadTimes();
    private final KnownAuthors authors = new KnownAuthors("(unknown)");
    private @Nullable Conversation chat;
    private final Map<String, String> fields = new HashMap<>();
    private final List<String> body = new ArrayList<>();
    private boolean inFields;
    private long blockLine;
    private long length;
    private long record;

    SignalDump(Source source, ReadOptions options, Delivery delivery) {
        this.source = source;
        this.options = options;
        this.delivery = delivery;
    }

    static boolean fits(Head head) {
        return head.firstLine().startsWith("Conversation: ")
                && head.lines().stream().anyMatch(l -> l.startsWith("Sent: "));
    }

    void read() throws IOException {
        try (Lines lines = Lines.of(source.open())) {
            String line = next(lines);
            long number = lines.number();
            boolean afterBlank = true;
            while (line != null) {
                String below = next(lines);
                line(number, line, afterBlank && begins(line, below));
                afterBlank = line.isBlank();
                line = below;
                number = lines.number();
            }
            deliver();
            delivery.oddLines(lines.odd());
        }
        chat();
        badTimes.report(delivery);
    }

    private @Nullable String next(Lines lines) throws IOException {
        String line = lines.next();
        if (line != null && !lines.ended()) {
            delivery.skipped(lines.number(), "longer than 1 MiB; the rest of the line is left out");
            lines.passRest();
        }
        return line == null ? null : Marks.strip(line);
    }

    /** True where a message begins. */
    private static boolean begins(String line, @Nullable String below) {
        return (line.startsWith("From: ") || line.startsWith("Type: "))
                && below != null
                && FIELD.matcher(below).matches();
    }

    private void line(long number, String line, boolean begins) {
        if (begins) {
            deliver();
            fields.clear();
            body.clear();
            length = 0;
            inFields = true;
            blockLine = number;
        }
        Matcher field = FIELD.matcher(line);
        if (blockLine == 0) {
            if (line.startsWith("Conversation: ") && chat == null) {
                name(field.matches() ? field.group(2) : "");
            } else if (!line.isBlank()) {
                delivery.skipped(number, "stands before the first message; expected a line 'From:' or 'Type:'");
            }
        } else if (inFields && field.matches()) {
            fields.putIfAbsent(field.group(1), field.group(2).strip());
        } else {
            inFields = false;
            length += line.length() + 1L;
            if (length < LONGEST_BODY) {
                body.add(line);
            } else if (length - line.length() - 1 < LONGEST_BODY) {
                delivery.skipped(number, "the message is longer than 1 MiB; its lines from here on are left out");
                length += LONGEST_BODY;
            }
        }
    }

    private void name(String written) {
        Matcher numbered = WITH_NUMBER.matcher(written);
        String name = options.chatName() != null
                ? options.chatName()
                : numbered.matches() ? numbered.group(1) : written.isBlank() ? source.baseName() : written;
        String id = written.isBlank() ? name : written;
        chat = new Conversation("signal", "signal:" + Marks.name(id), name, Conversation.Kind.UNKNOWN);
        delivery.chat(chat);
    }

    private Conversation chat() {
        if (chat == null) {
            name("");
        }
        return Objects.requireNonNull(chat);
    }

    private void deliver() {
        if (blockLine == 0) {
            return;
        }
        record++;
        String type = fields.getOrDefault("Type", "");
        boolean talk = type.equals("incoming") || type.equals("outgoing") || type.isEmpty();
        String sent = fields.getOrDefault("Sent", fields.get("Received"));
        Timestamp time = sent == null ? null : badTimes.check(sent, MailDate.read(sent, options.today()), blockLine);
        Body read = Body.of(body);
        boolean media =
                fields.containsKey("Attachment") || fields.containsKey("Sticker") || fields.containsKey("Contact");
        Message.Kind kind = !talk
                ? type.equals("call-history") ? Message.Kind.CALL : Message.Kind.SYSTEM
                : fields.containsKey("Deleted")
                                || fields.getOrDefault("Status", "").equals("deleted")
                        ? Message.Kind.DELETED
                        : media ? Message.Kind.MEDIA : read.text().isEmpty() ? Message.Kind.UNKNOWN : Message.Kind.TEXT;
        String from = fields.get("From");
        String replyTo = read.quoteFrom() == null ? null : quotable.find(read.quoteFrom() + "\n" + read.quoteSent());
        delivery.message(
                chat(),
                null,
                record,
                blockLine,
                talk || kind == Message.Kind.CALL ? author(from) : null,
                time,
                kind,
                kind == Message.Kind.DELETED ? "" : read.text(),
                replyTo,
                fields.containsKey("Edited"));
        quotable.add(from + "\n" + sent, delivery.positionId(record));
    }

    private Author author(@Nullable String from) {
        if (from == null || from.isBlank()) {
            return Author.UNKNOWN;
        }
        Matcher numbered = WITH_NUMBER.matcher(from);
        return numbered.matches() ? authors.of(numbered.group(2), numbered.group(1)) : authors.of(null, from);
    }

    /**
     * What stands below the fields.
     *
     * @param quoteFrom the field {@code From} of what is quoted, null without a quote
     */
    private record Body(
            String text,
            @Nullable String quoteFrom,
            @Nullable String quoteSent) {
        static Body of(List<String> lines) {
            String from = null;
            String sent = null;
            StringBuilder text = new StringBuilder();
            StringBuilder newest = new StringBuilder();
            boolean above = true;
            int version = 0;
            boolean inVersionFields = false;
            for (String line : lines) {
                if (above && line.startsWith(">")) {
                    Matcher field = FIELD.matcher(line.substring(1).strip());
                    if (field.matches() && field.group(1).equals("From") && from == null) {
                        from = field.group(2).strip();
                    } else if (field.matches() && field.group(1).equals("Sent") && sent == null) {
                        sent = field.group(2).strip();
                    }
                } else if (above && line.startsWith("|")) {
                    String inner = line.substring(1).strip();
                    boolean field = FIELD.matcher(inner).matches();
                    if (inner.startsWith("Version: ")
                            || (field && !inVersionFields && (version == 0 || newest.isEmpty()))) {
                        version += inner.startsWith("Version: ") || version == 0 ? 1 : 0;
                        inVersionFields = true;
                    } else if (inVersionFields && inner.isEmpty()) {
                        inVersionFields = false;
                    } else if (version <= 1 && !inVersionFields && !inner.startsWith(">")) {
                        newest.append(inner).append('\n');
                    }
                } else if (!line.isBlank() || !above) {
                    above = false;
                    text.append(line).append('\n');
                }
            }
            String words = text.toString().strip();
            return new Body(words.isEmpty() ? newest.toString().strip() : words, from, sent);
        }
    }
}
