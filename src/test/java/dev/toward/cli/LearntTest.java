package dev.toward.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.Analyses;
import dev.toward.Analysis;
import dev.toward.FixedAnswers;
import dev.toward.Tier;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.text.Draft;
import dev.toward.verdict.Label;
import dev.toward.verdict.Provenance;
import dev.toward.verdict.Scores;
import dev.toward.verdict.Turn;
import dev.toward.verdict.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code toward phrases add --learn-from}, on a made-up chat; what has {@code you} in it is read as warm, what has {@code 40} is not. */
class LearntTest {
    private static final String CHAT = """
            3/14/26, 18:03 - Messages and calls are end-to-end encrypted.
            3/14/26, 18:03 - Maya Lopez: the walrus ate my homework
            3/14/26, 18:05 - Dan Reed: I so wish I could sit by you and share some cake
            3/17/26, 18:03 - Maya Lopez: bad day
            3/17/26, 18:05 - Dan Reed: sending you the biggest hug and tea, maya
            3/21/26, 18:03 - Maya Lopez: worse day
            3/21/26, 18:05 - Dan Reed: I so wish i could sit by you and share some cake!
            3/22/26, 18:05 - Maya Lopez: bye
            3/22/26, 18:06 - Dan Reed: did you pay the 40
            """;
    private static final List<String> BOTH = List.of(
            "1\tpresence\tI so wish I could sit by you and share some cake.",
            "2\tpresence\tSending you the biggest hug and tea, {name}.");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private static Analyses warm() {
        Analyses fixed = new FixedAnswers();
        return (draft, suggestions, them) ->
                draft.text().contains("you") && !draft.text().startsWith("at least")
                        ? warm(draft)
                        : fixed.analyze(draft, suggestions, them);
    }

    private static Analysis warm(Draft draft) {
        Verdict verdict = new Verdict.Decided(
                Label.VALIDATING,
                new Scores(0.94, 0.02, 0.02, 0.02),
                Turn.TOWARD,
                BidKind.DISTRESS,
                List.of(),
                List.of(Gesture.PRESENCE));
        return new Analysis(draft, verdict, List.of(), null, "en", Tier.FULL, new Provenance("2026.11-test"));
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(chat(), CHAT);
    }

    @AfterEach
    void leaveTheTerminal() {
        System.clearProperty("toward.terminal");
        System.clearProperty("toward.terminal.in");
    }

    private Path chat() {
        return folder.resolve("WhatsApp Chat with Maya.txt");
    }

    private int run(InputStream in, String... args) {
        out.reset();
        err.reset();
        Map<String, String> environment = Map.of(
                "TOWARD_MODELS", "models", "TOWARD_DATA", folder.resolve("data").toString());
        Shell shell = new Shell(in, out, new PrintStream(err, true, UTF_8), environment, false);
        return Main.run(shell, models -> warm(), args);
    }

    private List<String> learn(String... more) {
        String[] args = Stream.concat(
                        Stream.of("phrases", "add", "--learn-from", chat().toString(), "--me", "dan reed"),
                        Stream.of(more))
                .toArray(String[]::new);
        assertEquals(0, run(InputStream.nullInputStream(), args), err.toString(UTF_8));
        return out.toString(UTF_8).lines().toList();
    }

    private List<String> own() {
        assertEquals(0, run(InputStream.nullInputStream(), "phrases", "list", "--own"));
        return out.toString(UTF_8).lines().toList();
    }

    private String answering(String answers) {
        System.setProperty("toward.terminal", "true");
        System.setProperty("toward.terminal.in", "true");
        InputStream in = new ByteArrayInputStream(answers.getBytes(UTF_8));
        assertEquals(0, run(in, "phrases", "add", "--learn-from", chat().toString(), "--me", "Dan Reed"));
        return out.toString(UTF_8);
    }

    @Test
    void withoutATerminal_printsAndAddsNothing() {
        assertEquals(BOTH, learn());
        assertEquals(
                "toward: nothing was added; the same call with --yes-to 1,3 or --accept all adds\n",
                err.toString(UTF_8));
        assertEquals(List.of(), own());
        assertEquals(BOTH.subList(0, 1), learn("--limit", "1"));
    }

    @Test
    void yesTo_addsThese() throws IOException {
        assertEquals(List.of("presence/own-001"), learn("--yes-to", "2"));
        assertEquals(List.of("presence/own-001\tSending you the biggest hug and tea, {name}."), own());
        // what is kept already is not proposed again
        assertEquals(List.of("1\tpresence\tI so wish I could sit by you and share some cake."), learn());
    }

