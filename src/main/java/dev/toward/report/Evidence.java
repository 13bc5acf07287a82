package dev.toward.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.ledger.Entry;
import dev.toward.ledger.InReplyTo;
import dev.toward.ledger.Outcome;
import dev.toward.ledger.Person;
import dev.toward.ledger.SettledBid;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.verdict.Turn;
import dev.toward.verdict.Verdict;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The messages behind each number of the page, the newest few of them: of whoever asked, and of others only when they are
 * asked for. An answer is shown with what it answers. Its size grows with the people and the latest weeks, not with the messages.
 */
final class Evidence implements Entry.Sink {
    /** Those of one number that the page holds. */
    static final int MOST = 12;

    /** Those of one day, or of one part of a week, of which a page may have hundreds. */
    static final int MOST_OF_A_DAY = 5;

    /** So many weeks may be drawn, and days of that many weeks. */
    private static final int WEEKS = Weeks.MOST;

    private static final int LONGEST_TEXT = 400;
    private static final String ALL = "all";
    private static final String OTHERS = "others";

    /** The name of a number. */
    record Key(String whose, String what) {
        static Key said(String whose) {
            return new Key(whose, "said");
        }

        /** Messages that turned one way or the other. */
        static Key turned(String whose) {
            return new Key(whose, "turned");
        }

        static Key linked(InReplyTo.Link link) {
            return new Key(ALL, "link " + link.id());
        }

        static Key unread() {
            return new Key(ALL, "unread");
        }

        static Key untimed() {
            return new Key(ALL, "untimed");
        }

        /** Bids for connection, however they were met. */
        static Key made() {
            return new Key(ALL, "made");
        }

        static Key made(BidKind kind) {
            return new Key(ALL, "made " + kind.id());
        }

        static Key turn(String whose, Turn turn) {
            return new Key(whose, "turn " + turn.id());
        }

        static Key gesture(String whose, Gesture gesture) {
            return new Key(whose, "gesture " + gesture.id());
        }

        static Key bids(String whose, Outcome outcome) {
            return new Key(whose, "bids " + outcome.id());
        }

        static Key bids(BidKind kind, Outcome outcome) {
            return new Key(ALL, "bids " + kind.id() + ' ' + outcome.id());
        }

        /** The exchanges of which a usual wait is the median. */
        static Key wait(String whose, BidKind kind) {
            return new Key(whose, "wait " + kind.id());
        }
    }

    /** Messages that belong together. */
    private record Exchange(long order, @Nullable LocalDateTime time, List<Line> lines) {}

    private record Line(@Nullable Message message, String text, boolean own) {}

    private static final class Kept {
        private final int most;
        private long all;
        private long open;
        private final PriorityQueue<Exchange> newest = new PriorityQueue<>(
                Comparator.comparing(Exchange::time, Comparator.nullsFirst(Comparator.<LocalDateTime>naturalOrder()))
                        .thenComparing(Exchange::order));

        Kept(int most) {
            this.most = most;
        }

        void add(@Nullable Exchange exchange) {
            all++;
            if (exchange != null) {
                open++;
                newest.add(exchange);
                if (newest.size() > most) {
                    newest.remove();
                }
            }
        }
    }

    private final boolean everyone;
    private final Map<Key, Kept> numbers = new HashMap<>();
    private final TreeMap<LocalDate, Map<String, Kept>> weeks = new TreeMap<>();
    private final Set<String> own = new HashSet<>();
    private final Set<Kept> asked = new LinkedHashSet<>();
    private final Map<Kept, Integer> references = new IdentityHashMap<>();
    private long order;

    Evidence(boolean everyone) {
        this.everyone = everyone;
    }

    static String all() {
        return ALL;
    }

    static String others() {
        return OTHERS;
    }

    static String whose(Person person) {
        return whose(person.platform(), person.id());
    }

    private static String whose(String platform, String author) {
        return platform + '\n' + author;
    }

    private static String whose(Conversation conversation, Author author) {
        return whose(conversation.platform(), author.id());
    }

