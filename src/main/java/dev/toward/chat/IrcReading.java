package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one IRC log from start to end, following who changes the name. */
final class IrcReading {
    private static final int NICKS_KEPT = 10_000;

    private final ReadOptions options;
    private final Delivery delivery;
    private final boolean colons;
    private final IrcDays days;
    private final Conversation chat;
    private final Map<String, Author> people = new HashMap<>();
    private long badTimes;
    private long firstBadTime;

    /** @param colons whether {@code nick: text} is talk in this file */
    IrcReading(Source source, ReadOptions options, Delivery delivery, boolean colons) {
        this.options = options;
        this.delivery = delivery;
        this.colons = colons;
        this.days = new IrcDays(source.fileName(), options.today());
        String name = options.chatName() != null ? options.chatName() : name(source);
        Conversation.Kind kind =
                name.startsWith("#") || name.startsWith("&") ? Conversation.Kind.CHANNEL : Conversation.Kind.UNKNOWN;
        this.chat = new Conversation("irc", "irc:" + Marks.name(name), name, kind);
    }

    /** The channel, from the name of the file without a day; the folder's name where nothing is left. */
    private static String name(Source source) {
        String name = IrcDays.withoutDay(source.baseName());
        int end = name.length();
        while (end > 0 && "._- ".indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        String kept = name.substring(0, end);
        return !kept.isEmpty() ? kept : source.container() == null ? source.baseName() : source.container();
    }

    void read(Source source) throws IOException {
        delivery.chat(chat);
        try (Lines lines = Lines.of(source.open())) {
            for (String raw = lines.next(); raw != null; raw = lines.next()) {
                line(lines.number(), IrcLine.plain(Marks.strip(raw)));
                if (!lines.ended()) {
                    delivery.skipped(lines.number(), "longer than 1 MiB; the rest of the line is left out");
                    lines.passRest();
                }
            }
            delivery.oddLines(lines.odd());
        }
        if (badTimes > 0) {
            delivery.warning(badTimes + " messages have no time that can be told, the first on line " + firstBadTime
                    + "; the day stands neither in the log nor in the name of the file, or cannot be");
        }
    }

    private void line(long number, String line) {
        if (line.isBlank()) {
            return;
        }
        if (IrcDays.isSaid(line)) {
            days.said(line);
            if (IrcDays.isBeginning(line)) {
                people.clear();
            }
            return;
        }
        IrcStamp stamp = IrcStamp.of(line, options.today());
        IrcLine read = IrcLine.of(stamp.rest(), stamp.found(line));
        if (read == null || (read.what() == IrcLine.What.COLON && !colons)) {
            delivery.skipped(
                    number, "no line of an IRC log; expected a time and <nick>, * nick or *** before the words");
            return;
        }
        Timestamp time = days.time(stamp);
        if (time == null && stamp.found(line) && badTimes++ == 0) {
            firstBadTime = number;
        }
        switch (read.what()) {
            case TALK, COLON -> message(number, author(read.nick()), time, Message.Kind.TEXT, read.text());
            case RENAMED -> {
                Author person = author(read.nick());
                people.remove(read.nick());
                people.put(read.text(), person);
                message(number, null, time, Message.Kind.SYSTEM, read.nick() + " is now known as " + read.text());
            }
            case LEFT -> {
                people.remove(read.nick());
                message(number, null, time, Message.Kind.SYSTEM, read.text());
            }
            case EVENT -> message(number, null, time, Message.Kind.SYSTEM, read.text());
        }
    }

    private void message(
            long number, @Nullable Author author, @Nullable Timestamp time, Message.Kind kind, String text) {
        delivery.message(chat, null, number, number, author, time, kind, text, null, false);
    }

    /** Whoever goes by the nick now, under the one they had first. */
    private Author author(@Nullable String nick) {
        if (nick == null) {
            return Author.UNKNOWN;
        }
        if (people.size() > NICKS_KEPT) {
            people.clear();
        }
        return people.computeIfAbsent(nick, n -> {
            String name = Marks.name(n);
            return name.isEmpty() ? Author.UNKNOWN : new Author(name, name);
        });
    }
}
