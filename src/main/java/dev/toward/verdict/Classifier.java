package dev.toward.verdict;

import dev.toward.cue.BidKind;
import dev.toward.cue.Cue;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.encode.Reading;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Decides what a reply does with a bid: the probabilities from the reader's logits alone, the label from them and, where they leave a flag
 * in doubt, from the cues; the tactics and their words from both. A flag needs more than the largest share: it
 * needs dismissive and minimizing together above a bar set for few false flags, because a tool that flags ordinary messages
 * gets switched off. Immutable; threads may share it.
 */
public final class Classifier {
    /** What a standing cue adds to its tactic's logit: as much as makes a doubtful one likely. */
    private static final double CUE_LOGIT = 2;
    /** A cue on its own names a tactic when the reader does not all but exclude it. */
    private static final double CUE_ALONE = 0.1;

    /** The reader's own words for the main tactic are nearer to what people mark than a cue's, once it is this sure of it. */
    private static final double TAGS_SUFFICE = 0.5;

    /**
     * After a bid that is felt, and where none is known, a flag at least so probable and below its bar is in doubt: then the grammar is
     * asked, and a cue that stands decides. The bar for few false flags is for what the words do not show.
     */
    private static final double IN_DOUBT = 0.5;

    /** Nobody can say of a bare token, or of a change of subject, that it turns away without knowing from what (rule 2). */
    private static final Set<Tactic> IN_CONTEXT_ONLY = EnumSet.of(Tactic.TOKEN_REPLY, Tactic.TOPIC_CHANGE);

    private static final Set<BidKind> GLAD =
            EnumSet.of(BidKind.GOOD_NEWS, BidKind.SHARE, BidKind.APPRECIATION, BidKind.AFFECTION);

    private static final Set<BidKind> HEAVY = EnumSet.of(BidKind.DISTRESS, BidKind.CONFLICT);

    /** So probable must gladness be beside heaviness, and heaviness beside gladness, which is mistaken less often. */
    private static final double MAY_BE_GLAD = 0.1;

    private static final double MAY_BE_HEAVY = 0.2;

    private final Calibration calibration;
    private final Settings settings;

    public Classifier(Calibration calibration) {
        this(calibration, Settings.SHIPPED);
    }

    private Classifier(Calibration calibration, Settings settings) {
        this.calibration = calibration;
        this.settings = settings;
    }

    /** The same numbers, told to somebody with these settings. */
    public Classifier under(Settings some) {
        return new Classifier(calibration, some);
    }

    /** What wordings that are offered to the same person are weighed by. */
    public Classifier forWordings() {
        return under(settings.forWordings());
    }

    public Settings settings() {
        return settings;
    }

    /** The verdict on a whole draft: that on its {@link #worst} stretch, with spans in the whole. */
    public Verdict.Decided decideInWhole(Observation worst) {
        Verdict.Decided here = decide(worst);
        if (worst.start() == 0) {
            return here;
        }
        return new Verdict.Decided(
                here.label(),
                here.scores(),
                here.turn(),
                here.bid(),
                moved(here.tactics(), worst.start()),
                here.gestures(),
                moved(here.unsaid(), worst.start()));
    }

    private static List<Finding> moved(List<Finding> findings, int by) {
        return findings.stream()
                .map(f -> new Finding(
                        f.tactic(), new Span(f.span().start() + by, f.span().end() + by), f.score()))
                .toList();
    }

    /**
     * The stretch of a draft that decides: the coldest, for one cold sentence is felt whatever stands around it (taxonomy, rule
     * 7); where none is cold, the warmest.
     *
     * @param observations at least one
     */
    public Observation worst(List<Observation> observations) {
        Observation worst = observations.get(0);
        if (observations.size() > 1) {
            double most = Double.NEGATIVE_INFINITY;
            for (Observation observation : observations) {
                Verdict.Decided verdict = decide(observation);
                // what follows the opening need not answer the bid, so it cannot change the subject
                boolean aside = observation.start() > 0
                        && verdict.tactics().stream().allMatch(f -> IN_CONTEXT_ONLY.contains(f.tactic()));
                double weight = verdict.label().isFlag() && aside ? -1 : weight(verdict);
                if (weight > most) {
                    most = weight;
                    worst = observation;
                }
            }
        }
        return worst;
    }

