package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one room in Element's HTML, read one after another. A message shows the clock, older ones the day too; else the day stands
 * above the first message of it. Times are by the wall clock of whoever exported. Whoever goes on at once is named only the first time.
 */
final class MatrixHtml {
    private static final String MESSAGE = "mx_Export_EventWrapper";
    private static final String DAY = "mx_DateSeparator";
    private static final String HEADER = "mx_RoomHeader";
    private static final Set<String> RECORDS = Set.of(MESSAGE, DAY, HEADER);
    private static final Pattern ROOM = Pattern.compile("(?:!|%21)[^/?#\\s]{1,255}(?=/)");
    private static final Pattern USER = Pattern.compile("@[^\\s:]{1,255}:\\S{1,255}");
    // parsed once: there are many of them for each message
    private static final Evaluator STAMP = QueryParser.parse(".mx_MessageTimestamp");
    private static final Evaluator EDITED = QueryParser.parse(".mx_EventTile_edited");
    private static final Evaluator INFO = QueryParser.parse(".mx_EventTile_info");
    private static final Evaluator LINE = QueryParser.parse(".mx_EventTile_line");
    private static final Evaluator REDACTED = QueryParser.parse(".mx_RedactedBody");
    private static final Evaluator POLL = QueryParser.parse(".mx_MPollBody");
    private static final Evaluator NAME = QueryParser.parse(".mx_DisambiguatedProfile_displayName");
    private static final Evaluator EMOTING = QueryParser.parse(".mx_MEmoteBody_sender");
    private static final Evaluator GOING_ON = QueryParser.parse(".mx_EventTile_continuation");
    private static final Evaluator CAPTION = QueryParser.parse(".mx_EventTile_caption");
    private static final Evaluator BODY = QueryParser.parse(".mx_EventTile_body");
    private static final Evaluator REPLY = QueryParser.parse("a.mx_reply_anchor[href^=#]");
    private static final Evaluator CALLS = QueryParser.parse(".mx_LegacyCallEvent, .mx_CallEvent");
    private static final Evaluator NOTICES = QueryParser.parse(".mx_TextualEvent, .mx_EventTileBubble");
    private static final Evaluator SENT =
            QueryParser.parse(".mx_MImageBody, .mx_MFileBody, .mx_MVideoBody, .mx_MAudioBody, .mx_MVoiceMessageBody,"
                    + " .mx_MStickerBody_wrapper, .mx_MLocationBody, .mx_MBeaconBody");
    private static final Evaluator SAID = QueryParser.parse(".mx_MTextBody, .mx_MNoticeBody, .mx_MEmoteBody");
    /** What stands in place of a file that was not exported, in English. */
    private static final Set<String> LEFT_OUT =
            Set.of("Media omitted", "Media omitted - file size limit exceeded", "Error fetching file");

    private final ReadOptions options;
    private final Delivery delivery;
    private final KnownAuthors authors = new KnownAuthors("(unknown)");
    private String room = "";
    private String day = "";
    private @Nullable Conversation chat;
    private @Nullable Author before;
    private long records;

    MatrixHtml(ReadOptions options, Delivery delivery) {
        this.options = options;
        this.delivery = delivery;
    }

    static boolean fits(Head head) {
        String start = String.join("\n", head.lines());
        return start.contains("id=\"matrixchat\"")
                && (start.contains("mx_RoomView_MessageList") || start.contains(MESSAGE));
    }

    void read(Source page) throws IOException {
        BadTimes badTimes = new BadTimes();
        before = null;
        day = "";
        try (HtmlRecords elements = HtmlRecords.of(page, RECORDS, "")) {
            for (Element element = elements.next(); element != null; element = elements.next()) {
                if (element.hasClass(HEADER)) {
                    name(element);
                } else if (element.hasClass(DAY)) {
                    day = element.hasAttr("aria-label") ? element.attr("aria-label") : HtmlWords.of(element);
                } else {
                    records++;
                    record(element, HtmlRecords.line(element), page, badTimes);
                }
            }
            if (elements.isStopped()) {
                delivery.skipped(elements.lines(), HtmlElements.STOPPED);
            } else if (!elements.isWhole()) {
                delivery.skipped(elements.lines(), "the file is cut off; what stands before it was read");
            }
            delivery.oddLines(elements.odd());
        }
        badTimes.report(delivery);
        if (chat == null) {
            start(page, null);
        }
    }

    private void name(Element header) {
        Element shown = header.selectFirst(".mx_RoomHeader_nametext, .mx_RoomHeader_info, .mx_RoomHeader_heading");
        if (room.isEmpty() && shown != null) {
            room = Marks.name(HtmlWords.of(shown));
        }
    }

    private Conversation start(Source page, @Nullable String roomId) {
        String container = page.container();
        String fallback = MatrixText.room(container == null ? page.baseName() : container);
        String shown = options.chatName() != null ? options.chatName() : room.isEmpty() ? fallback : room;
        Conversation started = new Conversation(
                "matrix", "matrix:" + (roomId == null ? Marks.name(shown) : roomId), shown, Conversation.Kind.UNKNOWN);
        chat = started;
        delivery.chat(started);
        return started;
    }

