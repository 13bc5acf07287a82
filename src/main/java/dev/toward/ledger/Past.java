package dev.toward.ledger;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a stretch of a conversation leaves behind for those who read on from its end: its last words, and how long people took to
 * answer. Stretches that follow one another add up, so a long conversation can be cut and its parts looked at side by side. It
 * may travel between machines.
 *
 * @param first how the stretch begins, or null when it is empty
 * @param last its last words, {@value Talk#LATELY} at most, oldest first
 * @param gaps how often which step of {@link Gaps} was waited within it
 */
public record Past(@Nullable Utterance first, List<Utterance> last, SortedMap<Integer, Long> gaps)
        implements Serializable {
    /** Nothing was said yet. */
    public static final Past NOTHING = new Past(null, List.of(), new TreeMap<>());

    public Past {
        last = List.copyOf(last);
        gaps = new TreeMap<>(gaps);
    }

    /** What a stretch leaves behind. */
    public static Past of(Iterable<Utterance> stretch) {
        Utterance first = null;
        ArrayList<Utterance> last = new ArrayList<>();
        Gaps gaps = new Gaps();
        for (Utterance said : stretch) {
            if (first == null) {
                first = said;
            } else {
                Duration gap = gap(last.get(last.size() - 1), said);
                if (gap != null) {
                    gaps.add(gap);
                }
            }
            last.add(said);
            if (last.size() > Talk.LATELY) {
                last.remove(0);
            }
        }
        return new Past(first, last, gaps.steps());
    }

    /** This stretch and the one that follows it. */
    public Past then(Past next) {
        if (next.first == null) {
            return this;
        }
        if (first == null) {
            return next;
        }
        Gaps both = Gaps.of(gaps);
        both.addAll(Gaps.of(next.gaps));
        Duration between = gap(last.get(last.size() - 1), next.first);
        if (between != null) {
            both.add(between);
        }
        List<Utterance> all = new ArrayList<>(last);
        all.addAll(next.last);
        return new Past(first, all.subList(Math.max(0, all.size() - Talk.LATELY), all.size()), both.steps());
    }

    private static @Nullable Duration gap(Utterance before, Utterance after) {
        return before.author().equals(after.author()) ? null : Talk.gap(before.time(), after.time());
    }
}
