package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.text.Bid;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One message of a bid, with where it stands in the talk.
 *
 * @param text as written
 * @param goesOn true when the same author wrote the message before it, in one burst with this
 * @param answers what others wrote before it, not known where nobody did
 * @param after how long after that, or null when not known
 * @param reading of the message beside what it answers, or null when it was not read
 */
record Said(
        String text,
        boolean goesOn,
        Bid answers,
        @Nullable Duration after,
        @Nullable Future<Analysis> reading) {
    /** Its reading, waited for; null when there is none. */
    @Nullable
    Analysis read() throws ExecutionException, InterruptedException {
        return reading == null ? null : reading.get();
    }
}
