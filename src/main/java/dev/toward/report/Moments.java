package dev.toward.report;

import dev.toward.Analysis;
import dev.toward.ledger.Entry;
import dev.toward.text.Message;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Flagged messages, of whoever asked or of all the others; the surest of them when there are many. */
final class Moments implements Entry.Sink {
    /** More than one would read; the files hold them all. */
    static final int MOST = 60;

    /** One of them. */
    record Moment(long order, Message message, Analysis analysis) {
        double sureness() {
            return analysis.verdict().scores().flag();
        }
    }

    private final boolean own;
    private final PriorityQueue<Moment> surest = new PriorityQueue<>(Comparator.comparingDouble(Moment::sureness)
            .thenComparing(Comparator.comparingLong(Moment::order).reversed()));
    private long count;

    /** @param own true for those of whoever asked, false for those of the others */
    Moments(boolean own) {
        this.own = own;
    }

    @Override
    public void accept(Entry entry) {
        Analysis analysis = entry.analysis();
        if (entry.own() != own
                || analysis == null
                || !analysis.verdict().label().isFlag()) {
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
