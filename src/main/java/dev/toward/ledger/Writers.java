package dev.toward.ledger;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Who writes in a conversation, as far as its ledger must know beforehand, and how much. Parts of a conversation add up. It may travel
 * between machines.
 *
 * @param some the ids of those who write, {@value #ENOUGH} at most: more make no difference
 */
public record Writers(long messages, List<String> some) implements Serializable {
    private static final int ENOUGH = 3;

    public Writers {
        some = List.copyOf(some);
    }

    /** One message by somebody. */
    public static Writers of(String author) {
        return new Writers(1, List.of(author));
    }

    /** These and those of another part. */
    public Writers and(Writers others) {
        List<String> all = new ArrayList<>(some);
        others.some.stream().filter(one -> !some.contains(one)).forEach(all::add);
        return new Writers(
                messages + others.messages, all.stream().sorted().limit(ENOUGH).toList());
    }
}
