package dev.toward.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.toward.Tier;
import dev.toward.cue.BidKind;
import dev.toward.text.Bid;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadOnceTest {
    private final FakeOdds fake = new FakeOdds();

    @Test
    void sameWords_areReadOnce() {
        BidReader once = new ReadOnce(fake, Tier.FAST);
        double asks = once.asks(Bid.of("my dog died"));
        double none = Objects.requireNonNull(once.odds(Bid.of("my dog died")).get(BidKind.NONE));
        assertEquals(1 - none, asks);
        assertEquals(1, fake.asked.get());
        once.odds(Bid.of("my cat died"));
        assertEquals(2, fake.asked.get());
    }

    @Test
    void fullLook_isNotTheShortOne() {
        BidReader once = new ReadOnce(fake, Tier.FULL);
        assertEquals(fake.asks(Bid.of("my dog died")), once.asks(Bid.of("my dog died")));
        assertEquals(0, fake.asked.get());
    }
}
