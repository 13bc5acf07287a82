package dev.toward.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.Analysis;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScanTest {
    private final FakeReader fake = new FakeReader();

    // ---- who answers what

    @Test
    void reply_answersWhatTheOthersWroteSinceItsAuthorLastDid() throws IOException {
        var chat = new MadeUpChat()
                .says("Ana", "morning")
                .says("Ben", "hi")
                .says("Ana", "guess what")
                .says("Ana", "I got the job")
                .says("Ben", "congratulations");
        assertNull(entry(chat, 1).inReplyTo());
        assertAnswers(chat, 2, InReplyTo.Link.INFERRED, "m1");
        assertAnswers(chat, 5, InReplyTo.Link.INFERRED, "m3", "m4");
        assertEquals(
                List.of("guess what", "I got the job"),
                read(chat, 5).draft().bid().utterances());
    }

    @Test
    void reply_answersThreeMessagesAtMost() throws IOException {
        var chat = new MadeUpChat()
                .says("Ana", "one")
                .says("Ana", "two")
                .says("Ana", "three")
                .says("Ana", "four")
                .says("Ben", "ok");
        assertAnswers(chat, 5, InReplyTo.Link.INFERRED, "m2", "m3", "m4");
    }

    @Test
    void reply_followsItsLinkRatherThanTheOrder() throws IOException {
        var chat = new MadeUpChat()
                .says("Ana", "I lost my keys")
                .says("Cleo", "dinner at seven")
                .answers("Ben", "m1", "so sorry")
                .says("Ben", "seven is fine");
        assertAnswers(chat, 3, InReplyTo.Link.EXPLICIT, "m1");
        assertEquals(List.of("I lost my keys"), read(chat, 3).draft().bid().utterances());
        // a linked answer leaves the rest to be answered
        assertAnswers(chat, 4, InReplyTo.Link.INFERRED, "m1", "m2");
    }

    @Test
    void reply_toOneselfSaysNothingOfWhomOneAnswers() throws IOException {
        var chat = new MadeUpChat()
                .says("Ana", "I lost my keys")
                .says("Ben", "where")
                .answers("Ana", "m1", "in the park");
        assertAnswers(chat, 3, InReplyTo.Link.INFERRED, "m2");
    }

    @Test
    void reply_toAMessageThatIsNotThereHasNoContext() throws IOException {
        var chat = new MadeUpChat().says("Ana", "hello").answers("Ben", "m99", "yes");
        assertAnswers(chat, 2, InReplyTo.Link.EXPLICIT, "m99");
        assertFalse(read(chat, 2).draft().bid().isKnown());
    }

    @Test
    void reply_afterMoreThanADayIsANewBeginning() throws IOException {
        var chat = new MadeUpChat()
                .says("Ana", "I lost my keys")
                .later(Duration.ofHours(25))
                .says("Ben", "so sorry");
        assertNull(entry(chat, 2).inReplyTo());
        var soon = new MadeUpChat()
                .says("Ana", "I lost my keys")
                .later(Duration.ofHours(23))
                .says("Ben", "so sorry");
        assertAnswers(soon, 2, InReplyTo.Link.INFERRED, "m1");
    }

    @Test
    void secondMessageInARow_isReadByItself() throws IOException {
        var chat =
                new MadeUpChat().says("Ana", "I lost my keys").says("Ben", "oh").says("Ben", "so sorry");
        assertNull(entry(chat, 3).inReplyTo());
        assertFalse(read(chat, 3).draft().bid().isKnown());
    }

    // ---- how bids are met

    @Test
    void bid_isMetByAReplyThatTurnsToward() throws IOException {
        assertMet(Outcome.MET, chat("I lost my keys", "so sorry"));
    }

    @Test
    void bid_isTurnedAwayFrom() throws IOException {
        assertMet(Outcome.TURNED_AWAY, chat("I lost my keys", "at least not the car"));
        assertMet(Outcome.TURNED_AWAY, chat("I lost my keys", "k"));
    }

    @Test
    void bid_isTurnedAgainst() throws IOException {
        assertMet(Outcome.TURNED_AGAINST, chat("I lost my keys", "your own fault"));
    }

    @Test
    void bid_isAnsweredPlainly() throws IOException {
        assertMet(Outcome.ANSWERED, chat("I lost my keys", "where did you go"));
        assertMet(Outcome.ANSWERED, chat("I lost my keys").sends("Ben", Message.Kind.MEDIA));
        assertMet(Outcome.ANSWERED, chat("I lost my keys").sends("Ben", Message.Kind.CALL));
    }

    @Test
    void bid_withoutAnAnswerInTimeIsMissed() throws IOException {
        assertMet(
                Outcome.MISSED, chat("I lost my keys").later(Duration.ofDays(2)).says("Ben", "so sorry"));
    }

    @Test
    void bid_atTheEndOfAChatIsOpen() throws IOException {
        assertMet(Outcome.OPEN, new MadeUpChat().says("Ben", "hi").says("Ana", "I lost my keys"));
    }

    @Test
    void bareToken_followedByWarmthIsNoBareToken() throws IOException {
        assertMet(Outcome.MET, chat("I lost my keys", "k").says("Ben", "no wait, so sorry"));
        // but long after, it is another moment
        assertMet(
                Outcome.TURNED_AWAY,
                chat("I lost my keys", "k").later(Duration.ofHours(1)).says("Ben", "so sorry"));
    }

    @Test
    void hurt_isNotUndoneByTheKindHalf() throws IOException {
        assertMet(Outcome.TURNED_AGAINST, chat("I lost my keys", "so sorry").says("Ben", "but it is your own fault"));
        assertMet(
                Outcome.TURNED_AWAY,
                chat("I lost my keys", "at least not the car").says("Ben", "so sorry"));
    }

    @Test
    void bid_inAGroupIsMetByAnybodysWarmth() throws IOException {
        assertMet(Outcome.MET, chat("I lost my keys", "your own fault").says("Cleo", "so sorry"));
        assertMet(
                Outcome.TURNED_AGAINST, chat("I lost my keys", "your own fault").says("Cleo", "hm"));
    }

    @Test
    void bid_ofSeveralMessagesIsOne() throws IOException {
        Ledger ledger = scan(new MadeUpChat()
                .says("Ana", "ugh")
                .says("Ana", "I lost")
                .says("Ana", "my keys")
                .says("Ana", "again")
                .says("Ben", "so sorry"));
        assertEquals(Map.of(Outcome.MET, 1L), ledger.all().bids().get(BidKind.DISTRESS));
    }

    @Test
    void kind_isAskedForWhereNoReplyTellsIt() throws IOException {
        Ledger ledger = scan(chat("I lost my keys", "hola"));
        assertEquals(1, ledger.all().bids(BidKind.DISTRESS, Outcome.ANSWERED));
        Ledger unread = scan(chat("hola que tal", "hola"));
        assertEquals(Map.of(), unread.all().bids());
        assertEquals(2, unread.all().unreadBids());
    }

    @Test
    void patience_isLearnedFromTheChat() throws IOException {
        var slow = new MadeUpChat();
        for (int i = 0; i < 6; i++) {
            slow.says(i % 2 == 0 ? "Ana" : "Ben", "letter").later(Duration.ofHours(20));
        }
        slow.says("Ana", "I lost my keys").later(Duration.ofDays(5)).says("Ben", "so sorry");
        assertMet(Outcome.MET, slow);
        var quick = new MadeUpChat();
        for (int i = 0; i < 6; i++) {
            quick.says(i % 2 == 0 ? "Ana" : "Ben", "chat");
        }
        quick.says("Ana", "I lost my keys").later(Duration.ofDays(5)).says("Ben", "so sorry");
        assertMet(Outcome.MISSED, quick);
    }

    @Test
    void unansweredBid_andTheNextDaysAreTwo() throws IOException {
        Ledger ledger = scan(new MadeUpChat()
                .says("Ben", "hi")
                .says("Ana", "I lost my keys")
                .later(Duration.ofDays(3))
                .says("Ana", "I lost my phone")
                .says("Ben", "so sorry"));
        assertEquals(
                Map.of(Outcome.MET, 1L, Outcome.MISSED, 1L), ledger.all().bids().get(BidKind.DISTRESS));
    }

    // ---- counts

    @Test
    void counts_arePerPersonPerWeekAndInAll() throws IOException {
        Ledger ledger = scan(chat("I lost my keys", "so sorry")
                .later(Duration.ofDays(7))
                .says("Ana", "I got the job")
                .says("Ben", "k"));
        assertEquals(4, ledger.all().messages());
        assertEquals(
                List.of("Ana", "Ben"),
                ledger.people().stream().map(Person::name).toList());
        Counts ana = ledger.people().get(0).counts();
        Counts ben = ledger.people().get(1).counts();
        assertEquals(1, ana.bids(BidKind.DISTRESS, Outcome.MET));
        assertEquals(1, ana.bids(BidKind.GOOD_NEWS, Outcome.TURNED_AWAY));
        assertEquals(0, ben.bids(Outcome.MET));
        assertEquals(Map.of(Gesture.ACKNOWLEDGE, 1L), ben.gestures());
        assertEquals(Map.of(Tactic.TOKEN_REPLY, 1L), ben.tactics());
        assertEquals(1, ben.toward());
        assertEquals(1, ben.away());
        assertEquals(Duration.ofMinutes(1).toSeconds(), medianSeconds(ben, BidKind.DISTRESS), 3);
        assertTrue(ana.medianReply().isEmpty());
        assertEquals(List.of("2024-W19", "2024-W20"), List.copyOf(ledger.weeks().keySet()));
        assertEquals(1, counts(ledger, "2024-W19").bids(BidKind.DISTRESS, Outcome.MET));
        assertEquals(1, counts(ledger, "2024-W20").away());
    }

    @Test
    void emptyChat_countsNothing() throws IOException {
        Ledger ledger = scan(new MadeUpChat());
        assertEquals(0, ledger.entries());
        assertFalse(ledger.all().towardShare().isEnough());
        assertNull(ledger.first());
    }

    @Test
    void chatOfNotices_countsNoMessages() throws IOException {
        Ledger ledger = scan(new MadeUpChat().notice("Ana made the group").notice("Ana left"));
        assertEquals(2, ledger.entries());
        assertEquals(0, ledger.all().messages());
        assertTrue(ledger.people().isEmpty());
    }

    @Test
    void chatOfOnePerson_holdsNoBids() throws IOException {
        Ledger ledger = scan(new MadeUpChat()
                .says("Ana", "I lost my keys")
                .later(Duration.ofDays(9))
                .says("Ana", "I got the job"));
        assertEquals(2, ledger.all().messages());
        assertEquals(Map.of(), ledger.all().bids());
    }

    @Test
    void messagesWithoutTime_areAnsweredByOrderAndAreInNoWeek() throws IOException {
        Ledger ledger = scan(
                new MadeUpChat().withoutTime().says("Ana", "I lost my keys").says("Ben", "so sorry"));
        assertEquals(1, ledger.all().bids(BidKind.DISTRESS, Outcome.MET));
        assertEquals(2, ledger.untimed());
        assertTrue(ledger.weeks().isEmpty());
        assertTrue(ledger.all().medianReply().isEmpty());
    }

    @Test
    void clockSetBack_givesNoNegativeWait() throws IOException {
        Ledger ledger =
                scan(chat("I lost my keys").later(Duration.ofMinutes(-60)).says("Ben", "so sorry"));
        assertEquals(0, medianSeconds(ledger.all(), BidKind.DISTRESS), 0);
    }

    @Test
    void chats_areFollowedApart() throws IOException {
        var chat = chat("I lost my keys")
                .chat("c2", "Other", Conversation.Kind.DIRECT)
                .says("Ben", "so sorry")
                .says("Dan", "hm");
        List<Entry> entries = entries(chat, plan(1));
        assertNull(entries.get(1).inReplyTo());
        assertEquals(2, scan(chat).chats());
    }

    @Test
    void chats_thatLieAmongOneAnotherAreFollowedApart() throws IOException {
        var kitchen = new MadeUpChat()
                .says("Ana", "I lost my keys")
                .says("Ben", "so sorry")
                .says("Ben", "want mine?");
        var office = new MadeUpChat()
                .chat("c2", "Office", Conversation.Kind.GROUP)
                .says("Dan", "I got the job")
                .says("Eve", "k")
                .says("Dan", "how was yours");
        List<Message> mixed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            mixed.add(kitchen.messages().get(i));
            mixed.add(office.messages().get(i));
        }
        List<Message> apart = new ArrayList<>(kitchen.messages());
        apart.addAll(office.messages());
        Ledger ledger = new Scan(fake, fake).run(source(mixed), plan(2), e -> {}, Progress.SILENT);
        Ledger one = new Scan(fake, fake).run(source(apart), plan(2), e -> {}, Progress.SILENT);
        assertEquals(one.all(), ledger.all());
        assertEquals(Set.copyOf(one.people()), Set.copyOf(ledger.people()));
        assertEquals(1, ledger.all().bids(BidKind.DISTRESS, Outcome.MET));
        assertEquals(1, ledger.all().bids(BidKind.GOOD_NEWS, Outcome.TURNED_AWAY));
    }

    /** A conversation that ends first leaves the other as it was. */
    @Test
    void chats_shuffledAmongOneAnotherCountAsOneAfterTheOther() throws IOException {
        List<List<Message>> chats =
                List.of(named(randomChat(200), "c1"), named(randomChat(90), "c2"), named(randomChat(300), "c3"));
        List<Message> apart = chats.stream().flatMap(List::stream).toList();
        List<Message> mixed = new ArrayList<>();
        int[] next = new int[chats.size()];
        Random random = new Random(11);
        while (mixed.size() < apart.size()) {
            int chat = random.nextInt(chats.size());
            if (next[chat] < chats.get(chat).size()) {
                mixed.add(chats.get(chat).get(next[chat]++));
            }
        }
        Map<String, @Nullable InReplyTo> answersApart = answers(apart);
        assertEquals(answersApart, answers(mixed));
        assertTrue(answersApart.values().stream().filter(Objects::nonNull).count() > 100);
    }

    private Map<String, @Nullable InReplyTo> answers(List<Message> messages) throws IOException {
        Map<String, @Nullable InReplyTo> answers = new HashMap<>();
        new Scan(fake, fake)
                .run(
                        source(messages),
                        plan(2),
                        e -> answers.put(
                                e.message().conversation().id() + " "
                                        + e.message().id(),
                                e.inReplyTo()),
                        Progress.SILENT);
        return answers;
    }

    private static List<Message> named(MadeUpChat chat, String id) {
        Conversation conversation = new Conversation("csv", id, id, Conversation.Kind.UNKNOWN);
        return chat.messages().stream()
                .map(m -> new Message(
                        conversation,
                        m.id(),
                        m.author(),
                        m.time(),
                        m.kind(),
                        m.text(),
                        m.replyTo(),
                        m.edited(),
                        m.file(),
                        m.line()))
                .toList();
    }

    private static MessageSource source(List<Message> messages) {
        return sink -> {
            for (Message message : messages) {
                sink.accept(message);
            }
        };
    }

    @Test
    void period_countsItsOwnDaysAndReadsOlderOnesAsContext() throws IOException {
        var chat = new MadeUpChat()
                .says("Ana", "hi")
                .says("Ben", "hello")
                .says("Ana", "I lost my keys")
                .later(Duration.ofHours(16))
                .says("Ben", "so sorry")
                .later(Duration.ofHours(16))
                .says("Ana", "I got the job")
                .later(Duration.ofHours(20))
                .says("Ben", "congratulations");
        LocalDate day = LocalDate.of(2024, 5, 7);
        var plan = new Scan.Plan(null, new Period(day, day), false, 2);
        List<Entry> entries = entries(chat, plan);
        assertEquals(
                List.of("m4", "m5"), entries.stream().map(e -> e.message().id()).toList());
        assertEquals(
                List.of("m3"),
                Objects.requireNonNull(entries.get(0).inReplyTo()).ids());
        Ledger ledger = new Scan(fake, fake).run(chat, plan, e -> {}, Progress.SILENT);
        assertEquals(0, ledger.all().bids(BidKind.DISTRESS, Outcome.MET));
        assertEquals(1, ledger.all().bids(BidKind.GOOD_NEWS, Outcome.OPEN));
    }

    @Test
    void period_thatEndsBeforeItBeginsIsRefused() {
        var e = assertThrows(
                IllegalArgumentException.class, () -> new Period(LocalDate.of(2024, 5, 2), LocalDate.of(2024, 5, 1)));
        assertEquals("the period ends before it begins: since 2024-05-02, until 2024-05-01", e.getMessage());
    }

    // ---- the run

    @Test
    void threads_changeNothing() throws IOException {
        MadeUpChat chat = randomChat(600);
        DraftReader uneven = (draft, suggestions, them) -> {
            if (draft.text().length() % 3 == 0) {
                Thread.yield();
            }
            return fake.analyze(draft, suggestions, them);
        };
        List<Entry> one = new ArrayList<>();
        List<Entry> eight = new ArrayList<>();
        Ledger first = new Scan(uneven, fake).run(chat, plan(1), one::add, Progress.SILENT);
        Ledger second = new Scan(uneven, fake).run(chat, plan(8), eight::add, Progress.SILENT);
        assertEquals(600, one.size());
        assertEquals(one, eight);
        assertEquals(first, second);
        assertEquals(chat.messages(), one.stream().map(Entry::message).toList());
    }

    @Test
    void everyBidForConnection_isCountedOnce() throws IOException {
        Ledger ledger = scan(randomChat(600));
        for (Outcome outcome : Outcome.values()) {
            assertEquals(
                    ledger.people().stream()
                            .mapToLong(p -> p.counts().bids(outcome))
                            .sum(),
                    ledger.all().bids(outcome),
                    outcome.id());
            assertEquals(
                    ledger.weeks().values().stream()
                            .mapToLong(w -> w.bids(outcome))
                            .sum(),
                    ledger.all().bids(outcome),
                    outcome.id());
        }
        assertTrue(ledger.all().bids(Outcome.MET) > 0 && ledger.all().bids(Outcome.MISSED) > 0);
    }

    @Test
    void progress_endsAtTheTotal() throws IOException {
        List<Long> done = new ArrayList<>();
        var chat = chat("I lost my keys", "so sorry").notice("Ana left");
        new Scan(fake, fake)
                .run(
                        chat,
                        new Scan.Plan(null, new Period(LocalDate.of(2024, 5, 6), null), false, 2),
                        e -> {},
                        (n, total) -> {
                            assertEquals(3, total);
                            done.add(n);
                        });
        assertEquals(List.of(1L, 2L, 3L), done);
    }

    @Test
    void suggestions_areAskedForOnesOwnMessagesOnly() throws IOException {
        List<String> asked = new ArrayList<>();
        DraftReader noting = (draft, suggestions, them) -> {
            synchronized (asked) {
                asked.add(draft.text() + " " + suggestions + " " + them);
            }
            return fake.analyze(draft, suggestions, them);
        };
        new Scan(noting, fake)
                .run(
                        new MadeUpChat().says("Ana Lopez", "I lost my keys").says("ben", "k"),
                        new Scan.Plan("  BEN ", Period.ALL, false, 1),
                        e -> {},
                        Progress.SILENT);
        assertEquals(List.of("I lost my keys 0 null", "k 3 Ana"), asked);
    }

    @Test
    void me_whomNobodyKnowsIsRefusedBeforeAnythingIsRead() {
        var plan = new Scan.Plan("Zoe", Period.ALL, false, 1);
        DraftReader never = (draft, suggestions, them) -> {
            throw new AssertionError("nothing should be read");
        };
        var e = assertThrows(UnknownNameException.class, () -> new Scan(never, fake)
                .run(chat("hi"), plan, entry -> {}, Progress.SILENT));
        assertEquals(
                "nobody in these chats has the name given with --me; 'toward inspect PATH' lists the names",
                e.getMessage());
    }

    @Test
    void failure_namesFileAndLineAndNoText() {
        DraftReader broken = (draft, suggestions, them) -> {
            if (draft.text().contains("keys")) {
                throw new IllegalArgumentException("broken");
            }
            return fake.analyze(draft, suggestions, them);
        };
        var e = assertThrows(IllegalStateException.class, () -> new Scan(broken, fake)
                .run(
                        new MadeUpChat().says("Ben", "hi").says("Ana", "I lost my keys"),
                        plan(2),
                        entry -> {},
                        Progress.SILENT));
        assertEquals("Kitchen.txt, line 2: this message could not be analysed", e.getMessage());
    }

    @Test
    void uncheckedSource_letsErrorsOutAsTheyAre() {
        var chat = chat("I lost my keys", "so sorry");
        MessageSource unchecked = sink -> chat.messages().forEach(message -> {
            try {
                sink.accept(message);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        var e = assertThrows(IOException.class, () -> {
            Thread.currentThread().interrupt();
            new Scan(fake, fake).run(unchecked, plan(1), entry -> {}, Progress.SILENT);
        });
        assertEquals("the scan was interrupted", e.getMessage());
        assertTrue(Thread.interrupted());
    }

    @Test
    void interrupt_endsTheScan() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedIOException.class, () -> scan(chat("I lost my keys", "so sorry")));
        assertTrue(Thread.interrupted());
    }

    private static MadeUpChat randomChat(int messages) {
        Random random = new Random(7);
        String[] people = {"Ana", "Ben", "Cleo"};
        String[] texts = {
            "I lost my keys",
            "I got the job",
            "so sorry",
            "congratulations",
            "k",
            "at least it is warm",
            "hm",
            "your own fault",
            "how was it",
            "hola",
            "see you at six"
        };
        var chat = new MadeUpChat();
        for (int i = 1; i <= messages; i++) {
            if (random.nextInt(12) == 0) {
                chat.later(Duration.ofHours(random.nextInt(60)));
            }
            String author = people[random.nextInt(3)];
            switch (random.nextInt(10)) {
                case 0 -> chat.sends(author, Message.Kind.MEDIA);
                case 1 -> chat.answers(author, "m" + (1 + random.nextInt(i)), texts[random.nextInt(texts.length)]);
                case 2 -> chat.notice("a notice");
                default -> chat.says(author, texts[random.nextInt(texts.length)]);
            }
        }
        return chat;
    }

    /** Ana's words, then Ben's; Cleo is about. */
    private static MadeUpChat chat(String anas, String... bens) {
        var chat = new MadeUpChat().says("Ana", anas);
        for (String text : bens) {
            chat.says("Ben", text);
        }
        return chat;
    }

    private static Scan.Plan plan(int threads) {
        return new Scan.Plan(null, Period.ALL, false, threads);
    }

    private Ledger scan(MadeUpChat chat) throws IOException {
        return new Scan(fake, fake).run(chat, plan(2), entry -> {}, Progress.SILENT);
    }

    private List<Entry> entries(MadeUpChat chat, Scan.Plan plan) throws IOException {
        List<Entry> entries = new ArrayList<>();
        new Scan(fake, fake).run(chat, plan, entries::add, Progress.SILENT);
        return entries;
    }

    private Entry entry(MadeUpChat chat, int number) throws IOException {
        return entries(chat, plan(2)).get(number - 1);
    }

    private Analysis read(MadeUpChat chat, int number) throws IOException {
        return Objects.requireNonNull(entry(chat, number).analysis());
    }

    private void assertAnswers(MadeUpChat chat, int number, InReplyTo.Link link, String... ids) throws IOException {
        assertEquals(new InReplyTo(List.of(ids), link), entry(chat, number).inReplyTo());
    }

    /** The chat's one bid of distress was met so. */
    private void assertMet(Outcome outcome, MadeUpChat chat) throws IOException {
        assertEquals(Map.of(outcome, 1L), scan(chat).all().bids().get(BidKind.DISTRESS));
    }

    private static Counts counts(Ledger ledger, String week) {
        return Objects.requireNonNull(ledger.weeks().get(week));
    }

    private static double medianSeconds(Counts counts, BidKind kind) {
        @Nullable Duration median = counts.medianReply().get(kind);
        return Objects.requireNonNull(median).toSeconds();
    }
}
