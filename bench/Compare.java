import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What bench/compare runs; see there. Starts each server, loads it with bench/Load.java from a process of its own, stops it, and goes on with the next. */
public final class Compare {
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final int PORT = 17981;
    private static final Pattern ANSWERED = Pattern.compile(
            "(\\d+) answered a second, (\\d+) errors; ms: p50 ([0-9.NaN]+), p90 [0-9.NaN]+, p95 ([0-9.NaN]+), p99 ([0-9.NaN]+)");
    private static final Pattern SENT_AWAY = Pattern.compile("sent away: (\\d+) a second");
    private static final Pattern MOST_MEMORY = Pattern.compile("VmHWM: (\\d+) kB");

    private int seconds = 60;
    private int rounds = 3;
    private int rate = 100;
    private String part = "both";
    private Path out;
    private final StringBuilder tables = new StringBuilder();

    private record Asked(String name, boolean ours, Map<String, String> environment) {}

    private record Run(double rate, double errors, double p50, double p95, double p99, double memory) {
        double[] all() {
            return new double[] {rate, p50, p95, p99, errors, memory};
        }
    }

    public static void main(String[] args) throws Exception {
        Compare compare = new Compare();
        for (int i = 0; i < args.length; i += 2) {
            String value = i + 1 < args.length ? args[i + 1] : "";
            switch (args[i]) {
                case "--seconds" -> compare.seconds = Integer.parseInt(value);
                case "--rounds" -> compare.rounds = Integer.parseInt(value);
                case "--rate" -> compare.rate = Integer.parseInt(value);
                case "--part" -> compare.part = value;
                case "--out" -> compare.out = Path.of(value);
                default -> {
                    System.err.println("no such option: " + args[i] + "; the first lines of bench/compare name all");
                    System.exit(2);
                }
            }
        }
        if (!compare.part.equals("reading")) {
            compare.service();
        }
        if (!compare.part.equals("service")) {
            compare.reading();
        }
        if (compare.out != null) {
            Files.writeString(compare.out, compare.tables);
        }
    }

