package dev.toward.report;

import dev.toward.AskingAfter;
import dev.toward.Occasion;
import dev.toward.ledger.Entry;
import dev.toward.ledger.FollowUp;
import dev.toward.ledger.LateNights;
import dev.toward.ledger.Ledger;
import dev.toward.ledger.Noticed;
import dev.toward.ledger.OpenPromise;
import dev.toward.ledger.Person;
import dev.toward.ledger.QuietContact;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody could come back to, with the messages that it comes from and words to send: what they were told of and did not ask
 * about, what they promised, contacts gone quiet, and others' late nights. It shows what was said to whoever asks; what passed between
 * others, and what others promised, only when everyone's words are asked for. Its size grows with the people, not with the messages.
 */
final class Reminders implements Entry.Sink {
    /** What is older than so many days is not worth a message today; the files hold it. */
    private static final int RECENT_DAYS = 90;

    private static final int RECENT_NIGHTS_DAYS = 14;

    /** Of one sort. */
    private static final int MOST = 20;

    /** So many stand open; the rest unfolds. */
    private static final int AT_ONCE = 3;

    /** Until then it is still the night before, as the ledger has it. */
    private static final int DAWN = 5;

    private static final int NIGHTS_KEPT = 21;

    private record Room(String platform, String id) {
        static Room of(Conversation conversation) {
            return new Room(conversation.platform(), conversation.id());
        }
    }

    private record Writer(Room room, String id) {}

    private static final class Chat {
        private final Set<String> writers = new HashSet<>();
        private boolean own;
        private @Nullable Message last;
    }

    private final boolean everyone;
    private final boolean me;
    private final Map<Room, Chat> chats = new HashMap<>();
    private final Map<Writer, Deque<Message>> nights = new HashMap<>();

    Reminders(ScanRequest request) {
        this.everyone = request.everyone();
        this.me = request.me() != null;
    }

    @Override
    public void accept(Entry entry) {
        Message message = entry.message();
        Author author = message.author();
        if (author == null || !message.isSaid()) {
            return;
        }
        Room room = Room.of(message.conversation());
        Chat chat = chats.computeIfAbsent(room, r -> new Chat());
        chat.own |= entry.own();
        if (chat.writers.size() < 3) {
            chat.writers.add(author.id());
        }
        if (message.time() != null) {
            chat.last = message;
        }
        LocalDate night = night(message);
        if (night != null) {
            Deque<Message> firsts = nights.computeIfAbsent(new Writer(room, author.id()), w -> new ArrayDeque<>());
            Message before = firsts.peekLast();
            LocalDate known = before == null ? null : night(before);
            if (known == null || night.isAfter(known)) {
                firsts.addLast(message);
                if (firsts.size() > NIGHTS_KEPT) {
                    firsts.removeFirst();
                }
            }
        }
    }

    private static @Nullable LocalDate night(Message message) {
        return message.time() instanceof Timestamp.Wall wall && wall.clock().getHour() < DAWN
                ? wall.clock().toLocalDate().minusDays(1)
                : null;
    }

    /** A sort of reminders, as the template has it. */
    record Group(String id, String title, String intro, List<Reminder> all, int olderOnes) {
        Group {
            all = List.copyOf(all);
        }

        List<Reminder> first() {
            return all.subList(0, Math.min(AT_ONCE, all.size()));
        }

        List<Reminder> rest() {
            return all.subList(Math.min(AT_ONCE, all.size()), all.size());
        }

        Object more() {
            return all.size() > AT_ONCE ? Shown.number(all.size() - AT_ONCE) : false;
        }

        Object older() {
            return olderOnes == 0 ? false : Shown.count(olderOnes, "more is", "more are");
        }
    }

