package dev.toward.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many requests each client makes. A client is an address; of IPv6 the first half, for the rest of it can be chosen freely. Each has a
 * bucket of two seconds' worth, which fills at its rate. Threads may share it.
 */
final class Rates {
    private static final int REMEMBERED = 4096;
    private static final double SECONDS_AHEAD = 2;
    private static final double NANOS = 1e9;

    private final @Nullable Integer given;
    private final int usual;
    private final LongSupplier clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    private static final class Bucket {
        private double left;
        private long at;
    }

    /**
     * @param given requests a second of each client, 0 for any number, or null for {@code usual} but any number from this computer
     * @param clock nanoseconds from anywhere
     */
    Rates(@Nullable Integer given, int usual, LongSupplier clock) {
        this.given = given;
        this.usual = usual;
        this.clock = clock;
    }

    /** Counts a request: 0 when it may go on, else in how many seconds the client may come back. */
    int wait(InetAddress client) {
        int rate = given != null ? given : client.isLoopbackAddress() ? 0 : usual;
        if (rate == 0) {
            return 0;
        }
        synchronized (buckets) {
            long now = clock.getAsLong();
            double most = rate * SECONDS_AHEAD;
            Bucket bucket = buckets.computeIfAbsent(key(client), none -> {
                Bucket full = new Bucket();
                full.left = most;
                full.at = now;
                return full;
            });
            bucket.left = Math.min(most, bucket.left + (now - bucket.at) / NANOS * rate);
            bucket.at = now;
            if (bucket.left >= 1) {
                bucket.left--;
                return 0;
            }
            return Math.max(1, (int) Math.ceil((1 - bucket.left) / rate));
        }
    }

    private static String key(InetAddress client) {
        byte[] address = client.getAddress();
        return Arrays.toString(client instanceof Inet6Address ? Arrays.copyOf(address, address.length / 2) : address);
    }
}
