package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/**
 * A chat of Messenger or Instagram as HTML. The names of classes change from download to download, so a message is known by its structure: an
 * element whose last child is a date, whose first is the sender, with what was said between them. Messages are dropped from the
 * document once read, and all else that stands where they do, so memory does not grow with their number. For one thread.
 */
final class MessengerHtml {
    private static final int LONGEST_DATE = 80;
    private static final int MOST_CHILDREN = 8;
    private static final int NO_DEPTH = -1;
    private static final int DEEPEST = 512;

    private final String platform;
    private final MessengerRecords records;
    private final ReadOptions options;
    private final Set<String> senders = new HashSet<>();
    private String title = "";
    private long guessedDates;

    MessengerHtml(String platform, MessengerRecords records, ReadOptions options) {
        this.platform = platform;
        this.records = records;
        this.options = options;
    }

    /** How many messages the beginning of a file holds. */
    static int blocks(Head head) {
        return depths(head).values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private static Map<Integer, Integer> depths(Head head) {
        Map<Integer, Integer> depths = new HashMap<>();
        Document start = Parser.htmlParser().parseInput(String.join("\n", head.lines()), "");
        for (Element element : start.getAllElements()) {
            if (date(element) != null) {
                depths.merge(element.parents().size(), 1, Integer::sum);
            }
        }
        return depths;
    }

    /** Where messages stand: a link with a date in one of them stands deeper, and is rarer. */
    private static int depth(Source file) throws IOException {
        return depths(Head.of(file)).entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(NO_DEPTH);
    }

    /** Reads a file and hands on its messages. */
    void read(Source file, Delivery delivery, Found.Taker taker) throws IOException {
        int depth = depth(file);
        if (depth == NO_DEPTH) {
            delivery.skipped(0, "no message found; expected blocks of a sender, a text and a date");
            return;
        }
        MessengerEdits edits = new MessengerEdits(platform.equals("instagram"));
        @Nullable String style = null;
        try (HtmlElements elements = HtmlElements.of(file, DEEPEST)) {
            for (Element element = elements.next(); element != null; element = elements.next()) {
                if (element.nameIs("title") && title.isEmpty()) {
                    title = element.text();
                }
                int stands = element.parents().size();
                if (stands == depth && element.childrenSize() >= 2) {
                    ProseDate date = date(element);
                    long line = HtmlElements.line(element);
                    if (date != null) {
                        style = element.className();
                        Found latest = edits.latest(found(element, date, file, line), delivery);
                        if (latest != null) {
                            taker.take(latest);
                        }
                    } else if (element.className().equals(style)
                            && !element.text().isBlank()) {
                        delivery.skipped(line, "expected a sender, a text and a date that can be read");
                    }
                }
                if (stands <= depth) {
                    elements.letGo(element);
                }
            }
            if (elements.isStopped()) {
                delivery.skipped(elements.lines(), HtmlElements.STOPPED);
            } else if (!elements.isWhole()) {
                delivery.skipped(elements.lines(), "the file is cut off; what stands before it was read");
            }
        }
    }

    /** The date that a message ends with; null for what is no message. */
    private static @Nullable ProseDate date(Element element) {
        Element last = element.lastElementChild();
        if (last == null || element.childrenSize() < 2 || element.childrenSize() > MOST_CHILDREN) {
            return null;
        }
        String text = last.childrenSize() > 3 ? "" : last.text();
        boolean dated =
                !text.isEmpty() && text.length() <= LONGEST_DATE && text.chars().anyMatch(Character::isDigit);
        return dated ? ProseDate.of(text, null) : null;
    }

    private Found found(Element element, ProseDate date, Source file, long line) {
        Elements children = element.children();
        String sender = children.size() > 2 ? Marks.name(children.get(0).text()) : "";
        ProseDate ordered = date;
        if (date.guessed()) {
            guessedDates += options.dateOrder() == null ? 1 : 0;
            ProseDate asked = ProseDate.of(children.get(children.size() - 1).text(), options.dateOrder());
            ordered = asked == null ? date : asked;
        }
        Timestamp time = TimeText.plausible(new Timestamp.Wall(ordered.clock()), options.today());
        Element body = children.get(children.size() - 2);
        String text = text(body);
        boolean media = !body.select("img, video, audio, a[href]").isEmpty();
        Message.Kind kind = text.isEmpty() && media ? Message.Kind.MEDIA : Message.Kind.UNKNOWN;
        Found found = records.found(file, line, sender, time, text, kind);
        Author author = found.author();
        if (author != null && senders.size() < 3) {
            senders.add(author.id());
        }
        return found;
    }

    /** The words: the first part of the body that has some. What follows are links, pictures and, in a list, reactions. */
    private static String text(Element body) {
        body.select("ul, ol").remove();
        Element inner = body;
        while (inner.childrenSize() == 1 && inner.ownText().isBlank()) {
            inner = inner.child(0);
        }
        boolean parts = inner.ownText().isBlank() && inner.children().stream().allMatch(c -> c.nameIs("div"));
        if (!parts) {
            return inner.wholeText().strip();
        }
        for (int i = 0; i < Math.min(2, inner.childrenSize()); i++) {
            String text = inner.child(i).wholeText().strip();
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** The chat, once its files were read. */
    Conversation conversation(String fallback) {
        String asked = options.chatName();
        String name = asked != null ? asked : title.isBlank() ? fallback : title;
        Conversation.Kind kind = senders.size() > 2
                ? Conversation.Kind.GROUP
                : senders.size() == 2 ? Conversation.Kind.DIRECT : Conversation.Kind.UNKNOWN;
        return new Conversation(platform, platform + ":" + fallback, name, kind);
    }

    /** Dates whose numbers leave open which is the day. */
    long guessedDates() {
        return guessedDates;
    }
}
