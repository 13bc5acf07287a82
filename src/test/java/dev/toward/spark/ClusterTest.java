package dev.toward.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.toward.AnalysisJson;
import dev.toward.Analyzer;
import dev.toward.DraftJson;
import dev.toward.Tier;
import dev.toward.chat.ChatExports;
import dev.toward.chat.ChatSink;
import dev.toward.chat.ReadOptions;
import dev.toward.chat.Skipped;
import dev.toward.ledger.BidReader;
import dev.toward.ledger.Contexts;
import dev.toward.ledger.FollowUp;
import dev.toward.ledger.Past;
import dev.toward.ledger.Progress;
import dev.toward.ledger.Utterance;
import dev.toward.report.Format;
import dev.toward.report.ScanReport;
import dev.toward.report.ScanRequest;
import dev.toward.text.Message;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job as it is submitted: target/toward-spark.jar on the jars of a Spark, in processes of their own. Runs when both are there:
 * {@code mvn -f src/spark/pom.xml package && mvn -Pspark -DskipTests package && mvn -Pspark test -Dtest=ClusterTest}.
 */
@Tag("spark")
@EnabledIf("isBuilt")
class ClusterTest {
    private static final Path JAR = Path.of("target/toward-spark.jar").toAbsolutePath();
    private static final Path JARS = Path.of("target/spark/jars").toAbsolutePath();
    private static final String SECRET = "xyzzy";
    private static final int PORT = 17077;
    private static final Pattern SAID = Pattern.compile("(\\d\\d:\\d\\d) (\\S+) (.*)");
    /** Writes numbers as they stood. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private static Analyzer analyzer;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    static boolean isBuilt() {
        return Files.exists(JAR) && Files.isDirectory(JARS);
    }

    @BeforeAll
    static void load() throws IOException {
        analyzer = Analyzer.builder().models(Path.of("models")).build();
    }

    @AfterAll
    static void close() {
        analyzer.close();
    }

    @AfterEach
    void stop() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Test
    void drafts_areReadAsByClassify_andBadOnesStandAside() throws Exception {
        List<String> lines = new ArrayList<>(drafts(40));
        lines.add(7, "{\"id\": \"bad\", \"context\": \"" + SECRET + "\"}");
        lines.add(20, SECRET);
        Path in = Files.write(folder.resolve("drafts.jsonl"), lines);
        Path out = folder.resolve("out");
        String log = submit("local[2]", "drafts", "--in", in.toString(), "--out", out.toString(), "--rows", "10");
        List<String> expected = new ArrayList<>();
        for (String line : lines) {
            if (!line.contains(SECRET)) {
                expected.add(read(line));
            }
        }
        assertEquals(expected, verdicts(out));
        int first = String.join("\n", lines.subList(0, 7)).getBytes(StandardCharsets.UTF_8).length + 1;
        List<String> bad = parts(out.resolve("bad"));
        assertEquals(2, bad.size());
        assertTrue(bad.get(0)
                .endsWith("\"byte\":" + first + ",\"reason\":\"/text: expected a string, and there is none\"}"));
        assertFalse(String.join("", bad).contains(SECRET));
        assertFalse(log.contains(SECRET));
    }

    /** Nine messages in ten are of one conversation: it is cut, and what is cut keeps its contexts. */
    @Test
    void messages_ofSkewedConversations_resumed() throws Exception {
        Path in = Files.write(folder.resolve("messages.jsonl"), messages(120));
        Path out = folder.resolve("out");
        String[] job = {"messages", "--in", in.toString(), "--out", out.toString(), "--rows", "15"};
        submit("local[2]", job);
        assertEquals(expected(120), verdicts(out));
        List<Path> parts = list(out.resolve("verdicts"));
        for (Path part : parts) {
            assertTrue(Files.readAllLines(part).size() <= 40, "a part holds too much");
        }
        // as if the run had been cut off in the third bucket
        Files.delete(out.resolve("_done/00002"));
        Files.delete(parts.get(2));
        Files.delete(out.resolve("_SUCCESS"));
        Files.writeString(parts.get(0), "kept\n");
        String log = submit("local[2]", job);
        assertTrue(log.contains(parts.size() - 1 + " of them complete before"), "it did not resume");
        assertEquals("kept\n", Files.readString(parts.get(0)), "a complete bucket was read again");
        List<String> rest = expected(120);
        List<String> again = verdicts(out);
        assertEquals(rest.subList(rest.size() - again.size() + 1, rest.size()), again.subList(1, again.size()));
    }

