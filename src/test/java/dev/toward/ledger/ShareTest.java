package dev.toward.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void interval_isWilsons() {
        // 8 of 10: 0.4902 to 0.9433, as in the textbooks
        Share share = Share.of(8, 10);
        assertEquals(0.4902, share.low(), 0.00005);
        assertEquals(0.9433, share.high(), 0.00005);
    }

    @Test
    void share_ofNothingIsAnywhere() {
        assertEquals(new Share(0, 0, 0, 1), Share.of(0, 0));
    }

    @Test
    void share_ofFewIsTooLittleToSay() {
        assertFalse(Share.of(19, 19).isEnough());
        assertTrue(Share.of(0, 20).isEnough());
    }

    @Property
    void interval_holdsTheShare(@ForAll @IntRange(max = 5000) int yes, @ForAll @IntRange(max = 5000) int no) {
        Share share = Share.of(yes, yes + no);
        assertTrue(0 <= share.low() && share.low() <= share.value() + 1e-12);
        assertTrue(share.value() <= share.high() + 1e-12 && share.high() <= 1);
    }

    @Property
    void median_isTrueToWithinATwentieth(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(max = 5_000_000) Long> seconds) {
        Gaps gaps = new Gaps();
        seconds.forEach(s -> gaps.add(Duration.ofSeconds(s)));
        long[] sorted = seconds.stream().mapToLong(s -> s).sorted().toArray();
        long exact = sorted[(sorted.length - 1) / 2];
        Duration median = gaps.median();
        assertTrue(median != null && Math.abs(median.toSeconds() - exact) <= 1 + exact / 20, Arrays.toString(sorted));
    }
}
