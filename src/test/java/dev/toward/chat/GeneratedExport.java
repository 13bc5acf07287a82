package dev.toward.chat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A made-up WhatsApp export of any length: messages of two people, now and then of two lines, a picture or a notice. */
final class GeneratedExport {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("dd/MM/uuuu, HH:mm", Locale.ROOT);
    private static final List<String> BODIES = List.of(
            "the bus was late again",
            "oh no, how long did you wait?",
            "nearly an hour \uD83D\uDE29",
            "that sounds tiring",
            "shall I cook tonight?",
            "yes please, thank you so much for offering");

    private GeneratedExport() {}

    /** What {@link #write} put in. */
    record Counts(long lines, long messages, long system) {}

    static Counts write(Path file, long lines) throws IOException {
        long messages = 0;
        long system = 0;
        LocalDateTime time = LocalDateTime.of(2015, 1, 1, 0, 0);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (long line = 0; line < lines; line++) {
                time = time.plusMinutes(line % 4);
                String stamp = STAMP.format(time) + " - ";
                if (line % 1000 == 0) {
                    out.write(stamp + "Maya changed the group description\n");
                    system++;
                } else if (line % 10 == 9) {
                    out.write("and a second line, number " + line + "\n");
                } else {
                    String body =
                            line % 50 == 1 ? "<Media omitted>" : BODIES.get((int) (line % BODIES.size())) + " " + line;
                    out.write(stamp + (line % 3 == 0 ? "Maya" : "J\u00F6rg") + ": " + body + "\n");
                    messages++;
                }
            }
        }
        return new Counts(lines, messages, system);
    }
}
