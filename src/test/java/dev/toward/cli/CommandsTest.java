package dev.toward.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.AnalysisJson;
import dev.toward.FixedAnswers;
import dev.toward.models.ModelException;
import dev.toward.text.Draft;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command through the command line, with answers that are fixed. */
@Timeout(60)
class CommandsTest {
    private static final String SECRET = "hollyhock7";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Models.Opening opening = models -> new FixedAnswers();
    private InputStream in = InputStream.nullInputStream();
    private OutputStream to = out;
    private boolean colour;

    @BeforeEach
    void models() throws IOException {
        Files.createDirectory(folder.resolve("models"));
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        Map<String, String> environment =
                Map.of("TOWARD_MODELS", folder.resolve("models").toString());
        Shell shell = new Shell(in, to, new PrintStream(err, true, UTF_8), environment, colour);
        return Main.run(shell, opening, args);
    }

    private void assertRun(int exit, String stdout, String stderr, String... args) {
        int code = run(args);
        assertEquals(stderr, err.toString(UTF_8));
        assertEquals(stdout, out.toString(UTF_8));
        assertEquals(exit, code);
    }

    // check

    @Test
    void check_flagged() {
        assertRun(
                1,
                """
                minimizing: it turns away (what it answers: bad news, worry, hurt, a sigh)

                  at least it was small, call you at 6?
                  ^^^^^^^^^^^^^^^^^^^^^

                  at-least: A bright side offered before the hurt is heard.

                Warmer:
                  1. that must sting, call you at 6?  (mirror-feeling)
                  2. that must sting, call you at 6?  (mirror-feeling)
                """,
                "",
                "check",
                "at",
                "least it was small, call you at 6?",
                "--reply-to",
                "hi",
                "--reply-to",
                "lost it",
                "--suggest",
                "2");
    }

    @Test
    void check_explained() {
        run("check", "at least", "--suggest=1", "--explain");
        assertTrue(out.toString(UTF_8).endsWith("""
                  1. that must sting  (mirror-feeling)
                     mirror-feeling/loss-014
                       1.60  it names something of theirs
                       0.45  its gesture answers such a message
                """), out.toString(UTF_8));
        out.reset();
        run("check", "at least", "--suggest=1", "--explain", "--json");
        assertTrue(
                out.toString(UTF_8)
                        .contains(
                                "\"phrase\":\"mirror-feeling/loss-014\",\"parts\":{\"gesture\":0.45,\"length\":0.0,\"named\":1.6}"),
                out.toString(UTF_8));
    }

    @Test
    void check_threeWordingsByDefault() {
        run("check", "at least");
        assertTrue(out.toString(UTF_8).contains("  3. ") && !out.toString(UTF_8).contains("  4. "));
    }

    @Test
    void check_onATerminal() {
        colour = true;
        assertRun(1, """
                \u001b[1mminimizing\u001b[0m: it turns away

                  \u001b[1;4;31mat least\u001b[0m, you

                  \u001b[1mat-least\u001b[0m: A bright side offered before the hurt is heard.
                """, "", "check", "at least, you", "--suggest=0");
    }

    @Test
    void check_severalLinesAndWideLetters() {
        assertRun(1, """
                minimizing: it turns away

                  at least \ud83d\ude42
                  ^^^^^^^^^^^
                  e\u0301 \u3042 it
                  ^^^^^^^
                  , ok

                  at-least: A bright side offered before the hurt is heard.
                """, "", "check", "--suggest", "0", "at least \ud83d\ude42\ne\u0301 \u3042 it\n, ok");
    }

    @Test
    void check_noEscapesReachTheTerminal() {
        run("check", "at least \u001b]0;title\u0007 \u202e and \ud83d, x");
        String shown = out.toString(UTF_8);
        assertTrue(shown.contains("at least \ufffd]0;title\ufffd \ufffd and \ufffd, x"), shown);
    }

    @Test
    void check_neutral() {
        assertRun(0, "neutral: it turns neither way\n", "", "check", "see you at 6");
    }

