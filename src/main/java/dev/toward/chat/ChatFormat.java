package dev.toward.chat;

import java.io.IOException;

/** A format of chat exports. Stateless; threads may share it. */
interface ChatFormat {
    /** How well a file fits. Of two that fit, the surer wins, and then the one listed first. */
    enum Fit {
        NO,
        MAYBE,
        YES
    }

    /** Stands in output and never changes once released. */
    String id();

    /** Looks at the head of a file; opens it again only if the head does not tell. */
    Fit fit(Source source, Head head, ReadOptions options) throws IOException;

    /**
     * Reads a file from start to end in constant memory, twice if need be.
     *
     * @throws IOException when the file could not be read to its end; what was delivered before stays
     */
    void read(Source source, ReadOptions options, Delivery delivery) throws IOException;
}