    @Override
    public void accept(Entry entry) {
        Message message = entry.message();
        Author author = message.author();
        boolean named = author != null && (entry.own() || everyone);
        Exchange exchange = named ? exchange(entry) : null;
        if (message.time() == null) {
            add(Key.untimed(), exchange);
        }
        if (author == null) {
            return;
        }
        String whose = whose(message.conversation(), author);
        if (entry.own()) {
            own.add(whose);
        }
        if (entry.inReplyTo() != null) {
            add(Key.linked(entry.inReplyTo().link()), exchange);
        }
        Verdict verdict = entry.analysis() == null ? null : entry.analysis().verdict();
        if (message.isSaid()) {
            add(Key.said(ALL), exchange);
            if (named) {
                add(Key.said(whose), exchange);
            }
            if (!(verdict instanceof Verdict.Decided)) {
                add(Key.unread(), exchange);
            }
        }
        if (!(verdict instanceof Verdict.Decided decided)) {
            return;
        }
        if (decided.turn() != Turn.NONE) {
            add(Key.turn(ALL, decided.turn()), exchange);
            add(Key.turned(ALL), exchange);
            if (named) {
                add(Key.turn(whose, decided.turn()), exchange);
                add(Key.turned(whose), exchange);
            }
        }
        if (decided.turn() == Turn.TOWARD && message.time() != null) {
            LocalDate day = message.time().clock().toLocalDate();
            add(day, "day " + day, exchange);
        }
        for (Gesture gesture : new LinkedHashSet<>(decided.gestures())) {
            add(Key.gesture(ALL, gesture), exchange);
            if (!entry.own()) {
                add(Key.gesture(OTHERS, gesture), exchange);
            }
            if (named) {
                add(Key.gesture(whose, gesture), exchange);
            }
        }
    }

    @Override
    public void settled(SettledBid bid) {
        BidKind kind = bid.kind();
        if (kind == null) {
            return;
        }
        Conversation conversation = bid.last().conversation();
        Exchange exchange = kind.asksForConnection() || bid.gap() != null ? exchange(bid) : null;
        add(Key.bids(kind, bid.outcome()), exchange);
        add(Key.made(kind), exchange);
        if (kind.asksForConnection()) {
            add(Key.made(), exchange);
            add(Key.bids(ALL, bid.outcome()), exchange);
            add(Key.bids(whose(conversation, bid.author()), bid.outcome()), exchange);
            if (bid.last().time() != null) {
                add(bid.last().time().clock().toLocalDate(), bid.outcome().id(), exchange);
            }
        }
        if (bid.gap() != null && bid.answeredBy() != null) {
            add(Key.wait(ALL, kind), exchange);
            String answering = whose(conversation, bid.answeredBy());
            if (everyone || own.contains(answering)) {
                add(Key.wait(answering, kind), exchange);
            }
        }
    }

    /** What opens the messages behind a number, to be written by {@link #write}; 0 and up. */
    int reference(Key key) {
        return reference(numbers.computeIfAbsent(key, k -> new Kept(MOST)));
    }

    /** Likewise for several numbers in one. */
    int reference(List<Key> keys) {
        return reference(together(
                keys.stream()
                        .map(key -> numbers.get(key))
                        .filter(Objects::nonNull)
                        .toList(),
                MOST));
    }

    private static Kept together(List<Kept> parts, int most) {
        Kept together = new Kept(most);
        for (Kept part : parts) {
            together.all += part.all;
            together.open += part.open;
            together.newest.addAll(part.newest);
        }
        while (together.newest.size() > most) {
            together.newest.remove();
        }
        return together;
    }

    /** Likewise for the bids of a week, by its Monday. */
    int reference(LocalDate monday, List<Outcome> outcomes) {
        Map<String, Kept> week = weeks.getOrDefault(monday, Map.of());
        return reference(together(
                outcomes.stream()
                        .map(o -> week.get(o.id()))
                        .filter(Objects::nonNull)
                        .toList(),
                MOST_OF_A_DAY));
    }

    /** Likewise for what turned toward somebody on a day. */
    int reference(LocalDate day) {
        return reference(
                weeks.getOrDefault(Weeks.monday(day), Map.of()).getOrDefault("day " + day, new Kept(MOST_OF_A_DAY)));
    }