    /** Whether the grammar has something to say of it: it is flagged, and the words are wanted, or a flag is in doubt. */
    public boolean asksGrammar(Observation observation) {
        Draft draft = observation.draft();
        Reading reading = observation.reading();
        return all(draft, reading, observation.cues()).label().isFlag()
                || isInDoubt(draft, calibration.scores(Features.of(draft.bid(), reading)), reading);
    }

    private boolean isInDoubt(Draft draft, Scores scores, Reading reading) {
        return scores.flag() > settings.strictness().bar(IN_DOUBT)
                && (!draft.bid().isKnown() || bid(reading).isFelt());
    }

    /** The verdict on one stretch, with spans in the stretch. */
    public Verdict.Decided decide(Observation observation) {
        return decide(observation.draft(), observation.reading(), observation.cues());
    }

    /** What the bid asks for, by the reader. */
    public BidKind bid(Reading reading) {
        return BidKind.values()[largest(reading.bids())];
    }

    /** How probable it is that the bid asks for connection, and is not logistics or facts, by the reader. */
    public double asks(Reading reading) {
        return 1 - Skimmer.softmax(reading.bids())[BidKind.NONE.ordinal()];
    }

    /** Whether a message that is taken for news of one's own, glad or heavy, could as well be the opposite, by the reader. */
    public boolean isTorn(Observation observation) {
        if (!observation.draft().bid().isKnown()) {
            return false;
        }
        double[] odds = Skimmer.softmax(observation.reading().bids());
        return switch (bid(observation.reading())) {
            case DISTRESS -> sum(odds, GLAD) >= MAY_BE_GLAD;
            case GOOD_NEWS, SHARE -> sum(odds, HEAVY) >= MAY_BE_HEAVY;
            default -> false;
        };
    }

    private static double sum(double[] odds, Set<BidKind> kinds) {
        double sum = 0;
        for (BidKind kind : kinds) {
            sum += odds[kind.ordinal()];
        }
        return sum;
    }

    private static double weight(Verdict verdict) {
        Scores scores = verdict.scores();
        return verdict.label().isFlag() ? 1 + scores.flag() : scores.validating();
    }

    Verdict.Decided decide(Draft draft, Reading reading, List<Cue> cues) {
        return settings.applied(all(draft, reading, cues), draft.text());
    }

    /** The verdict with all that was found, told or not. */
    private Verdict.Decided all(Draft draft, Reading reading, List<Cue> cues) {
        Scores scores = calibration.scores(Features.of(draft.bid(), reading));
        Label label = label(draft, scores, reading, cues);
        List<Finding> findings = label.isFlag() ? findings(draft, label, reading, cues) : List.of();
        Turn turn =
                switch (label) {
                    case VALIDATING -> Turn.TOWARD;
                    case NEUTRAL -> Turn.NONE;
                    case MINIMIZING -> Turn.AWAY;
                    case DISMISSIVE -> findings.get(0).tactic().way() == Tactic.Way.AGAINST ? Turn.AGAINST : Turn.AWAY;
                };
        return new Verdict.Decided(
                label,
                scores,
                turn,
                draft.bid().isKnown() ? bid(reading) : null,
                findings.stream().sorted(Comparator.comparing(Finding::span)).toList(),
                label.isFlag() ? List.of() : gestures(label, reading.gestures()));
    }

    private Label label(Draft draft, Scores scores, Reading reading, List<Cue> cues) {
        double bar = settings.strictness().bar(calibration.bar(draft.bid().isKnown() ? bid(reading) : null));
        boolean shown = isInDoubt(draft, scores, reading)
                && cues.stream()
                        .anyMatch(c -> c.stands()
                                && sigmoid(reading.tactics()[c.tactic().ordinal()]) > CUE_ALONE);
        if (scores.flag() > bar || shown) {
            Label flag = scores.dismissive() >= scores.minimizing() ? Label.DISMISSIVE : Label.MINIMIZING;
            if (draft.bid().isKnown() || !IN_CONTEXT_ONLY.contains(main(flag, reading, List.of()))) {
                return flag;
            }
        }
        return scores.validating() > scores.neutral() ? Label.VALIDATING : Label.NEUTRAL;
    }