    /**
     * One of them, as the template has it.
     *
     * @param when the time of the message, or empty
     * @param who who wrote it, or empty for whoever asks
     * @param name who it is about where nothing of theirs is quoted, or empty
     * @param said what was written, or empty
     * @param lead HTML
     * @param wordings to send
     */
    record Reminder(
            String when,
            String chat,
            String name,
            String who,
            boolean own,
            String said,
            String lead,
            List<String> wordings) {
        Reminder {
            wordings = List.copyOf(wordings);
        }

        boolean hasWhen() {
            return !when.isEmpty();
        }

        boolean hasName() {
            return !name.isEmpty();
        }

        boolean hasSaid() {
            return !said.isEmpty();
        }

        boolean hasWordings() {
            return !wordings.isEmpty();
        }
    }

    /** Those that there are, sort by sort. */
    List<Group> groups(Ledger ledger, FollowUp.Wording wording, Numbers numbers) {
        if (!me && !everyone || ledger.last() == null) {
            return List.of();
        }
        return new Telling(ledger, ledger.last().clock().toLocalDate(), wording, numbers).groups();
    }

    private final class Telling {
        private final Noticed noticed;
        private final Set<String> own;
        private final LocalDate end;
        private final FollowUp.Wording wording;
        private final Numbers numbers;
        private final List<Group> groups = new ArrayList<>();

        Telling(Ledger ledger, LocalDate end, FollowUp.Wording wording, Numbers numbers) {
            this.noticed = ledger.noticed();
            this.own = ledger.people().stream()
                    .filter(Person::own)
                    .map(p -> p.platform() + '\n' + p.id())
                    .collect(Collectors.toSet());
            this.end = end;
            this.wording = wording;
            this.numbers = numbers;
        }

        List<Group> groups() {
            followUps();
            promises();
            quiet();
            nights();
            return List.copyOf(groups);
        }

        private void followUps() {
            List<FollowUp> theirs = noticed.followUps().stream()
                    .filter(f -> !isOwn(f.conversation(), f.by()))
                    // in a group anybody who heard it could ask
                    .filter(f -> everyone || isOwnChat(f.conversation()))
                    .toList();
            List<Reminder> shown = theirs.stream()
                    .filter(f -> isRecent(f.day()))
                    .map(f -> new Reminder(
                            Shown.MINUTE.format(f.time().clock()),
                            name(f.conversation()),
                            "",
                            Shown.text(f.by().name()),
                            false,
                            Shown.text(f.said()),
                            "The day for it, " + Shown.DAY.format(f.day()) + ", is "
                                    + (f.due() ? "over." : "still ahead where these chats end."),
                            words(f.wording())))
                    .toList();
            add(
                    "follow-ups",
                    "To ask about",
                    "Somebody told " + (me ? "you" : "the others")
                            + " of these, and no question after them is in these chats. It may have been asked in person; if not,"
                            + " it is rarely too late.",
                    shown,
                    theirs.size());
        }

        private void promises() {
            List<OpenPromise> open = noticed.promises().stream()
                    .filter(p -> everyone || isOwn(p.conversation(), p.by()))
                    .toList();
            List<Reminder> shown = open.stream()
                    .filter(p -> isRecent(p.day()))
                    .map(p -> {
                        boolean mine = isOwn(p.conversation(), p.by());
                        return new Reminder(
                                Shown.MINUTE.format(p.time().clock()),
                                name(p.conversation()),
                                "",
                                mine ? "" : Shown.text(p.by().name()),
                                mine,
                                Shown.text(p.said()),
                                "Meant for " + Shown.DAY.format(p.day()) + " or before, as far as the words tell.",
                                mine
                                        ? words(wording.reachOut(
                                                Occasion.PROMISE,
                                                p.conversation().id() + p.id()))
                                        : List.of());
                    })
                    .toList();
            add(
                    "promises",
                    everyone ? "What we said we would do" : "What you said you would do",
                    "Nothing later in the chat shows that it was done. It may have been done where no chat shows it; if not, a late"
                            + " word is a kind one.",
                    shown,
                    open.size());
        }

