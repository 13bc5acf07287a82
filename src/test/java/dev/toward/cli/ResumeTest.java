package dev.toward.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.ledger.Journal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan that is cut off in the middle, in a process of its own, and gone on with. */
@Timeout(120)
class ResumeTest {
    private static final int MESSAGES = 3000;
    private static final List<String> FILES = List.of("messages.csv", "messages.jsonl", "report.html", "summary.json");

    @TempDir
    private Path folder;

    private Path chat;
    private Path whole;
    private Path out;

    @BeforeEach
    void scanWithoutBeingCutOff() throws IOException {
        StringBuilder lines = new StringBuilder();
        DateTimeFormatter time = DateTimeFormatter.ofPattern("dd/MM/uuuu, HH:mm", Locale.ROOT);
        String[] texts = {"my bike got stolen", "at least it was old, sorry", "my interview is on Tuesday", "ok", "hm"};
        for (int i = 0; i < MESSAGES; i++) {
            lines.append(time.format(LocalDateTime.of(2026, 3, 14, 8, 0).plusMinutes(37L * i)))
                    .append(i % 2 == 0 ? " - Ann: " : " - Ben: ")
                    .append(texts[i * 7 % 5])
                    .append('\n');
        }
        chat = Files.writeString(folder.resolve("WhatsApp Chat with Ann.txt"), lines);
        whole = folder.resolve("whole");
        out = folder.resolve("out");
        assertEquals(0, new SlowScan(0).run(command(whole)));
    }

    private String[] command(Path into, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "scan",
                chat.toString(),
                "--out",
                into.toString(),
                "--format",
                "html,json,jsonl,csv",
                "--threads",
                "2"));
        args.addAll(List.of(
                more.length == 0 || !List.of(more).contains("--me") ? new String[] {"--me", "Ben"} : new String[0]));
        args.addAll(List.of(more));
        return args.toArray(String[]::new);
    }

    /** Ends a scan once it has read for a while. */
    private void cutOff(boolean kill, String... more) throws Exception {
        List<String> call = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SlowScan.class.getName()));
        call.addAll(List.of(command(out, more)));
        Path journal = out.resolve(Journal.FILE);
        long before = Files.exists(journal) ? Files.size(journal) : 0;
        Process process = new ProcessBuilder(call)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        while (!Files.exists(journal) || Files.size(journal) < before + 100_000) {
            assertTrue(process.isAlive(), () -> "it ended by itself: " + said());
            Thread.sleep(5);
        }
        if (kill) {
            process.destroyForcibly();
        } else {
            process.destroy(); // SIGTERM, which Java meets as it meets Ctrl-C
        }
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertFalse(process.exitValue() == 0);
        assertTrue(names().stream().noneMatch(FILES::contains), names().toString());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(journal)));
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said.txt"));
        } catch (IOException e) {
            return "nothing";
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private void isWhole() throws IOException {
        assertEquals(FILES, names());
        for (String file : FILES) {
            assertEquals(-1, Files.mismatch(whole.resolve(file), out.resolve(file)), file);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void resume_writesTheSameBytesAndReadsOnlyTheRest(boolean kill) throws Exception {
        cutOff(kill);
        assertEquals(kill, names().stream().anyMatch(n -> n.endsWith(".part")), names().toString());
        assertEquals(!kill, said().contains("the same command with --resume goes on from here"), said());
        SlowScan rest = new SlowScan(0);
        assertEquals(0, rest.run(command(out, "--resume")), rest::said);
        assertTrue(rest.asked() > 0 && rest.asked() < MESSAGES - 200, "asked again: " + rest.asked());
        isWhole();
    }

    @Test
    void resume_asOftenAsItTakes() throws Exception {
        cutOff(true);
        cutOff(true, "--resume");
        cutOff(false, "--resume");
        SlowScan rest = new SlowScan(0);
        assertEquals(0, rest.run(command(out, "--resume")), rest::said);
        assertTrue(rest.asked() < MESSAGES - 600, "asked again: " + rest.asked());
        isWhole();
    }

    @Test
    void resume_afterHalfARecord() throws Exception {
        cutOff(true);
        Path journal = out.resolve(Journal.FILE);
        try (FileChannel file = FileChannel.open(journal, StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 3);
        }
        cutOff(true, "--resume");
        try (FileChannel file = FileChannel.open(journal, StandardOpenOption.APPEND)) {
            file.write(ByteBuffer.wrap(new byte[] {0, 0, 1, 0, 7, 7, 7}));
        }
        assertEquals(0, new SlowScan(0).run(command(out, "--resume")));
        isWhole();
    }

    @Test
    void resume_whatIsAnotherRunIsRefusedAndStays() throws Exception {
        cutOff(true);
        SlowScan other = new SlowScan(0);
        assertEquals(2, other.run(command(out, "--resume", "--me", "Ann")));
        assertEquals(
                "toward: --resume: --me differs from the run that was cut off; give the same, or start anew without --resume\n",
                other.said());
        assertEquals(2, other.run(command(out, "--resume", "--since", "2026-03-15")));
        assertTrue(other.said().contains("--resume: --since differs"), other.said());
        String lines = Files.readString(chat);
        Files.writeString(chat, lines + "14/03/2027, 09:00 - Ann: one more\n");
        assertEquals(2, other.run(command(out, "--resume")));
        assertTrue(other.said().contains("--resume: the messages differs"), other.said());
        assertEquals(0, other.asked());
        Files.writeString(chat, lines);
        assertEquals(0, other.run(command(out, "--resume")));
        isWhole();
    }

    @Test
    void withoutResume_itBeginsAnew() throws Exception {
        cutOff(true);
        SlowScan anew = new SlowScan(0);
        assertEquals(0, anew.run(command(out)));
        assertEquals(MESSAGES, anew.asked());
        isWhole();
        assertEquals(0, anew.run(command(out, "--resume")));
        assertTrue(anew.said().contains("nothing to resume in "), anew.said());
        assertEquals(2 * MESSAGES, anew.asked());
    }

    @Test
    void whileAnotherScanIsAtWork_nothingIsTouched() throws Exception {
        Files.createDirectories(out);
        try (Journal other = Journal.in(out, new Journal.Terms(false, new LinkedHashMap<>()))) {
            SlowScan second = new SlowScan(0);
            assertEquals(2, second.run(command(out)));
            assertTrue(second.said().contains("another scan is writing there"), second.said());
        }
        assertEquals(List.of(), names());
    }
}
