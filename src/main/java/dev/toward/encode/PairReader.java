package dev.toward.encode;

import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import dev.toward.text.Bid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads a bid and its reply together, {@code [CLS] bid [SEP] reply [SEP]}: a cross-encoder, fine-tuned for this
 * ({@code src/train/python}). Of the bid the last 96 word pieces are read, of the reply the first 160. Threads may share it.
 */
public final class PairReader implements AutoCloseable {
    /** The file under {@code models/}. */
    public static final String MODEL = "reader.onnx";

    private final WordPiece pieces;
    private final Onnx model;

    private PairReader(WordPiece pieces, Onnx model) {
        this.pieces = pieces;
        this.model = model;
    }

    /** Loads the model and its vocabulary. */
    public static PairReader open(ModelStore store) throws ModelException {
        return open(store, WordPiece.open(store));
    }

    /** Loads the model alone. */
    public static PairReader open(ModelStore store, WordPiece pieces) throws ModelException {
        return new PairReader(pieces, new Onnx(store.path(MODEL)));
    }

    /** Reads a reply to a bid, known or not. An empty reply reads the bid alone. */
    public Reading read(Bid bid, String reply) {
        PairPieces pair = PairPieces.of(pieces, bid, reply);
        int start = pair.start();
        List<WordPiece.Piece> after = pair.reply();
        long[] ids = new long[pair.ids().length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = pair.ids()[i];
        }
        long[] segments = new long[ids.length];
        Arrays.fill(segments, start, ids.length, 1);

        Map<String, float[]> out = model.run(Map.of("ids", ids, "segments", segments));
        float[] tags = output(out, "tags");
        int kinds = tags.length / ids.length;
        List<Reading.Tag> tagged = new ArrayList<>(after.size());
        for (int i = 0; i < after.size(); i++) {
            int from = (start + i) * kinds;
            tagged.add(new Reading.Tag(after.get(i).span(), Arrays.copyOfRange(tags, from, from + kinds)));
        }
        return new Reading(
                output(out, "labels"), output(out, "tactics"), output(out, "gestures"), output(out, "bids"), tagged);
    }

    private static float[] output(Map<String, float[]> out, String name) {
        float[] values = out.get(name);
        if (values == null) {
            throw new IllegalStateException(MODEL + " has no output named " + name);
        }
        return values;
    }

    @Override
    public void close() {
        model.close();
    }
}
