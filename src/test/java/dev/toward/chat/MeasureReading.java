package dev.toward.chat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Measures how fast, and in how much memory, a generated WhatsApp export of a million lines is read. Run after
 * {@code mvn test-compile}: {@code java -Xmx256m -cp target/test-classes:target/classes:target/lib/* dev.toward.chat.MeasureReading}.
 */
final class MeasureReading {
    private MeasureReading() {}

    public static void main(String[] arguments) throws IOException {
        long lines = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        int copies = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        Path file = Files.createTempFile("WhatsApp Chat with Maya", ".txt");
        try {
            GeneratedExport.write(file, lines);
            for (int run = 1; run <= 3; run++) {
                measure(file, lines, copies);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void measure(Path file, long lines, int copies) throws IOException {
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long cpuStart = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        Inspection inspection = ChatExports.withDefaults().inspect(Collections.nCopies(copies, file));
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuStart) / 1e9;
        long peak = pools().stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum();
        System.out.printf(
                Locale.ROOT,
                "%d messages, %.2f s (%.2f s of CPU), %.0f lines/s, %.1f MB/s, pools at their peaks %.0f MB%n",
                inspection.totals().messages(),
                seconds,
                cpuSeconds,
                copies * lines / seconds,
                copies * Files.size(file) / seconds / 1e6,
                peak / 1e6);
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .toList();
    }
}
