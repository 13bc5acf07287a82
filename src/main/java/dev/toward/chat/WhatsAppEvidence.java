package dev.toward.chat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the first pass over a WhatsApp export learns: the shapes of its headers in runs, what the dates say, who the authors may
 * be. Grows with the number of authors and of changes of shape, both limited.
 */
final class WhatsAppEvidence {
    private static final int MOST_RUNS = 20_000;

    final List<Run> runs = new ArrayList<>();
    final WhatsAppAuthors authors;
    boolean startsWithHeader;
    long lastLine;

    private boolean textSeen;

    private WhatsAppEvidence(WhatsAppAuthors authors) {
        this.authors = authors;
    }

    static WhatsAppEvidence of(Source source, @Nullable String chatName) throws IOException {
        WhatsAppEvidence evidence = new WhatsAppEvidence(new WhatsAppAuthors(chatName));
        try (Lines lines = Lines.of(source.open())) {
            for (String raw = lines.next(); raw != null; raw = lines.next()) {
                evidence.line(lines.number(), raw);
                lines.passRest();
            }
        }
        return evidence;
    }

    private void line(long number, String raw) {
        String line = Marks.strip(raw);
        WhatsAppHeader header = WhatsAppHeader.of(line);
        if (header != null && header.stamp().isPossible()) {
            startsWithHeader |= !textSeen;
            if (header(number, header.shape(), header.stamp())) {
                authors.learn(header.shape(), header.rest(), WhatsAppAuthors.isMarked(raw, line, header.rest()));
            }
        }
        textSeen |= !line.isBlank();
    }

    private boolean header(long number, Shape shape, Stamp stamp) {
        Run current = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (current == null || !current.shape.equals(shape)) {
            if (runs.size() >= MOST_RUNS) {
                return false;
            }
            current = begin(shape, number, stamp, false);
        } else if (current.dates.contradicts(stamp)) {
            current = contradicted(current, number, shape, stamp);
        }
        current.add(number, stamp);
        lastLine = number;
        return true;
    }

    /** One date alone that tells another order is a slip; two are a change. */
    private Run contradicted(Run current, long number, Shape shape, Stamp stamp) {
        if (current.splitOff && current.dates.decisive() == 1) {
            runs.remove(runs.size() - 1);
            Run before = runs.get(runs.size() - 1);
            before.absorb(current);
            return before;
        }
        if (runs.size() >= MOST_RUNS) {
            return current;
        }
        long start = current.changeBefore(number, stamp);
        current.end = start - 1;
        return begin(shape, start, stamp, true);
    }

    private Run begin(Shape shape, long start, Stamp first, boolean splitOff) {
        Run run = new Run(shape, start, first, splitOff);
        runs.add(run);
        return run;
    }
}
