package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Remembers by what was learnt from labelled conversations: what may tell of something ahead, or promise something, is kept with what is written after it, and at the end
 * only what is probable enough to be right is told. Keeps the newest {@value #KEPT} of each. Not for several threads.
 */
final class LearntMemory implements Memory {
    /** What is less probable is not kept. */
    static final double MAYBE = 0.12;

    private static final int KEPT = 40;
    private static final int BEFORE = 2;
    private static final int FEW_WORDS = 6;

    private final Conversation conversation;
    private final Foresight foresight;
    private final int most;
    private final Remembering rules;
    private final Rarity rarity = new Rarity();
    private final Deque<Kept> events = new ArrayDeque<>();
    private final Deque<Kept> promises = new ArrayDeque<>();
    private final Deque<Before> before = new ArrayDeque<>();
    private final Witness witness;
    private @Nullable LocalDateTime last;

    /**
     * Something that may be ahead, or promised.
     *
     * @param ruled whether the rules find it too
     * @param watched whether what is written after it can matter; what never will be told is kept all the same, for it counts among the newest
     */
    record Kept(
            Author by,
            @Nullable Author to,
            Message message,
            LocalDateTime now,
            double odds,
            boolean ruled,
            boolean watched,
            Aftermath aftermath) {
        void next(Later later, long silence, Rarity rarity) {
            if (watched) {
                aftermath.next(later, silence, rarity);
            }
        }
    }

    private record Before(String author, LocalDateTime now, Set<String> stems) {}

    /** Sees each pair that is asked about, for whoever learns from it. */
    interface Witness {
        Witness NOBODY = (told, promise, later, signs) -> {};

        /** @param signs of a later message, as what may come back to the one that told or promised */
        void sees(String told, boolean promise, String later, Signs signs);
    }

    LearntMemory(Conversation conversation, Foresight foresight) {
        this(conversation, foresight, KEPT, Witness.NOBODY);
    }

    /** @param most how many of each to keep */
    LearntMemory(Conversation conversation, Foresight foresight, int most, Witness witness) {
        this.witness = witness;
        this.conversation = conversation;
        this.foresight = foresight;
        this.most = most;
        this.rules = new Remembering(conversation);
    }

    @Override
    public void next(Message message, Author author, @Nullable Author to, LocalDateTime now, @Nullable Analysis read) {
        next(Outlook.of(message, author, now, read, foresight), to);
    }

    /** Takes the next message, of which is known what it shows by itself. */
    void next(Outlook outlook, @Nullable Author to) {
        Later later = outlook.later();
        if (later.hasWords()) {
            rarity.add(later.stems());
        }
        long silence = last == null ? -1 : Duration.between(last, outlook.now()).toMinutes();
        last = outlook.now();
        events.forEach(kept -> kept.next(later, silence, rarity));
        promises.forEach(kept -> kept.next(later, silence, rarity));
        rules.next(outlook, to);
        if (!outlook.tells()) {
            return;
        }
        if (outlook.eventOdds() > MAYBE) {
            keep(events, event(outlook, to));
        }
        if (outlook.promiseOdds() > MAYBE) {
            keep(promises, promise(outlook, to));
        }
        before.addLast(new Before(outlook.author().id(), outlook.now(), later.stems()));
        if (before.size() > BEFORE) {
            before.removeFirst();
        }
    }

    private Kept event(Outlook told, @Nullable Author to) {
        double odds = told.eventOdds();
        boolean watched = told.when() != null && foresight.mayBeDue(odds);
        Aftermath after = new Aftermath(
                false, told, around(told, told.length() < FEW_WORDS), judge(told, false, foresight::comesBack));
        return new Kept(
                told.author(), to, told.message(), told.now(), odds, told.event() != null, watched || isSeen(), after);
    }

    private Kept promise(Outlook told, @Nullable Author to) {
        double odds = told.promiseOdds();
        Aftermath after = new Aftermath(true, told, around(told, true), judge(told, true, foresight::isDone));
        return new Kept(
                told.author(),
                to,
                told.message(),
                told.now(),
                odds,
                told.promise() != null,
                foresight.mayBeOpen(odds) || isSeen(),
                after);
    }

    private Aftermath.Judge judge(Outlook told, boolean promise, ToDoubleFunction<Signs> odds) {
        String id = told.message().id();
        return (later, signs) -> {
            witness.sees(id, promise, later.message().id(), signs);
            return odds.applyAsDouble(signs);
        };
    }

    /** Whether somebody learns from it, also of what is not told. */
    private boolean isSeen() {
        return witness != Witness.NOBODY;
    }

    private void keep(Deque<Kept> all, Kept one) {
        all.addLast(one);
        if (all.size() > most) {
            all.removeFirst();
        }
    }

    /** @param answered whether what it answers may name it too: short ones leave that to the question */
    private Set<String> around(Outlook told, boolean answered) {
        Analysis read = told.later().read();
        Set<String> around = new HashSet<>();
        for (Before one : before) {
            if (one.author().equals(told.author().id())
                    && one.now().plusMinutes(10).isAfter(told.now())) {
                around.addAll(one.stems());
            }
        }
        if (answered && read != null) {
            List<String> utterances = read.draft().bid().utterances();
            utterances
                    .subList(Math.max(0, utterances.size() - BEFORE), utterances.size())
                    .forEach(u -> around.addAll(Stems.of(u)));
        }
        return around;
    }

    /** All that may be ahead, for whoever learns from it. */
    List<Kept> events() {
        return List.copyOf(events);
    }

    /** All that shows of what was ahead, at the end; what the rules make of it too. Of what is not watched nothing shows that was written after it. */
    Map<Kept, Signs> eventSigns(LocalDateTime end) {
        Set<String> open = new HashSet<>();
        rules.followUps(end).forEach(followUp -> open.add(followUp.id()));
        return signs(events, open, end);
    }

    /** All that shows of what was promised, likewise. */
    Map<Kept, Signs> promiseSigns(LocalDateTime end) {
        Set<String> open = new HashSet<>();
        rules.promises(end).forEach(promise -> open.add(promise.id()));
        return signs(promises, open, end);
    }

    private static Map<Kept, Signs> signs(Deque<Kept> all, Set<String> open, LocalDateTime end) {
        Map<Kept, Signs> signs = new LinkedHashMap<>();
        for (Kept one : all) {
            boolean isOpen = open.contains(one.message().id());
            signs.put(
                    one,
                    one.aftermath().signs(end).put("rule open", isOpen).put("rule closed", one.ruled() && !isOpen));
        }
        return signs;
    }

    private static String plain(Message message) {
        return message.text().replace('’', '\'');
    }

    @Override
    public List<FollowUp> followUps(LocalDateTime end) {
        Map<Kept, Signs> after = eventSigns(end);
        List<FollowUp> open = new ArrayList<>();
        for (Kept one : events) {
            String text = plain(one.message());
            Timestamp time = one.message().time();
            List<Dated> sentences = Dated.all(text, one.now());
            Dated first = Dated.first(sentences);
            When when = first == null ? null : first.when();
            if (time == null || first == null || when == null) {
                continue;
            }
            boolean due = when.to().isBefore(end.toLocalDate());
            if (due ? foresight.isDue(one.odds(), of(one, after)) : foresight.isAhead(one.odds())) {
                ComingEvent named = ComingEvent.in(sentences, one.now());
                ComingEvent event = named != null ? named : AheadSigns.event(first.sentence(), when);
                open.add(new FollowUp(
                        conversation,
                        one.by(),
                        one.to(),
                        one.message().id(),
                        time,
                        event.said(),
                        event.thing(),
                        event.sort(),
                        event.when().span().in(event.said()),
                        when.to(),
                        due,
                        null));
            }
        }
        return open;
    }

    @Override
    public List<OpenPromise> promises(LocalDateTime end) {
        Map<Kept, Signs> after = promiseSigns(end);
        List<OpenPromise> open = new ArrayList<>();
        for (Kept one : promises) {
            Timestamp time = one.message().time();
            if (time != null
                    && one.aftermath().day().isBefore(end.toLocalDate())
                    && foresight.isOpen(one.odds(), of(one, after))) {
                String text = plain(one.message());
                PromiseWords words = PromiseWords.in(text, one.now());
                open.add(new OpenPromise(
                        conversation,
                        one.by(),
                        one.to(),
                        one.message().id(),
                        time,
                        words != null ? words.said() : text,
                        one.aftermath().day()));
            }
        }
        return open;
    }

    private static Signs of(Kept one, Map<Kept, Signs> signs) {
        return Objects.requireNonNull(signs.get(one));
    }
}
