package dev.toward.ledger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * One direction between two people. In a chat of two everything goes from one to the other; in a group only what answers
 * somebody, or speaks to them.
 *
 * @param from the id of the one, as {@link Person#id()}
 * @param to the id of the other
 * @param weeks by ISO week, in order; weeks without anything are absent
 * @param trend of the turning toward in what was said, by week
 * @param metTrend of the bids for connection that were met, by week
 */
public record Pair(
        String platform,
        String from,
        String to,
        PairCounts counts,
        SequencedMap<String, PairCounts> weeks,
        Trend trend,
        Trend metTrend) {
    public Pair {
        weeks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(weeks));
    }

    static Pair of(String platform, String from, String to, PairCounts counts, SequencedMap<String, PairCounts> weeks) {
        return new Pair(
                platform,
                from,
                to,
                counts,
                weeks,
                Trend.of(weeks, week -> week.counts().towardShare()),
                Trend.of(weeks, PairCounts::metShare));
    }
}