    @Test
    void acceptAll_addsAllAndNothingOfTheOther() throws IOException {
        assertEquals(List.of("presence/own-001", "presence/own-002"), learn("--accept", "all"));
        String kept = Files.readString(folder.resolve("data").resolve("phrases.jsonl"));
        assertEquals(2, kept.lines().count());
        for (String theirs : List.of("walrus", "homework", "bad day", "worse day", "Maya", "maya", "Dan")) {
            assertFalse(kept.contains(theirs), theirs);
        }
    }

    @Test
    void json_printsWholePhrasesAndAddsNothing() {
        List<String> lines = learn("--json");
        assertEquals(2, lines.size());
        assertTrue(
                lines.get(0)
                        .startsWith(
                                "{\"number\":1,\"times\":2,\"warmth\":0.94,\"phrase\":{\"id\":\"presence/own-001\""),
                lines.get(0));
        assertTrue(lines.get(1).contains("\"id\":\"presence/own-002\""), lines.get(1));
        assertEquals(List.of(), own());
    }

    @Test
    void terminal_asksAboutEach() {
        String shown = answering("what\nn\ny\n");
        assertTrue(shown.startsWith("""
                        1 of 2: said 2 times; presence; answers distress; fits any; tender, plain; medium
                          I so wish I could sit by you and share some cake.
                        Add it? y(es), n(o), e(dit), q(uit):   y adds it, n passes over it"""), shown);
        assertTrue(shown.endsWith("presence/own-001\n"), shown);
        assertEquals(List.of("presence/own-001\tSending you the biggest hug and tea, {name}."), own());
    }

    @Test
    void terminal_edit() {
        String shown = answering("e\nat least you have {cake}.\ne\nat least it was cake.\ne\nI'd sit by you.\nq\n");
        assertTrue(
                shown.contains("  expected one of {name}, {feeling}, {thing}, {time}, {event} after a brace\n"), shown);
        assertTrue(
                shown.contains(
                        "  as an answer to its example the phrase is read as minimizing (at-least); it was not added\n"),
                shown);
        assertEquals(List.of("presence/own-001\tI'd sit by you."), own());
    }

    @Test
    void terminal_endOfInputKeepsWhatWasAccepted() {
        answering("y\n");
        assertEquals(List.of("presence/own-001\tI so wish I could sit by you and share some cake."), own());
    }

    @Test
    void nothingWarm() throws IOException {
        Files.writeString(chat(), CHAT.replace("you", "nobody"));
        assertEquals(List.of(), learn("--accept", "all"));
        assertEquals(
                "toward: found no words to learn: no answer of yours there is clearly warm, short, tied to nobody, and new\n",
                err.toString(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --learn-from CHAT --me Dan Read    | nobody in these chats has the name given with --me; 'toward inspect PATH' lists the names; did you mean Dan Reed?
            --learn-from CHAT --me Zacharias   | nobody in these chats has the name given with --me; 'toward inspect PATH' lists the names
            --learn-from gone.txt --me Dan     | gone.txt: not found; expected a chat export, a folder or a zip
            --learn-from CHAT                  | --me: expected your name in the chat, for only your own messages are learnt from; 'toward inspect EXPORT' lists the names
            --learn-from CHAT --me Dan Reed --yes-to 1,9   | --yes-to: there is no proposal 9, the last is 2; nothing was added
            --learn-from CHAT --me Dan Reed --yes-to 1;2   | --yes-to: expected numbers of proposals with commas between, as 1,3,7
            --learn-from CHAT --me Dan Reed --accept most  | --accept: expected all; --yes-to takes numbers
            --learn-from CHAT --me Dan Reed --accept all --json | expected one of --json, --accept and --yes-to, not several
            --learn-from CHAT --me Dan Reed --gesture presence | --learn-from finds the words and guesses their tags; give neither with it
            hello --gesture presence --limit 3 | --limit is for --learn-from; give that too, or leave it out
            hello                              | give the phrase and its --gesture, or --learn-from EXPORT --me NAME; toward phrases add --help tells more
            """)
    void mistakes(String args, String line) {
        List<String> words = Stream.of(("phrases add " + args).split(" "))
                .map(w -> w.equals("CHAT") ? chat().toString() : w)
                .toList();
        // a name of two words is one argument
        String joined = String.join("\n", words).replace("Dan\nRe", "Dan Re");
        assertEquals(2, run(InputStream.nullInputStream(), joined.split("\n")));
        assertEquals("toward: " + line + "\n", err.toString(UTF_8));
        assertEquals(List.of(), own());
    }
}
