package dev.toward.chat;

import dev.toward.text.Conversation;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one chat in the order in which they were sent, whatever order its files have.
 *
 * <p>A chat of up to 50,000 messages and 8 million characters is held and sorted. Of a longer one only times are held, 24 bytes
 * a message, and its files are read again for every further window of that size; a file that has nothing in a window is not
 * opened for it. So a chat cut into files costs two readings of each, and one file of a million messages twenty-one.
 *
 * <p>The sort is stable: messages of one moment stay as in the file, and in files that put the newest first, against it. A message
 * without a time stays behind the one before it. A wall clock that steps back by an hour or less, as in autumn, does not move
 * a message. For one thread.
 */
final class OldestFirst {
    /** Reads a file again. */
    interface Again {
        /** Hands on the same messages in the same order as the first time. */
        void read(Source file, Found.Taker taker) throws IOException;
    }

    private static final int MESSAGES = 50_000;
    private static final long CHARACTERS = 8 << 20;

    /** What a message takes beside its text, in characters. */
    private static final int SMALLEST = 64;

    private static final long NO_TIME = Long.MIN_VALUE;
    private static final long HOUR = 3_600_000_000L;

    private record Part(Source file, int start) {}

    private final int most;
    private final long mostCharacters;
    private final List<Part> parts = new ArrayList<>();
    private @Nullable List<Found> held = new ArrayList<>();
    private long characters;
    private long[] times = new long[64];
    private int[] sizes = new int[64];
    private int count;
    private boolean wallClock;

    OldestFirst() {
        this(MESSAGES, CHARACTERS);
    }

    OldestFirst(int most, long mostCharacters) {
        this.most = most;
        this.mostCharacters = mostCharacters;
    }

    /** Takes the next message; those of one file come together, and files from the oldest to the newest. */
    void add(Found message) {
        if (parts.isEmpty() || parts.get(parts.size() - 1).file() != message.file()) {
            parts.add(new Part(message.file(), count));
        }
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
            sizes = Arrays.copyOf(sizes, 2 * count);
        }
        int size = SMALLEST + message.text().length();
        times[count] = micros(message.time());
        sizes[count] = size;
        count++;
        characters += size;
        wallClock |= message.time() instanceof Timestamp.Wall;
        if (held != null) {
            held.add(message);
            if (count > most || characters > mostCharacters) {
                held = null;
            }
        }
    }

    private static long micros(@Nullable Timestamp time) {
        if (time == null) {
            return NO_TIME;
        }
        var clock = time.clock();
        return clock.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + clock.getNano() / 1000;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /**
     * Delivers all.
     *
     * @param first 1-based number of the first record, so that no two of a run have the same
     * @return the number after the last
     */
    long deliver(Conversation chat, long first, Delivery delivery, Again again) throws IOException {
        int[] order = order();
        List<Found> all = held;
        if (all != null) {
            for (int index : order) {
                deliver(chat, first + index, all.get(index), delivery);
            }
            return first + count;
        }
        int[] places = new int[count];
        for (int place = 0; place < count; place++) {
            places[order[place]] = place;
        }
        for (int from = 0; from < count; ) {
            int to = from;
            for (long size = 0; to < count && to - from < most && (to == from || size <= mostCharacters); to++) {
                size += sizes[order[to]];
            }
            window(chat, first, delivery, again, order, places, from, to);
            from = to;
        }
        return first + count;
    }

    private void window(
            Conversation chat, long first, Delivery delivery, Again again, int[] order, int[] places, int from, int to)
            throws IOException {
        @Nullable Found[] window = new Found[to - from];
        for (int p = 0; p < parts.size(); p++) {
            int end = end(p);
            if (!reaches(places, parts.get(p).start(), end, from, to)) {
                continue;
            }
            int[] index = {parts.get(p).start()};
            try {
                again.read(parts.get(p).file(), message -> {
                    int at = index[0]++;
                    if (at < end && places[at] >= from && places[at] < to) {
                        window[places[at] - from] = message;
                    }
                });
            } catch (IOException e) {
                // It broke off at the same place when it was read first, and was listed then.
                continue;
            }
        }
        for (int i = 0; i < window.length; i++) {
            Found message = window[i];
            if (message != null) {
                deliver(chat, first + order[from + i], message, delivery);
            }
        }
    }

    private static boolean reaches(int[] places, int start, int end, int from, int to) {
        for (int i = start; i < end; i++) {
            if (places[i] >= from && places[i] < to) {
                return true;
            }
        }
        return false;
    }

    private int end(int part) {
        return part + 1 < parts.size() ? parts.get(part + 1).start() : count;
    }

    private static void deliver(Conversation chat, long record, Found message, Delivery delivery) {
        delivery.from(message.file());
        delivery.message(
                chat,
                message.id(),
                record,
                message.line(),
                message.author(),
                message.time(),
                message.kind(),
                message.text(),
                message.replyTo(),
                message.edited());
    }

    /** The indexes of the messages from the oldest to the newest. */
    private int[] order() {
        boolean newestFirst = isNewestFirst();
        int[] order = new int[count];
        for (int p = 0; p < parts.size(); p++) {
            int start = parts.get(p).start();
            int end = end(p);
            for (int i = start; i < end; i++) {
                order[newestFirst ? start + end - 1 - i : i] = i;
            }
        }
        fillTimes(order);
        if (!isSorted(order, wallClock ? HOUR : 0)) {
            sort(order, new int[count], 0, count);
        }
        return order;
    }

    private boolean isNewestFirst() {
        long up = 0;
        long down = 0;
        for (int p = 0; p < parts.size(); p++) {
            long before = NO_TIME;
            for (int i = parts.get(p).start(); i < end(p); i++) {
                if (times[i] != NO_TIME) {
                    up += before != NO_TIME && times[i] > before ? 1 : 0;
                    down += before != NO_TIME && times[i] < before ? 1 : 0;
                    before = times[i];
                }
            }
        }
        return down > up;
    }

    private void fillTimes(int[] order) {
        long before = NO_TIME;
        for (int index : order) {
            if (times[index] == NO_TIME) {
                times[index] = before;
            }
            before = times[index];
        }
    }

    private boolean isSorted(int[] order, long tolerance) {
        long latest = NO_TIME;
        for (int index : order) {
            if (latest != NO_TIME && times[index] < latest - tolerance) {
                return false;
            }
            latest = Math.max(latest, times[index]);
        }
        return true;
    }

    /** Merge sort, for it is stable and needs no objects. */
    private void sort(int[] order, int[] spare, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(order, spare, from, middle);
        sort(order, spare, middle, to);
        if (times[order[middle - 1]] <= times[order[middle]]) {
            return;
        }
        System.arraycopy(order, from, spare, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right == to || (left < middle && times[spare[left]] <= times[spare[right]]);
            order[i] = spare[takeLeft ? left++ : right++];
        }
    }
}
