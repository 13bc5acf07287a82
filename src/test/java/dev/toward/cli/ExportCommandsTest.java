package dev.toward.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.FixedAnswers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code inspect} and {@code scan} through the command line, with answers that are fixed. */
@Timeout(60)
class ExportCommandsTest {
    private static final String CHAT = """
            3/14/26, 18:03 - Messages and calls are end-to-end encrypted.
            3/14/26, 18:03 - Ann: my bike got stolen
            3/14/26, 18:05 - Ben: at least it was old, sorry
            3/14/26, 18:06 - Ann: ok
            3/15/26, 09:00 - Ben: morning
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws IOException {
        Files.createDirectory(folder.resolve("models"));
        Files.writeString(folder.resolve("WhatsApp Chat with Ann.txt"), CHAT);
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        Map<String, String> environment =
                Map.of("TOWARD_MODELS", folder.resolve("models").toString());
        Shell shell =
                new Shell(InputStream.nullInputStream(), out, new PrintStream(err, true, UTF_8), environment, false);
        return Main.run(shell, models -> new FixedAnswers(), args);
    }

    private String chat() {
        return folder.resolve("WhatsApp Chat with Ann.txt").toString();
    }

    @Test
    void inspect_inWords() {
        assertEquals(0, run("inspect", chat()));
        assertEquals("""
                Ann (whatsapp, direct)
                  4 messages, 1 notices, 0 explicit replies
                  from 2026-03-14T18:03:00 to 2026-03-15T09:00:00
                          2  Ann
                          2  Ben
                """, out.toString(UTF_8));
    }

    @Test
    void inspect_asJson() {
        assertEquals(0, run("inspect", chat(), "--json"));
        assertTrue(out.toString(UTF_8).startsWith("""
                                {"format":"whatsapp","chats":[{"name":"Ann","kind":"direct","messages":4,"system":1,\
                                "authors":{"Ann":2,"Ben":2},"first":"2026-03-14T18:03:00","last":"2026-03-15T09:00:00",\
                                "explicitReplies":0}]"""), out.toString(UTF_8));
    }

    @Test
    void inspect_whatIsNotThere() {
        assertEquals(2, run("inspect", folder.resolve("gone.txt").toString()));
        assertEquals("", out.toString(UTF_8));
        assertTrue(err.toString(UTF_8).contains("gone.txt"), err.toString(UTF_8));
        assertEquals(1, err.toString(UTF_8).lines().count());
    }

    @Test
    void inspect_whatIsNoChat() throws IOException {
        Path file = Files.writeString(folder.resolve("shopping.txt"), "bread\nmilk\n");
        assertEquals(2, run("inspect", file.toString()));
        assertEquals(1, err.toString(UTF_8).lines().count());
    }

    @Test
    void inspect_aDateOrderThatIsNone() {
        assertEquals(2, run("inspect", chat(), "--date-order", "backwards"));
        assertTrue(err.toString(UTF_8).contains("expected dmy, mdy or ymd"), err.toString(UTF_8));
    }

    @Test
    void scan_writesWhatWasAskedFor() throws IOException {
        Path into = folder.resolve("report");
        assertEquals(
                0, run("scan", chat(), "--me", "Ben", "--out", into.toString(), "--format", "html,json,jsonl,csv"));
        try (Stream<Path> files = Files.list(into)) {
            assertEquals(
                    "messages.csv messages.jsonl report.html summary.json",
                    String.join(
                            " ",
                            files.map(f -> f.getFileName().toString()).sorted().toList()));
        }
        assertEquals(5, Files.readAllLines(into.resolve("messages.jsonl")).size());
        assertTrue(Files.readString(into.resolve("report.html")).contains("at least it was old"));
    }

    @Test
    void scan_theSameBytesOnAnyNumberOfThreads() throws IOException {
        for (String threads : new String[] {"1", "4"}) {
            assertEquals(0, run("scan", chat(), "--out", folder.resolve(threads).toString(), "--threads", threads));
        }
        for (String name : new String[] {"messages.jsonl", "report.html", "summary.json"}) {
            assertEquals(
                    -1,
                    Files.mismatch(
                            folder.resolve("1").resolve(name),
                            folder.resolve("4").resolve(name)),
                    name);
        }
    }

    @Test
    void scan_withPseudonyms() throws IOException {
        Path into = folder.resolve("report");
        assertEquals(
                0, run("scan", chat(), "--out", into.toString(), "--pseudonyms", "--format", "jsonl,html,json,csv"));
        try (Stream<Path> files = Files.list(into)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                assertFalse(text.contains("Ann") || text.contains("Ben"), file.getFileName() + " names somebody");
            }
        }
    }

    @Test
    void scan_somebodyWhoIsNotThere() {
        assertEquals(
                2,
                run("scan", chat(), "--me", "Zoe", "--out", folder.resolve("r").toString()));
        assertFalse(Files.exists(folder.resolve("r").resolve("report.html")));
        assertEquals(1, err.toString(UTF_8).lines().count());
    }

    @Test
    void scan_onlyOneChat() throws IOException {
        Path other = Files.writeString(
                folder.resolve("WhatsApp Chat with Cleo.txt"),
                "3/14/26, 18:03 - Cleo: my bike got stolen\n3/14/26, 18:05 - Ben: sorry\n");
        Path into = folder.resolve("one");
        assertEquals(0, run("scan", chat(), other.toString(), "--chat", "cleo", "--out", into.toString()));
        assertEquals(2, Files.readAllLines(into.resolve("messages.jsonl")).size());
        assertEquals(
                2,
                run(
                        "scan",
                        chat(),
                        "--chat",
                        "Zoe",
                        "--out",
                        folder.resolve("r").toString()));
        assertTrue(err.toString(UTF_8).contains("--chat: no chat of this name"), err.toString(UTF_8));
        assertFalse(err.toString(UTF_8).contains("Zoe"));
    }

    @Test
    void scan_everyone() throws IOException {
        Path into = folder.resolve("all");
        assertEquals(0, run("scan", chat(), "--everyone", "--out", into.toString()));
        assertTrue(Files.readString(into.resolve("report.html")).contains("at least it was old"));
        assertEquals(0, run("scan", chat(), "--out", into.toString()));
        assertFalse(Files.readString(into.resolve("report.html")).contains("at least it was old"));
    }

    @Test
    void scan_aDayThatIsNone() {
        assertEquals(2, run("scan", chat(), "--since", "31/02/2026"));
        assertEquals("toward: --since: expected a day, as 2026-03-01\n", err.toString(UTF_8));
    }

    @Test
    void scan_onlySomeDays() throws IOException {
        Path into = folder.resolve("report");
        assertEquals(0, run("scan", chat(), "--out", into.toString(), "--since", "2026-03-15"));
        assertEquals(1, Files.readAllLines(into.resolve("messages.jsonl")).size());
    }
}
