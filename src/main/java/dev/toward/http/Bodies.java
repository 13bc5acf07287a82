package dev.toward.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/**
 * Takes in the bodies of requests: no more of one than a limit, not more slowly than a person would wait, and of all together no
 * more than a part of the heap: what is read of them takes several times their room. Threads may share it.
 */
final class Bodies {
    private static final int BUFFER = 1 << 13;
    // A client that is still sending does not hear an answer, so some of what is too much is taken in and thrown away.
    private static final int DRAINED_TIMES = 16;

    private final AtomicLong held = new AtomicLong();
    private final Duration patience;
    private final long most = Math.max(1 << 22, Runtime.getRuntime().maxMemory() / 32);

    /** @param patience for a whole body */
    Bodies(Duration patience) {
        this.patience = patience;
    }

    /** The bytes as sent, or the problem with them, thrown. They count as held until the request has been answered. */
    byte[] read(Context ctx, int limit) {
        long late = System.nanoTime() + patience.toNanos();
        Holding holding = new Holding();
        Request.addCompletionListener(
                ServletContextRequest.getServletContextRequest(ctx.req()), failure -> holding.letGo());
        try (InputStream in = ctx.req().getInputStream()) {
            ByteArrayOutputStream body =
                    new ByteArrayOutputStream(Math.clamp(ctx.req().getContentLength(), 256, BUFFER));
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (body.size() + n > limit) {
                    drain(in, limit, late);
                    String detail = "A request may have " + limit + " bytes (" + limit / (1 << 20) + " MiB) at most.";
                    throw new Problem(413, "Too large", detail).thrown();
                }
                holding.more(n);
                body.write(buffer, 0, n);
                inTime(late);
            }
            return body.toByteArray();
        } catch (IOException e) {
            throw new Problem(400, "Not understood", "The body broke off before its end.").thrown();
        }
    }

    private void drain(InputStream in, int limit, long late) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = (long) limit * DRAINED_TIMES;
        for (int n = in.read(buffer); n >= 0 && left > 0; n = in.read(buffer)) {
            left -= n;
            inTime(late);
        }
    }

    private void inTime(long late) {
        if (System.nanoTime() - late > 0) {
            throw tooSlow("The request").thrown();
        }
    }

    /** @param what did not come to its end */
    Problem tooSlow(String what) {
        return new Problem(
                408,
                "Too slow",
                what + " did not come to its end within " + patience.toSeconds() + " seconds.",
                null,
                Map.of("Connection", "close"));
    }

    /** For what is sent. */
    Duration patience() {
        return patience;
    }

    /** What one request holds. */
    private final class Holding {
        private final AtomicLong bytes = new AtomicLong();

        void more(int n) {
            bytes.addAndGet(n);
            if (held.addAndGet(n) > most) {
                throw Problem.unavailable("Too many large requests at once.", 1).thrown();
            }
        }

        void letGo() {
            held.addAndGet(-bytes.getAndSet(0));
        }
    }
}
