package dev.toward.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.Partitioner;

/**
 * Cuts the order of everything into buckets of about the same number of records. A conversation that is smaller than a bucket
 * stays whole; a larger one is cut, as often as it takes, so that no task gets all of it.
 */
final class Bounds extends Partitioner {
    private static final long serialVersionUID = 1;

    private final ArrayList<Place> starts;

    /** @param starts where each bucket but the first begins, in order */
    Bounds(List<Place> starts) {
        this.starts = new ArrayList<>(starts);
    }

    /** @param sample places drawn evenly, in order */
    static Bounds of(List<Place> sample, int buckets) {
        List<Place> starts = new ArrayList<>();
        for (int i = 1; i < buckets; i++) {
            int at = (int) ((long) i * sample.size() / buckets);
            if (at >= sample.size()) {
                continue;
            }
            Place start = sample.get(at);
            String talk = start.talk();
            if (!talk.isEmpty()) {
                int from = at;
                while (from > 0 && sample.get(from - 1).talk().equals(talk) && at - from <= sample.size() / buckets) {
                    from--;
                }
                int to = at;
                while (to < sample.size()
                        && sample.get(to).talk().equals(talk)
                        && to - from <= sample.size() / buckets) {
                    to++;
                }
                if (to - from <= Math.max(1, sample.size() / buckets)) {
                    start = Place.startOf(talk);
                }
            }
            if (starts.isEmpty() || starts.get(starts.size() - 1).compareTo(start) < 0) {
                starts.add(start);
            }
        }
        return new Bounds(starts);
    }

    List<Place> starts() {
        return Collections.unmodifiableList(starts);
    }

    /** About the same, with no conversation cut. */
    Bounds ofWholeTalks() {
        List<Place> whole = new ArrayList<>();
        for (Place start : starts) {
            Place talk = Place.startOf(start.talk());
            if (!start.talk().isEmpty()
                    && (whole.isEmpty() || whole.get(whole.size() - 1).compareTo(talk) < 0)) {
                whole.add(talk);
            }
        }
        return new Bounds(whole);
    }

    /** The conversation that bucket {@code bucket} begins in the middle of, or the empty text. */
    String cutBefore(int bucket) {
        if (bucket == 0 || bucket > starts.size() || starts.get(bucket - 1).isStart()) {
            return "";
        }
        return starts.get(bucket - 1).talk();
    }

    boolean cutsTalks() {
        return starts.stream().anyMatch(s -> !s.isStart() && !s.talk().isEmpty());
    }

    @Override
    public int numPartitions() {
        return starts.size() + 1;
    }

    @Override
    public int getPartition(Object place) {
        int at = Collections.binarySearch(starts, (Place) place);
        return at >= 0 ? at + 1 : -at - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bounds bounds && bounds.starts.equals(starts);
    }

    @Override
    public int hashCode() {
        return starts.hashCode();
    }
}
