package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.text.Author;
import dev.toward.text.Bid;
import dev.toward.text.Message;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Follows one conversation and says what each message answers, and when a bid's time is over. Keeps a window of it, never
 * the whole. Not for several threads.
 *
 * <p>A reply's link, where it has one, decides. Else, where it calls somebody by name, it answers what that one wrote
 * last. Else it answers what the others wrote since its author last wrote: the
 * last {@value #CONTEXT} messages at most, and none older than people in this chat usually take. A link to one's own message
 * says nothing of whom one answers (in threads every message links to the first), so then the order decides too. What an
 * author adds soon after an answer belongs to that answer, but is read by itself: it need not speak of the bid again.
 *
 * <p>What one person writes in a burst is one bid; after a pause of {@link #BURST} they begin another, and what was said before the pause is
 * not read beside it.
 *
 * <p>People here usually take ten times the median gap between one person's words and another's, so far; at least a day,
 * because people sleep and work, and at most a month.
 */
final class Talk {
    static final int CONTEXT = 3;

    private static final int REMEMBERED = 1000;
    static final int LATELY = 24;
    private static final int OPEN_BIDS = 256;
    private static final int GAPS_ENOUGH = 5;
    static final Duration BURST = Duration.ofHours(1);
    private static final Duration SAME_BREATH = Duration.ofMinutes(10);
    private static final Duration PATIENCE_LEAST = Duration.ofDays(1);
    private static final Duration PATIENCE_MOST = Duration.ofDays(30);

    /** What comes out of following a talk, in an order that depends on the messages alone. */
    interface Steps {
        /**
         * A message of the period.
         *
         * @param answered who wrote the newest message of the context, or null when there is none
         * @param to whom it is said to: the other one of two, or who is answered or called by name; else null
         * @return its reading under way, or null when it has no words
         */
        @Nullable
        Future<Analysis> said(
                Message message,
                @Nullable InReplyTo inReplyTo,
                Bid context,
                @Nullable Author answered,
                @Nullable Author to)
                throws IOException, InterruptedException;

        /** A bid of the period whose time is over; nothing is added to it any more. */
        void closed(OpenBid bid, Outcome ifUnanswered) throws IOException, InterruptedException;
    }

    /** A message in the window. */
    private record Heard(
            Message message, Author author, @Nullable OpenBid bid, boolean marksTurn) {
        boolean hasWords() {
            return Talk.hasWords(message);
        }
    }

    /** @param whole the bid whose kind the reading of the context tells; none when the context mixes several */
    private record TakenUp(
            @Nullable InReplyTo link,
            Bid context,
            Set<OpenBid> bids,
            @Nullable OpenBid whole,
            @Nullable Heard last) {
        static final TakenUp NOTHING = new TakenUp(null, Bid.UNKNOWN, Set.of(), null, null);

        @Nullable
        Author answered() {
            return last == null ? null : last.author();
        }

        /** What an author adds to an answer has no link of its own, and stands next to it. */
        InReplyTo.Evidence evidence() {
            return link == null ? InReplyTo.Evidence.TURN : link.evidence();
        }
    }

    private final boolean alone;
    private final List<Author> pair;
    private final Period period;
    private final Map<String, Heard> byId = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Heard> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final ArrayDeque<Heard> lately = new ArrayDeque<>();
    private final Set<OpenBid> open = new LinkedHashSet<>();
    private Gaps gaps = new Gaps();
    private Set<OpenBid> justAnswered = Set.of();

    /** @param alone true when only one person ever writes here: then nobody could answer, and nothing is a bid */
    Talk(boolean alone, Period period) {
        this(alone, period, List.of());
    }

    /** @param pair the two who write here, where there are only two; else empty */
    Talk(boolean alone, Period period, List<Author> pair) {
        this.alone = alone;
        this.pair = pair;
        this.period = period;
    }

    /** Takes these waiting times for all that there were so far. */
    void remember(Gaps soFar) {
        gaps = soFar;
    }

    /** How many messages it could still link to. */
    int remembered() {
        return byId.size();
    }

    static boolean hasWords(Message message) {
        return message.kind() == Message.Kind.TEXT && !message.text().isBlank();
    }

    void accept(Message message, Steps steps) throws IOException, InterruptedException {
        boolean inPeriod = period.contains(message);
        LocalDateTime now = clock(message);
        closeExpired(now, steps);
        Author author = message.author();
        if (author == null || message.kind() == Message.Kind.SYSTEM) {
            if (inPeriod) {
                steps.said(message, null, Bid.UNKNOWN, null, null);
            }
            return;
        }
        boolean words = hasWords(message);
        Called called = called(message, author);
        TakenUp taken = takenUp(message, author, now, called);
        Author other = other(author);
        Author to = other != null ? other : taken.answered() != null ? taken.answered() : called.author();
        InReplyTo shown = words || message.replyTo() != null ? taken.link() : null;
        Future<Analysis> reading = inPeriod ? steps.said(message, shown, taken.context(), taken.answered(), to) : null;
        for (OpenBid bid : taken.bids()) {
            bid.answer(
                    message,
                    author,
                    message.id(),
                    reading,
                    bid.equals(taken.whole()),
                    gap(bid.time(), now),
                    taken.evidence());
        }
        justAnswered = taken.bids();

        Heard before = lately.peekLast();
        boolean sameSpeaker = before != null && before.author().id().equals(author.id());
        if (before != null && !sameSpeaker) {
            Duration gap = gap(clock(before.message()), now);
            if (gap != null) {
                gaps.add(gap);
            }
        }
        boolean goesOn = sameSpeaker && isBurst(Objects.requireNonNull(before), now);
        OpenBid bid = goesOn ? Objects.requireNonNull(before).bid() : null;
        if (words && !alone) {
            boolean begins = bid == null || !open.contains(bid);
            if (bid == null || begins) {
                bid = new OpenBid(author, other);
                open.add(bid);
                closeOldest(steps);
            }
            Heard last = taken.last();
            Duration after = last == null ? null : gap(clock(last.message()), now);
            bid.add(
                    message,
                    new Said(message.text(), goesOn && !begins, taken.context(), after, reading),
                    inPeriod,
                    called.author());
        }
        Heard heard = new Heard(message, author, bid, words && message.replyTo() == null);
        byId.put(message.id(), heard);
        lately.addLast(heard);
        if (lately.size() > LATELY) {
            lately.removeFirst();
        }
    }

    /** The talk is over: what could still have been answered stays open. */
    void end(Steps steps) throws IOException, InterruptedException {
        for (OpenBid bid : open) {
            close(bid, Outcome.OPEN, steps);
        }
        open.clear();
    }

    private TakenUp takenUp(Message message, Author author, @Nullable LocalDateTime now, Called called) {
        String replyTo = message.replyTo();
        if (replyTo != null) {
            InReplyTo link = new InReplyTo(List.of(replyTo), InReplyTo.Link.EXPLICIT);
            Heard heard = byId.get(replyTo);
            if (heard == null) {
                return new TakenUp(link, Bid.UNKNOWN, Set.of(), null, null);
            }
            if (!heard.author().id().equals(author.id())) {
                Bid context = heard.hasWords() ? Bid.of(heard.message().text()) : Bid.UNKNOWN;
                return new TakenUp(link, context, stillOpen(List.of(heard)), heard.bid(), heard);
            }
        }
        List<Heard> named = called.author() == null ? List.of() : latelyBy(called.author(), now);
        List<Heard> run = named.isEmpty() ? othersSince(author, now) : named;
        if (!run.isEmpty()) {
            InReplyTo.Evidence evidence =
                    named.isEmpty() || called.evidence() == null ? InReplyTo.Evidence.TURN : called.evidence();
            List<Heard> burst = sincePause(run);
            Heard last = run.get(run.size() - 1);
            boolean oneBid = burst.stream().allMatch(h -> Objects.equals(h.bid(), last.bid()));
            return new TakenUp(
                    new InReplyTo(
                            burst.stream().map(h -> h.message().id()).toList(), InReplyTo.Link.INFERRED, evidence),
                    new Bid(burst.stream().map(h -> h.message().text()).toList()),
                    stillOpen(run),
                    oneBid ? last.bid() : null,
                    last);
        }
        Heard before = lately.peekLast();
        if (before != null && before.author().id().equals(author.id()) && isInOneBreath(before, now)) {
            // a bid that was settled meanwhile is being counted, and may not change any more
            Set<OpenBid> still = new LinkedHashSet<>(justAnswered);
            still.retainAll(open);
            return new TakenUp(null, Bid.UNKNOWN, still, null, null);
        }
        return TakenUp.NOTHING;
    }

    /** Who is spoken to by name; nobody where two are, or where there is only one other to speak to. */
    private record Called(@Nullable Author author, InReplyTo.@Nullable Evidence evidence) {
        static final Called NOBODY = new Called(null, null);
    }

    private Called called(Message message, Author author) {
        Map<String, Author> others = new LinkedHashMap<>();
        for (Heard heard : lately) {
            if (!heard.author().id().equals(author.id())) {
                others.putIfAbsent(heard.author().id(), heard.author());
            }
        }
        if (others.size() < 2 || !hasWords(message)) {
            return Called.NOBODY;
        }
        Called found = Called.NOBODY;
        for (Author other : others.values()) {
            InReplyTo.Evidence evidence = Address.of(message.text(), other.name());
            if (evidence != null) {
                if (found.author() != null) {
                    return Called.NOBODY;
                }
                found = new Called(other, evidence);
            }
        }
        return found;
    }

    /** The newest that somebody wrote at a stretch, oldest first; nothing when that is too long ago. */
    private List<Heard> latelyBy(Author somebody, @Nullable LocalDateTime now) {
        List<Heard> run = new ArrayList<>(CONTEXT);
        Duration patience = patience();
        for (Iterator<Heard> back = lately.descendingIterator(); back.hasNext() && run.size() < CONTEXT; ) {
            Heard heard = back.next();
            Duration gap = gap(clock(heard.message()), now);
            if (gap != null && gap.compareTo(patience) > 0) {
                break;
            }
            if (!heard.author().id().equals(somebody.id())) {
                if (!run.isEmpty()) {
                    break;
                }
            } else if (heard.hasWords()) {
                run.add(0, heard);
            }
        }
        return run;
    }

    private @Nullable Author other(Author author) {
        if (pair.size() != 2) {
            return null;
        }
        Author first = pair.get(0);
        return first.id().equals(author.id()) ? pair.get(1) : first;
    }

    /** What others wrote since the author last did, oldest first. */
    private List<Heard> othersSince(Author author, @Nullable LocalDateTime now) {
        List<Heard> run = new ArrayList<>(CONTEXT);
        Duration patience = patience();
        for (Iterator<Heard> back = lately.descendingIterator(); back.hasNext() && run.size() < CONTEXT; ) {
            Heard heard = back.next();
            Duration gap = gap(clock(heard.message()), now);
            if (gap != null && gap.compareTo(patience) > 0) {
                break;
            }
            if (!heard.author().id().equals(author.id())) {
                if (heard.hasWords()) {
                    run.add(0, heard);
                }
            } else if (heard.marksTurn()) {
                break;
            }
        }
        return run;
    }

    /** The newest of some messages, back to where it was quiet for long between two of them. */
    private static List<Heard> sincePause(List<Heard> run) {
        int from = run.size() - 1;
        while (from > 0 && isBurst(run.get(from - 1), clock(run.get(from).message()))) {
            from--;
        }
        return run.subList(from, run.size());
    }

    private Set<OpenBid> stillOpen(List<Heard> messages) {
        Set<OpenBid> bids = new LinkedHashSet<>();
        for (Heard heard : messages) {
            if (heard.bid() != null && open.contains(heard.bid())) {
                bids.add(heard.bid());
            }
        }
        return bids;
    }

    private static boolean isInOneBreath(Heard before, @Nullable LocalDateTime now) {
        Duration gap = gap(clock(before.message()), now);
        return gap != null && gap.compareTo(SAME_BREATH) <= 0;
    }

    private static boolean isBurst(Heard before, @Nullable LocalDateTime now) {
        Duration gap = gap(clock(before.message()), now);
        return gap == null || gap.compareTo(BURST) <= 0;
    }

    private Duration patience() {
        Duration median = gaps.median();
        if (median == null || gaps.count() < GAPS_ENOUGH) {
            return PATIENCE_LEAST;
        }
        Duration learned = median.multipliedBy(10);
        return learned.compareTo(PATIENCE_LEAST) < 0
                ? PATIENCE_LEAST
                : learned.compareTo(PATIENCE_MOST) > 0 ? PATIENCE_MOST : learned;
    }

    private void closeExpired(@Nullable LocalDateTime now, Steps steps) throws IOException, InterruptedException {
        if (now == null || open.isEmpty()) {
            return;
        }
        Duration patience = patience();
        for (Iterator<OpenBid> bids = open.iterator(); bids.hasNext(); ) {
            OpenBid bid = bids.next();
            Duration gap = gap(bid.time(), now);
            if (gap != null && gap.compareTo(patience) > 0) {
                bids.remove();
                close(bid, Outcome.MISSED, steps);
            }
        }
    }

    private void closeOldest(Steps steps) throws IOException, InterruptedException {
        if (open.size() > OPEN_BIDS) {
            OpenBid oldest = open.iterator().next();
            open.remove(oldest);
            close(oldest, Outcome.MISSED, steps);
        }
    }

    private static void close(OpenBid bid, Outcome ifUnanswered, Steps steps) throws IOException, InterruptedException {
        if (bid.isCounted()) {
            steps.closed(bid, ifUnanswered);
        }
    }

    private static @Nullable LocalDateTime clock(Message message) {
        return message.time() == null ? null : message.time().clock();
    }

    /** From one time to another; none when either is unknown, zero when a clock was set back between them. */
    static @Nullable Duration gap(@Nullable LocalDateTime from, @Nullable LocalDateTime to) {
        if (from == null || to == null) {
            return null;
        }
        Duration gap = Duration.between(from, to);
        return gap.isNegative() ? Duration.ZERO : gap;
    }
}
