package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ledger while it is being written. Not for several threads. */
final class Count {
    private static final class PersonCount {
        private final String name;
        private boolean own;
        private final Tally tally = new Tally();

        PersonCount(String name) {
            this.name = name;
        }
    }

    private final @Nullable Foresight learnt;
    private final Tally all = new Tally();
    private final Map<Roster.Key, PersonCount> people = new LinkedHashMap<>();
    private final TreeMap<String, Tally> weeks = new TreeMap<>();
    private final Map<PairKey, PairCount> pairs = new LinkedHashMap<>();
    private final Map<Roster.Room, Course> courses = new LinkedHashMap<>();
    private final Set<String> chats = new HashSet<>();
    private long entries;
    private long untimed;
    private long explicit;
    private long inferred;
    private @Nullable Timestamp first;
    private @Nullable Timestamp last;
    private @Nullable String model;

    /** @param learnt what things ahead are found by, or null for the rules */
    Count(@Nullable Foresight learnt) {
        this.learnt = learnt;
    }

    /** @param outlook what the message shows by itself, where that was looked for; else null */
    void entry(Entry entry, @Nullable Outlook outlook) {
        Message message = entry.message();
        entries++;
        chats.add(message.conversation().platform()
                + '\n'
                + message.conversation().id());
        Timestamp time = message.time();
        if (time == null) {
            untimed++;
        } else {
            first = first == null || time.clock().isBefore(first.clock()) ? time : first;
            last = last == null || time.clock().isAfter(last.clock()) ? time : last;
        }
        InReplyTo inReplyTo = entry.inReplyTo();
        if (inReplyTo != null) {
            switch (inReplyTo.link()) {
                case EXPLICIT -> explicit++;
                case INFERRED -> inferred++;
            }
        }
        Author author = message.author();
        if (author != null && message.kind() == Message.Kind.CALL) {
            course(message).call(message, author, entry.to());
        }
        if (author == null || !message.isSaid()) {
            return;
        }
        Analysis analysis = entry.analysis();
        if (analysis != null && model == null) {
            model = analysis.provenance().model();
        }
        all.said(analysis);
        PersonCount person = person(message.conversation(), author);
        person.own |= entry.own();
        person.tally.said(analysis);
        if (time != null) {
            week(time).said(analysis);
        }
        Author to = entry.to();
        Course.Step step = course(message).next(message, author, to, inReplyTo, analysis, outlook);
        if (to != null) {
            pair(message.conversation(), author, to).at(time, tally -> {
                tally.said(analysis, inReplyTo);
                step.count(tally);
            });
        }
    }

    void bid(OpenBid bid, OpenBid.Settled settled) {
        Conversation conversation = bid.last().conversation();
        Timestamp time = bid.last().time();
        all.bid(settled.kind(), settled.outcome());
        person(conversation, bid.author()).tally.bid(settled.kind(), settled.outcome());
        if (time != null) {
            week(time).bid(settled.kind(), settled.outcome());
        }
        Author to = bid.to();
        boolean answeredThem = to == null;
        for (Response response : settled.responses()) {
            answeredThem |= to != null && response.by().id().equals(to.id());
            pair(conversation, bid.author(), response.by()).at(time, tally -> tally.answered(settled.kind(), response));
        }
        if (to != null && !answeredThem) {
            // somebody else may have answered in their place
            Outcome theirs = settled.responses().isEmpty() ? settled.outcome() : Outcome.MISSED;
            pair(conversation, bid.author(), to).at(time, tally -> tally.missed(settled.kind(), theirs));
        }
        if (settled.kind() != null && settled.gap() != null && settled.answeredBy() != null) {
            all.reply(settled.kind(), settled.gap());
            person(conversation, settled.answeredBy()).tally.reply(settled.kind(), settled.gap());
            if (time != null) {
                week(time).reply(settled.kind(), settled.gap());
            }
        }
    }

    Ledger ledger(FollowUp.Wording wording) {
        LinkedHashMap<String, Counts> byWeek = new LinkedHashMap<>();
        weeks.forEach((week, tally) -> byWeek.put(week, tally.counts()));
        List<Person> everybody = people.entrySet().stream()
                .map(e -> new Person(
                        e.getKey().platform(),
                        e.getKey().author(),
                        e.getValue().name,
                        e.getValue().own,
                        e.getValue().tally.counts()))
                .toList();
        return new Ledger(
                chats.size(),
                entries,
                untimed,
                first,
                last,
                explicit,
                inferred,
                model,
                all.counts(),
                everybody,
                byWeek,
                Trend.of(byWeek, Counts::towardShare),
                pairs.entrySet().stream()
                        .map(e -> e.getValue().pair(e.getKey()))
                        .toList(),
                Noticed.of(courses.values(), last == null ? null : last.clock(), wording));
    }

    private PersonCount person(Conversation conversation, Author author) {
        return people.computeIfAbsent(Roster.Key.of(conversation, author), key -> new PersonCount(author.name()));
    }

    private Tally week(Timestamp time) {
        return weeks.computeIfAbsent(IsoWeek.of(time.clock().toLocalDate()), w -> new Tally());
    }

    private Course course(Message message) {
        return courses.computeIfAbsent(
                Roster.room(message.conversation()), room -> new Course(message.conversation(), learnt));
    }

    private PairCount pair(Conversation conversation, Author from, Author to) {
        return pairs.computeIfAbsent(new PairKey(conversation.platform(), from.id(), to.id()), key -> new PairCount());
    }

    private record PairKey(String platform, String from, String to) {}

    private static final class PairCount {
        private final PairTally all = new PairTally();
        private final TreeMap<String, PairTally> weeks = new TreeMap<>();

        void at(@Nullable Timestamp time, Consumer<PairTally> counting) {
            counting.accept(all);
            if (time != null) {
                counting.accept(weeks.computeIfAbsent(IsoWeek.of(time.clock().toLocalDate()), week -> new PairTally()));
            }
        }

        Pair pair(PairKey key) {
            LinkedHashMap<String, PairCounts> byWeek = new LinkedHashMap<>();
            weeks.forEach((week, tally) -> byWeek.put(week, tally.counts()));
            return Pair.of(key.platform(), key.from(), key.to(), all.counts(), byWeek);
        }
    }
}
