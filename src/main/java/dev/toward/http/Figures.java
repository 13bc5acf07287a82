package dev.toward.http;

import dev.toward.Analysis;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * What the server counts and times. Names, paths and reasons are from closed lists of ours: nothing of a request becomes a label.
 * Threads may share it.
 */
final class Figures {
    /** Of what {@link #prometheus} gives. */
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };
    private static final int PAGE_OF_MEMORY = 4096;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Request, Timer> requests = new ConcurrentHashMap<>();
    private final Map<Refusal, Counter> refused = new ConcurrentHashMap<>();
    private final Map<Read, Counter> read = new ConcurrentHashMap<>();
    private final AtomicBoolean bound = new AtomicBoolean();

    private record Request(String path, String method, int status) {}

    private record Read(String label, String tier) {}

    /** Why a request was turned away before its endpoint saw it. */
    enum Refusal {
        HOST,
        ORIGIN,
        METHOD,
        TOKEN,
        RATE,
        REQUESTS,
        WAITING,
        STOPPING;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Counts an answered request.
     *
     * @param path one that {@link Routes} has, or {@code other}
     * @param method one that HTTP has, or {@code other}
     */
    void answered(String path, String method, int status, long nanos) {
        requests.computeIfAbsent(new Request(path, method, status), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Request request) {
        return Timer.builder("toward.requests")
                .description("Requests, from their headers to the end of the answer")
                .tags("path", request.path(), "method", request.method(), "status", Integer.toString(request.status()))
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    void refused(Refusal why) {
        refused.computeIfAbsent(why, reason -> Counter.builder("toward.refused")
                        .description("Requests turned away before their endpoint saw them")
                        .tag("reason", reason.id())
                        .register(registry))
                .increment();
    }

    void read(Analysis analysis) {
        Read key = new Read(analysis.verdict().label().id(), analysis.tier().id());
        read.computeIfAbsent(key, kind -> Counter.builder("toward.drafts")
                        .description("Drafts read, by what was said of them and how deep the reading went")
                        .tags("label", kind.label(), "tier", kind.tier())
                        .register(registry))
                .increment();
    }

    /** Asks for a number whenever the figures are read. */
    void watch(String name, String description, Supplier<Number> number) {
        Gauge.builder(name, number)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    /** All of it, as Prometheus reads it. The machine's own figures begin with the first call: most servers are never asked. */
    String prometheus() {
        if (!bound.getAndSet(true)) {
            watchMachine();
        }
        return registry.scrape();
    }

    @SuppressWarnings("resource") // as long as the process
    private void watchMachine() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmGcMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        watch("process.resident.memory", "Resident memory in bytes, where the system tells", Figures::resident);
    }

    private static double resident() {
        try {
            String[] pages = Files.readString(Path.of("/proc/self/statm"), StandardCharsets.US_ASCII)
                    .split(" ", -1);
            return Double.parseDouble(pages[1]) * PAGE_OF_MEMORY;
        } catch (IOException | RuntimeException e) {
            return Double.NaN;
        }
    }
}
