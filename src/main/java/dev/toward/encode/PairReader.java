package dev.toward.encode;

import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import dev.toward.text.Bid;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Reads a bid and its reply together, {@code [CLS] bid [SEP] reply [SEP]}: a cross-encoder, fine-tuned for this
 * ({@code src/train/python}). Of the bid the last 96 word pieces are read, of the reply the first 160. Threads may share it.
 */
public final class PairReader implements AutoCloseable {
    /** The file under {@code models/}. */
    public static final String MODEL = "reader.onnx";

    private static final int CONTEXT_PIECES = 96;
    private static final int REPLY_PIECES = 160;

    private final WordPiece pieces;
    private final Onnx model;
    private final int first;
    private final int between;

    private PairReader(WordPiece pieces, Onnx model) {
        this.pieces = pieces;
        this.model = model;
        this.first = pieces.special("[CLS]");
        this.between = pieces.special("[SEP]");
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
        List<Integer> context = context(bid);
        List<WordPiece.Piece> after = pieces.pieces(reply, REPLY_PIECES);

        long[] ids = new long[context.size() + after.size() + 3];
        long[] segments = new long[ids.length];
        int at = 0;
        ids[at++] = first;
        for (int id : context) {
            ids[at++] = id;
        }
        ids[at++] = between;
        int start = at;
        Arrays.fill(segments, start, ids.length, 1);
        for (WordPiece.Piece piece : after) {
            ids[at++] = piece.id();
        }
        ids[at] = between;

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

    /** The last pieces of the bid, a mark between utterances; what is older than fits is not looked at. */
    private List<Integer> context(Bid bid) {
        Deque<Integer> context = new ArrayDeque<>();
        List<String> utterances = bid.utterances();
        for (int i = utterances.size() - 1; i >= 0 && context.size() < CONTEXT_PIECES; i--) {
            String utterance = utterances.get(i);
            String end = utterance.length() > 4000 ? utterance.substring(utterance.length() - 4000) : utterance;
            List<WordPiece.Piece> cut = pieces.pieces(end, Integer.MAX_VALUE);
            if (!cut.isEmpty() && !context.isEmpty()) {
                context.addFirst(between);
            }
            for (int j = cut.size() - 1; j >= 0 && context.size() < CONTEXT_PIECES; j--) {
                context.addFirst(cut.get(j).id());
            }
        }
        return List.copyOf(context);
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
