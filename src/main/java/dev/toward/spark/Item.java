package dev.toward.spark;

import dev.toward.ledger.Utterance;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** One record of the input, as it travels. */
sealed interface Item extends Serializable {
    /** A draft with its context, as a line of {@code classify}. */
    record Asked(byte[] line) implements Item {}

    /**
     * @param id the caller's mark, or null
     * @param moment true when the time is a moment in UTC, false when it is what a clock showed
     */
    record Said(@Nullable String id, Utterance utterance, boolean moment) implements Item {}

    /** @param reason in our own words; never any of the record's */
    record Bad(String reason) implements Item {}
}
