package dev.toward.chat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures how fast generated exports of several files, and one of a single huge file, are read. Run after {@code mvn test-compile}:
 * {@code java -Xmx128m -cp target/test-classes:target/classes:target/lib/* dev.toward.chat.MeasureExports 1000000}.
 */
final class MeasureExports {
    private static final String[] WORDS =
            "so I was on my way home when it began to rain and nobody had a coat".split(" ");

    private MeasureExports() {}

    public static void main(String[] arguments) throws IOException {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path folder = Files.createTempDirectory("exports");
        try {
            measure("messenger, one file", messenger(folder.resolve("one"), messages, messages));
            measure("messenger, files of 10,000", messenger(folder.resolve("many"), messages, 10_000));
            measure("messenger, HTML", html(folder.resolve("html"), messages / 10));
            measure("slack, a file a day", slack(folder.resolve("slack"), messages));
            measure("google chat", google(folder.resolve("google"), messages));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void measure(String what, Path folder) throws IOException {
        long bytes;
        try (Stream<Path> files = Files.walk(folder)) {
            bytes = files.mapToLong(f -> f.toFile().isFile() ? f.toFile().length() : 0)
                    .sum();
        }
        long start = System.nanoTime();
        Inspection inspection = ChatExports.withDefaults().inspect(List.of(folder));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %d messages, %.0f MB, %.1f s, %.0f messages/s, %.1f MB/s, %d skipped%n",
                what,
                inspection.totals().messages(),
                bytes / 1e6,
                seconds,
                inspection.totals().messages() / seconds,
                bytes / seconds / 1e6,
                inspection.skippedCount());
    }

    private static String text(int i) {
        StringBuilder text = new StringBuilder();
        for (int w = 0; w < 4 + i % 9; w++) {
            text.append(WORDS[(i + w * 7) % WORDS.length]).append(' ');
        }
        return text.append(i).toString();
    }

    private static PrintStream open(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8);
    }

    /** Newest first, in parts. */
    private static Path messenger(Path folder, int messages, int inPart) throws IOException {
        for (int from = 0, part = 1; from < messages; from += inPart, part++) {
            try (PrintStream out = open(folder.resolve("inbox/ana_1/message_" + part + ".json"))) {
                out.print("{\n  \"participants\": [\n    {\n      \"name\": \"Ana\"\n    }\n  ],\n  \"messages\": [");
                for (int i = from; i < Math.min(messages, from + inPart); i++) {
                    out.print(
                            (i == from ? "" : ",") + "\n    {\n      \"sender_name\": \"" + (i % 3 == 0 ? "Ana" : "Ben")
                                    + "\",\n      \"timestamp_ms\": " + (1_600_000_000_000L - 40_000L * i)
                                    + ",\n      \"content\": \"" + text(i) + "\",\n      \"type\": \"Generic\"\n    }");
                }
                out.print("\n  ],\n  \"title\": \"Ana\"\n}\n");
            }
        }
        return folder;
    }

    private static Path html(Path folder, int messages) throws IOException {
        try (PrintStream out = open(folder.resolve("inbox/ana_1/message_1.html"))) {
            out.print("<html><head><title>Ana</title></head><body><div role=\"main\">");
            for (int i = 0; i < messages; i++) {
                int minute = messages - i;
                out.printf(
                        Locale.ROOT,
                        "<div class=\"a\"><div>Ana</div><div><div><div></div><div>%s</div></div></div><div>Oct %d, %d, %d:%02d PM</div></div>",
                        text(i),
                        1 + minute / 660 % 28,
                        2010 + minute / 18_480 % 10,
                        1 + minute / 60 % 11,
                        minute % 60);
            }
            out.print("</div></body></html>");
        }
        return folder;
    }

    private static Path slack(Path folder, int messages) throws IOException {
        try (PrintStream out = open(folder.resolve("users.json"))) {
            out.print("[{\"id\": \"U1\", \"name\": \"ana\"}]");
        }
        try (PrintStream out = open(folder.resolve("channels.json"))) {
            out.print("[{\"id\": \"C1\", \"name\": \"general\"}]");
        }
        for (int day = 0; day * 1000 < messages; day++) {
            String name = LocalDate.of(2015, 1, 1).plusDays(day) + ".json";
            try (PrintStream out = open(folder.resolve("general/" + name))) {
                for (int i = day * 1000; i < Math.min(messages, day * 1000 + 1000); i++) {
                    out.print((i % 1000 == 0 ? "[" : ",")
                            + "\n  {\n    \"type\": \"message\",\n    \"user\": \"U1\",\n    \"text\": \"" + text(i)
                            + "\",\n    \"ts\": \"" + (1_420_070_400 + 80L * i) + ".000100\"\n  }");
                }
                out.print("\n]\n");
            }
        }
        return folder;
    }

    private static Path google(Path folder, int messages) throws IOException {
        try (PrintStream out = open(folder.resolve("DM A/messages.json"))) {
            out.print("{\n  \"messages\": [");
            for (int i = 0; i < messages; i++) {
                int minute = i % 1_000_000;
                out.printf(
                        Locale.ROOT,
                        "%s\n    {\"creator\": {\"name\": \"Ana\", \"email\": \"ana@x.example\"}, \"created_date\": \"Friday, May %d, %d at %d:%02d:00 AM UTC\", \"text\": \"%s\", \"topic_id\": \"t%d\", \"message_id\": \"S/t%d/t%d\"}",
                        i == 0 ? "" : ",",
                        1 + minute / 660 % 28,
                        1995 + minute / 18_480 % 30,
                        1 + minute / 60 % 11,
                        minute % 60,
                        text(i),
                        i,
                        i,
                        i);
            }
            out.print("\n  ]\n}\n");
        }
        return folder;
    }
}
