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
 * @param trend of the turning toward in everything, by week
 * @param pairs what went from one person to another, in the order in which it first did
 * @param noticed follow-ups, open promises, contacts gone quiet and the like
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
        SequencedMap<String, Counts> weeks,
        Trend trend,
        List<Pair> pairs,
        Noticed noticed) {
    public Ledger {
        people = List.copyOf(people);
        pairs = List.copyOf(pairs);
        weeks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(weeks));
    }
}
