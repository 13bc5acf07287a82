package dev.toward.ledger;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence as it was written at some moment.
 *
 * @param when the first time ahead of which it speaks, or null
 */
record Dated(String sentence, @Nullable When when) {
    /** The sentences of a message. */
    static List<Dated> all(List<String> sentences, LocalDateTime now) {
        List<Dated> all = new ArrayList<>(sentences.size());
        sentences.forEach(sentence -> all.add(new Dated(sentence, When.in(sentence, now))));
        return all;
    }

    /** The sentences of a text. */
    static List<Dated> all(String text, LocalDateTime now) {
        return all(Sentences.of(text), now);
    }

    /** The first that speaks of a time ahead, or null. */
    static @Nullable Dated first(List<Dated> sentences) {
        for (Dated one : sentences) {
            if (one.when != null) {
                return one;
            }
        }
        return null;
    }
}