    @Test
    void check_care() {
        assertRun(0, FixedAnswers.CARE + "\n\nneutral: it turns neither way\n", "", "check", "danger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "", " "})
    void check_noWords(String text) {
        assertRun(0, "neutral: there are no words in it to go by\n", "", "check", text);
    }

    @Test
    void check_json() {
        Draft draft = Draft.of("at least", "lost it");
        assertRun(
                1,
                AnalysisJson.line(new FixedAnswers().analyze(draft, 3, null)) + "\n",
                "",
                "check",
                "--json",
                "--reply-to",
                "lost it",
                "at least");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@at least", "\"quoted\"", "${sys:user.home}", "'x'"})
    void check_textIsTakenAsItStands(String text) {
        opening = models -> (draft, suggestions, them) -> {
            assertEquals(text, draft.text());
            return new FixedAnswers().analyze(draft, suggestions, them);
        };
        assertRun(0, "neutral: it turns neither way\n", "", "check", text);
    }

    @Test
    void check_afterTwoDashes() {
        assertRun(0, "neutral: it turns neither way\n", "", "check", "--", "--json");
    }

    @Test
    void check_standardInput() {
        in = new ByteArrayInputStream("\ufeffat least\nit was small, ok\n".getBytes(UTF_8));
        run("check", "-", "--json");
        String line = AnalysisJson.line(new FixedAnswers().analyze(Draft.of("at least\nit was small, ok"), 3, null));
        assertEquals(line + "\n", out.toString(UTF_8));
    }

    @Test
    void check_standardInputTooLong() {
        in = new ByteArrayInputStream(new byte[(1 << 20) + 1]);
        assertRun(
                2, "", "toward: the draft on standard input is longer than 1 MiB; give a shorter one\n", "check", "-");
    }

    @Test
    void check_standardInputNotUtf8() {
        in = new ByteArrayInputStream(new byte[] {'a', (byte) 0xe9});
        assertRun(
                2,
                "",
                "toward: standard input is not UTF-8; convert it first, for instance with iconv -t UTF-8\n",
                "check",
                "-");
    }

    @Test
    void check_faultOfOurs() {
        assertEquals(3, run("check", "fail " + SECRET));
        assertEquals("", out.toString(UTF_8));
        assertTrue(
                err.toString(UTF_8)
                        .matches("toward: a fault in toward: java.lang.IllegalStateException at"
                                + " dev.toward.FixedAnswers.analyze, line \\d+;"
                                + " please report this line, it holds none of your text\n"),
                err.toString(UTF_8));
    }

    @Test
    void check_errorOfOurs() {
        opening = models -> (draft, suggestions, them) -> {
            throw new StackOverflowError(draft.text());
        };
        assertEquals(3, run("check", SECRET));
        assertFalse(err.toString(UTF_8).contains(SECRET));
    }

    @Test
    void check_outputFull() {
        to = full("No space left on device");
        assertRun(2, "", "toward: standard output cannot be written: No space left on device\n", "check", "ok");
        assertRun(
                2,
                "",
                "toward: cannot write standard output: No space left on device\n",
                "classify",
                "--in",
                lines("{}"));
    }

    @Test
    void check_readerOfThePipeGone() {
        to = full("Broken pipe");
        assertRun(0, "", "", "check", "ok");
        assertRun(0, "", "", "classify", "--in", lines("{}"));
    }

    // models

    @Test
    void models_damaged() {
        opening = models -> {
            throw new ModelException("model file " + models.getFileName() + "/a is damaged; take it from the release");
        };
        assertRun(2, "", "toward: model file models/a is damaged; take it from the release\n", "check", "ok");
    }

    /** Or the build, which rehearses, would wait for somebody to mend them. */
    @Test
    void rehearse_modelsDamaged() {
        opening = models -> {
            throw new ModelException("model file " + models.getFileName() + "/a is damaged; take it from the release");
        };
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertRun(2, "", "toward: model file models/a is damaged; take it from the release\n", "rehearse");
        });
    }

    @Test
    void models_notThere() {
        String missing = folder.resolve("missing").toString();
        assertRun(
                2,
                "",
                "toward: no folder of models at " + missing + "; give one with --models or TOWARD_MODELS\n",
                "check",
                "ok",
                "--models",
                missing);
    }

    // usage

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                            | give a command, as in: toward check TEXT; toward --help lists them
            chekc a                       | there is no such command; did you mean check?; toward --help tells more
            hollyhock7                    | there is no such command; toward --help tells more
            --verison                     | there is no option --verison; did you mean --version?; toward --help tells more
            check                         | give the draft, as in: toward check TEXT, or - to read it from standard input
            check a --jsn                 | there is no option --jsn; did you mean --json?; toward check --help tells more
            check a --reply=x             | there is no option --reply; did you mean --reply-to?; toward check --help tells more
            check a --zzzzzz              | there is no option --zzzzzz; toward check --help tells more
            check -_hollyhock7_           | an argument starts with '-' and is no option; put -- before a text that starts so; toward check --help tells more
            check a --suggest 11          | --suggest: expected a whole number from 0 to 10; toward check --help tells more
            check a --suggest hollyhock7  | --suggest: expected a whole number from 0 to 10; toward check --help tells more
            check a --suggest             | --suggest needs a value; toward check --help tells more
            check a --suggest 1 --suggest 2 | --suggest is given twice; toward check --help tells more
            classify hollyhock7           | toward classify takes options only, and there is an argument that is none; toward classify --help tells more
            classify --thread 4           | there is no option --thread; did you mean --threads?; toward classify --help tells more
            classify --threads 0          | --threads: expected a whole number from 1 to 1024; toward classify --help tells more
            classify --tier deep          | --tier: expected fast, auto or full; toward classify --help tells more
            serve --port 70000            | --port: expected a whole number from 0 to 65535; toward serve --help tells more
            """)
    void usage_mistakes(String args, String line) {
        String[] words = args.isEmpty() ? new String[0] : args.split(" ");
        assertRun(2, "", "toward: " + line + "\n", words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "check", "classify", "serve"})
    void usage_help(String command) {
        for (String flag : new String[] {"--help", "-h"}) {
            assertEquals(0, command.isEmpty() ? run(flag) : run(command, flag));
            assertTrue(out.toString(UTF_8).startsWith(("Usage: toward " + command).strip()), out.toString(UTF_8));
            assertFalse(out.toString(UTF_8).contains("--models"));
            assertEquals("", err.toString(UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "check", "classify", "serve"})
    void usage_version(String command) {
        assertEquals(0, command.isEmpty() ? run("--version") : run(command, "--version"));
        assertEquals("toward (not packaged)\n", out.toString(UTF_8));
    }

    // classify

    @Test
    void classify_inOrderWithErrorsInPlace() {
        in = new ByteArrayInputStream(("""
                {"id":"m1","text":"at least","context":"lost it"}\r
                {"text":"%1$s

                {"id":3,"text":"123","label":"other fields are passed over"}
                {"id":4}
                {"id":5,"text":"ok","context":["a",%1$s]}
                {"id":6,"text":"ok","context":["a",6]}
                {"id":7,"text":"ok"}""".formatted(SECRET)).getBytes(UTF_8));
        FixedAnswers answers = new FixedAnswers();
        assertRun(
                0,
                String.join(
                        "\n",
                        AnalysisJson.line(answers.analyze(Draft.of("at least", "lost it"), 0, null), "\"m1\""),
                        "{\"line\":2,\"error\":\"not JSON: it breaks off or goes wrong at column 20\"}",
                        "{\"line\":3,\"error\":\"not JSON: it is empty\"}",
                        AnalysisJson.line(answers.analyze(Draft.of("123"), 0, null), "3"),
                        "{\"line\":5,\"error\":\"/text: expected a string, and there is none\"}",
                        "{\"line\":6,\"error\":\"not JSON: it breaks off or goes wrong at column 36\"}",
                        "{\"line\":7,\"error\":\"/context/1: expected a string, oldest message first\"}",
                        AnalysisJson.line(answers.analyze(Draft.of("ok"), 0, null), "7"),
                        ""),
                "",
                "classify");
    }

    @Test
    void classify_sameBytesAtAnyThreadCount() throws IOException {
        opening = models -> (draft, suggestions, them) -> {
            try {
                Thread.sleep(draft.text().length() % 7);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new FixedAnswers().analyze(draft, suggestions, them);
        };
        Path drafts = folder.resolve("drafts.jsonl");
        Files.writeString(
                drafts,
                IntStream.range(0, 500)
                        .mapToObj(i -> i % 50 == 0
                                ? "not json"
                                : "{\"id\":" + i + ",\"text\":\"at least " + "x".repeat(i % 11) + "\"}")
                        .collect(Collectors.joining("\n")));
        assertEquals(0, run("classify", "--in", drafts.toString(), "--threads", "1", "--suggest", "1"));
        byte[] one = out.toByteArray();
        assertEquals(500, new String(one, UTF_8).lines().count());
        assertEquals(0, run("classify", "--in", drafts.toString(), "--threads", "8", "--suggest", "1"));
        assertArrayEquals(one, out.toByteArray());
    }

    @Test
    void classify_readsNoFurtherAheadThanAFewLines() {
        // Far more than the heap holds; the answers go nowhere, and then the reader of them is gone.
        Repeated endless = new Repeated(("{\"text\":\"" + "a".repeat(1000) + "\"}\n").getBytes(UTF_8));
        in = endless;
        to = new OutputStream() {
            private int left = 1 << 18;

            @Override
            public void write(int b) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                left -= length;
                if (left < 0) {
                    throw new IOException("Broken pipe");
                }
            }
        };
        assertRun(0, "", "", "classify", "--threads", "2");
        // At most what was answered, what was ahead, and the buffers between.
        assertTrue(endless.given < 3_000_000, endless.given + " bytes were read");
    }

    @Test
    void classify_lineTooLong() {
        in = new ByteArrayInputStream(("a".repeat((1 << 20) + 1) + "\n{\"text\":4}\n").getBytes(UTF_8));
        assertRun(
                0,
                "{\"line\":1,\"error\":\"longer than 1 MiB\"}\n{\"line\":2,\"error\":\"/text: expected a string\"}\n",
                "",
                "classify");
    }

    @Test
    void classify_empty() {
        assertRun(0, "", "", "classify");
    }

    @Test
    void classify_intoAFile() throws IOException {
        Path results = folder.resolve("results.jsonl");
        Files.writeString(results, "old");
        assertRun(0, "", "", "classify", "--in", lines("{}"), "--out", results.toString());
        assertEquals(
                "{\"line\":1,\"error\":\"/text: expected a string, and there is none\"}\n", Files.readString(results));
        assertOnly("drafts.jsonl", "models", "results.jsonl");
    }

    @Test
    void classify_intoItsOwnInput() throws IOException {
        String file = lines("{\"text\":4}");
        assertRun(0, "", "", "classify", "--in", file, "--out", file);
        assertEquals("{\"line\":1,\"error\":\"/text: expected a string\"}\n", Files.readString(Path.of(file)));
    }

    @Test
    void classify_unreadableLeavesNothing() throws IOException {
        in = new InputStream() {
            private int left = 20;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("Input/output error");
                }
                return '\n';
            }
        };
        String results = folder.resolve("results.jsonl").toString();
        assertRun(2, "", "toward: the input cannot be read: Input/output error\n", "classify", "--out", results);
        assertOnly("models");
    }

    @Test
    void classify_modelsDamagedLeavesNothing() throws IOException {
        opening = models -> {
            throw new ModelException("damaged");
        };
        assertEquals(2, run("classify", "--out", folder.resolve("results.jsonl").toString()));
        assertOnly("models");
    }

    @Test
    void classify_faultOfOurs() throws IOException {
        String file = lines("{\"text\":\"fail " + SECRET + "\"}\n{\"text\":4}");
        assertEquals(3, run("classify", "--in", file));
        assertEquals(
                "{\"line\":1,\"error\":\"a fault in toward\"}\n{\"line\":2,\"error\":\"/text: expected a string\"}\n",
                out.toString(UTF_8));
        assertTrue(
                err.toString(UTF_8).startsWith("toward: a fault in toward at line 1: java.lang.IllegalStateException"));
        assertFalse(err.toString(UTF_8).contains(SECRET));
    }

    @Test
    void classify_files() {
        String missing = folder.resolve("missing").toString();
        assertRun(2, "", "toward: --in: cannot read " + missing + ": there is none\n", "classify", "--in", missing);
        assertRun(
                2,
                "",
                "toward: --in: " + folder + " is a folder; give a file\n",
                "classify",
                "--in",
                folder.toString());
        assertRun(
                2,
                "",
                "toward: --out: cannot write " + missing + "/x: there is none\n",
                "classify",
                "--out",
                missing + "/x");
        assertRun(
                2,
                "",
                "toward: --out: " + folder + " is a folder; give a file\n",
                "classify",
                "--out",
                folder.toString());
    }

    @Test
    void classify_answersALineBeforeTheNextComes() throws Exception {
        var toCommand = new PipedOutputStream();
        in = new PipedInputStream(toCommand, 1 << 16);
        var answers = new PipedInputStream(1 << 16);
        to = new PipedOutputStream(answers);
        Thread command = Thread.ofPlatform().start(() -> run("classify"));
        for (int i = 1; i <= 3; i++) {
            toCommand.write("{}\n".getBytes(UTF_8));
            toCommand.flush();
            String expected = "{\"line\":" + i + ",\"error\":\"/text: expected a string, and there is none\"}\n";
            assertEquals(expected, new String(answers.readNBytes(expected.length()), UTF_8));
        }
        toCommand.close();
        command.join(10_000);
        assertFalse(command.isAlive());
    }

    // serve

    @Test
    void serve_portInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertRun(
                    2,
                    "",
                    "toward: port " + port + " on 127.0.0.1 is in use or not ours to take;"
                            + " give another with --port, or --port 0 for any free one\n",
                    "serve",
                    "--port",
                    Integer.toString(port));
        }
    }

    @Test
    void serve_noSuchHost() {
        assertRun(
                2,
                "",
                "toward: --host: there is no such address; 127.0.0.1 is this computer only, 0.0.0.0 all of its addresses\n",
                "serve",
                "--host",
                "no such host",
                "--port",
                "0");
    }

    @Test
    void serve_otherAddressWithoutToken() {
        assertRun(
                2,
                "",
                "toward: --host: others can call this address, so it needs a token;"
                        + " give --token-file FILE, which makes one when there is none\n",
                "serve",
                "--host",
                "0.0.0.0",
                "--port",
                "0");
    }

    @Test
    void serve_shortToken() throws IOException {
        String needs =
                ": expected 16 characters or more; --token-file FILE makes a good one where there is no such file\n";
        assertRun(2, "", "toward: --token" + needs, "serve", "--port", "0", "--token", "hollyhock7");
        Path file = Files.writeString(folder.resolve("token"), "hollyhock7\n");
        assertRun(
                2,
                "",
                "toward: --token-file: the first line of " + file + needs,
                "serve",
                "--port",
                "0",
                "--token-file",
                file.toString());
        assertRun(
                2,
                "",
                "toward: --token-file: " + folder + " is a folder; give a file\n",
                "serve",
                "--port",
                "0",
                "--token-file",
                folder.toString());
    }

    @Test
    void serve_makesAToken() throws Exception {
        Path file = folder.resolve("token");
        for (String made : List.of("toward: made a new token in " + file + "\n", "")) {
            err.reset();
            var lines = new PipedInputStream();
            to = new PipedOutputStream(lines);
            Thread command = Thread.ofPlatform()
                    .start(() -> run("serve", "--host", "0.0.0.0", "--port", "0", "--token-file", file.toString()));
            try (var reader = new BufferedReader(new InputStreamReader(lines, UTF_8));
                    var client = HttpClient.newHttpClient()) {
                String line = reader.readLine();
                var taxonomy = URI.create(line.substring(line.indexOf("http")) + "/v1/taxonomy");
                var request = HttpRequest.newBuilder(taxonomy);
                assertEquals(
                        401,
                        client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                                .statusCode());
                request.header(
                        "Authorization", "Bearer " + Files.readString(file).strip());
                assertEquals(
                        200,
                        client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                                .statusCode());
            } finally {
                command.interrupt();
            }
            command.join(20_000);
            assertFalse(command.isAlive());
            assertEquals(made, err.toString(UTF_8));
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void serve_saysWhereItListens() throws Exception {
        var lines = new PipedInputStream();
        to = new PipedOutputStream(lines);
        Thread command = Thread.ofPlatform().start(() -> run("serve", "--port", "0"));
        try (var reader = new BufferedReader(new InputStreamReader(lines, UTF_8));
                var client = HttpClient.newHttpClient()) {
            String line = reader.readLine();
            assertTrue(line.matches("Toward is listening on http://127\\.0\\.0\\.1:\\d+"), line);
            var health = URI.create(line.substring(line.indexOf("http")) + "/health");
            var response = client.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(200, response.statusCode());
        } finally {
            command.interrupt();
        }
        command.join(20_000);
        assertFalse(command.isAlive());
        assertEquals("", err.toString(UTF_8));
    }

    private String lines(String lines) {
        try {
            return Files.writeString(folder.resolve("drafts.jsonl"), lines + "\n")
                    .toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertOnly(String... names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(names),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    private static OutputStream full(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    /** The same bytes over and over. */
    private static final class Repeated extends InputStream {
        private final byte[] bytes;
        private volatile long given;

        Repeated(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int at = (int) (given % bytes.length);
            int n = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, buffer, offset, n);
            given += n;
            return n;
        }
    }
}
