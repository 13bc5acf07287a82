package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Exports that are cut off, shuffled, mixed or hit by stray bytes: no failure, no hang, nothing invented, nothing left out unseen. */
class DamagedExportTest {
    private static final int MESSAGES = 12;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private static Collected read(MadeUpExport export, byte[] bytes) {
        return assertTimeoutPreemptively(LONG_ENOUGH, () -> {
            Path folder = Files.createTempDirectory("damaged");
            Path file = folder.resolve(export.fileName());
            try {
                Files.write(file, bytes);
                return Collected.read(file, Collected.options().withFormat(export.format()));
            } finally {
                Files.delete(file);
                Files.delete(folder);
            }
        });
    }

    private static Collected read(MadeUpExport export, String text) {
        return read(export, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(n -> "word number " + n).toList();
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    @Property(tries = 20)
    void whole_isRead(@ForAll MadeUpExport export, @ForAll @IntRange(max = 40) int messages) throws IOException {
        Collected collected = read(export, export.whole(messages));
        assertEquals(texts(1, messages), collected.texts());
        assertEquals(
                IntStream.rangeClosed(1, messages).mapToObj(MadeUpExport::name).toList(), collected.authors());
        assertTrue(collected.times().stream().noneMatch("null"::equals));
        assertEquals(List.of(), collected.skipped);
    }

    /** What stands before the cut is read. */
    @Property(tries = 300)
    void cut_keepsWhatWasWhole(@ForAll MadeUpExport export, @ForAll int seed) {
        byte[] whole = export.whole(MESSAGES).getBytes(StandardCharsets.UTF_8);
        int end = new Random(seed).nextInt(whole.length);
        String left = new String(whole, 0, end, StandardCharsets.UTF_8);
        int complete = 0;
        while (complete < MESSAGES
                && left.contains(export.record(complete + 1).strip().replace("\r\n", "\n"))) {
            complete++;
        }
        List<String> found = read(export, left).texts();
        assertTrue(found.size() >= complete && found.size() <= complete + 1, found.size() + " of " + complete);
        assertEquals(texts(1, complete - 1), found.subList(0, Math.max(0, complete - 1)));
        // Of plain text, the start of the next header may stand behind the last whole message.
        assertTrue(complete == 0 || found.get(complete - 1).startsWith("word number " + complete));
        if (found.size() > complete) {
            // What stands of the next one; a tag that was cut looks like words.
            String next = "word number " + (complete + 1);
            String last = found.get(complete).replace("<", "").strip();
            assertTrue(next.startsWith(last) || last.startsWith(next));
        }
    }

    @Property(tries = 300)
    void flipped_inventsNothing(
            @ForAll MadeUpExport export, @ForAll int seed, @ForAll @IntRange(min = 1, max = 20) int flips) {
        Random random = new Random(seed);
        byte[] bytes = export.whole(MESSAGES).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < flips; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        checked(read(export, bytes), MESSAGES);
    }

    @Property(tries = 200)
    void shuffled_inventsNothing(@ForAll MadeUpExport export, @ForAll int seed) {
        List<String> lines = new ArrayList<>(List.of(export.whole(MESSAGES).split("\n", -1)));
        Collections.shuffle(lines, new Random(seed));
        checked(read(export, String.join("\n", lines)), MESSAGES);
    }

    @Property(tries = 200)
    void linesLost_inventsNothing(@ForAll MadeUpExport export, @ForAll int seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(List.of(export.whole(MESSAGES).split("\n", -1)));
        for (int i = random.nextInt(5); i >= 0; i--) {
            lines.remove(random.nextInt(lines.size()));
        }
        checked(read(export, String.join("\n", lines)), MESSAGES);
    }

    /** The lines of one export among those of another. */
    @Property(tries = 300)
    void mixed_inventsNothing(@ForAll MadeUpExport one, @ForAll MadeUpExport other, @ForAll int seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        List<String> second = List.of(other.whole(MESSAGES).split("\n", -1));
        int next = 0;
        for (String line : one.whole(MESSAGES).split("\n", -1)) {
            lines.add(line);
            while (next < second.size() && random.nextInt(4) == 0) {
                lines.add(second.get(next++));
            }
        }
        String mixed = String.join("\n", lines);
        int most = count(mixed, one.opening()) + (one == other ? 0 : count(mixed, other.opening()));
        checked(read(one, mixed), most);
        checked(read(other, mixed), most);
    }

    /** One record that cannot be read is one entry, and the others are read. */
    @Property(tries = 200)
    void brokenRecord_costsItselfOnly(@ForAll MadeUpExport export, @ForAll @IntRange(min = 1, max = 12) int broken) {
        List<String> records = new ArrayList<>();
        for (int n = 1; n <= MESSAGES; n++) {
            records.add(n == broken ? broken(export, export.record(n)) : export.record(n));
        }
        Collected collected = read(export, export.of(records));
        List<String> expected = new ArrayList<>(texts(1, MESSAGES));
        expected.remove(broken - 1);
        if (export == MadeUpExport.DISCORD_TXT || export == MadeUpExport.IMESSAGE_TXT) {
            // Without a header it is part of the message before, or stands before the first and is listed.
            assertEquals(MESSAGES - 1, collected.messages.size());
            assertEquals(broken == 1, !collected.skipped.isEmpty());
        } else {
            assertEquals(expected, collected.texts());
            assertEquals(1, collected.skipped.size(), collected.skipped.toString());
            assertTrue(collected.skipped.get(0).line() > 0);
        }
    }

    private static String broken(MadeUpExport export, String record) {
        return switch (export) {
            case TELEGRAM_JSON, TELEGRAM_ACCOUNT, DISCORD_JSON -> record.replace("\"type\": \"", "\"type\": ");
            case TELEGRAM_HTML -> record.replace("class=\"body\"", "class=\"nobody\"");
            case MATRIX_HTML -> record.replace("class=\"mx_EventTile_line\"", "class=\"nobody\"");
            case IMESSAGE_HTML -> record.replace("class=\"received\"", "class=\"neither\"");
            case DISCORD_CSV ->
                record.replace("\",\"Maya\",\"", "\",\"Maya\"x,\"").replace("\",\"Ben\",\"", "\",\"Ben\"x,\"");
            case DISCORD_TXT -> record.replace("[31/01/2024 ", "[99/99/2024 ");
            case IMESSAGE_TXT -> record.replace("Jan 31, 2024", "Jam 31, 2024");
        };
    }

    private static void checked(Collected collected, int most) {
        assertTrue(collected.messages.size() <= most, collected.messages.size() + " of " + most);
        assertTrue(collected.messages.stream().allMatch(m -> m.line() > 0));
        assertTrue(collected.skipped.stream()
                .noneMatch(s -> s.reason().isBlank() || s.reason().contains("word")));
        long ids = collected.messages.stream()
                .map(m -> m.conversation().id() + " " + m.id())
                .distinct()
                .count();
        assertEquals(collected.messages.size(), ids);
        assertTrue(
                collected.warnings.stream().noneMatch(w -> w.contains("word")),
                Arrays.toString(collected.warnings.toArray()));
    }
}
