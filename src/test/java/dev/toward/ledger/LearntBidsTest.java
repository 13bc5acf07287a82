package dev.toward.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.cue.BidKind;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the weights that ship make of plain cases, with a reader that knows a handful of words. */
class LearntBidsTest {
    private static final Conversation CHAT = new Conversation("made-up", "c", "c", Conversation.Kind.DIRECT);
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 12, 0);

    private final FakeOdds reader = new FakeOdds();
    private final List<Message> messages = new ArrayList<>();

    @Test
    void trouble_takenUp() throws IOException {
        say("Ann", 0, "i lost my job today, i feel awful");
        say("Ben", 2, "oh no, i'm so sorry!! what happened?");
        assertEquals(List.of("distress met"), bids());
    }

    @Test
    void trouble_passedOver() throws IOException {
        say("Ann", 0, "i lost my job today, i feel awful");
        say("Ben", 2, "k");
        assertEquals(List.of("distress turned-away"), bids());
    }

    @Test
    void nothing_whereOnlyNoteIsTaken() throws IOException {
        say("Ann", 0, "on my way");
        say("Ben", 1, "ok");
        say("Ann", 9, "here");
        assertEquals(List.of(), bids());
        assertTrue(reader.asked.get() < messages.size(), "no reader is asked about what is hardly a bid");
    }

    @Test
    void responses_agreeWithWhatCameOfIt() throws IOException {
        say("Ann", 0, "i lost my job today, i feel awful");
        say("Ben", 2, "oh no, i'm so sorry!! what happened?");
        SettledBid bid = settled().get(0);
        assertEquals(1, bid.responses().size());
        assertEquals(bid.outcome(), bid.responses().get(0).outcome());
    }

    @Test
    void missed_namesNobody() throws IOException {
        say("Ann", 0, "i lost my job today, i feel awful");
        say("Ann", 9000, "anyway the bus is late");
        say("Ben", 9001, "ok");
        SettledBid first = settled().get(0);
        assertEquals(Outcome.MISSED, first.outcome());
        assertTrue(first.responses().isEmpty() && first.answeredBy() == null);
    }

    @Test
    void kind_theReadersWhereItIsSure() {
        assertEquals(BidKind.DISTRESS, kind(0.9), "whatever the weights make of it");
        assertEquals(BidKind.GOOD_NEWS, kind(0.89), "else the likeliest by the weights");
    }

    /** Of what the weights find to be good news, and a reader so probably distress. */
    private static BidKind kind(double distress) {
        LearntBids bids = LearntBids.shipped();
        List<String> answers = bids.kinds().answers();
        double[] asks = new double[answers.size()];
        asks[answers.indexOf(BidKind.GOOD_NEWS.id())] = 0.8;
        asks[answers.indexOf(BidKind.DISTRESS.id())] = 0.2;
        Signs signs = new Signs();
        BidSigns.asked(signs, Map.of(BidKind.DISTRESS, distress, BidKind.NONE, 1 - distress));
        return bids.kind(asks, signs);
    }

    private List<String> bids() throws IOException {
        List<String> bids = new ArrayList<>();
        for (SettledBid bid : settled()) {
            if (bid.kind() != null && bid.kind() != BidKind.NONE && bid.outcome() != Outcome.OPEN) {
                bids.add(bid.kind().id() + " " + bid.outcome().id());
            }
        }
        return bids;
    }

    private List<SettledBid> settled() throws IOException {
        List<SettledBid> settled = new ArrayList<>();
        Entry.Sink sink = new Entry.Sink() {
            @Override
            public void accept(Entry entry) {}

            @Override
            public void settled(SettledBid bid) {
                settled.add(bid);
            }
        };
        new Scan(new FakeReader(), reader)
                .run(
                        into -> {
                            for (Message message : messages) {
                                into.accept(message);
                            }
                        },
                        new Scan.Plan(null, Period.ALL, false, 1),
                        sink,
                        Progress.SILENT);
        return settled;
    }

    private void say(String by, int minute, String text) {
        int number = messages.size() + 1;
        messages.add(new Message(
                CHAT,
                "m" + number,
                new Author(by, by),
                new Timestamp.Wall(MONDAY.plusMinutes(minute)),
                Message.Kind.TEXT,
                text,
                null,
                false,
                "made-up.txt",
                number));
    }
}
