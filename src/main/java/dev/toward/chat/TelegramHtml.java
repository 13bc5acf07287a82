package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one chat of Telegram's HTML, read one after another. Times are wall clocks: the offset written beside them is the
 * zone's standard one, also in summer.
 */
final class TelegramHtml {
    private static final Set<String> RECORDS = Set.of("message", "page_header");
    private static final Pattern DAY = Pattern.compile("\\d{1,2} \\p{L}+ \\d{4}");
    private static final Pattern TARGET = Pattern.compile("#go_to_message(-?\\d+)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final Pattern VIA = Pattern.compile(" via @\\S+$");
    private static final String UNSUPPORTED = "This message is not supported by this version";

    private final ReadOptions options;
    private final Delivery delivery;
    private final KnownAuthors authors = new KnownAuthors(TelegramChat.DELETED_ACCOUNT);
    private final AscendingIds notices = new AscendingIds();
    private @Nullable Conversation chat;
    private @Nullable Author before;
    private long records;

    TelegramHtml(ReadOptions options, Delivery delivery) {
        this.options = options;
        this.delivery = delivery;
    }

    void read(Source page) throws IOException {
        BadTimes badTimes = new BadTimes();
        long odd;
        try (HtmlRecords elements = HtmlRecords.of(page, RECORDS, "")) {
            for (Element element = elements.next(); element != null; element = elements.next()) {
                if (element.hasClass("page_header")) {
                    begin(element, page);
                } else {
                    records++;
                    record(element, HtmlRecords.line(element), chat(page), badTimes);
                }
            }
            if (elements.isStopped()) {
                delivery.skipped(elements.lines(), HtmlElements.STOPPED);
            }
            odd = elements.odd();
        }
        chat(page);
        badTimes.report(delivery);
        if (odd > 0) {
            delivery.warning(odd + " lines are not UTF-8; read as windows-1252");
        }
    }

    /** After the last page. */
    void finish() {
        chat = null;
        before = null;
    }

    private void begin(Element header, Source page) {
        Element title = header.selectFirst(".text.bold");
        String name = title == null ? "" : Marks.name(HtmlWords.of(title));
        if (chat == null && !name.isEmpty()) {
            start(name, page);
        }
    }

    private Conversation chat(Source page) {
        if (chat == null) {
            String container = page.container();
            return start(container == null ? page.fileName() : container, page);
        }
        return chat;
    }

    private Conversation start(String name, Source page) {
        String shown = options.chatName() == null ? name : options.chatName();
        String folder = page.folder().substring(page.folder().lastIndexOf('/') + 1);
        // In an export of an account two chats may have one name; each has its folder.
        String id = TelegramChat.nameId(shown) + (folder.startsWith("chat_") ? " " + folder : "");
        Conversation started = new Conversation("telegram", id, shown, Conversation.Kind.UNKNOWN);
        chat = started;
        delivery.chat(started);
        return started;
    }

    private void record(Element element, long line, Conversation in, BadTimes badTimes) {
        Element body = child(element, "body");
        if (element.hasClass("service")) {
            String written = body == null ? "" : HtmlWords.of(body);
            if (!DAY.matcher(written).matches()) {
                notice(id(element), written, line, in);
            }
        } else if (body == null) {
            delivery.skipped(line, "a message without its body; the page is damaged or cut off here");
        } else {
            message(id(element), element, body, line, in, badTimes);
        }
    }

    /** {@code message12} and {@code message-3}; null where it is no number. */
    private static @Nullable String id(Element element) {
        String id = element.id().startsWith("message") ? element.id().substring("message".length()) : "";
        return NUMBER.matcher(id).matches() ? id : null;
    }

    private void notice(@Nullable String number, String written, long line, Conversation in) {
        boolean unsupported = written.startsWith(UNSUPPORTED);
        if (number != null && !unsupported) {
            notices.add(Long.parseLong(number));
        }
        delivery.message(
                in,
                number,
                records,
                line,
                unsupported ? Author.UNKNOWN : null,
                null,
                unsupported ? Message.Kind.UNKNOWN : Message.Kind.SYSTEM,
                unsupported ? "" : written,
                null,
                false);
    }

    private void message(
            @Nullable String id, Element element, Element body, long line, Conversation in, BadTimes badTimes) {
        Author author = author(element, body);
        Element forwarded = forwarded(body);
        Element holder = forwarded == null ? body : forwarded;
        Element date = child(body, "date");
        String written = date == null ? null : date.attr("title");
        Message.Kind kind = kind(holder);
        String text = forwarded == null && kind != Message.Kind.CALL ? text(holder) : "";
        if (forwarded != null) {
            kind = Message.Kind.MEDIA;
        } else if (kind == Message.Kind.TEXT && text.isEmpty()) {
            kind = Message.Kind.UNKNOWN;
        }
        delivery.message(
                in,
                id,
                records,
                line,
                author,
                badTimes.check(written, written == null ? null : time(written, options.today()), line),
                kind,
                text,
                replyTo(body),
                false);
    }

    private Author author(Element element, Element body) {
        Element from = child(body, "from_name");
        if (from != null) {
            Element name = from.clone();
            name.select(".details").remove();
            before = authors.of(null, VIA.matcher(HtmlWords.of(name)).replaceFirst(""));
        } else if (!element.hasClass("joined")) {
            before = null;
        }
        return before == null ? Author.UNKNOWN : before;
    }

    /** The part with somebody else's words; the picture beside them has the class too. */
    private static @Nullable Element forwarded(Element body) {
        for (Element child : body.children()) {
            if (child.hasClass("forwarded") && child.hasClass("body")) {
                return child;
            }
        }
        return null;
    }

    private static Message.Kind kind(Element holder) {
        if (holder.selectFirst(".media_call") != null) {
            return Message.Kind.CALL;
        }
        Element media = child(holder, "media_wrap");
        return media == null || media.selectFirst(".media_poll") != null ? Message.Kind.TEXT : Message.Kind.MEDIA;
    }

    private static String text(Element holder) {
        Element text = child(holder, "text");
        if (text != null) {
            return HtmlWords.of(text);
        }
        Element question = holder.selectFirst(".media_poll .question");
        return question == null ? "" : HtmlWords.of(question);
    }

    private @Nullable String replyTo(Element body) {
        Element link = body.selectFirst(".reply_to a[href]");
        Matcher target = TARGET.matcher(link == null ? "" : link.attr("href"));
        if (!target.find() || target.group(1).length() > 18) {
            return null;
        }
        return notices.contains(Long.parseLong(target.group(1))) ? null : target.group(1);
    }

    /** {@code 31.01.2024 18:05:09 UTC+01:00}, in older files without the zone. */
    private static @Nullable Timestamp time(String written, LocalDate today) {
        Stamp stamp = Stamp.at(Marks.strip(written).strip(), 0);
        var clock = stamp == null ? null : stamp.time(DateOrder.DMY, today);
        return clock == null ? null : new Timestamp.Wall(clock);
    }

    private static @Nullable Element child(Element parent, String name) {
        for (Element child : parent.children()) {
            if (child.hasClass(name)) {
                return child;
            }
        }
        return null;
    }
}
