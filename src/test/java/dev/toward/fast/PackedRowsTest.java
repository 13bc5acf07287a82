package dev.toward.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedRowsTest {
    private static final int ROWS = 50;

    @ParameterizedTest
    @CsvSource({"32, 0", "32, 1", "32, 255", "32, 256", "32, 257", "64, 300", "64, 5000"})
    void sum_isThatOfEachByte(int width, int count) {
        Random random = new Random(width + count);
        byte[] cells = new byte[7 + ROWS * width];
        random.nextBytes(cells);
        int[] rows = random.ints(count + 3, 0, ROWS).toArray();
        PackedRows table = new PackedRows(ByteBuffer.wrap(cells), 7, width);
        assertEqualSums(table, rows, count, width);
    }

    /** The largest bytes fill the lanes to their brim: one row more before they are emptied, and they would run over. */
    @ParameterizedTest
    @CsvSource({"256", "257", "512", "1000"})
    void sum_ofTheLargestBytes(int count) {
        byte[] cells = new byte[32];
        Arrays.fill(cells, (byte) 0xFF);
        assertEqualSums(new PackedRows(ByteBuffer.wrap(cells), 0, 32), new int[count], count, 32);
    }

    private static void assertEqualSums(PackedRows table, int[] rows, int count, int width) {
        int[] packed = new int[width];
        int[] plain = new int[width];
        table.sum(rows, count, packed);
        table.sumPlainly(rows, count, plain);
        assertArrayEquals(plain, packed);
    }

    @Test
    void rows_ofAnOddWidth() {
        assertThrows(IllegalArgumentException.class, () -> new PackedRows(ByteBuffer.allocate(100), 0, 20));
    }
}
