package dev.toward.encode;

import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A small reader that the large one has taught ({@code src/train/python/train_small.py}): three layers, some tenths of a millisecond a
 * message. Messages of the same length are read in one go and none is padded, sums are whole numbers and all else is done row by row: so
 * a message is read alike, bit for bit, whatever stands beside it. Threads may share it.
 */
public final class SmallReader implements AutoCloseable {
    /** The file under {@code models/}. */
    public static final String MODEL = "small.onnx";

    /** The last pieces of a bid that are read, and the most pieces of a reply; {@code src/train/python/small.py} says the same. */
    private static final int CONTEXT = 32;

    private static final int REPLY = 48;
    /** Messages read in one go; more do not make it faster. */
    private static final int TOGETHER = 16;

    private static final int LABELS = 4;
    private static final int SURE = 2;
    private static final int BIDS = 10;
    private static final int GESTURES = 18;

    private final Onnx model;

    private SmallReader(Onnx model) {
        this.model = model;
    }

    /** Loads the model, digest checked. */
    public static SmallReader open(ModelStore store) throws ModelException {
        return open(store.path(MODEL));
    }

    /** Loads a model that is not in a manifest yet. */
    public static SmallReader open(Path file) throws ModelException {
        return new SmallReader(new Onnx(file));
    }

    /**
     * What it makes of a pair: logits, in the order of the ids in {@code src/train/python/taxonomy.py}.
     *
     * @param labels one each
     * @param neutral whether everything would surely find the reply neutral too
     * @param validating likewise validating
     * @param bids meaningless when no bid was given
     * @param fits whether a person would find the reply fit to send; 0 of a reader that was not taught it
     */
    public record Skim(float[] labels, float neutral, float validating, float[] bids, float[] gestures, float fits) {
        private static Skim of(float[] heads, int from, int to) {
            int sure = from + LABELS;
            int bids = sure + SURE;
            int gestures = bids + BIDS;
            int fits = gestures + GESTURES;
            return new Skim(
                    Arrays.copyOfRange(heads, from, sure),
                    heads[sure],
                    heads[sure + 1],
                    Arrays.copyOfRange(heads, bids, gestures),
                    Arrays.copyOfRange(heads, gestures, fits),
                    fits < to ? heads[fits] : 0);
        }
    }

    /** Whether it can take in the whole reply. */
    public static boolean fits(PairPieces pair) {
        return pair.reply().size() <= REPLY;
    }

    /** What it makes of each pair, in order; of replies that do not fit, the beginning is read. */
    public List<Skim> read(List<PairPieces> pairs) {
        Skim[] read = new Skim[pairs.size()];
        Map<Integer, List<Integer>> byLength = new TreeMap<>();
        for (int i = 0; i < read.length; i++) {
            byLength.computeIfAbsent(length(pairs.get(i)), n -> new ArrayList<>())
                    .add(i);
        }
        byLength.forEach((length, some) -> {
            for (int from = 0; from < some.size(); from += TOGETHER) {
                read(pairs, some.subList(from, Math.min(some.size(), from + TOGETHER)), length, read);
            }
        });
        return Arrays.asList(read);
    }

    private void read(List<PairPieces> pairs, List<Integer> some, int length, Skim[] into) {
        int[] ids = new int[some.size() * length];
        int[] places = new int[ids.length];
        for (int i = 0; i < some.size(); i++) {
            put(pairs.get(some.get(i)), ids, places, i * length);
        }
        float[] heads = model.run(some.size(), Map.of("ids", ids, "places", places));
        int each = heads.length / some.size();
        for (int i = 0; i < some.size(); i++) {
            into[some.get(i)] = Skim.of(heads, i * each, (i + 1) * each);
        }
    }

    private static int length(PairPieces pair) {
        return Math.min(pair.start() - 2, CONTEXT) + Math.min(pair.reply().size(), REPLY) + 3;
    }

    /** Places count from where the bid ends and the reply begins, which is the same place for every pair. */
    private static void put(PairPieces pair, int[] ids, int[] places, int at) {
        int[] all = pair.ids();
        int start = pair.start();
        int before = Math.min(start - 2, CONTEXT);
        int after = Math.min(pair.reply().size(), REPLY);
        int to = at;
        ids[to++] = all[0];
        for (int i = 0; i < before; i++) {
            ids[to] = all[start - 1 - before + i];
            places[to++] = 1 + CONTEXT - before + i;
        }
        ids[to] = all[start - 1];
        places[to++] = 1 + CONTEXT;
        for (int i = 0; i < after; i++) {
            ids[to] = all[start + i];
            places[to++] = 2 + CONTEXT + i;
        }
        ids[to] = all[all.length - 1];
        places[to] = 2 + CONTEXT + after;
    }

    @Override
    public void close() {
        model.close();
    }
}
