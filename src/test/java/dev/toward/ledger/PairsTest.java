package dev.toward.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairsTest {
    private final FakeReader fake = new FakeReader();

    @Test
    void pair_countsBidsAndWhatAnsweredThem() throws IOException {
        Pair pair = pair(
                new MadeUpChat()
                        .says("Ana", "I lost my keys")
                        .says("Ben", "so sorry")
                        .says("Ana", "and I lost my phone")
                        .says("Ben", "at least not the car")
                        .says("Ana", "I lost my mind")
                        .later(Duration.ofDays(3))
                        .says("Ben", "bins"),
                "Ana",
                "Ben");
        assertEquals(1, pair.counts().counts().bids(BidKind.DISTRESS, Outcome.MET));
        assertEquals(1, pair.counts().counts().bids(BidKind.DISTRESS, Outcome.TURNED_AWAY));
        assertEquals(1, pair.counts().counts().bids(BidKind.DISTRESS, Outcome.MISSED));
        assertEquals(Map.of(Gesture.ACKNOWLEDGE, 1L), pair.counts().metWith().get(BidKind.DISTRESS));
        assertEquals(Map.of(Tactic.AT_LEAST, 1L), pair.counts().turnedWith().get(BidKind.DISTRESS));
        assertEquals(3, pair.counts().metShare().of());
        assertFalse(pair.counts().metShare().isEnough());
        assertEquals(List.of("2024-W19"), List.copyOf(pair.weeks().keySet()));
    }

    @Test
    void gestures_areThoseOfTheOneToTheOther() throws IOException {
        MadeUpChat chat = new MadeUpChat().says("Ana", "I lost my keys").says("Ben", "so sorry");
        assertEquals(1, pair(chat, "Ben", "Ana").counts().counts().toward());
        assertEquals(0, pair(chat, "Ana", "Ben").counts().counts().toward());
    }

    @Test
    void group_countsForThoseWhoAnswer() throws IOException {
        MadeUpChat chat = new MadeUpChat()
                .says("Cleo", "hi")
                .says("Ana", "I lost my keys")
                .says("Ben", "your own fault")
                .says("Cleo", "so sorry");
        assertEquals(1, pair(chat, "Ana", "Ben").counts().counts().bids(BidKind.DISTRESS, Outcome.TURNED_AGAINST));
        assertEquals(1, pair(chat, "Ana", "Cleo").counts().counts().bids(BidKind.DISTRESS, Outcome.MET));
    }

    @Test
    void group_evidenceOfWhoAnswersWhom() throws IOException {
        MadeUpChat chat = new MadeUpChat()
                .says("Ana", "I lost my keys")
                .says("Cleo", "dinner at seven")
                .says("Ben", "@Ana so sorry")
                .says("Cleo", "Ben, bring wine")
                .says("Dan", "me too")
                .answers("Dan", "m1", "so sorry");
        List<Entry> entries = new ArrayList<>();
        new Scan(fake, fake).run(chat, new Scan.Plan(null, Period.ALL, false, 2), entries::add, Progress.SILENT);
        assertAnswer(entries.get(2), InReplyTo.Evidence.MENTION, "m1");
        assertAnswer(entries.get(3), InReplyTo.Evidence.NAME, "m3");
        assertAnswer(entries.get(4), InReplyTo.Evidence.TURN, "m2", "m3", "m4");
        assertAnswer(entries.get(5), InReplyTo.Evidence.LINK, "m1");
    }

    @Test
    void name_thatIsSpokenOfIsNoAddress() {
        assertEquals(InReplyTo.Evidence.NAME, Address.of("Ben, when is it?", "Ben Okri"));
        assertEquals(InReplyTo.Evidence.NAME, Address.of("when is it, ben??", "Ben"));
        assertEquals(InReplyTo.Evidence.MENTION, Address.of("hey @ben look", "Ben"));
        assertNull(Address.of("Ben said so", "Ben"));
        assertNull(Address.of("Benny, look", "Ben"));
        assertNull(Address.of("I saw Ben", "Ben"));
        assertNull(Address.of("mail me at a@benny.example", "Ben"));
    }

    @Test
    void starts_areTheFirstWordsAfterHours() throws IOException {
        MadeUpChat chat = new MadeUpChat()
                .says("Ana", "morning!")
                .says("Ben", "good morning")
                .later(Duration.ofHours(12))
                .says("Ben", "good night")
                .says("Ana", "sleep well");
        assertEquals(1, pair(chat, "Ana", "Ben").counts().starts());
        assertEquals(1, pair(chat, "Ben", "Ana").counts().starts());
        assertEquals(1, pair(chat, "Ana", "Ben").counts().mornings());
        assertEquals(1, pair(chat, "Ben", "Ana").counts().evenings());
    }

    @Test
    void quiet_isLongerThanUsual() throws IOException {
        MadeUpChat chat = new MadeUpChat();
        for (int day = 0; day < 10; day++) {
            chat.says("Ana", "hello").says("Ben", "hi").later(Duration.ofDays(1));
        }
        chat.chat("c2", "Other", dev.toward.text.Conversation.Kind.DIRECT)
                .later(Duration.ofDays(40))
                .says("Ana", "hello")
                .says("Dan", "hi");
        List<QuietContact> quiet = scan(chat).noticed().quiet();
        assertEquals(1, quiet.size());
        assertEquals("c1", quiet.get(0).conversation().id());
        assertEquals("Ben", quiet.get(0).last().name());
        assertEquals(41, quiet.get(0).silence().toDays());
    }

    @Test
    void lateNights_inARow() throws IOException {
        MadeUpChat chat = new MadeUpChat().says("Ben", "hi").later(Duration.ofHours(16));
        for (int night = 0; night < 4; night++) {
            chat.says("Ana", "still up").later(Duration.ofHours(24));
        }
        List<LateNights> nights = scan(chat).noticed().lateNights();
        assertEquals(1, nights.size());
        assertEquals(4, nights.get(0).nights());
        assertEquals("Ana", nights.get(0).by().name());
    }

    @Test
    void trend_needsWeeks() {
        LinkedHashMap<String, Share> weeks = new LinkedHashMap<>();
        weeks.put("2024-W50", Share.of(1, 20));
        weeks.put("2024-W51", Share.of(6, 20));
        weeks.put("2024-W52", Share.of(11, 20));
        assertFalse(Trend.of(weeks, s -> s).isEnough());
        weeks.put("2025-W01", Share.of(16, 20));
        Trend trend = Trend.of(weeks, s -> s);
        assertTrue(trend.isEnough());
        assertEquals(0.25, trend.perWeek(), 1e-9);
        assertEquals(1, trend.direction());
        assertTrue(trend.low() > 0 && trend.low() < 0.25 && trend.high() > 0.25);
    }

    @Test
    void pseudonyms_standInPairsAndInWhatIsNoticed() throws IOException {
        MadeUpChat chat = new MadeUpChat()
                .says("Ana Lopez", "my presentation is on Thursday")
                .says("Ben Okri", "I'll call you tomorrow Ana")
                .later(Duration.ofDays(9))
                .says("Ana Lopez", "hm");
        Ledger ledger =
                new Scan(fake, fake).run(chat, new Scan.Plan(null, Period.ALL, true, 2), e -> {}, Progress.SILENT);
        assertEquals(1, ledger.noticed().followUps().size());
        assertEquals(1, ledger.noticed().promises().size());
        String all = ledger.toString();
        for (String name : List.of("Ana", "Ben", "Lopez", "Okri")) {
            assertFalse(all.contains(name), name);
        }
        assertEquals("person-a", ledger.pairs().get(0).from());
    }

    private static void assertAnswer(Entry entry, InReplyTo.Evidence evidence, String... ids) {
        assertEquals(
                new InReplyTo(
                        List.of(ids),
                        evidence == InReplyTo.Evidence.LINK ? InReplyTo.Link.EXPLICIT : InReplyTo.Link.INFERRED,
                        evidence),
                entry.inReplyTo());
    }

    private Pair pair(MadeUpChat chat, String from, String to) throws IOException {
        return scan(chat).pairs().stream()
                .filter(p -> p.from().equals(from) && p.to().equals(to))
                .findFirst()
                .orElseThrow();
    }

    private Ledger scan(MadeUpChat chat) throws IOException {
        return new Scan(fake, fake).run(chat, new Scan.Plan(null, Period.ALL, false, 2), e -> {}, Progress.SILENT);
    }
}