    /** Likewise for messages that are at hand, each by itself. */
    int reference(long all, List<Message> messages) {
        Kept kept = new Kept(messages.size());
        for (Message message : messages) {
            kept.add(new Exchange(order++, clock(message), List.of(new Line(message, words(message), isOwn(message)))));
        }
        kept.all = all;
        kept.open = all;
        return reference(kept);
    }

    private int reference(Kept kept) {
        asked.add(kept);
        return references.computeIfAbsent(kept, k -> references.size());
    }

    /** Writes the messages that were referred to: each exchange once, and for each number how many there are and which. */
    void write(ObjectNode data) {
        Map<Exchange, Integer> places = new IdentityHashMap<>();
        ArrayNode exchanges = data.putArray("exchanges");
        ArrayNode behind = data.putArray("behind");
        for (Kept kept : asked) {
            ObjectNode number = behind.addObject();
            number.put("all", kept.all);
            number.put("open", kept.open);
            ArrayNode shown = number.putArray("shown");
            List<Exchange> newest = new ArrayList<>(kept.newest);
            newest.sort(kept.newest.comparator());
            for (Exchange exchange : newest) {
                Integer place = places.get(exchange);
                if (place == null) {
                    place = places.size();
                    places.put(exchange, place);
                    write(exchange, exchanges.addObject());
                }
                shown.add(place);
            }
        }
    }

    private static void write(Exchange exchange, ObjectNode node) {
        Line last = exchange.lines.get(exchange.lines.size() - 1);
        node.put("when", exchange.time == null ? "at an unknown time" : Shown.MINUTE.format(exchange.time));
        node.put(
                "chat",
                last.message == null
                        ? ""
                        : Shown.text(last.message.conversation().name()));
        ArrayNode lines = node.putArray("lines");
        for (Line line : exchange.lines) {
            ObjectNode shown = lines.addObject();
            Message message = line.message;
            shown.put(
                    "who",
                    message == null || message.author() == null
                            ? ""
                            : Shown.text(message.author().name()));
            shown.put("own", line.own);
            shown.put("text", Shown.text(shortened(line.text)));
        }
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
    }

    private Exchange exchange(Entry entry) {
        List<Line> lines = new ArrayList<>();
        if (entry.analysis() != null) {
            entry.analysis().draft().bid().utterances().forEach(said -> lines.add(new Line(null, said, false)));
        }
        lines.add(new Line(entry.message(), words(entry.message()), entry.own()));
        return new Exchange(order++, clock(entry.message()), lines);
    }

    /** What may be shown of a bid: one's own words, and what they answer; null when one had no part in it. */
    private @Nullable Exchange exchange(SettledBid bid) {
        List<Line> answers = new ArrayList<>();
        for (Message answer : bid.answers()) {
            boolean mine = isOwn(answer);
            if (mine || everyone) {
                answers.add(new Line(answer, words(answer), mine));
            }
        }
        boolean made = isOwn(bid.last());
        if (!made && answers.isEmpty() && !everyone) {
            return null;
        }
        List<Line> lines = new ArrayList<>();
        bid.messages().forEach(m -> lines.add(new Line(m, words(m), made)));
        lines.addAll(answers);
        return new Exchange(order++, clock(bid.last()), lines);
    }

    private boolean isOwn(Message message) {
        return message.author() != null && own.contains(whose(message.conversation(), message.author()));
    }

    private static String words(Message message) {
        return message.text().isBlank() ? "(no words)" : message.text();
    }

    private static @Nullable LocalDateTime clock(Message message) {
        return message.time() == null ? null : message.time().clock();
    }

    private void add(Key key, @Nullable Exchange exchange) {
        numbers.computeIfAbsent(key, k -> new Kept(MOST)).add(exchange);
    }

    private void add(LocalDate day, String what, @Nullable Exchange exchange) {
        weeks.computeIfAbsent(Weeks.monday(day), w -> new LinkedHashMap<>())
                .computeIfAbsent(what, k -> new Kept(MOST_OF_A_DAY))
                .add(exchange);
        if (weeks.size() > WEEKS) {
            weeks.pollFirstEntry();
        }
    }
}
