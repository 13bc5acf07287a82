package dev.toward.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;

/**
 * The open connections, and since when each has been without a request. One that stays so for too long is closed, also when
 * it drips a request's headers byte by byte, which is not idle to Jetty. Threads may share it.
 */
final class Connections implements Connection.Listener, AutoCloseable {
    private static final long BUSY = Long.MAX_VALUE;

    private final Map<Connection, Long> since = new ConcurrentHashMap<>();
    private final Duration patience;
    private final Thread sweeper;

    Connections(Duration patience) {
        this.patience = patience;
        this.sweeper = Thread.ofVirtual().name("toward-connections").start(this::sweep);
    }

    @Override
    public void onOpened(Connection connection) {
        since.put(connection, System.nanoTime());
    }

    @Override
    public void onClosed(Connection connection) {
        since.remove(connection);
    }

    /** A request has come whole, up to its body. */
    void busy(Connection connection) {
        since.replace(connection, BUSY);
    }

    /** It has been answered. */
    void free(Connection connection) {
        since.replace(connection, System.nanoTime());
    }

    int open() {
        return since.size();
    }

    private void sweep() {
        try {
            while (true) {
                Thread.sleep(patience.dividedBy(4));
                long now = System.nanoTime();
                since.forEach((connection, began) -> {
                    if (began != BUSY && now - began > patience.toNanos()) {
                        connection.getEndPoint().close();
                    }
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        sweeper.interrupt();
    }
}
