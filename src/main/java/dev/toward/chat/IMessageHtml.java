package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The HTML of imessage-exporter. Replies stand in it twice, below the message that they answer and by themselves; they are
 * counted once, and linked by their ids, in older files by date, name and words.
 */
final class IMessageHtml {
    private static final Set<String> RECORDS = Set.of("message", "announcement");
    private static final Pattern ID = Pattern.compile("message-guid=([\\w:/.-]{1,100})");
    private static final Pattern UNSENT = Pattern.compile("(.{1,100}) unsent a message!");
    private static final String MEDIA =
            ".attachment, .attachment_error, .sticker, .app, img, video, audio, .shareplay, .shared_location";

    private final Source source;
    private final ReadOptions options;
    private final Delivery delivery;
    private final KnownAuthors authors = new KnownAuthors(Author.UNKNOWN.name());
    private final IMessageReplies replies = new IMessageReplies();
    private final BadTimes badTimes = new BadTimes();
    private long records;

    /** Where and when a message was sent, and by whom. */
    private record Header(@Nullable String id, @Nullable IMessageDate date, boolean dated, String sender, String key) {
        static Header of(Element bubble) {
            Element stamp = bubble.selectFirst("> p > .timestamp");
            String written = stamp == null ? "" : stamp.wholeText().strip();
            Matcher id = ID.matcher(stamp == null ? "" : stamp.select("a[href]").attr("href"));
            Element sender = bubble.selectFirst("> p > .sender");
            String name = sender == null ? "" : Marks.name(HtmlWords.of(sender));
            IMessageDate date = IMessageDate.at(written, 0);
            Element part = bubble.selectFirst("> .message_part");
            String words = part == null ? "" : HtmlWords.of(part);
            return new Header(
                    id.find() ? id.group(1) : null,
                    date,
                    !written.isEmpty(),
                    name,
                    IMessageBody.key(date == null ? null : date.clock(), name, words));
        }

        /** What a reply has in common with its copy. */
        String reply() {
            return id == null ? key : id;
        }
    }

    IMessageHtml(Source source, ReadOptions options, Delivery delivery) {
        this.source = source;
        this.options = options;
        this.delivery = delivery;
    }

    void read() throws IOException {
        Conversation chat = IMessageFormat.chat(source, options, 0);
        delivery.chat(chat);
        long odd;
        try (HtmlRecords elements = HtmlRecords.of(source, RECORDS, "replies")) {
            for (Element element = elements.next(); element != null; element = elements.next()) {
                long line = HtmlRecords.line(element);
                Element bubble = element.selectFirst("> .sent, > .received");
                if (element.hasClass("announcement")) {
                    notice(element, line, chat);
                } else if (bubble == null) {
                    delivery.skipped(line, "a message that says neither sent nor received; the page is damaged here");
                } else {
                    message(element, bubble, line, chat);
                }
            }
            if (elements.isStopped()) {
                delivery.skipped(elements.lines(), HtmlElements.STOPPED);
            }
            odd = elements.odd();
        }
        badTimes.report(delivery);
        if (odd > 0) {
            delivery.warning(odd + " lines are not UTF-8; read as windows-1252");
        }
    }

    private void notice(Element element, long line, Conversation chat) {
        records++;
        Element stamp = element.selectFirst(".timestamp");
        String written = stamp == null ? "" : stamp.wholeText().strip();
        IMessageDate date = IMessageDate.at(written, 0);
        if (stamp != null) {
            stamp.remove();
        }
        String words = HtmlWords.of(element);
        Matcher unsent = UNSENT.matcher(words);
        boolean gone = unsent.matches();
        delivery.message(
                chat,
                null,
                records,
                line,
                gone ? authors.of(null, unsent.group(1).equals("You") ? IMessageEvidence.ME : unsent.group(1)) : null,
                badTimes.check(written, date == null ? null : date.time(options.today()), line),
                gone ? Message.Kind.DELETED : Message.Kind.SYSTEM,
                gone ? "" : words,
                null,
                false);
    }

    private void message(Element element, Element bubble, long line, Conversation chat) {
        records++;
        Header header = Header.of(bubble);
        String id = header.id() == null ? delivery.positionId(records) : header.id();
        for (Element reply : element.select(".replies .message > .sent, .replies .message > .received")) {
            replies.expect(Header.of(reply).reply(), id);
        }
        String parent = replies.parent(header.reply());
        element.select(".replies, .reactions, .tapbacks").remove();
        List<String> words = new ArrayList<>();
        Element subject = bubble.selectFirst(".subject");
        if (subject != null) {
            words.add(HtmlWords.withLines(subject));
        }
        boolean media = bubble.selectFirst("> .shareplay, > .shared_location") != null;
        for (Element part : bubble.select("> .message_part")) {
            words.add(words(part));
            boolean wordless = part.selectFirst(".bubble, .edited, .unsent") == null && part.hasText();
            media |= wordless || part.selectFirst(MEDIA) != null;
        }
        String text = String.join("\n", words.stream().filter(w -> !w.isEmpty()).toList());
        boolean gone = bubble.selectFirst("> .deleted") != null
                || (text.isEmpty() && !media && bubble.selectFirst(".unsent") != null);
        Message.Kind kind = gone
                ? Message.Kind.DELETED
                : media ? Message.Kind.MEDIA : text.isEmpty() ? Message.Kind.UNKNOWN : Message.Kind.TEXT;
        delivery.message(
                chat,
                header.id(),
                records,
                line,
                authors.of(null, header.sender()),
                badTimes.check(
                        header.dated() ? "written" : null,
                        header.date() == null ? null : header.date().time(options.today()),
                        line),
                kind,
                gone ? "" : text,
                parent,
                bubble.selectFirst(".edited") != null);
    }

    /** Of an edited part the newest words; of a picture with a link around it none. */
    private static String words(Element part) {
        Element edited = part.selectFirst(".edited");
        if (edited != null) {
            List<Element> rows = edited.select("tr");
            Element last = rows.isEmpty() ? null : rows.get(rows.size() - 1).selectFirst("td:last-child");
            return last == null ? "" : HtmlWords.withLines(last);
        }
        Element bubble = part.selectFirst(".bubble");
        return bubble == null ? "" : HtmlWords.withLines(bubble);
    }
}
