package dev.toward.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.text.Bid;
import dev.toward.text.Conversation;
import dev.toward.text.Draft;
import dev.toward.text.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A conversation that is read in parts, each by itself, and then counted: the ledger is that of a scan. */
class RecountTest {
    private static final FakeReader FAKE = new FakeReader();
    private static final Scan.Plan PLAN = new Scan.Plan(null, Period.ALL, false, 2);

    @ParameterizedTest(name = "{0} people, parts of {1}, chat {2}, learnt {3}")
    @CsvSource({
        "2, 7, 1, false",
        "2, 1000, 2, false",
        "3, 1, 3, false",
        "3, 25, 4, false",
        "5, 40, 5, false",
        "1, 20, 6, false",
        "2, 7, 1, true",
        "3, 25, 4, true"
    })
    void partsGiveTheLedgerOfTheWhole(int people, int part, int seed, boolean learnt) throws IOException {
        List<Message> messages = chat(people, seed).messages();
        BidReader bids = learnt ? new FakeOdds() : FAKE;
        Ledger scanned = new Scan(FAKE, bids).run(sink -> each(messages, sink), PLAN, e -> {}, Progress.SILENT);

        List<Reread> read = new ArrayList<>();
        Past past = Past.NOTHING;
        Writers writers = new Writers(0, List.of());
        for (int from = 0; from < messages.size(); from += part) {
            List<Message> some = messages.subList(from, Math.min(messages.size(), from + part));
            Contexts contexts = Contexts.after(past);
            for (Message message : some) {
                Bid context = contexts.next(said(message));
                read.add(
                        new Reread(message, Reread.reading(FAKE.analyze(new Draft(message.text(), context), 0, null))));
                writers = writers.and(Writers.of(message.author().id()));
            }
            past = past.then(Past.of(some.stream().map(RecountTest::said).toList()));
        }
        AtomicInteger again = new AtomicInteger();
        DraftReader counting = (draft, suggestions, them) -> {
            again.incrementAndGet();
            return FAKE.analyze(draft, suggestions, them);
        };
        Scan scan = new Scan(counting, bids);
        Conversation conversation = messages.get(0).conversation();
        assertEquals(scanned, scan.recount(conversation, writers, read.iterator()));
        assertEquals(0, again.get(), "read again, for it was read beside something else");
        assertTrue(scanned.all().messages() == 400);

        // what is lacking, or was read as an answer to something else, is read again, and the ledger is the same
        List<Reread> some = new ArrayList<>(read);
        some.set(3, new Reread(read.get(3).message(), null));
        some.set(
                5,
                new Reread(
                        read.get(5).message(),
                        Reread.reading(
                                FAKE.analyze(Draft.of(read.get(5).message().text(), "something else"), 0, null))));
        assertEquals(scanned, scan.recount(conversation, writers, some.iterator()));
        assertEquals(2, again.get());
    }

    private static void each(List<Message> messages, MessageSource.Sink sink) throws IOException {
        for (Message message : messages) {
            sink.accept(message);
        }
    }

    private static Utterance said(Message message) {
        return new Utterance(message.author().id(), message.time().clock(), message.text());
    }

    private static MadeUpChat chat(int people, int seed) {
        Random random = new Random(seed);
        String[] texts = {
            "I lost my keys",
            "I got the job",
            "how was your day",
            "see you at six",
            "so sorry",
            "congratulations",
            "hm",
            "at least it is warm",
            "k",
            "your own fault",
            "my interview is tomorrow",
            "I'll call you tomorrow",
            "good morning",
            "P1, are you there?",
            "hola"
        };
        MadeUpChat chat = new MadeUpChat();
        for (int i = 0; i < 400; i++) {
            chat.later(Duration.ofMinutes(random.nextInt(10) == 0 ? random.nextInt(4000) : random.nextInt(90)))
                    .says("P" + random.nextInt(people), texts[random.nextInt(texts.length)]);
        }
        return chat;
    }
}
