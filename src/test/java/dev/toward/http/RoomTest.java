package dev.toward.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static final long SOON = Duration.ofMillis(260).toNanos();

    private long now = 5;
    private final Room room = new Room(2, 10, () -> now);

    /** How many more are let in until one is sent away. */
    private int letIn() {
        int in = 0;
        while (room.enter()) {
            in++;
        }
        return in;
    }

    @Test
    void letsInAsManyAsAreReadAndMayWait() {
        assertEquals(12, letIn());
        assertTrue(room.isFull());
        room.leave();
        assertFalse(room.isFull());
        assertTrue(room.enter());
        assertEquals(12, room.inHand());
    }

    @Test
    void fewerWait_whileMoreAreSentAwayThanLetIn() {
        letIn();
        for (int i = 0; i < 12; i++) {
            assertTrue(room.sendsAway());
        }
        now += SOON;
        for (int i = 0; i < 4; i++) {
            assertFalse(room.enter());
            room.leave();
        }
        assertEquals(0, letIn());
        assertEquals(8, room.inHand());
    }

    @Test
    void asManyAsBefore_onceFewerAreSentAway() {
        fewerWait_whileMoreAreSentAwayThanLetIn();
        now += SOON;
        for (int i = 0; i < 8; i++) {
            room.leave();
        }
        assertEquals(8, letIn());
        now += SOON;
        assertEquals(4, letIn());
    }

    @Test
    void aCrowdOfLongAgo_saysNothing() {
        letIn();
        for (int i = 0; i < 50; i++) {
            room.sendsAway();
        }
        for (int i = 0; i < 12; i++) {
            room.leave();
        }
        now += Duration.ofHours(1).toNanos();
        assertEquals(12, letIn());
    }
}
