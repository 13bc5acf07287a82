package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.phrase.Sort;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was told of the days ahead in a conversation, and what was promised, until somebody comes back to it. Whoever told of
 * something may be asked about it by anybody else; once they have said themselves how it went, nothing is left to ask. Keeps the newest
 * {@value #KEPT} of each. Not for several threads.
 */
final class Remembering implements Memory {
    private static final int KEPT = 40;
    /** A question with no name in it ("how did it go?") is about what was lately. */
    private static final int LATELY = 6;

    /** Words that may be of anything ("they said no") are about what was yesterday. */
    private static final int JUST_NOW = 2;

    /** A call weeks after the day for which it was promised is another one. */
    private static final int KEPT_LATE = 2;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final Pattern ASKS = Pattern.compile(
            "\\bhow (?:did|'d|has|have) (?:it|that|everything|things|they|she|he|u|you|your (?:mum|mom|dad|nan|gran))(?:'?s)?\\b.*"
                    + "|\\bhow'?d (?:it|that|everything|you|u)\\b|\\bhow was (?:it|that|everything)\\b|\\bhow(?:'s| is) (?:she|he|your (?:mum|mom|dad|nan|gran)|everything)\\b"
                    + "|\\bdid (?:it|they|she|he|everything|(?:your|ur|the) \\w+)\\b.{0,30}\\b(?:go|went|pass|say|hear|survive|work out)\\b|\\bdid (?:you|u) (?:pass|survive|get (?:it|in|the (?:job|results?|part))|hear (?:back|anything|from))\\b"
                    + "|\\bany (?:news|word|update|updates|luck)\\b|\\bwhat did (?:they|she|he|the \\w+) say\\b|\\bhow are you feeling (?:after|about|now)\\b"
                    + "|\\bhave you heard\\b|^\\W*(?:so|well|and)\\W*\\?+|\\bverdict\\b",
            FLAGS);
    private static final Pattern WISHES = Pattern.compile(
            "\\b(?:good luck|break a leg|fingers crossed|thinking of (?:you|u)|you'?ll (?:be|do|smash|nail)|you got this|you'?ve got this|rooting for|smash it|enjoy|have (?:fun|a))\\b",
            FLAGS);
    private static final Pattern TELLS = Pattern.compile(
            "\\b(?:it|that|everything|interview|exam|surgery|op|scan|hearing|talk|date|move|trip)(?:'s)? (?:all )?(?:went|was|is (?:over|done)|over|done)\\b"
                    + "|\\bi (?:passed|failed|survived|did it|nailed|got (?:it|in|the (?:job|part|all clear|results?))|didn'?t (?:get|pass)|smashed|bombed)\\b"
                    + "|\\ball clear\\b|\\b(?:they|she|he) said\\b|\\bit'?s (?:over|benign)\\b|\\b(?:is|she's|he's) (?:home|out of)\\b|^\\W*(?:passed|failed|survived)\\b|^\\W*(?:that'?s it |it'?s )?(?:all )?done\\W*$|\\bthat'?s it done\\b"
                    + "|\\b(?:they|he|she) (?:offered|hired|accepted|rejected|passed|failed)\\b|\\boffered (?:it to )?me\\b|\\bi got offered\\b",
            FLAGS);
    /** Asks after what is over by now, not how it is coming on. */
    private static final Pattern ASKS_BACK = Pattern.compile(
            "\\b(?:(?:how (?:did|was|were|'d)|how'?d|how'?s|how is|did|any (?:news|word|luck)|have you heard|verdict|go|went|heard|hear|well done|so glad|sorry)\\b|congrat)|\\?",
            FLAGS);

    private static final Pattern OFF =
            Pattern.compile("\\b(?:cancell?ed|called off|postponed|pushed back|rescheduled|off now)\\b", FLAGS);
    private static final Pattern OVER = Pattern.compile(
            "\\b(?:was|went|were|got|did|passed|failed|over|done|finished|came|said|survived|had)\\b", FLAGS);

    private final Conversation conversation;
    private final Deque<Ahead> ahead = new ArrayDeque<>();
    private final Deque<Promised> promised = new ArrayDeque<>();

    private record Ahead(Author by, @Nullable Author to, String id, Timestamp time, ComingEvent event, Pattern name) {
        LocalDate from() {
            return event.when().from();
        }

        LocalDate day() {
            return event.when().to();
        }

        /** The likeliest day of several. */
        LocalDate middle() {
            return from().plusDays(from().until(day()).getDays() / 2);
        }
    }

    private record Promised(Author by, @Nullable Author to, String id, Timestamp time, PromiseWords words) {}

    Remembering(Conversation conversation) {
        this.conversation = conversation;
    }

    @Override
    public void next(Message message, Author author, @Nullable Author to, LocalDateTime now, @Nullable Analysis read) {
        boolean told = Talk.hasWords(message) && message.time() != null;
        List<Dated> sentences = Talk.hasWords(message) ? Dated.all(message.text(), now) : List.of();
        next(
                message,
                author,
                to,
                now,
                sentences,
                told ? ComingEvent.in(sentences, now) : null,
                told ? PromiseWords.in(sentences, now) : null);
    }

    /** Takes the next message, of which is known what it shows by itself. */
    void next(Outlook outlook, @Nullable Author to) {
        next(
                outlook.message(),
                outlook.author(),
                to,
                outlook.now(),
                outlook.sentences(),
                outlook.event(),
                outlook.promise());
    }

    /**
     * @param event what it tells of that is ahead, or null
     * @param words what it promises, or null
     */
    private void next(
            Message message,
            Author author,
            @Nullable Author to,
            LocalDateTime now,
            List<Dated> sentences,
            @Nullable ComingEvent event,
            @Nullable PromiseWords words) {
        keepPromises(message, author, now);
        if (!Talk.hasWords(message)) {
            return;
        }
        if (!ahead.isEmpty()) {
            comeBack(message.text().replace('’', '\''), sentences, author, now);
        }
        Timestamp time = message.time();
        if (time == null) {
            return;
        }
        if (event != null) {
            ahead.removeIf(
                    a -> a.by().id().equals(author.id()) && a.event().key().equals(event.key()));
            ahead.addLast(new Ahead(author, to, message.id(), time, event, name(event.key())));
            if (ahead.size() > KEPT) {
                ahead.removeFirst();
            }
        }
        if (words != null) {
            // to say again that one will call is no second promise; to send another thing is
            promised.removeIf(p -> words.deed() == PromiseWords.Deed.CALL
                    && p.by().id().equals(author.id())
                    && p.words().deed() == words.deed());
            promised.addLast(new Promised(author, to, message.id(), time, words));
            if (promised.size() > KEPT) {
                promised.removeFirst();
            }
        }
    }

    private void comeBack(String text, List<Dated> sentences, Author author, LocalDateTime now) {
        LocalDate today = now.minusHours(4).toLocalDate();
        boolean unnamed = true;
        List<Back> backs = sentences.stream().map(Back::of).toList();
        for (Iterator<Ahead> each = ahead.descendingIterator(); each.hasNext(); ) {
            Ahead one = each.next();
            boolean own = isBy(one, author);
            for (Back back : backs) {
                if ((own ? back.tells(one, today) : back.asks(one, today))
                        && one.name().matcher(back.sentence()).find()) {
                    each.remove();
                    unnamed = false;
                    break;
                }
            }
        }
        if (unnamed) {
            comeBackToLatest(text, author, today);
        }
    }

    /** Of what is not named, what was last is meant. */
    private void comeBackToLatest(String text, Author author, LocalDate today) {
        List<Ahead> lately = ahead.stream()
                .filter(one -> !one.middle().isAfter(today)
                        && !one.day()
                                .plusDays(isBy(one, author) ? JUST_NOW : LATELY)
                                .isBefore(today))
                .toList();
        if (lately.isEmpty()) {
            return;
        }
        boolean asks = ASKS.matcher(text).find();
        boolean tells = TELLS.matcher(text).find();
        Ahead latest = null;
        for (Ahead one : lately) {
            if ((isBy(one, author) ? tells : asks)
                    && (latest == null || !one.from().isBefore(latest.from()))) {
                latest = one;
            }
        }
        if (latest != null) {
            ahead.remove(latest);
        }
    }

    private static boolean isBy(Ahead one, Author author) {
        return one.by().id().equals(author.id());
    }

    /** A sentence that may come back to something, by its words. */
    private record Back(String sentence, boolean off, boolean over, boolean wishes, boolean asks, boolean ofTimeAhead) {
        static Back of(Dated dated) {
            String sentence = dated.sentence();
            return new Back(
                    sentence,
                    OFF.matcher(sentence).find(),
                    OVER.matcher(sentence).find(),
                    WISHES.matcher(sentence).find(),
                    ASKS_BACK.matcher(sentence).find(),
                    dated.when() != null);
        }

        /** Whether a sentence of somebody else's that names it comes back to it: not before its day, and not merely with a wish on it. */
        boolean asks(Ahead one, LocalDate today) {
            // of a time told roughly, before the middle of it, only words for what is over count
            return asks
                    && !one.from().isAfter(today)
                    && !(wishes && one.day().equals(today))
                    && (over || !one.middle().isAfter(today));
        }

        /** Whether a sentence of their own that names it says that it is off, or how it was. */
        boolean tells(Ahead one, LocalDate today) {
            return off || over && !ofTimeAhead && !one.from().isAfter(today);
        }
    }

    private void keepPromises(Message message, Author author, LocalDateTime now) {
        promised.removeIf(p -> {
            boolean own = p.by().id().equals(author.id());
            return now.isAfter(p.time().clock())
                    && !now.toLocalDate().isAfter(p.words().day().plusDays(KEPT_LATE))
                    && p.words().deed().isDoneBy(message, own);
        });
    }

    private static Pattern name(String key) {
        String also =
                switch (key) {
                    case "op", "operation", "surgery" -> "op|operation|surgery|hospital";
                    case "exam", "exams", "test", "final", "finals" -> "exam|test|final|result";
                    case "appointment", "appt" -> "appointment|appt|doctor|doctors";
                    case "results", "result" -> "result|results|news";
                    case "presentation", "talk", "speech", "pitch" -> "presentation|talk|speech|pitch";
                    case "trip", "holiday", "flight" -> "trip|holiday|flight|journey";
                    case "gig", "show", "concert", "recital" -> "gig|show|concert|recital";
                    case "move" -> "move|moving|moved|new (?:flat|place|house)";
                    case "job" -> "job|first day|new place";
                    case "news" -> "news|hear|heard|decide|decided";
                    default ->
                        Pattern.quote(key.endsWith("s") && key.length() > 4 ? key.substring(0, key.length() - 1) : key);
                };
        return Pattern.compile("\\b(?:" + also + ")(?:s|'s)?\\b", FLAGS);
    }

    @Override
    public List<FollowUp> followUps(LocalDateTime end) {
        List<FollowUp> open = new ArrayList<>();
        for (Ahead one : ahead) {
            Sort sort = one.event().sort();
            open.add(new FollowUp(
                    conversation,
                    one.by(),
                    one.to(),
                    one.id(),
                    one.time(),
                    one.event().said(),
                    one.event().thing(),
                    sort,
                    one.event().when().span().in(one.event().said()),
                    one.day(),
                    one.day().isBefore(end.toLocalDate()),
                    null));
        }
        return open;
    }

    @Override
    public List<OpenPromise> promises(LocalDateTime end) {
        List<OpenPromise> open = new ArrayList<>();
        for (Promised one : promised) {
            if (one.words().day().isBefore(end.toLocalDate())) {
                open.add(new OpenPromise(
                        conversation,
                        one.by(),
                        one.to(),
                        one.id(),
                        one.time(),
                        one.words().said(),
                        one.words().day()));
            }
        }
        return open;
    }
}
