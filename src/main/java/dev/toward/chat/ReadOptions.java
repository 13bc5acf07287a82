package dev.toward.chat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How to read chat exports. Immutable; start from {@link #defaults()}.
 *
 * @param dateOrder where the file itself leaves it open; null infers it
 * @param chatName the name of every chat read; null takes it from the file
 * @param format the id of a {@link ChatFormat}; null finds it by content
 * @param columns which column or dotted key holds a field, where the usual names do not fit
 * @param largestEntry bytes that one entry of a zip may unpack to
 * @param today dates more than two days after it are taken for mistakes
 */
public record ReadOptions(
        @Nullable DateOrder dateOrder,
        @Nullable String chatName,
        @Nullable String format,
        Map<Field, String> columns,
        long largestEntry,
        LocalDate today) {
    private static final long FOUR_GIB = 4L << 30;

    public ReadOptions {
        columns = Map.copyOf(columns);
        Objects.requireNonNull(today, "today");
        if (largestEntry < 1) {
            throw new IllegalArgumentException("largestEntry: expected at least 1 byte, got " + largestEntry);
        }
    }

    /** Everything is inferred; a zip entry may unpack to 4 GiB. */
    public static ReadOptions defaults() {
        return new ReadOptions(null, null, null, Map.of(), FOUR_GIB, LocalDate.now(ZoneOffset.UTC));
    }

    public ReadOptions withDateOrder(@Nullable DateOrder order) {
        return new ReadOptions(order, chatName, format, columns, largestEntry, today);
    }

    public ReadOptions withChatName(@Nullable String name) {
        return new ReadOptions(dateOrder, name, format, columns, largestEntry, today);
    }

    public ReadOptions withFormat(@Nullable String id) {
        return new ReadOptions(dateOrder, chatName, id, columns, largestEntry, today);
    }

    public ReadOptions withColumns(Map<Field, String> names) {
        return new ReadOptions(dateOrder, chatName, format, names, largestEntry, today);
    }

    public ReadOptions withLargestEntry(long bytes) {
        return new ReadOptions(dateOrder, chatName, format, columns, bytes, today);
    }

    public ReadOptions withToday(LocalDate day) {
        return new ReadOptions(dateOrder, chatName, format, columns, largestEntry, day);
    }
}
