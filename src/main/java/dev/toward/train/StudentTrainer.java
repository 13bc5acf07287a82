package dev.toward.train;

import dev.toward.fast.Dense;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Teaches a student by descent, one draft after the other in a seeded order on one thread, so that the same input gives the same numbers.
 * Steps are held back by what each number has moved before (Adagrad, Duchi et al. 2011); rows are left out at random, or it would learn
 * the corpus by heart.
 */
final class StudentTrainer {
    private static final int PASSES = 14;
    private static final float RATE = 0.02f;
    private static final float LEFT_OUT = 0.25f;
    private static final float FIRST_SQUARE = 1e-4f;
    private static final float BID_SHARE = 0.25f;
    private static final float MARGIN_SHARE = 0.7f;
    private static final long SEED = 41;
    private static final int H = Dense.HIDDEN;

    /**
     * One thing to learn.
     *
     * @param context rows of the context, or null when none is known
     * @param target what the labels' probabilities should be
     * @param plain 1 when the full reading is plainly neutral, else 0
     * @param bid the number of the bid, or -1
     */
    record Case(
            int[] reply,
            int @Nullable [] context,
            int[] replyPieces,
            int[] contextPieces,
            float[] target,
            float plain,
            int bid) {}

    /** A number to learn and how far it has moved. */
    private static final class Learnt {
        final float[] values;
        final float[] squares;

        Learnt(int size, float spread, Random random) {
            values = new float[size];
            squares = new float[size];
            Arrays.fill(squares, FIRST_SQUARE);
            for (int i = 0; i < size; i++) {
                values[i] = (float) (random.nextGaussian() * spread);
            }
        }

        void step(int at, float slope, float rate) {
            squares[at] += slope * slope;
            values[at] -= rate * slope / (float) Math.sqrt(squares[at]);
        }
    }

    private final float[][] statics;
    private final Random random = new Random(SEED);
    private final Learnt reply = new Learnt(H << Dense.REPLY_BITS, 0.02f, random);
    private final Learnt context = new Learnt(H << Dense.CONTEXT_BITS, 0.02f, random);
    private final Learnt fromReply = new Learnt(Dense.STATIC * H, 0.1f, random);
    private final Learnt fromContext = new Learnt(Dense.STATIC * H, 0.1f, random);
    private final Learnt bias = new Learnt(H, 0.02f, random);
    private final Learnt out = new Learnt(Dense.INPUTS * Dense.OUTPUTS, 0.1f, random);
    private final Learnt bids = new Learnt((H + 1) * Dense.BIDS, 0.1f, random);

    /** @param statics a weighted vector for each piece */
    StudentTrainer(float[][] statics) {
        this.statics = statics;
    }

    void learn(List<Case> cases, Consumer<String> progress) {
        int[] order = new int[cases.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        long steps = 0;
        long all = (long) PASSES * order.length;
        for (int pass = 1; pass <= PASSES; pass++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[j];
                order[j] = kept;
            }
            double loss = 0;
            for (int at : order) {
                float rate = RATE * (1 - (float) steps++ / all) + RATE / 100;
                loss += learn(cases.get(at), rate);
            }
            progress.accept(String.format(java.util.Locale.ROOT, "  pass %d: loss %.4f", pass, loss / order.length));
        }
    }

    private final float[] hr = new float[H];
    private final float[] hc = new float[H];
    private final float[] sr = new float[Dense.STATIC];
    private final float[] sc = new float[Dense.STATIC];
    private final float[] x = new float[Dense.INPUTS];
    private final float[] dx = new float[Dense.INPUTS];
    private final float[] z = new float[Dense.OUTPUTS];
    private final float[] dr = new float[H];
    private final float[] dc = new float[H];
    private int[] keptReply = new int[4096];
    private int[] keptContext = new int[4096];

    private double learn(Case one, float rate) {
        keptReply = room(keptReply, one.reply().length);
        int nr = keep(one.reply(), keptReply);
        units(reply.values, keptReply, nr, one.replyPieces(), fromReply.values, sr, hr);
        int[] other = one.context();
        int nc = 0;
        Arrays.fill(hc, 0);
        if (other != null) {
            keptContext = room(keptContext, other.length);
            nc = keep(other, keptContext);
            units(context.values, keptContext, nc, one.contextPieces(), fromContext.values, sc, hc);
        }
        double loss = outward(one, other != null);
        backward(other != null, rate);
        if (other != null && one.bid() >= 0) {
            bidBackward(one.bid(), rate);
        }
        for (int j = 0; j < H; j++) {
            // the bias moves with the hidden units alone
            bias.step(j, hr[j] + hc[j] + bias.values[j] > 0 ? dx[j] : 0, rate);
        }
        spread(reply, keptReply, nr, dr, rate);
        project(fromReply, sr, dr, rate);
        if (other != null) {
            spread(context, keptContext, nc, dc, rate);
            project(fromContext, sc, dc, rate);
        }
        return loss;
    }

    private static int[] room(int[] some, int needed) {
        return some.length >= needed ? some : new int[2 * needed];
    }

    private int keep(int[] rows, int[] into) {
        int n = 0;
        for (int row : rows) {
            if (random.nextFloat() >= LEFT_OUT) {
                into[n++] = row;
            }
        }
        return n;
    }

    private void units(float[] table, int[] rows, int n, int[] pieces, float[] through, float[] mean, float[] into) {
        Arrays.fill(into, 0);
        Arrays.fill(mean, 0);
        for (int i = 0; i < n; i++) {
            int at = rows[i] * H;
            for (int j = 0; j < H; j++) {
                into[j] += table[at + j];
            }
        }
        float factor = n == 0 ? 0 : (float) (1 / Math.sqrt(n));
        for (int j = 0; j < H; j++) {
            into[j] *= factor;
        }
        for (int piece : pieces) {
            float[] vector = statics[piece];
            for (int i = 0; i < Dense.STATIC; i++) {
                mean[i] += vector[i] / pieces.length;
            }
        }
        for (int i = 0; i < Dense.STATIC; i++) {
            for (int j = 0; j < H; j++) {
                into[j] += mean[i] * through[i * H + j];
            }
        }
    }