    private void service() throws Exception {
        List<Asked> asked = List.of(
                new Asked("languagetool-server 6.6, `/v2/check`", false, Map.of("PROTOCOL", "languagetool")),
                new Asked("Toward, `/v2/check`", true, Map.of("PROTOCOL", "languagetool")),
                new Asked("Toward, `/v1/check` with contexts, three wordings", true, Map.of()),
                new Asked("Toward, `/v1/check` with contexts, none", true, Map.of("SUGGEST", "0")),
                new Asked("Toward, small profile, `/v1/check`, three wordings", true, Map.of("TOWARD_PROFILE", "small")));
        Map<String, List<Run>> full = new LinkedHashMap<>();
        Map<String, List<Run>> even = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Asked one : asked) {
                Process server = start(one);
                try {
                    full.computeIfAbsent(one.name(), n -> new ArrayList<>()).add(load(one, server, "closed", 64));
                    even.computeIfAbsent(one.name(), n -> new ArrayList<>()).add(load(one, server, "open", rate));
                } finally {
                    server.destroy();
                    server.waitFor();
                }
            }
        }
        show("64 connections, " + seconds + " s, " + rounds + " rounds", full);
        show(rate + " a second, " + seconds + " s, " + rounds + " rounds", even);
    }

    private Process start(Asked asked) throws Exception {
        ProcessBuilder builder = asked.ours()
                ? new ProcessBuilder("./toward", "serve", "--port", "" + PORT)
                : new ProcessBuilder(
                        JAVA, "-Xmx1500m", "-cp", "target/languagetool/*", "org.languagetool.server.HTTPServer", "--port", "" + PORT);
        builder.environment().putAll(asked.environment());
        Process server = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
        long late = System.nanoTime() + 120_000_000_000L;
        while (!answers()) {
            if (!server.isAlive() || System.nanoTime() > late) {
                throw new IllegalStateException(asked.name() + " did not start");
            }
            Thread.sleep(200);
        }
        return server;
    }

    private static boolean answers() {
        try {
            HttpURLConnection call =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + PORT + "/v2/check").toURL().openConnection();
            call.setConnectTimeout(1000);
            call.setReadTimeout(60_000);
            call.setDoOutput(true);
            call.getOutputStream().write("language=en-US&text=A+kettel.".getBytes(StandardCharsets.UTF_8));
            return call.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private Run load(Asked asked, Process server, String kind, int much) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                JAVA, "bench/Load.java", "" + PORT, kind, "" + much, "" + seconds);
        builder.environment().putAll(asked.environment());
        builder.environment().put("PID", "" + server.pid());
        builder.environment().putIfAbsent("WARM", kind.equals("closed") ? "" + Math.min(1500, 50 * seconds) : "50");
        String said = said(builder);
        Matcher answered = ANSWERED.matcher(said);
        Matcher memory = MOST_MEMORY.matcher(said);
        if (!answered.find() || !memory.find()) {
            throw new IllegalStateException(asked.name() + ": the load said nothing that is understood:\n" + said);
        }
        Matcher away = SENT_AWAY.matcher(said);
        double lost = Double.parseDouble(answered.group(2)) + (away.find() ? Double.parseDouble(away.group(1)) * seconds : 0);
        Run run = new Run(
                Double.parseDouble(answered.group(1)),
                lost,
                Double.parseDouble(answered.group(3)),
                Double.parseDouble(answered.group(4)),
                Double.parseDouble(answered.group(5)),
                Double.parseDouble(memory.group(1)) / 1024);
        System.err.printf(Locale.ROOT, "%s, %s %d: %s%n", asked.name(), kind, much, Arrays.toString(run.all()));
        return run;
    }

    private static String said(ProcessBuilder builder) throws Exception {
        Process process = builder.redirectErrorStream(true).start();
        try (InputStream in = process.getInputStream()) {
            String said = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        }
    }

    private void show(String title, Map<String, List<Run>> runs) {
        say("### " + title + "\n\n| service | answered a second | times LanguageTool's | p50 ms | p95 ms | p99 ms | sent away or lost | most resident, MB |\n"
                + "| --- | --- | --- | --- | --- | --- | --- | --- |");
        double theirs = 0;
        for (Map.Entry<String, List<Run>> one : runs.entrySet()) {
            double[][] columns = new double[6][];
            for (int column = 0; column < columns.length; column++) {
                int c = column;
                columns[c] = one.getValue().stream().mapToDouble(r -> r.all()[c]).sorted().toArray();
            }
            double answered = median(columns[0]);
            theirs = theirs == 0 ? answered : theirs;
            say("| " + one.getKey() + " | " + cell(columns[0], 0) + " | "
                    + String.format(Locale.ROOT, "%.1f", answered / theirs) + " | " + cell(columns[1], 1) + " | "
                    + cell(columns[2], 1) + " | " + cell(columns[3], 1) + " | " + cell(columns[4], 0) + " | "
                    + cell(columns[5], 0) + " |");
        }
        say("");
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static String cell(double[] sorted, int places) {
        String form = "%,." + places + "f";
        String middle = String.format(Locale.ROOT, form, median(sorted));
        return sorted.length == 1
                ? middle
                : middle + " (" + String.format(Locale.ROOT, form, sorted[0]) + "–"
                        + String.format(Locale.ROOT, form, sorted[sorted.length - 1]) + ")";
    }

    private void reading() throws Exception {
        String classes = "target/classes:target/test-classes:" + Files.readString(Path.of("target/test.classpath")).strip();
        if (System.getenv("SENTIMENT") != null) {
            classes += ":" + models(classes);
        }
        ProcessBuilder builder = new ProcessBuilder(
                JAVA, "--enable-native-access=ALL-UNNAMED", "-Xss16m", "-Xmx3g", "-cp", classes,
                "dev.toward.train.ReadingRace", "" + Math.max(1, seconds / 10), "" + rounds);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        try (InputStream in = process.getInputStream()) {
            say("### Reading, one thread\n\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        process.waitFor();
    }

    private static String models(String classes) {
        return Arrays.stream(classes.split(":"))
                .filter(jar -> jar.matches(".*/stanford-corenlp-[0-9.]+\\.jar"))
                .map(jar -> jar.replace(".jar", "-models.jar"))
                .filter(jar -> Files.exists(Path.of(jar)))
                .findFirst()
                .orElseThrow(() -> new UncheckedIOException(new IOException("CoreNLP's models are not in the local Maven repository; build once")));
    }

    private void say(String some) {
        System.out.println(some);
        tables.append(some).append('\n');
    }
}
