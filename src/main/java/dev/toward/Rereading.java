package dev.toward;

import dev.toward.suggest.Reading;
import dev.toward.text.Draft;
import dev.toward.verdict.Impression;
import dev.toward.verdict.Verdict;
import dev.toward.verdict.WordingReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what would be offered: most of it by the reader that knows wordings, the rest in full; where a core is idle side by side, for somebody
 * waits. Threads may share it.
 */
final class Rereading implements Reading {
    /** Fewer are not worth a second thread. */
    private static final int SHARED_OUT = 6;

    private final @Nullable WordingReader wordings;
    private final Function<Draft, Verdict> inFull;
    private final Cores cores;

    Rereading(@Nullable WordingReader wordings, Function<Draft, Verdict> inFull, Cores cores) {
        this.wordings = wordings;
        this.inFull = inFull;
        this.cores = cores;
    }

    @Override
    public List<Verdict> of(List<Draft> drafts, boolean ours) {
        List<Impression> seen = ours ? glance(drafts) : Collections.nCopies(drafts.size(), Impression.NONE);
        List<Draft> rest = IntStream.range(0, drafts.size())
                .filter(i -> seen.get(i).sure() == null)
                .mapToObj(drafts::get)
                .toList();
        Stream<Draft> asked = rest.size() > 1 && cores.oneIsIdle() ? rest.parallelStream() : rest.stream();
        Iterator<Verdict> read = asked.map(inFull).toList().iterator();
        List<Verdict> all = new ArrayList<>(drafts.size());
        for (Impression one : seen) {
            all.add(one.sure() == null ? read.next() : one.sure());
        }
        return all;
    }

    @Override
    public List<Impression> glance(List<Draft> some) {
        WordingReader reader = wordings;
        if (reader == null) {
            return Reading.super.glance(some);
        }
        if (some.size() < SHARED_OUT || !cores.oneIsIdle()) {
            return reader.read(some);
        }
        int half = some.size() / 2;
        return Stream.of(some.subList(0, half), some.subList(half, some.size()))
                .parallel()
                .flatMap(part -> reader.read(part).stream())
                .toList();
    }
}