    private void record(Element element, long line, Source page, BadTimes badTimes) {
        Element stamp = element.selectFirst(STAMP);
        Conversation in = chat == null ? start(page, roomId(stamp)) : chat;
        Message.Kind kind = kind(element);
        if (kind == null) {
            delivery.skipped(line, "a message without its body; the page is damaged or cut off here");
            return;
        }
        boolean notice = kind == Message.Kind.SYSTEM;
        Author author = notice ? null : author(element);
        String text = notice ? notice(element) : words(element, kind);
        String written = stamp == null ? null : stamp.text();
        Element reply = element.selectFirst(REPLY);
        delivery.message(
                in,
                id(element),
                records,
                line,
                author,
                badTimes.check(written, stamp == null ? null : time(stamp), line),
                kind == Message.Kind.TEXT && text.isEmpty() ? unsaid(element) : kind,
                text,
                reply == null || notice || reply.attr("href").length() < 2
                        ? null
                        : reply.attr("href").substring(1),
                element.selectFirst(EDITED) != null);
    }

    /** Null where nothing tells. */
    private static Message.@Nullable Kind kind(Element element) {
        if (element.selectFirst(CALLS) != null) {
            return Message.Kind.CALL;
        }
        if (element.selectFirst(NOTICES) != null || element.selectFirst(INFO) != null) {
            return Message.Kind.SYSTEM;
        }
        Element line = element.selectFirst(LINE);
        if (line == null) {
            return null;
        }
        if (line.selectFirst(REDACTED) != null) {
            return Message.Kind.DELETED;
        }
        if (line.selectFirst(SENT) != null) {
            return Message.Kind.MEDIA;
        }
        return line.selectFirst(SAID) != null || line.selectFirst(POLL) != null
                ? Message.Kind.TEXT
                : Message.Kind.UNKNOWN;
    }

    private Author author(Element element) {
        Element name = element.selectFirst(NAME);
        Element emote = element.selectFirst(EMOTING);
        Element titled = element.selectFirst(".mx_EventTile_avatar [title]");
        String title = titled == null ? "" : titled.attr("title").strip();
        String id = USER.matcher(title).matches() ? title : null;
        if (name != null || emote != null || id != null) {
            Element shown = name != null ? name : emote;
            before = authors.of(id, shown == null ? id : HtmlWords.of(shown));
        } else if (element.selectFirst(GOING_ON) == null) {
            before = null;
        }
        return before == null ? Author.UNKNOWN : before;
    }

    private static String words(Element element, Message.Kind kind) {
        if (kind != Message.Kind.TEXT && kind != Message.Kind.MEDIA) {
            return "";
        }
        Element poll = element.selectFirst(POLL);
        Element question = poll == null ? null : poll.selectFirst("h2");
        if (question != null) {
            question.select("[class*=edited]").remove();
            return HtmlWords.of(question);
        }
        Element body = body(element, kind);
        if (body == null || isLeftOut(body)) {
            return "";
        }
        return body.hasClass("markdown-body") ? HtmlWords.of(body) : HtmlWords.withLines(body);
    }

    /** The words of a message, or those under a picture. */
    private static @Nullable Element body(Element element, Message.Kind kind) {
        Element holder = element.selectFirst(kind == Message.Kind.MEDIA ? CAPTION : SAID);
        return holder == null ? null : holder.selectFirst(BODY);
    }

    private static boolean isLeftOut(Element body) {
        Element only = body.childNodeSize() == 1 ? body.firstElementChild() : null;
        return only != null && only.nameIs("em") && LEFT_OUT.contains(only.text());
    }

    /** What a message is that has no words. */
    private static Message.Kind unsaid(Element element) {
        Element body = body(element, Message.Kind.TEXT);
        return body != null && isLeftOut(body) ? Message.Kind.MEDIA : Message.Kind.UNKNOWN;
    }

    private static String notice(Element element) {
        Element notice = element.selectFirst(NOTICES);
        Element shown = notice == null ? element.selectFirst(".mx_EventTile_content") : notice;
        return shown == null ? "" : HtmlWords.of(shown);
    }

    private @Nullable Timestamp time(Element stamp) {
        ProseDate whole = ProseDate.of(stamp.attr("title"), options.dateOrder());
        ProseDate date = whole == null ? ProseDate.of(day + " " + stamp.text(), options.dateOrder()) : whole;
        return date == null ? null : TimeText.plausible(new Timestamp.Wall(date.clock()), options.today());
    }

    private static @Nullable String id(Element element) {
        String id = element.id();
        return id.isBlank() ? null : id;
    }

    /** Every message links to itself, and names the room so. */
    private static @Nullable String roomId(@Nullable Element stamp) {
        Element link = stamp == null ? null : stamp.closest("a[href]");
        Matcher found = ROOM.matcher(link == null ? "" : link.attr("href"));
        try {
            return found.find() ? URLDecoder.decode(found.group().replace("+", "%2B"), StandardCharsets.UTF_8) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
