package dev.toward.http;

import java.util.function.LongSupplier;

/**
 * How many requests may wait or be read at once. While more are sent away than let in it is fewer, so that what is let in then waits about as long as
 * on a day that is merely busy: sending away takes processor time that reading lacks. Threads may share it.
 */
final class Room {
    /** So long, in nanoseconds, those sent away and those let in are counted against each other. */
    private static final long WINDOW = 250_000_000;

    private static final double KEPT_IN_A_CROWD = 0.6;

    private final int most;
    private final int fewer;
    private final LongSupplier clock;
    private long began;
    private int letIn;
    private int sentAway;
    private boolean crowd;
    private int inHand;

    /**
     * @param atOnce how many are read side by side
     * @param waiting how many more may wait
     * @param clock nanoseconds, from anywhere
     */
    Room(int atOnce, int waiting, LongSupplier clock) {
        this.most = atOnce + waiting;
        this.fewer = atOnce + (int) (waiting * KEPT_IN_A_CROWD);
        this.clock = clock;
        this.began = clock.getAsLong();
    }

    /** Lets one in, or sends it away. */
    synchronized boolean enter() {
        if (sendsAway()) {
            return false;
        }
        letIn++;
        inHand++;
        return true;
    }

    /** Whether one that comes now is sent away; then it is counted as sent away. */
    synchronized boolean sendsAway() {
        look();
        if (inHand < (crowd ? fewer : most)) {
            return false;
        }
        sentAway++;
        return true;
    }

    synchronized void leave() {
        inHand--;
    }

    /** True when the next would be sent away. */
    synchronized boolean isFull() {
        look();
        return inHand >= (crowd ? fewer : most);
    }

    synchronized int inHand() {
        return inHand;
    }

    private void look() {
        long now = clock.getAsLong();
        if (now - began >= WINDOW) {
            // what was counted long ago says nothing of now
            crowd = sentAway > letIn && now - began < 2 * WINDOW;
            began = now;
            letIn = 0;
            sentAway = 0;
        }
    }
}
