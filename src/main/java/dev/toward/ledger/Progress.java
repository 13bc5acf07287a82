package dev.toward.ledger;

/** Told how far a scan is, on the scan's own thread and for every message; it should be cheap. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = (done, total) -> {};

    /** So many messages of so many are done. */
    void at(long done, long total);
}
