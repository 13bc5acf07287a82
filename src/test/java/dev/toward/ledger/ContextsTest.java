package dev.toward.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.toward.Analysis;
import dev.toward.text.Author;
import dev.toward.text.Bid;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a conversation is cut, each message gets the context that it gets in a scan of the whole. */
class ContextsTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void contexts_areThoseOfTheWhole_whereverItIsCut(long seed) throws Exception {
        Random random = new Random(seed);
        List<Utterance> said = conversation(random);
        List<Bid> whole = scanned(said);
        List<Bid> parts = new ArrayList<>();
        Past past = Past.NOTHING;
        for (int from = 0; from < said.size(); ) {
            int to = Math.min(said.size(), from + 1 + random.nextInt(seed % 2 == 0 ? 5 : 120));
            List<Utterance> part = said.subList(from, to);
            Contexts contexts = Contexts.after(past);
            part.forEach(u -> parts.add(contexts.next(u)));
            past = past.then(Past.of(part));
            from = to;
        }
        assertEquals(whole, parts);
    }

    /** Three to twenty people, waits from seconds to weeks, some messages without a time or without words. */
    private static List<Utterance> conversation(Random random) {
        int people = 3 + random.nextInt(18);
        LocalDateTime now = LocalDateTime.of(2024, 5, 6, 9, 0);
        List<Utterance> said = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            now = now.plusSeconds((long) Math.exp(random.nextDouble() * (i < 300 ? 11 : 14)));
            said.add(new Utterance(
                    "p" + random.nextInt(people),
                    random.nextInt(20) == 0 ? null : now,
                    random.nextInt(15) == 0 ? " " : "words " + i));
        }
        return said;
    }

    private static List<Bid> scanned(List<Utterance> said) throws Exception {
        Talk talk = new Talk(false, Period.ALL);
        List<Bid> contexts = new ArrayList<>();
        Talk.Steps steps = new Talk.Steps() {
            @Override
            public @Nullable Future<Analysis> said(
                    Message message,
                    @Nullable InReplyTo inReplyTo,
                    Bid context,
                    @Nullable Author answered,
                    @Nullable Author to) {
                contexts.add(context);
                return null;
            }

            @Override
            public void closed(OpenBid bid, Outcome ifUnanswered) {}
        };
        Conversation here = new Conversation("t", "c", "c", Conversation.Kind.GROUP);
        int number = 0;
        for (Utterance u : said) {
            talk.accept(
                    new Message(
                            here,
                            "m" + number++,
                            new Author(u.author(), u.author()),
                            u.time() == null ? null : new Timestamp.Wall(u.time()),
                            Message.Kind.TEXT,
                            u.text(),
                            null,
                            false,
                            "f",
                            number),
                    steps);
        }
        return contexts;
    }
}
