package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.text.Draft;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What was read before of the messages of a scan, asked in their order, on the scan's own thread. */
interface Known {
    /** Nothing was. */
    Known NOTHING = draft -> null;

    /** What was read of the next message, or null when it is to be read now. */
    @Nullable
    Analysis next(Draft draft) throws IOException;

    /** Takes what was read now, in the order of the messages. */
    default void add(Analysis analysis) throws IOException {}

    /** Some messages are done. */
    default void flush() throws IOException {}
}
