package dev.toward.encode;

import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Sentence vectors by all-MiniLM-L6-v2 (Wang et al. 2020, arXiv:2002.10957; Reimers and Gurevych 2019, arXiv:1908.10084):
 * 384 wide, the mean over word pieces, of length one. Texts past 256 pieces are read up to there. Threads may share it.
 */
public final class SentenceEncoder implements Encoder, AutoCloseable {
    private static final int WIDTH = 384;
    private static final int MOST_PIECES = 254;

    private final WordPiece pieces;
    private final Onnx model;
    private final int first;
    private final int last;

    private SentenceEncoder(WordPiece pieces, Onnx model) {
        this.pieces = pieces;
        this.model = model;
        this.first = pieces.special("[CLS]");
        this.last = pieces.special("[SEP]");
    }

    /** Loads the model and its vocabulary. */
    public static SentenceEncoder open(ModelStore store) throws ModelException {
        return open(store, WordPiece.open(store));
    }

    /** Loads the model alone. */
    public static SentenceEncoder open(ModelStore store, WordPiece pieces) throws ModelException {
        return new SentenceEncoder(pieces, new Onnx(store.path("all-minilm-l6-v2-q.onnx")));
    }

    /** Every word piece that it knows, by number. */
    public List<String> entries() {
        return pieces.entries();
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public float[] vector(String text) {
        List<WordPiece.Piece> cut = pieces.pieces(text, MOST_PIECES);
        long[] ids = new long[cut.size() + 2];
        ids[0] = first;
        for (int i = 0; i < cut.size(); i++) {
            ids[i + 1] = cut.get(i).id();
        }
        ids[ids.length - 1] = last;
        long[] mask = new long[ids.length];
        Arrays.fill(mask, 1);
        Map<String, float[]> out =
                model.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", new long[ids.length]));
        float[] states = out.values().iterator().next();
        float[] vector = new float[WIDTH];
        for (int i = 0; i < states.length; i++) {
            vector[i % WIDTH] += states[i];
        }
        double length = 0;
        for (float v : vector) {
            length += (double) v * v;
        }
        float scale = (float) (1 / Math.sqrt(Math.max(length, 1e-12)));
        for (int i = 0; i < WIDTH; i++) {
            vector[i] *= scale;
        }
        return vector;
    }

    @Override
    public void close() {
        model.close();
    }
}
