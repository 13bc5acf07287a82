import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A load on POST /v1/check from a process of its own, and what the server made of it.
 *
 * <pre>
 * java bench/Load.java PORT open RATE SECONDS          so many a second, whether the server keeps up or not; times count from when a request was due
 * java bench/Load.java PORT closed CONNECTIONS SECONDS each connection asks again as soon as it is answered
 * java bench/Load.java PORT overload SECONDS           what it can do on 64 connections, then ten times as much, then 100 a second: how soon it is well again
 * java bench/Load.java PORT soak SECONDS               64 connections; memory and open files every tenth of the time
 * </pre>
 *
 * PID in the environment names the server's process, whose memory is then told. Drafts are made-up lines of corpus/labelled/dev of 5 to 40 words, with and
 * without context: 70% neutral, 20% warm, 10% that turn away. Three wordings are asked for; SUGGEST in the environment says otherwise, TIER how
 * deep to read. PROTOCOL=languagetool asks at POST /v2/check instead, which LanguageTool's own server answers as well: drafts alone, in a form. The same seed
 * each run.
 */
public final class Load {
    private static final Pattern LABEL = Pattern.compile("\"label\": *\"([a-z]+)\"");
    private static final Pattern TEXT = Pattern.compile("\"text\": *(\"(?:[^\"\\\\]|\\\\.)*\")");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");
    private static final Pattern CONTEXT = Pattern.compile("\"context\": *(null|\"(?:[^\"\\\\]|\\\\.)*\"|\\[(?:[^\"\\]]|\"(?:[^\"\\\\]|\\\\.)*\")*\\])");
    private static final int WARM_UP = Integer.parseInt(System.getenv().getOrDefault("WARM", "1500"));

    private final int port;
    private final String pid = System.getenv("PID");
    private final byte[][] requests;
    private final AtomicInteger next = new AtomicInteger();

    private Load(int port) throws IOException {
        this.port = port;
        this.requests = requests();
    }

    public static void main(String[] args) throws Exception {
        Load load = new Load(Integer.parseInt(args[0]));
        int last = Integer.parseInt(args[args.length - 1]);
        if (!"overload".equals(args[1]) || System.getenv("COLD") == null) {
            load.warmUp();
        }
        switch (args[1]) {
            case "open" -> load.open(Integer.parseInt(args[2]), last).show("open, " + args[2] + " a second");
            case "closed" -> load.closed(Integer.parseInt(args[2]), last).show("closed, " + args[2] + " connections");
            case "overload" -> load.overload(last);
            case "soak" -> load.soak(last);
            default -> throw new IllegalArgumentException("open, closed, overload or soak");
        }
        load.memory();
    }

