package dev.toward.chat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * Measures how fast, and in how much memory, a made-up Telegram export is inspected. Run by {@code bench/big_telegram.sh}; the
 * arguments are the size in megabytes, and a folder for the file, which is deleted afterwards.
 */
final class MeasureTelegram {
    private static final List<String> BODIES = List.of(
            "the bus was late again",
            "oh no, how long did you wait?",
            "nearly an hour \uD83D\uDE29",
            "that sounds tiring, shall I cook tonight?",
            "yes please, thank you so much for offering \u2764\uFE0F I was already thinking of toast for dinner");

    private MeasureTelegram() {}

    public static void main(String[] arguments) throws IOException {
        long bytes = (arguments.length > 0 ? Long.parseLong(arguments[0]) : 1000) * 1_000_000;
        Path folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("telegram");
        Path file = Files.createDirectories(folder).resolve("result.json");
        try {
            measure(file, write(file, bytes));
        } finally {
            Files.delete(file);
        }
    }

    /** Writes at least {@code bytes} and returns how many messages they hold. */
    static long write(Path file, long bytes) throws IOException {
        long messages = 0;
        long length = 0;
        long time = 1_420_070_400;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "{\n \"name\": \"Maya\",\n \"type\": \"private_supergroup\",\n \"id\": 4242,\n \"messages\": [\n");
            while (length < bytes) {
                messages++;
                time += messages % 100;
                String record = record(messages, time);
                out.write(messages == 1 ? record : ",\n" + record);
                length += record.length() + 2L;
            }
            out.write("\n ]\n}");
        }
        return messages;
    }

    private static String record(long n, long time) {
        LocalDateTime clock = LocalDateTime.ofInstant(Instant.ofEpochSecond(time), ZoneOffset.UTC);
        String body = BODIES.get((int) (n % BODIES.size())) + " " + n;
        String reply = n % 7 == 0 ? "   \"reply_to_message_id\": " + (n * 3 - 6) + ",\n" : "";
        String photo = n % 50 == 0
                ? "   \"photo\": \"photos/photo_" + n + ".jpg\",\n   \"width\": 960,\n   \"height\": 1280,\n"
                : "";
        return "  {\n   \"id\": " + n * 3 + ",\n   \"type\": \"message\",\n   \"date\": \"" + clock.withNano(0)
                + "\",\n   \"date_unixtime\": \"" + time + "\",\n   \"from\": \"" + (n % 3 == 0 ? "Maya" : "J\u00F6rg")
                + "\",\n   \"from_id\": \"user" + n % 3 + "\",\n" + reply + photo + "   \"text\": \"" + body
                + "\",\n   \"text_entities\": [\n    {\n     \"type\": \"plain\",\n     \"text\": \"" + body
                + "\"\n    }\n   ]\n  }";
    }

    private static void measure(Path file, long written) throws IOException {
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        Inspection inspection = ChatExports.withDefaults().inspect(List.of(file));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (inspection.totals().messages() != written || inspection.skippedCount() > 0) {
            throw new IllegalStateException("read " + inspection.totals().messages() + " of " + written);
        }
        System.out.printf(
                Locale.ROOT,
                "%d messages, %.0f MB in %.1f s: %.1f MB/s, heap at most %.0f MB of %.0f%n",
                written,
                Files.size(file) / 1e6,
                seconds,
                Files.size(file) / seconds / 1e6,
                pools().stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum() / 1e6,
                Runtime.getRuntime().maxMemory() / 1e6);
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .toList();
    }
}
