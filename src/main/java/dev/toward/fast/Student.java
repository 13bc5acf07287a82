package dev.toward.fast;

import dev.toward.cue.BidKind;
import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import dev.toward.verdict.Label;
import dev.toward.verdict.Scores;
import dev.toward.verdict.Strictness;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small reader that the full one has taught: sums of hashed words and character n-grams, and a mean of static token vectors (Model2Vec, Tulkens and van
 * Dongen 2024; weighted as in SIF, Arora et al. 2017), of the reply and of the message that it answers, under one small layer. Some
 * microseconds a message. It knows when it need not ask. Threads may share it; the same draft gets the same bits on any machine.
 */
public final class Student {
    /** Longer drafts are read in stretches by the full reader: what one of these hides no sum shows. */
    private static final int MOST_WORDS = 80;

    private static final BidKind[] BIDS = BidKind.values();
    private static final Set<BidKind> TROUBLED = EnumSet.of(BidKind.DISTRESS, BidKind.CONFLICT);

    private final Dense dense;
    private final PackedRows statics;
    private final PackedRows reply;
    private final PackedRows context;
    private final ThreadLocal<Scratch> scratch;

    private Student(StudentFile.Opened opened) {
        this.dense = opened.dense();
        this.statics = opened.statics();
        this.reply = opened.reply();
        this.context = opened.context();
        Pieces pieces = opened.pieces();
        this.scratch = ThreadLocal.withInitial(() -> new Scratch(pieces));
    }

    /** What one thread needs to read; made once. */
    private static final class Scratch {
        final Traits reply;
        final Traits context;
        final int[] rowSum = new int[Dense.HIDDEN];
        final int[] staticSum = new int[Dense.STATIC];
        final float[] replyUnits = new float[Dense.HIDDEN];
        final float[] contextUnits = new float[Dense.HIDDEN];
        final float[] input = new float[Dense.INPUTS];
        final float[] logits = new float[Dense.OUTPUTS];
        final float[] bids = new float[Dense.BIDS];

        Scratch(Pieces pieces) {
            reply = new Traits(pieces, Dense.REPLY_BITS);
            context = new Traits(pieces, Dense.CONTEXT_BITS);
        }
    }

    /** Maps the shipped student, digest checked. */
    public static Student open(ModelStore store) throws ModelException {
        return open(store.path(StudentFile.NAME));
    }

    /** Maps a student that is not in a manifest yet. */
    public static Student open(Path file) throws ModelException {
        return new Student(StudentFile.open(file));
    }

    /** Reads both texts into the traits that training and reading share, so that they cannot differ. */
    public static boolean look(Draft draft, Traits reply, Traits context) {
        reply.read(draft.text());
        String last = last(draft.bid());
        if (last == null) {
            reply.addTogether(0, reply.gist());
            return false;
        }
        context.read(last);
        reply.addTogether(context.hasQuestion() ? 1 : 2, reply.gist());
        return true;
    }

    /** The newest message that is not blank, or null. */
    private static @Nullable String last(Bid bid) {
        List<String> utterances = bid.utterances();
        for (int i = utterances.size() - 1; i >= 0; i--) {
            String utterance = utterances.get(i);
            if (!utterance.isBlank()) {
                return utterance.length() <= Traits.MOST_CHARACTERS
                        ? utterance
                        : utterance.substring(utterance.length() - Traits.MOST_CHARACTERS);
            }
        }
        return null;
    }

    public Glance read(Draft draft) {
        return read(draft, Strictness.DEFAULT);
    }

    /** The same with its bars for a flag moved. */
    public Glance read(Draft draft, Strictness strictness) {
        Scratch my = scratch.get();
        boolean known = look(draft, my.reply, my.context);
        units(my.reply, reply, dense.replyScale(), dense.fromReply(), my, my.replyUnits);
        if (known) {
            units(my.context, context, dense.contextScale(), dense.fromContext(), my, my.contextUnits);
        } else {
            java.util.Arrays.fill(my.contextUnits, 0);
        }
        dense.logits(my.replyUnits, my.contextUnits, known, my.input, my.logits);
        Scores scores = scores(my.logits);
        Dense.Bars bars = dense.bars();
        Label label = label(scores, strictness.bar(known ? bars.flag() : bars.flagAlone()));
        boolean sure = label == Label.NEUTRAL
                && my.logits[Dense.OUTPUTS - 1] > (known ? bars.sure() : bars.sureAlone())
                && my.reply.words() <= MOST_WORDS;
        return new Glance(scores, label, known ? bid(my) : null, my.logits[Dense.OUTPUTS - 1], sure);
    }

    /** Logits of the four labels and the margin, bars unheard: what training sets them by. */
    public float[] logits(Draft draft) {
        read(draft);
        return scratch.get().logits.clone();
    }

    /** The small numbers, for training to fit the last of them. */
    public Dense dense() {
        return dense;
    }

    private void units(Traits traits, PackedRows table, float scale, float[] through, Scratch my, float[] into) {
        table.sum(traits.rows(), traits.rowCount(), my.rowSum);
        statics.sum(traits.tokens(), traits.tokenCount(), my.staticSum);
        Dense.units(
                my.rowSum,
                traits.rowCount(),
                scale,
                my.staticSum,
                traits.tokenCount(),
                dense.staticScale(),
                through,
                into);
    }

    /** How probable it is, 0 to 1, that the words, said alone, tell of trouble: {@link BidKind#DISTRESS} or {@link BidKind#CONFLICT}. */
    public double trouble(String words) {
        if (words.length() > Traits.MOST_CHARACTERS) {
            return 0;
        }
        Scratch my = scratch.get();
        my.context.read(words);
        units(my.context, context, dense.contextScale(), dense.fromContext(), my, my.contextUnits);
        dense.bidLogits(my.contextUnits, my.input, my.bids);
        double most = Double.NEGATIVE_INFINITY;
        for (float logit : my.bids) {
            most = Math.max(most, logit);
        }
        double all = 0;
        double troubled = 0;
        for (BidKind kind : BIDS) {
            double share = StrictMath.exp(my.bids[kind.ordinal()] - most);
            all += share;
            troubled += TROUBLED.contains(kind) ? share : 0;
        }
        return troubled / all;
    }

    private BidKind bid(Scratch my) {
        dense.bidLogits(my.contextUnits, my.input, my.bids);
        int most = 0;
        for (int i = 1; i < BIDS.length; i++) {
            if (my.bids[i] > my.bids[most]) {
                most = i;
            }
        }
        return BIDS[most];
    }

    private static Label label(Scores scores, double bar) {
        if (scores.flag() > bar) {
            return scores.dismissive() >= scores.minimizing() ? Label.DISMISSIVE : Label.MINIMIZING;
        }
        return scores.validating() > scores.neutral() ? Label.VALIDATING : Label.NEUTRAL;
    }

    /** Strict, for the last bit of an exponential may differ between machines otherwise. */
    private static Scores scores(float[] z) {
        double most = Math.max(Math.max(z[0], z[1]), Math.max(z[2], z[3]));
        double a = StrictMath.exp(z[0] - most);
        double b = StrictMath.exp(z[1] - most);
        double c = StrictMath.exp(z[2] - most);
        double d = StrictMath.exp(z[3] - most);
        double sum = a + b + c + d;
        return new Scores(a / sum, b / sum, c / sum, d / sum);
    }
}
