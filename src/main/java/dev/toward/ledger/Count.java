package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    private final Tally all = new Tally();
    private final Map<Roster.Key, PersonCount> people = new LinkedHashMap<>();
    private final TreeMap<String, Tally> weeks = new TreeMap<>();
    private final Set<String> chats = new HashSet<>();
    private long entries;
    private long untimed;
    private long explicit;
    private long inferred;
    private @Nullable Timestamp first;
    private @Nullable Timestamp last;
    private @Nullable String model;

    void entry(Entry entry) {
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
    }

    void bid(OpenBid bid, OpenBid.Settled settled) {
        Conversation conversation = bid.last().conversation();
        Timestamp time = bid.last().time();
        all.bid(settled.kind(), settled.outcome());
        person(conversation, bid.author()).tally.bid(settled.kind(), settled.outcome());
        if (time != null) {
            week(time).bid(settled.kind(), settled.outcome());
        }
        if (settled.kind() != null && settled.gap() != null && settled.answeredBy() != null) {
            all.reply(settled.kind(), settled.gap());
            person(conversation, settled.answeredBy()).tally.reply(settled.kind(), settled.gap());
            if (time != null) {
                week(time).reply(settled.kind(), settled.gap());
            }
        }
    }

    Ledger ledger() {
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
                byWeek);
    }

    private PersonCount person(Conversation conversation, Author author) {
        return people.computeIfAbsent(Roster.Key.of(conversation, author), key -> new PersonCount(author.name()));
    }

    private Tally week(Timestamp time) {
        LocalDate day = time.clock().toLocalDate();
        String week = String.format(
                Locale.ROOT,
                "%04d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        return weeks.computeIfAbsent(week, w -> new Tally());
    }
}
