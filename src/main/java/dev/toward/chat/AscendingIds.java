package dev.toward.chat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A set of whole numbers that come in ascending or descending order, but for a few. Costs about two bytes a number where they lie
 * close, as the ids of a chat do, against some twenty in a {@link LongCounts}: millions fit beside a small heap.
 */
final class AscendingIds {
    private static final int BLOCK = 64;

    private byte[] steps = new byte[128];
    private int length;
    private long[] firsts = new long[4];
    private int[] starts = new int[4];
    private int blocks;
    private int inBlock = BLOCK;
    private long last;
    private int direction;
    private @Nullable LongCounts others;

    /** True when it was not there before. */
    boolean add(long id) {
        if (blocks == 0) {
            block(id);
            return true;
        }
        if (direction == 0 && id != last) {
            direction = id > last ? 1 : -1;
        }
        if (direction * Long.compare(id, last) > 0) {
            append(id);
            return true;
        }
        if (isInOrder(id)) {
            return false;
        }
        if (others == null) {
            others = new LongCounts();
        }
        return others.add(id) == 0;
    }

    boolean contains(long id) {
        return isInOrder(id) || (others != null && others.contains(id));
    }

    private void append(long id) {
        if (inBlock == BLOCK) {
            block(id);
            return;
        }
        if (length + 10 > steps.length) {
            steps = Arrays.copyOf(steps, steps.length + (steps.length >> 1));
        }
        long step = direction > 0 ? id - last : last - id;
        while ((step & ~0x7FL) != 0) {
            steps[length++] = (byte) (step & 0x7F | 0x80);
            step >>>= 7;
        }
        steps[length++] = (byte) step;
        last = id;
        inBlock++;
    }

    private void block(long id) {
        if (blocks == firsts.length) {
            firsts = Arrays.copyOf(firsts, blocks * 2);
            starts = Arrays.copyOf(starts, blocks * 2);
        }
        firsts[blocks] = id;
        starts[blocks] = length;
        blocks++;
        inBlock = 1;
        last = id;
    }

    private boolean isInOrder(long id) {
        int block = blockOf(id);
        if (block < 0) {
            return false;
        }
        long value = firsts[block];
        int end = block + 1 < blocks ? starts[block + 1] : length;
        int at = starts[block];
        while (value != id && at < end) {
            long step = 0;
            int shift = 0;
            byte part;
            do {
                part = steps[at++];
                step |= (long) (part & 0x7F) << shift;
                shift += 7;
            } while (part < 0);
            value = direction < 0 ? value - step : value + step;
        }
        return value == id;
    }

    /** The last block that begins at or before {@code id}; -1 if there is none. */
    private int blockOf(long id) {
        int low = 0;
        int high = blocks - 1;
        int sign = direction < 0 ? -1 : 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (sign * Long.compare(firsts[middle], id) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
