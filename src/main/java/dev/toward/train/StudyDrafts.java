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

    /** Drafts that are read a second time as somebody else might have typed them. */
    private static final int TYPED = 30_000;

    private static final int CHAT = 24_000;

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

    /**
     * These and many more, for a pupil that reads word by word: the same typed in haste, and chats made of messages that were not written
     * for each other, each after one to three.
     */
    static List<Draft> wider(Path corpus, @Nullable Path real) throws IOException {
        List<Draft> narrow = of(corpus, real);
        Set<Draft> drafts = new LinkedHashSet<>(narrow);
        Random random = new Random(SEED + 1);
        Noise noise = new Noise(random);
        List<Draft> shuffled = new ArrayList<>(narrow);
        Collections.shuffle(shuffled, random);
        for (Draft draft : shuffled.subList(0, Math.min(TYPED, shuffled.size()))) {
            drafts.add(new Draft(
                    noise.on(draft.text()),
                    new Bid(draft.bid().utterances().stream().map(noise::on).toList())));
        }
        for (Draft draft : narrow) {
            if (draft.bid().isKnown() && random.nextInt(ALONE) == 0) {
                drafts.add(new Draft("", draft.bid()));
            }
        }
        drafts.addAll(chat(narrow.stream().map(Draft::text).distinct().toList(), CHAT, random));
        return List.copyOf(drafts);
    }

    /** Messages after one to three others, drawn from these texts. */
    static List<Draft> chat(List<String> texts, int many, Random random) {
        List<Draft> drafts = new ArrayList<>(many);
        for (int i = 0; i < many; i++) {
            int before = Math.min(1 + random.nextInt(4), 3);
            List<String> bid = new ArrayList<>(before);
            for (int j = 0; j < before; j++) {
                bid.add(texts.get(random.nextInt(texts.size())));
            }
            drafts.add(new Draft(texts.get(random.nextInt(texts.size())), new Bid(bid)));
        }
        return drafts;
    }

    private static void pair(List<String> texts, List<String> bids, int most, Random random, Set<Draft> into) {
        List<String> shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, random);
        for (String text : shuffled.subList(0, Math.min(most, shuffled.size()))) {
            into.add(Draft.of(text, bids.get(random.nextInt(bids.size()))));
        }
    }
}