    private static byte[][] requests() throws IOException {
        List<List<byte[]>> kinds = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        String suggest = System.getenv().getOrDefault("SUGGEST", "3");
        String tier = System.getenv("TIER") == null ? "" : ",\"tier\":\"" + System.getenv("TIER") + "\"";
        try (Stream<Path> files = Files.list(Path.of("corpus/labelled/dev"))) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    Matcher label = LABEL.matcher(line);
                    Matcher text = TEXT.matcher(line);
                    Matcher context = CONTEXT.matcher(line);
                    if (!label.find() || !text.find() || !context.find()) {
                        continue;
                    }
                    int words = text.group(1).split(" +").length;
                    if (words < 5 || words > 40) {
                        continue;
                    }
                    boolean form = "languagetool".equals(System.getenv("PROTOCOL"));
                    String asked = form
                            ? "language=en-US&text=" + URLEncoder.encode(plain(text.group(1)), StandardCharsets.UTF_8)
                            : "{\"text\":" + text.group(1) + ",\"context\":" + context.group(1) + ",\"suggest\":" + suggest + tier + "}";
                    byte[] body = asked.getBytes(StandardCharsets.UTF_8);
                    byte[] head = ("POST " + (form ? "/v2/check" : "/v1/check") + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                                    + (form ? "application/x-www-form-urlencoded" : "application/json")
                                    + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8);
                    byte[] request = Arrays.copyOf(head, head.length + body.length);
                    System.arraycopy(body, 0, request, head.length, body.length);
                    kinds.get(switch (label.group(1)) {
                                case "neutral" -> 0;
                                case "validating" -> 1;
                                default -> 2;
                            })
                            .add(request);
                }
            }
        }
        Random random = new Random(7);
        byte[][] all = new byte[20_000][];
        for (int i = 0; i < all.length; i++) {
            int share = random.nextInt(100);
            List<byte[]> kind = kinds.get(share < 70 ? 0 : share < 90 ? 1 : 2);
            all[i] = kind.get(random.nextInt(kind.size()));
        }
        return all;
    }

    /** What a string of JSON says. */
    private static String plain(String quoted) {
        return ESCAPE.matcher(quoted.substring(1, quoted.length() - 1)).replaceAll(escape -> {
            String what = escape.group(1);
            return Matcher.quoteReplacement(switch (what.charAt(0)) {
                case 'n' -> "\n";
                case 'r' -> "\r";
                case 't' -> "\t";
                case 'b', 'f' -> " ";
                case 'u' -> String.valueOf((char) Integer.parseInt(what.substring(1), 16));
                default -> what;
            });
        });
    }

    /** One connection, kept open. */
    private final class Line implements AutoCloseable {
        private Socket socket;
        private InputStream in;

        int ask() throws IOException {
            if (socket == null) {
                socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(30_000);
                in = new BufferedInputStream(socket.getInputStream(), 1 << 13);
            }
            socket.getOutputStream().write(requests[Math.floorMod(next.getAndIncrement(), requests.length)]);
            int status = 0;
            int length = 0;
            boolean last = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (status == 0) {
                    status = Integer.parseInt(header.substring(9, 12));
                } else if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(lower.substring(15).strip());
                } else if (lower.equals("connection: close")) {
                    last = true;
                }
            }
            in.skipNBytes(length);
            if (last) {
                close();
            }
            return status;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder(40);
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("hung up");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            if (socket != null) {
                socket.close();
                socket = null;
            }
        }
    }

    /** Times in nanoseconds, of what was answered with a verdict and of what was sent away; the rest are errors. */
    private static final class Times {
        private final long began = System.nanoTime();
        private final Numbers accepted = new Numbers();
        private final Numbers refused = new Numbers();
        private final AtomicInteger errors = new AtomicInteger();
        private volatile long ended;

        void add(int status, long nanos) {
            if (status == 200) {
                accepted.add(nanos);
            } else if (status == 503 || status == 429) {
                refused.add(nanos);
            } else {
                errors.incrementAndGet();
                if (status != 0) {
                    System.err.println("answered " + status);
                }
            }
        }

        double seconds() {
            return (ended - began) / 1e9;
        }

        void show(String name) {
            System.out.printf(Locale.ROOT, "%s, %.1f s: %.0f answered a second, %d errors; %s%n", name, seconds(),
                    accepted.size() / seconds(), errors.get(), accepted.percentiles());
            if (refused.size() > 0) {
                System.out.printf(Locale.ROOT, "  sent away: %.0f a second; %s%n", refused.size() / seconds(), refused.percentiles());
            }
        }
    }

    private static final class Numbers {
        private long[] all = new long[1 << 12];
        private int size;

        synchronized void add(long number) {
            if (size == all.length) {
                all = Arrays.copyOf(all, 2 * size);
            }
            all[size++] = number;
        }

        synchronized int size() {
            return size;
        }

        synchronized double at(double share) {
            long[] sorted = Arrays.copyOf(all, size);
            Arrays.sort(sorted);
            return size == 0 ? Double.NaN : sorted[Math.min(size - 1, (int) (share * size))] / 1e6;
        }

        String percentiles() {
            return String.format(Locale.ROOT, "ms: p50 %.2f, p90 %.2f, p95 %.2f, p99 %.2f, most %.1f", at(.5), at(.9), at(.95), at(.99), at(1));
        }
    }

    private void warmUp() throws Exception {
        try (Line line = new Line()) {
            for (int i = 0; i < WARM_UP; i++) {
                line.ask();
            }
        }
        closed(8, 5);
    }

    private Times closed(int connections, int seconds) throws Exception {
        Times times = new Times();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                threads.submit(() -> {
                    Line line = new Line();
                    while (System.nanoTime() < end) {
                        ask(line, times, System.nanoTime());
                    }
                    line.close();
                    return null;
                });
            }
        }
        times.ended = System.nanoTime();
        return times;
    }

    private static void ask(Line line, Times times, long due) {
        int status;
        try {
            status = line.ask();
        } catch (IOException | RuntimeException e) {
            status = 0;
            try {
                line.close();
            } catch (IOException again) {
                // a new one next time
            }
        }
        times.add(status, System.nanoTime() - due);
    }

    /** Arrivals at random times (exponential gaps), as of many people who know nothing of each other. */
    private Times open(int rate, int seconds) throws Exception {
        Times times = new Times();
        ConcurrentLinkedDeque<Line> idle = new ConcurrentLinkedDeque<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long due = System.nanoTime();
            long end = due + TimeUnit.SECONDS.toNanos(seconds);
            while (due < end) {
                LockSupport.parkNanos(due - System.nanoTime());
                long at = due;
                threads.submit(() -> {
                    Line free = idle.pollFirst();
                    Line line = free == null ? new Line() : free;
                    ask(line, times, at);
                    idle.addFirst(line);
                });
                due += (long) (-Math.log(1 - ThreadLocalRandom.current().nextDouble()) / rate * 1e9);
            }
        }
        times.ended = System.nanoTime();
        for (Line line : idle) {
            line.close();
        }
        return times;
    }

    private void overload(int seconds) throws Exception {
        Times most = closed(64, seconds);
        most.show("64 connections");
        int rate = (int) (most.accepted.size() / most.seconds());
        open(10 * rate, seconds).show("ten times that, " + 10 * rate + " a second");
        for (int i = 0; i < 8; i++) {
            Times after = open(100, 1);
            System.out.printf(Locale.ROOT, "  %.1f s later, 100 a second: p99 %.1f ms, %d sent away%n", i + 1.0, after.accepted.at(.99), after.refused.size());
        }
    }

    private void soak(int seconds) throws Exception {
        for (int i = 0; i < 10; i++) {
            Times part = closed(64, seconds / 10);
            part.show("part " + (i + 1));
            memory();
        }
    }

    private void memory() throws IOException {
        if (pid == null) {
            return;
        }
        String resident = "";
        for (String line : Files.readAllLines(Path.of("/proc", pid, "status"))) {
            if (line.startsWith("VmRSS") || line.startsWith("VmHWM") || line.startsWith("RssFile") || line.startsWith("Threads")) {
                resident += line.replaceAll("\\s+", " ") + "; ";
            }
        }
        try (Stream<Path> files = Files.list(Path.of("/proc", pid, "fd"))) {
            System.out.println("  server: " + resident + files.count() + " open files");
        }
    }
}
