package dev.toward.ledger;

import dev.toward.text.Timestamp;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a scan counted.
 *
 * @param chats conversations with a message in the period
 * @param entries messages in the period, notices included
 * @param untimed of these, such without a time; they are in no week
 * @param first the earliest time, or null when no message has one
 * @param last the latest
 * @param explicit replies to a message that the writer chose; inferred likewise, from order and time
 * @param model the version of the models that read, or null when nothing was read
 * @param all everything together
 * @param people in the order in which they first wrote
 * @param weeks by ISO week, as {@code 2024-W18}, in order; weeks without a message are absent
 */
public record Ledger(
        long chats,
        long entries,
        long untimed,
        @Nullable Timestamp first,
        @Nullable Timestamp last,
        long explicit,
        long inferred,
        @Nullable String model,
        Counts all,
        List<Person> people,
        SequencedMap<String, Counts> weeks) {
    public Ledger {
        people = List.copyOf(people);
        weeks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(weeks));
    }
}
