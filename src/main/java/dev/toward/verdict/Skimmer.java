package dev.toward.verdict;

import dev.toward.cue.BidKind;
import dev.toward.encode.PairPieces;
import dev.toward.encode.SmallReader;
import dev.toward.encode.SmallReader.Skim;
import dev.toward.encode.WordPiece;
import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decides by the small reader what needs no deeper look: drafts that everything would all but certainly find neutral, or validating, too. Never a
 * flag, for that takes words to point at. Threads may share it; a draft gets the same verdict whatever is read beside it.
 */
public final class Skimmer implements AutoCloseable {
    private final WordPiece pieces;
    private final SmallReader reader;
    private final SmallBars bars;
    private final Classifier classifier;

    private Skimmer(WordPiece pieces, SmallReader reader, SmallBars bars, Classifier classifier) {
        this.pieces = pieces;
        this.reader = reader;
        this.bars = bars;
        this.classifier = classifier;
    }

    /** Loads the small reader and its bars. */
    public static Skimmer open(ModelStore store, WordPiece pieces, Classifier classifier) throws ModelException {
        SmallBars bars = SmallBars.open(store);
        return new Skimmer(pieces, SmallReader.open(store), bars, classifier);
    }

    /** The margin above which a student that finds a draft neutral is to be believed. */
    public float first(boolean known) {
        return known ? bars.first() : bars.firstAlone();
    }

    /** A verdict for each draft, in order; null for those that must be read in full. */
    public List<Verdict.@Nullable Decided> read(List<Draft> drafts) {
        return each(drafts, pieces, reader, this::verdict);
    }

    /** What is made of what a small reader makes of each draft; null for those that it cannot take in whole. */
    static <T> List<@Nullable T> each(
            List<Draft> drafts, WordPiece pieces, SmallReader reader, BiFunction<Skim, Boolean, @Nullable T> made) {
        List<PairPieces> pairs = new ArrayList<>(drafts.size());
        List<Integer> fitting = new ArrayList<>(drafts.size());
        List<@Nullable T> all = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            all.add(null);
            PairPieces pair =
                    PairPieces.of(pieces, drafts.get(i).bid(), drafts.get(i).text());
            if (SmallReader.fits(pair)) {
                pairs.add(pair);
                fitting.add(i);
            }
        }
        List<Skim> skims = reader.read(pairs);
        for (int i = 0; i < skims.size(); i++) {
            int draft = fitting.get(i);
            all.set(draft, made.apply(skims.get(i), drafts.get(draft).bid().isKnown()));
        }
        return all;
    }

    private Verdict.@Nullable Decided verdict(Skim skim, boolean known) {
        Scores scores = scores(skim.labels());
        Label label = label(scores);
        float sure = label == Label.VALIDATING ? skim.validating() : skim.neutral();
        if (label.isFlag() || sure <= (known ? bars.after() : bars.alone())) {
            return null;
        }
        return new Verdict.Decided(
                label,
                scores,
                label == Label.VALIDATING ? Turn.TOWARD : Turn.NONE,
                known ? BidKind.values()[Classifier.largest(skim.bids())] : null,
                List.of(),
                classifier.gestures(label, skim.gestures()));
    }

    /**
     * What a bid asks for.
     *
     * @param surely whether to give null where the large reader should rather say
     */
    public @Nullable BidKind bid(Bid bid, boolean surely) {
        Skim skim = reader.read(List.of(PairPieces.of(pieces, bid, ""))).get(0);
        int most = Classifier.largest(skim.bids());
        return surely && softmax(skim.bids())[most] <= bars.bid() ? null : BidKind.values()[most];
    }

    /** How probable it is that a bid asks for connection, and is not logistics or facts. */
    public double asks(Bid bid) {
        Skim skim = reader.read(List.of(PairPieces.of(pieces, bid, ""))).get(0);
        return 1 - softmax(skim.bids())[BidKind.NONE.ordinal()];
    }

    /** The likeliest label, where both that turn away count as one; a flag stands for either. */
    public static Label label(Scores scores) {
        if (scores.flag() > Math.max(scores.neutral(), scores.validating())) {
            return Label.DISMISSIVE;
        }
        return scores.validating() > scores.neutral() ? Label.VALIDATING : Label.NEUTRAL;
    }

    /** How probable it is that a bid asks for each kind, or for none. */
    public Map<BidKind, Double> kinds(Bid bid) {
        double[] odds = softmax(
                reader.read(List.of(PairPieces.of(pieces, bid, ""))).get(0).bids());
        Map<BidKind, Double> kinds = new EnumMap<>(BidKind.class);
        for (BidKind kind : BidKind.values()) {
            kinds.put(kind, odds[kind.ordinal()]);
        }
        return kinds;
    }

    /** Probabilities of the labels. */
    public static Scores scores(float[] logits) {
        double[] p = softmax(logits);
        return new Scores(p[0], p[1], p[2], p[3]);
    }

    /** The probability that a logit stands for. */
    static double likely(float logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /** Strict, for the last bit of an exponential may differ between machines otherwise. */
    public static double[] softmax(float[] logits) {
        double most = logits[Classifier.largest(logits)];
        double[] p = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = StrictMath.exp(logits[i] - most);
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    @Override
    public void close() {
        reader.close();
    }
}
