package dev.toward.fast;

/**
 * The student's small numbers: what stands between sums of rows and scores. Arrays are by input, then by output, so that every output
 * is summed in one order whatever the machine.
 *
 * @param replyScale what one step of a byte in the reply's table stands for; likewise the next two
 * @param fromReply static reply vector to hidden units
 * @param fromContext static context vector to hidden units
 * @param bias of the hidden units
 * @param out {@link #INPUTS} inputs (hidden units, products, the reply's units, a constant, whether a bid is known) to four labels and the
 *     margin
 * @param bids the context's units and a constant to the kinds of bid
 * @param bars see {@link Bars}
 */
public record Dense(
        float replyScale,
        float contextScale,
        float staticScale,
        float[] fromReply,
        float[] fromContext,
        float[] bias,
        float[] out,
        float[] bids,
        Bars bars) {
    /** Hidden units, and bytes in a row of the hashed tables. */
    public static final int HIDDEN = 32;
    /** Width of a static vector. */
    public static final int STATIC = 64;
    /** Four labels and the margin. */
    public static final int OUTPUTS = 5;

    public static final int INPUTS = 3 * HIDDEN + 2;
    public static final int BIDS = 10;
    /** Two to the power of these: rows of the tables. */
    public static final int REPLY_BITS = 16;

    public static final int CONTEXT_BITS = 15;

    /**
     * Where the student decides.
     *
     * @param flag dismissive and minimizing together must be more probable, after a bid
     * @param flagAlone the same without one
     * @param sure the margin above which a reply to a bid is surely neutral
     * @param sureAlone the same without one
     */
    public record Bars(float flag, float flagAlone, float sure, float sureAlone) {}

    /** The same with other bars. */
    public Dense with(Bars other) {
        return new Dense(replyScale, contextScale, staticScale, fromReply, fromContext, bias, out, bids, other);
    }

    /** Units of a text: its rows' sum over the root of their number, and its mean static vector, through a projection. */
    static void units(
            int[] rowSum,
            int rows,
            float scale,
            int[] staticSum,
            int pieces,
            float staticScale,
            float[] through,
            float[] into) {
        float factor = rows == 0 ? 0 : (float) (scale / Math.sqrt(rows));
        for (int j = 0; j < HIDDEN; j++) {
            into[j] = rowSum[j] * factor;
        }
        if (pieces == 0) {
            return;
        }
        float mean = staticScale / pieces;
        for (int i = 0; i < STATIC; i++) {
            float x = staticSum[i] * mean;
            for (int j = 0; j < HIDDEN; j++) {
                into[j] += x * through[i * HIDDEN + j];
            }
        }
    }

    /** Logits of labels and margin. */
    void logits(float[] reply, float[] context, boolean known, float[] input, float[] into) {
        for (int j = 0; j < HIDDEN; j++) {
            input[j] = Math.max(0, reply[j] + context[j] + bias[j]);
            input[HIDDEN + j] = reply[j] * context[j];
            input[2 * HIDDEN + j] = reply[j];
        }
        input[3 * HIDDEN] = 1;
        input[3 * HIDDEN + 1] = known ? 1 : 0;
        apply(input, INPUTS, out, OUTPUTS, into);
    }

    /** Logits of the bid. */
    void bidLogits(float[] context, float[] input, float[] into) {
        System.arraycopy(context, 0, input, 0, HIDDEN);
        input[HIDDEN] = 1;
        apply(input, HIDDEN + 1, bids, BIDS, into);
    }

    private static void apply(float[] input, int inputs, float[] weights, int outputs, float[] into) {
        for (int o = 0; o < outputs; o++) {
            into[o] = 0;
        }
        for (int i = 0; i < inputs; i++) {
            float x = input[i];
            for (int o = 0; o < outputs; o++) {
                into[o] += x * weights[i * outputs + o];
            }
        }
    }
}
