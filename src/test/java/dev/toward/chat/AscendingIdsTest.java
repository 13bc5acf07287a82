package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AscendingIdsTest {
    @Property
    void add_isASet(@ForAll List<Long> ids) {
        check(ids);
    }

    @Property
    void add_inOrderIsASetToo(@ForAll List<Long> ids, @ForAll boolean ascending) {
        List<Long> sorted = ids.stream()
                .sorted((a, b) -> ascending ? a.compareTo(b) : b.compareTo(a))
                .toList();
        check(sorted);
    }

    private static void check(List<Long> ids) {
        AscendingIds seen = new AscendingIds();
        Set<Long> model = new HashSet<>();
        for (Long id : ids) {
            assertEquals(model.add(id), seen.add(id));
        }
        assertTrue(ids.stream().allMatch(seen::contains));
        assertEquals(model.contains(17L), seen.contains(17));
    }

    @Test
    void add_aMillionInOrderWithAFewOut() {
        AscendingIds seen = new AscendingIds();
        for (long id = 1; id <= 1_000_000; id++) {
            assertTrue(seen.add(id * 3));
        }
        assertTrue(seen.add(7));
        assertEquals(false, seen.add(7));
        assertEquals(false, seen.add(2_999_997));
        assertEquals(false, seen.contains(2_999_998));
    }
}