    /** Of a conversation that was read in many parts, and of small ones: what {@code scan} says of each by itself. */
    @Test
    void ledger_isThatOfScan() throws Exception {
        Path in = Files.write(folder.resolve("messages.jsonl"), messages(120));
        Path out = folder.resolve("out");
        submit("local[2]", "ledger", "--in", in.toString(), "--out", out.toString(), "--rows", "15");
        assertEquals(expected(120), verdicts(out));
        assertFalse(Files.exists(out.resolve("_readings")));
        Map<String, String> ledgers = ledgers(out);
        assertEquals(List.of("large", "small0", "small1", "small2"), List.copyOf(ledgers.keySet()));
        for (String talk : ledgers.keySet()) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                if (talk(i).equals(talk)) {
                    lines.add(line(i));
                }
            }
            assertEquals(scanned(talk, lines), ledgers.get(talk), talk);
        }
        assertTrue(JSON.readTree(ledgers.get("large")).get("pairs").size() > 2);
    }

    /** Labelled conversations in which bids come to every end, much is ahead and much is promised; each is cut in several parts. */
    @Test
    void ledger_ofWhatIsAheadAndPromised_isThatOfScan() throws Exception {
        Map<String, List<String>> chats = new TreeMap<>();
        List<String> all = new ArrayList<>();
        for (String name : List.of("carers", "choir", "newlyweds")) {
            List<String> lines = chat(name);
            assertTrue(lines.size() > 300, name + " is too short to be cut");
            chats.put(name, lines);
            all.addAll(lines);
        }
        // as a log would have them: one by one, now of this and now of that conversation
        all.sort(Comparator.comparing(line -> line.replaceFirst(".*?\"time\":\"([^\"]*)\".*", "$1")));
        Path in = Files.write(folder.resolve("chats.jsonl"), all);
        Path out = folder.resolve("out");
        submit("local[2]", "ledger", "--in", in.toString(), "--out", out.toString(), "--rows", "90");
        assertTrue(list(out.resolve("verdicts")).size() >= 10, "the conversations were not cut");
        Map<String, String> ledgers = ledgers(out);
        assertEquals(chats.keySet(), ledgers.keySet());
        Map<String, Integer> outcomes = new TreeMap<>();
        for (var chat : chats.entrySet()) {
            String ledger = ledgers.get(chat.getKey());
            assertEquals(scanned(chat.getKey(), chat.getValue()), ledger, chat.getKey());
            JsonNode counts = JSON.readTree(ledger);
            assertFalse(counts.get("followUps").isEmpty(), chat.getKey() + " has no follow-up");
            assertFalse(counts.get("promises").isEmpty(), chat.getKey() + " has no open promise");
            counts.at("/all/bids").forEach(kind -> kind.properties()
                    .forEach(end -> outcomes.merge(end.getKey(), end.getValue().asInt(), Integer::sum)));
        }
        assertEquals(Set.of("met", "answered", "turned-away", "turned-against", "missed", "open"), outcomes.keySet());
        outcomes.forEach((end, count) -> assertTrue(count > 0, "no bid is " + end));
    }

    /** The ledgers that a job has written, as they stand there but for the name of the conversation. */
    private static Map<String, String> ledgers(Path out) throws IOException {
        Map<String, String> ledgers = new TreeMap<>();
        for (String line : parts(out.resolve("ledger"))) {
            String name = JSON.readTree(line).get("conversation").asText();
            String head = "{\"conversation\":\"" + name + "\",";
            assertTrue(line.startsWith(head));
            ledgers.put(name, "{" + line.substring(head.length()));
        }
        return ledgers;
    }

    /** The {@code summary.json} that {@code toward scan} writes for one conversation, without the spaces between. */
    private String scanned(String talk, List<String> lines) throws IOException {
        Path alone = Files.write(folder.resolve(talk + ".jsonl"), lines);
        Path scanned = folder.resolve("scan-" + talk);
        ScanReport.write(
                new ScanRequest(null, scanned, EnumSet.of(Format.JSON), null, null, false, false, 2),
                sink -> ChatExports.with(ReadOptions.defaults()).read(List.of(alone), new ChatSink() {
                    @Override
                    public void message(Message message) {
                        try {
                            sink.accept(message);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }

                    @Override
                    public void skipped(Skipped skipped) {
                        throw new AssertionError("every line is a message");
                    }

                    @Override
                    public void warning(String warning) {}
                }),
                analyzer::analyze,
                // as the command does: with odds, so that what was learnt decides
                BidReader.of(analyzer, Tier.AUTO),
                FollowUp.Wording.of(analyzer),
                AnalysisJson::line,
                Progress.SILENT);
        return JSON.writeValueAsString(
                JSON.readTree(scanned.resolve("summary.json").toFile()));
    }

    /** A conversation of corpus/chats, without its labels. */
    private static List<String> chat(String name) throws IOException {
        Map<String, String> names = new HashMap<>();
        List<String> lines = new ArrayList<>();
        String day = "";
        for (String line : Files.readAllLines(Path.of("corpus/chats/chat-" + name + ".txt"))) {
            Matcher said = SAID.matcher(line);
            if (line.startsWith("== ")) {
                day = line.substring(3, 13);
            } else if (said.matches()) {
                lines.add(JSON.writeValueAsString(JSON.createObjectNode()
                        .put("conversation", name)
                        .put("id", name + lines.size())
                        .put("author", names.get(said.group(2)))
                        .put("time", day + "T" + said.group(1) + ":00Z")
                        .put("text", said.group(3).replaceAll(" \\{[^}]*\\}", ""))));
            } else if (day.isEmpty() && line.matches("\\S \\S.*")) {
                names.put(line.substring(0, 1), line.substring(2));
            }
        }
        return lines;
    }

    @Test
    void messages_onTwoWorkers_whileOneIsKilled() throws Exception {
        Path in = Files.write(folder.resolve("messages.jsonl"), messages(400));
        Path out = folder.resolve("out");
        String url = "spark://127.0.0.1:" + PORT;
        start(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "" + PORT,
                "--webui-port",
                "0");
        Process first = worker(url, "w1");
        worker(url, "w2");
        Process job = start(
                "job", submission(url, "messages", "--in", in.toString(), "--out", out.toString(), "--rows", "15"));
        await(() -> Files.isDirectory(out.resolve("_done"))
                && list(out.resolve("_done")).size() >= 2);
        first.descendants().forEach(ProcessHandle::destroyForcibly);
        first.destroyForcibly();
        assertFalse(Files.exists(out.resolve("_SUCCESS")), "it was over before the worker was killed");
        assertEquals(0, job.waitFor(), () -> log("job"));
        assertEquals(expected(400), verdicts(out));
    }

    private Process worker(String url, String name) throws IOException {
        return start(
                name,
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--cores",
                "1",
                "--memory",
                "2g",
                "--webui-port",
                "0",
                "--work-dir",
                folder.resolve(name).toString(),
                url);
    }

    private String submit(String master, String... args) throws Exception {
        Process job = start("job", submission(master, args));
        assertEquals(0, job.waitFor(), () -> log("job"));
        return log("job");
    }

    private static String[] submission(String master, String... args) {
        List<String> all = new ArrayList<>(List.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.executor.memory=1500m",
                "--conf",
                "spark.executor.extraJavaOptions=-Xss16m --enable-native-access=ALL-UNNAMED",
                "--class",
                "dev.toward.spark.VerdictJob",
                JAR.toString()));
        all.addAll(List.of(args));
        all.addAll(List.of("--models", Path.of("models").toAbsolutePath().toString()));
        return all.toArray(String[]::new);
    }

    private Process start(String name, String... command) throws IOException {
        List<String> all = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1500m", "-Xss16m"));
        all.add("@" + Path.of("src/spark/java.options").toAbsolutePath());
        all.addAll(List.of("-cp", JARS + File.separator + "*"));
        all.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_HOME", JARS.getParent().toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private String log(String name) {
        try {
            return Files.readString(folder.resolve(name + ".log"));
        } catch (IOException e) {
            return "no log";
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }

    private void await(Condition condition) throws Exception {
        for (int i = 0; i < 1200; i++) {
            if (condition.holds()) {
                return;
            }
            assertTrue(started.stream().allMatch(Process::isAlive), () -> log("job"));
            Thread.sleep(100);
        }
        throw new AssertionError("it took too long\n" + log("job"));
    }

    private static String read(String line) throws Exception {
        DraftJson.Asked asked = DraftJson.readLine(line.getBytes(StandardCharsets.UTF_8), 0);
        return AnalysisJson.line(asked.by(analyzer), asked.id());
    }

    private static List<String> drafts(int count) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("corpus/labelled/dev/a-distress.jsonl"))) {
            List<String> some = lines.toList();
            return Stream.iterate(0, i -> i + 1)
                    .limit(count)
                    .map(i -> some.get(i % some.size()))
                    .toList();
        }
    }

    private static String talk(int i) {
        return i % 10 == 9 ? "small" + i % 3 : "large";
    }

    private static Utterance said(int i) {
        return new Utterance(
                "p" + i * 7 % 5 % 3,
                LocalDateTime.of(2024, 5, 6, 9, 0).plusMinutes(11L * i),
                i % 4 == 0 ? "I lost my job " + i : "at least you have a car " + i);
    }

    /** In an order that is not that of the times. */
    private static List<String> messages(int count) {
        List<String> lines = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            int i = (int) (n * 7L % count);
            lines.add(line(i));
        }
        return lines;
    }

    private static String line(int i) {
        Utterance u = said(i);
        return "{\"conversation\":\"" + talk(i) + "\",\"id\":\"m" + i + "\",\"author\":\"" + u.author()
                + "\",\"time\":\"" + u.time() + ":00Z\",\"text\":\"" + u.text() + "\"}";
    }

    private static List<String> expected(int count) throws Exception {
        Map<String, List<String>> byTalk = new TreeMap<>();
        Map<String, Contexts> contexts = new HashMap<>();
        for (int i = 0; i < count; i++) {
            Utterance u = said(i);
            String talk = talk(i);
            List<String> bid = contexts.computeIfAbsent(talk, t -> Contexts.after(Past.NOTHING))
                    .next(u)
                    .utterances();
            String context = bid.isEmpty() ? "null" : "[\"" + String.join("\",\"", bid) + "\"]";
            String verdict = read("{\"id\":\"m" + i + "\",\"text\":\"" + u.text() + "\",\"context\":" + context + "}");
            byTalk.computeIfAbsent(talk, t -> new ArrayList<>())
                    .add("{\"conversation\":\"" + talk + "\"," + verdict.substring(1));
        }
        return byTalk.values().stream().flatMap(List::stream).toList();
    }

    private static List<String> verdicts(Path out) throws IOException {
        assertTrue(Files.exists(out.resolve("_SUCCESS")));
        return parts(out.resolve("verdicts"));
    }

    private static List<String> parts(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path part : list(folder)) {
            lines.addAll(Files.readAllLines(part));
        }
        return lines;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> !f.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