        private void quiet() {
            List<Reminder> shown = new ArrayList<>();
            for (QuietContact contact : noticed.quiet()) {
                Chat chat = chats.get(Room.of(contact.conversation()));
                if (chat == null || chat.last == null || !(everyone || chat.own)) {
                    continue;
                }
                String name = name(contact.conversation());
                shown.add(new Reminder(
                        "",
                        name,
                        "",
                        "",
                        false,
                        "",
                        "The last words are of " + Shown.DAY.format(contact.since()) + ", "
                                + numbers.of(
                                        days(contact.silence()), 1, List.of(chat.last), "The last words with " + name)
                                + " before these chats end. It used to be " + days(contact.usual())
                                + " from one talk to the next.",
                        chat.own || !me
                                ? words(wording.reachOut(
                                        Occasion.GONE_QUIET,
                                        contact.conversation().id()))
                                : List.of()));
            }
            add(
                    "quiet",
                    "It has been quiet",
                    "Talks pause, and nobody is at fault. A line for no reason is mostly welcome.",
                    shown,
                    shown.size());
        }

        private void nights() {
            List<Reminder> shown = new ArrayList<>();
            for (LateNights late : noticed.lateNights()) {
                Room room = Room.of(late.conversation());
                Chat chat = chats.get(room);
                boolean mine = isOwn(late.conversation(), late.by());
                if (chat == null
                        || late.to().isBefore(end.minusDays(RECENT_NIGHTS_DAYS))
                        || !(everyone || mine || chat.own && chat.writers.size() == 2)) {
                    continue;
                }
                List<Message> firsts =
                        nights.getOrDefault(new Writer(room, late.by().id()), new ArrayDeque<>()).stream()
                                .filter(m -> late.ids().contains(m.id()))
                                .toList();
                String who = mine ? "you" : late.by().name();
                String place = name(late.conversation());
                String by = mine ? "You" : Shown.text(late.by().name());
                shown.add(new Reminder(
                        "",
                        place,
                        by.equals(place) ? "" : by,
                        "",
                        mine,
                        "",
                        "Wrote after midnight on "
                                + numbers.of(
                                        Shown.number(late.nights()),
                                        late.nights(),
                                        firsts,
                                        "After midnight, by " + Shown.text(who))
                                + " nights in a row, the last of them that of " + Shown.DAY.format(late.to()) + "."
                                + (mine ? " A row of short nights wears anybody down; be good to yourself." : ""),
                        mine
                                ? List.of()
                                : words(wording.reachOut(
                                        Occasion.LATE_NIGHTS,
                                        late.conversation().id() + late.by().id()))));
            }
            add(
                    "late-nights",
                    "Many late nights",
                    "It may be work, worry or a good book. Asking is kinder than guessing.",
                    shown,
                    shown.size());
        }

        private void add(String id, String title, String intro, List<Reminder> shown, int all) {
            List<Reminder> first = shown.subList(0, Math.min(MOST, shown.size()));
            if (!first.isEmpty()) {
                groups.add(new Group(id, title, intro, first, all - first.size()));
            }
        }

        private boolean isRecent(LocalDate day) {
            return !day.isBefore(end.minusDays(RECENT_DAYS));
        }

        private boolean isOwn(Conversation conversation, Author author) {
            return own.contains(conversation.platform() + '\n' + author.id());
        }

        private boolean isOwnChat(Conversation conversation) {
            Chat chat = chats.get(Room.of(conversation));
            return chat != null && chat.own;
        }
    }

    private static String name(Conversation conversation) {
        return Shown.text(conversation.name());
    }

    private static List<String> words(@Nullable AskingAfter words) {
        return words == null ? List.of() : List.of(Shown.text(words.text()));
    }

    /** A silence, as people say it. */
    private static String days(Duration silence) {
        long days = Math.max(1, Math.round(silence.toHours() / 24.0));
        return days < 21 ? Shown.count(days, "day", "days") : Shown.count(Math.round(days / 7.0), "week", "weeks");
    }
}
