package dev.toward.train;

import dev.toward.text.Bid;
import dev.toward.text.Draft;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the student is taught on, without labels: drafts of the train split, and much more that costs nobody any writing. Bids read as
 * drafts, replies without their bid and under another, lines of real text alone and beside each other: what the full reader says of
 * them is as true as what it says of the corpus. The same folders give the same list.
 */
final class StudyDrafts {
    private static final long SEED = 20261122;
    /** One in so many drafts with a context is read without it as well. */
    private static final int ALONE = 3;
    /** The most of each kind that is made by pairing what was not written for each other. */
    private static final int BIDS_ON_BIDS = 6_000;

    private static final int ON_OTHERS = 12_000;
    private static final int REAL_ON_BIDS = 4_000;
    private static final int REAL_ON_REAL = 4_000;

    private StudyDrafts() {}

    /** @param real a folder of real comments, or null */
    static List<Draft> of(Path corpus, @Nullable Path real) throws IOException {
        Set<Draft> drafts = new LinkedHashSet<>();
        List<Draft> written = LabelledFile.readAll(corpus.resolve("labelled/train")).stream()
                .map(Example::draft)
                .toList();
        drafts.addAll(written);
        Set<String> distinct = new LinkedHashSet<>();
        Random random = new Random(SEED);
        for (Draft draft : written) {
            if (draft.bid().isKnown()) {
                distinct.add(draft.bid().last());
                if (random.nextInt(ALONE) == 0) {
                    drafts.add(Draft.of(draft.text()));
                }
                List<String> before = draft.bid().utterances();
                if (before.size() > 1) {
                    drafts.add(new Draft(draft.bid().last(), new Bid(before.subList(0, before.size() - 1))));
                }
            }
        }
        List<String> bids = new ArrayList<>(distinct);
        bids.forEach(bid -> drafts.add(Draft.of(bid)));
        List<String> replies = new ArrayList<>(written.stream().map(Draft::text).toList());
        pair(bids, bids, BIDS_ON_BIDS, random, drafts);
        pair(replies, bids, ON_OTHERS, random, drafts);
        if (real != null) {
            List<String> lines = RealText.taught(real);
            lines.forEach(line -> drafts.add(Draft.of(line)));
            pair(lines, bids, REAL_ON_BIDS, random, drafts);
            pair(lines, lines, REAL_ON_REAL, random, drafts);
        }
        return List.copyOf(drafts);
    }

    private static void pair(List<String> texts, List<String> bids, int most, Random random, Set<Draft> into) {
        List<String> shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, random);
        for (String text : shuffled.subList(0, Math.min(most, shuffled.size()))) {
            into.add(Draft.of(text, bids.get(random.nextInt(bids.size()))));
        }
    }
}