    /** Scores, and in {@code z} the slope of the loss. */
    private double outward(Case one, boolean known) {
        for (int j = 0; j < H; j++) {
            x[j] = Math.max(0, hr[j] + hc[j] + bias.values[j]);
            x[H + j] = hr[j] * hc[j];
            x[2 * H + j] = hr[j];
        }
        x[3 * H] = 1;
        x[3 * H + 1] = known ? 1 : 0;
        Arrays.fill(z, 0);
        for (int i = 0; i < Dense.INPUTS; i++) {
            for (int o = 0; o < Dense.OUTPUTS; o++) {
                z[o] += x[i] * out.values[i * Dense.OUTPUTS + o];
            }
        }
        int labels = Dense.OUTPUTS - 1;
        double loss = softmax(z, labels, one.target());
        double plain = 1 / (1 + Math.exp(-z[labels]));
        loss -= MARGIN_SHARE * (one.plain() * Math.log(plain + 1e-9) + (1 - one.plain()) * Math.log(1 - plain + 1e-9));
        z[labels] = MARGIN_SHARE * (float) (plain - one.plain());
        return loss;
    }

    /** Turns logits into slopes; gives the loss. */
    private static double softmax(float[] z, int n, float[] target) {
        float most = z[0];
        for (int i = 1; i < n; i++) {
            most = Math.max(most, z[i]);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.exp(z[i] - most);
        }
        double loss = 0;
        for (int i = 0; i < n; i++) {
            double p = Math.exp(z[i] - most) / sum;
            loss -= target[i] * Math.log(p + 1e-9);
            z[i] = (float) (p - target[i]);
        }
        return loss;
    }

    private void backward(boolean known, float rate) {
        for (int i = 0; i < Dense.INPUTS; i++) {
            float sum = 0;
            for (int o = 0; o < Dense.OUTPUTS; o++) {
                int at = i * Dense.OUTPUTS + o;
                sum += out.values[at] * z[o];
                out.step(at, x[i] * z[o], rate);
            }
            dx[i] = sum;
        }
        for (int j = 0; j < H; j++) {
            float through = x[j] > 0 ? dx[j] : 0;
            dr[j] = through + dx[H + j] * hc[j] + dx[2 * H + j];
            dc[j] = known ? through + dx[H + j] * hr[j] : 0;
        }
    }

    private final float[] zb = new float[Dense.BIDS];
    private final float[] right = new float[Dense.BIDS];

    private void bidBackward(int bid, float rate) {
        Arrays.fill(zb, 0);
        Arrays.fill(right, 0);
        right[bid] = 1;
        for (int i = 0; i <= H; i++) {
            float in = i < H ? hc[i] : 1;
            for (int o = 0; o < Dense.BIDS; o++) {
                zb[o] += in * bids.values[i * Dense.BIDS + o];
            }
        }
        softmax(zb, Dense.BIDS, right);
        for (int i = 0; i <= H; i++) {
            float in = i < H ? hc[i] : 1;
            float sum = 0;
            for (int o = 0; o < Dense.BIDS; o++) {
                int at = i * Dense.BIDS + o;
                sum += bids.values[at] * zb[o];
                bids.step(at, BID_SHARE * in * zb[o], rate);
            }
            if (i < H) {
                dc[i] += BID_SHARE * sum;
            }
        }
    }

    private static void spread(Learnt table, int[] rows, int n, float[] slope, float rate) {
        float factor = n == 0 ? 0 : (float) (1 / Math.sqrt(n));
        float[] values = table.values;
        float[] squares = table.squares;
        for (int i = 0; i < n; i++) {
            int at = rows[i] * H;
            for (int j = 0; j < H; j++) {
                float g = slope[j] * factor;
                squares[at + j] += g * g;
                values[at + j] -= rate * g / (float) Math.sqrt(squares[at + j]);
            }
        }
    }

    private static void project(Learnt through, float[] mean, float[] slope, float rate) {
        for (int i = 0; i < Dense.STATIC; i++) {
            for (int j = 0; j < H; j++) {
                through.step(i * H + j, mean[i] * slope[j], rate);
            }
        }
    }

    /** A table as bytes, each 128 more than a step, and what a step is. */
    record Bytes(byte[] cells, float scale) {
        /** One value in ten thousand is cut to the largest step: else a few would make all steps coarse. */
        static Bytes of(float[] values) {
            float[] sizes = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                sizes[i] = Math.abs(values[i]);
            }
            Arrays.sort(sizes);
            float scale = Math.max(1e-9f, sizes[(int) (sizes.length * 0.9999)] / 127);
            byte[] cells = new byte[values.length];
            for (int i = 0; i < values.length; i++) {
                cells[i] = (byte) (Math.max(-127, Math.min(127, Math.round(values[i] / scale))) + 128);
            }
            return new Bytes(cells, scale);
        }
    }

    Bytes replyTable() {
        return Bytes.of(reply.values);
    }

    Bytes contextTable() {
        return Bytes.of(context.values);
    }

    Dense dense(float replyScale, float contextScale, float staticScale) {
        return new Dense(
                replyScale,
                contextScale,
                staticScale,
                fromReply.values,
                fromContext.values,
                bias.values,
                out.values,
                bids.values,
                new Dense.Bars(0.5f, 0.5f, Float.MAX_VALUE, Float.MAX_VALUE));
    }
}
