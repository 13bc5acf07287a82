package dev.toward.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.FixedAnswers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code toward evaluate}, with answers that are fixed: what starts with {@code at least} is minimizing, the rest neutral. */
class EvaluateCommandTest {
    private static final String HEAD = """
            | set | n | right | macro-F1 | with alt | F1 val · dis · min · neu | false flags on neutral | on validating | flag recall | AUC flag | AUC validating | ECE | bid | tactics F1 | words F1 |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void drafts() throws IOException {
        Files.createDirectories(folder.resolve("models"));
        Files.createDirectories(folder.resolve("set"));
        Files.writeString(folder.resolve("set/a.jsonl"), """
                {"id":"a1","context":"lost my keys","text":"at least you have a spare","label":"minimizing","bid":"distress","register":"texting","phenomenon":null}
                {"id":"a2","context":"dinner at six?","text":"six works","label":"neutral","bid":"question","register":"plain"}
                """);
        Files.writeString(folder.resolve("set/b.jsonl"), """
                {"id":"b1","context":null,"text":"at least forty chairs","label":"neutral","bid":null,"register":"plain","phenomenon":"trigger-word-innocent"}
                {"id":"b2","context":"she said yes","text":"that is wonderful","label":"validating","alt":"neutral","bid":"good-news","register":"texting"}
                """);
    }

    private int run(String... args) {
        Map<String, String> environment =
                Map.of("TOWARD_MODELS", folder.resolve("models").toString());
        Shell shell =
                new Shell(InputStream.nullInputStream(), out, new PrintStream(err, true, UTF_8), environment, false);
        return Main.run(shell, models -> new FixedAnswers(), args);
    }

    private String set() {
        return folder.resolve("set").toString();
    }

    @Test
    void evaluate_aFolderIsOneSet() {
        assertEquals(0, run("evaluate", set()), err.toString(UTF_8));
        List<String> lines = out.toString(UTF_8).lines().toList();
        assertTrue(out.toString(UTF_8).startsWith(HEAD), out.toString(UTF_8));
        assertEquals(3, lines.size());
        // three of four right (neutral is accepted for the last), one of three neutral ones flagged, the one bid that
        // was asked for
        assertTrue(lines.get(2).startsWith("| set | 4 | 0.750 |"), lines.get(2));
        assertTrue(lines.get(2).contains("| 33.3% |"), lines.get(2));
    }

    @Test
    void evaluate_byRegister() {
        assertEquals(0, run("evaluate", "--by", "register", set()));
        List<String> lines = out.toString(UTF_8).lines().skip(2).toList();
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).startsWith("| set: register: plain | 2 | 0.500 |"), lines.get(1));
        assertTrue(lines.get(2).startsWith("| set: register: texting | 2 | 1.000 |"), lines.get(2));
    }

    @Test
    void evaluate_drawsReliability() throws IOException {
        Path drawn = folder.resolve("new/figures");
        assertEquals(0, run("evaluate", "--reliability", drawn.toString(), set()));
        String svg = Files.readString(drawn.resolve("set.svg"));
        assertTrue(svg.startsWith("<svg "), svg.substring(0, 40));
        assertTrue(svg.contains(">4 drafts") || svg.contains("4 "), svg);
    }

    @Test
    void evaluate_whatTheDraftsAreLike() {
        assertEquals(0, run("evaluate", "--corpus", "corpus/labelled/dev"), err.toString(UTF_8));
        String table = out.toString(UTF_8);
        assertTrue(table.startsWith("| drafts | |\n| --- | --- |\n| all | "), table);
        assertTrue(table.contains("| Cohen's kappa | 0.9"), table);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --by colour            | --by: no such grouping; there are phenomenon, register, relationship, length, bid, context, label
            --corpus --json        | --corpus goes with no other option; run evaluate twice
            --baseline guesswork   | --baseline: expected maxent, frozen or reader
            """)
    void evaluate_mistakes(String options, String message) {
        String[] words = ("evaluate " + options + " " + set()).split(" ");
        assertEquals(2, run(words));
        assertEquals(
                "toward: " + message, err.toString(UTF_8).lines().findFirst().orElse(""));
        assertEquals("", out.toString(UTF_8));
    }

    @Test
    void evaluate_noModelsThere() {
        assertEquals(2, run("evaluate", "--baseline", "reader", set()));
        assertTrue(err.toString(UTF_8).startsWith("toward: no model manifest at "), err.toString(UTF_8));
    }

    @Test
    void evaluate_notJson() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jsonl"), "hollyhock7\n");
        assertEquals(2, run("evaluate", broken.toString()));
        assertTrue(err.toString(UTF_8).contains("broken.jsonl"), err.toString(UTF_8));
        assertTrue(!err.toString(UTF_8).contains("hollyhock7"), err.toString(UTF_8));
    }
}
