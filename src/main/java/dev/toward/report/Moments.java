package dev.toward.report;

import dev.toward.Analysis;
import dev.toward.ledger.Entry;
import dev.toward.text.Message;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The flagged messages of whoever asked, the surest of them when there are many. Of nobody else is anything kept. */
final class Moments implements Entry.Sink {
    /** More than one would read; the files hold them all. */
    static final int MOST = 60;

    /** One of them. */
    record Moment(long order, Message message, Analysis analysis) {
        double sureness() {
            return analysis.verdict().scores().flag();
        }
    }

    private final PriorityQueue<Moment> surest = new PriorityQueue<>(Comparator.comparingDouble(Moment::sureness)
            .thenComparing(Comparator.comparingLong(Moment::order).reversed()));
    private long count;

    @Override
    public void accept(Entry entry) {
        Analysis analysis = entry.analysis();
        if (!entry.own() || analysis == null || !analysis.verdict().label().isFlag()) {
            return;
        }
        surest.add(new Moment(count++, entry.message(), analysis));
        if (surest.size() > MOST) {
            surest.remove();
        }
    }

    /** How many there were, kept or not. */
    long count() {
        return count;
    }

    /** Those kept, in the order in which they were written. */
    List<Moment> inOrder() {
        return surest.stream().sorted(Comparator.comparingLong(Moment::order)).toList();
    }
}