    /** The likeliest tactic of those that speak for a label. */
    private static Tactic main(Label label, Reading reading, List<Cue> cues) {
        return Arrays.stream(Tactic.values())
                .filter(t -> speaksFor(t, label))
                .max(Comparator.comparingDouble(t -> logit(t, reading, cues)))
                .orElseThrow();
    }

    /** The main tactic first; it is always one that speaks for the label. */
    private List<Finding> findings(Draft draft, Label label, Reading reading, List<Cue> cues) {
        List<Finding> found = new ArrayList<>();
        Tactic main = main(label, reading, cues);
        for (Tactic tactic : Tactic.values()) {
            double alone = sigmoid(reading.tactics()[tactic.ordinal()]);
            List<Cue> own = cues.stream()
                    .filter(c -> c.stands() && c.tactic() == tactic)
                    .toList();
            boolean named =
                    tactic == main || alone > calibration.tacticAbove() || (!own.isEmpty() && alone > CUE_ALONE);
            if (!named) {
                continue;
            }
            double score = Math.round(sigmoid(logit(tactic, reading, cues)) * 1e4) / 1e4;
            Span span = TacticSpan.of(draft.text(), tactic, reading.tags());
            if (own.isEmpty() || (tactic == main && alone > TAGS_SUFFICE && !holdsAnother(tactic, span, cues))) {
                if (tactic == main || found.stream().noneMatch(f -> f.span().overlaps(span))) {
                    found.add(tactic == main ? 0 : found.size(), new Finding(tactic, span, score));
                }
            } else {
                for (Cue cue : own) {
                    found.add(tactic == main ? 0 : found.size(), new Finding(tactic, cue.span(), score));
                }
            }
        }
        return withoutRepeats(found);
    }

    /** True when the grammar shows another tactic in these words: then they are two, and the cues know where each ends. */
    private static boolean holdsAnother(Tactic tactic, Span span, List<Cue> cues) {
        return cues.stream()
                .anyMatch(c -> c.stands() && c.tactic() != tactic && c.span().overlaps(span));
    }

    /** Two tactics seen in the very same words are one finding: the main one, or else the surer. */
    private static List<Finding> withoutRepeats(List<Finding> found) {
        List<Finding> kept = new ArrayList<>();
        for (Finding finding : found) {
            boolean weaker = found.stream()
                    .anyMatch(other -> other != finding
                            && other.span().equals(finding.span())
                            && (other == found.get(0) || other.score() > finding.score())
                            && finding != found.get(0));
            if (!weaker) {
                kept.add(finding);
            }
        }
        return kept;
    }

    private static boolean speaksFor(Tactic tactic, Label label) {
        return (tactic.way() == Tactic.Way.SHRINKS) == (label == Label.MINIMIZING);
    }

    private static double logit(Tactic tactic, Reading reading, List<Cue> cues) {
        boolean cued = cues.stream().anyMatch(c -> c.stands() && c.tactic() == tactic);
        return reading.tactics()[tactic.ordinal()] + (cued ? CUE_LOGIT : 0);
    }

    /** The gestures to be named beside a label that is no flag, by their logits. */
    List<Gesture> gestures(Label label, float[] logits) {
        List<Gesture> gestures = new ArrayList<>();
        int first = largest(logits);
        for (Gesture gesture : Gesture.values()) {
            boolean likely = sigmoid(logits[gesture.ordinal()]) > calibration.gestureAbove();
            if (likely || (label == Label.VALIDATING && gesture.ordinal() == first)) {
                gestures.add(gesture);
            }
        }
        return gestures;
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    static int largest(float[] values) {
        int at = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[at]) {
                at = i;
            }
        }
        return at;
    }
}
