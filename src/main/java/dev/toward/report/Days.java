package dev.toward.report;

import dev.toward.Analysis;
import dev.toward.ledger.Entry;
import dev.toward.text.Message;
import dev.toward.verdict.Turn;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How much was said on each of the latest days, and how much of it turned toward somebody. */
final class Days implements Entry.Sink {
    private static final int MOST = Weeks.MOST * 7;

    /** One day. */
    record Day(long messages, long toward) {}

    private final TreeMap<LocalDate, Day> days = new TreeMap<>();

    @Override
    public void accept(Entry entry) {
        Message message = entry.message();
        if (message.author() == null || !message.isSaid() || message.time() == null) {
            return;
        }
        Analysis analysis = entry.analysis();
        boolean toward = analysis != null && analysis.verdict().turn() == Turn.TOWARD;
        days.merge(
                message.time().clock().toLocalDate(),
                new Day(1, toward ? 1 : 0),
                (a, b) -> new Day(a.messages + b.messages, a.toward + b.toward));
        if (days.size() > MOST) {
            days.pollFirstEntry();
        }
    }

    /** Days without a message are absent. */
    SortedMap<LocalDate, Day> latest() {
        return Collections.unmodifiableSortedMap(days);
    }
}
