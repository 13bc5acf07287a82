package dev.toward.fast;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A table of rows of bytes, each 128 more than what it stands for, that are summed eight to a machine word: even and odd bytes go into
 * lanes of sixteen bits, which hold 257 rows before they must be emptied (Fisher and Dietz 1998). Whole numbers, so the sum is the same in any order and on
 * any machine, and plain longs do what vector instructions would; the incubating vector module warns on standard error at each start.
 * Threads may share it.
 */
final class PackedRows {
    private static final long EVEN = 0x00FF00FF00FF00FFL;
    private static final int BIAS = 128;
    private static final int LANES_HOLD = 256;
    /** Bytes summed in one go: four longs. */
    private static final int STRIDE = 32;

    private final ByteBuffer bytes;
    private final int start;
    private final int width;

    /** @param width bytes in a row, a multiple of 32 */
    PackedRows(ByteBuffer bytes, int start, int width) {
        if (width % STRIDE != 0) {
            throw new IllegalArgumentException("expected rows of a multiple of " + STRIDE + " bytes, got " + width);
        }
        this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        this.start = start;
        this.width = width;
    }

    /** The sum of rows into {@code sum}, as wide as a row. */
    void sum(int[] rows, int count, int[] sum) {
        for (int column = 0; column < width; column += STRIDE) {
            for (int i = 0; i < STRIDE; i++) {
                sum[column + i] = -BIAS * count;
            }
            for (int from = 0; from < count; from += LANES_HOLD) {
                some(rows, from, Math.min(count, from + LANES_HOLD), column, sum);
            }
        }
    }

    private void some(int[] rows, int from, int to, int column, int[] sum) {
        ByteBuffer table = bytes;
        long even0 = 0;
        long even1 = 0;
        long even2 = 0;
        long even3 = 0;
        long odd0 = 0;
        long odd1 = 0;
        long odd2 = 0;
        long odd3 = 0;
        for (int i = from; i < to; i++) {
            int at = start + rows[i] * width + column;
            long a = table.getLong(at);
            long b = table.getLong(at + 8);
            long c = table.getLong(at + 16);
            long d = table.getLong(at + 24);
            even0 += a & EVEN;
            odd0 += (a >>> 8) & EVEN;
            even1 += b & EVEN;
            odd1 += (b >>> 8) & EVEN;
            even2 += c & EVEN;
            odd2 += (c >>> 8) & EVEN;
            even3 += d & EVEN;
            odd3 += (d >>> 8) & EVEN;
        }
        unpack(even0, odd0, column, sum);
        unpack(even1, odd1, column + 8, sum);
        unpack(even2, odd2, column + 16, sum);
        unpack(even3, odd3, column + 24, sum);
    }

    private static void unpack(long even, long odd, int at, int[] sum) {
        for (int i = 0; i < 4; i++) {
            sum[at + 2 * i] += (int) (even >>> (16 * i)) & 0xFFFF;
            sum[at + 2 * i + 1] += (int) (odd >>> (16 * i)) & 0xFFFF;
        }
    }

    /** The same byte by byte: what the packed sum is tested against. */
    void sumPlainly(int[] rows, int count, int[] sum) {
        for (int column = 0; column < width; column++) {
            sum[column] = 0;
            for (int i = 0; i < count; i++) {
                sum[column] += (bytes.get(start + rows[i] * width + column) & 0xFF) - BIAS;
            }
        }
    }
}
