package dev.toward.suggest;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.phrase.Intensity;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseQuery;
import dev.toward.phrase.PhraseSource;
import dev.toward.phrase.Reach;
import dev.toward.phrase.Register;
import dev.toward.phrase.Relationship;
import dev.toward.phrase.ScoredPhrase;
import dev.toward.phrase.Situation;
import dev.toward.phrase.Slot;
import dev.toward.phrase.Sort;
import dev.toward.verdict.Finding;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the phrases of the bank that fit a moment and puts them in order. Stateless but for the bank; threads may share it. */
final class Ranking {
    private static final int CANDIDATES = 160;
    private static final Set<Tactic> ADVICE = EnumSet.of(Tactic.UNASKED_FIX);

    /** A phrase of repair owns an earlier miss, and a draft not yet sent has made none; these need none. */
    private static final String NO_MISS = "needs no earlier miss";

    private final PhraseSource bank;
    private final Weights weights;

    Ranking(PhraseSource bank, Weights weights) {
        this.bank = bank;
        this.weights = weights;
    }

    /**
     * All that fit, best first.
     *
     * @param general phrases that fit whatever is said, to be weighed with those of the bank
     */
    List<Fit> rank(Moment moment, Cut cut, Map<Slot, String> fillings, List<Phrase> general) {
        BidKind bid = Circumstances.answered(moment);
        Map<Gesture, Double> answering = weights.answering(bid);
        String said = String.join("\n", moment.draft().bid().utterances());
        Circumstances circumstances = Circumstances.of(said, moment.draft().text(), bid);
        PhraseQuery query = PhraseQuery.near(
                        bid == null
                                ? moment.draft().text()
                                : moment.draft().bid().last(),
                        CANDIDATES)
                .bids(bid == null ? Set.of(BidKind.NONE) : Set.of(bid))
                .gestures(answering.keySet())
                .fillable(bid == null ? Set.of() : fillings.keySet());
        Sort sort = moment.bid() == null
                ? null
                : Things.in(moment.bid(), bid).map(Things.Thing::sort).orElse(null);
        Scale scale = new Scale(weights, moment, cut, circumstances, answering, sort);
        Stream<Fit> near = bank.search(query).stream()
                .filter(scale::fits)
                .map(found -> new Fit(found.phrase(), scale.weigh(found)));
        Stream<Fit> always = general.stream()
                .filter(p -> answering.containsKey(p.gesture()) && scale.weightFits(p) && scale.company(p))
                .map(p -> new Fit(p, weights.general() + scale.weigh(new ScoredPhrase(p, 0, 0))));
        return Stream.concat(near, always).sorted(Fit.BEST_FIRST).toList();
    }

    /** Weighs phrases for one moment. */
    private record Scale(
            Weights weights,
            Moment moment,
            Cut cut,
            Circumstances circumstances,
            Map<Gesture, Double> answering,
            @Nullable Sort sort) {

        boolean fits(ScoredPhrase found) {
            Phrase phrase = found.phrase();
            return circumstances.ready().contains(phrase.gesture())
                    && answering.containsKey(phrase.gesture())
                    && (phrase.gesture() != Gesture.REPAIR || needsNoMiss(phrase))
                    && (phrase.sorts().isEmpty() || phrase.sorts().contains(sort))
                    && (phrase.reach() == Reach.BROAD || found.meaning() >= nearEnough(phrase))
                    && company(phrase)
                    && weightFits(phrase);
        }

        private static boolean needsNoMiss(Phrase phrase) {
            return phrase.note() != null && phrase.note().startsWith(NO_MISS);
        }

        private double nearEnough(Phrase phrase) {
            if (phrase.note() != null) {
                return weights.nearCertain();
            }
            if (phrase.fitsAnywhere()) {
                return weights.nearEnough();
            }
            return circumstances.situations().contains(family(phrase)) ? weights.nearTold() : weights.nearAlone();
        }

        private boolean weightFits(Phrase phrase) {
            return switch (circumstances.gravity()) {
                case GRAVE -> phrase.intensity() != Intensity.LIGHT;
                case MEDIUM ->
                    phrase.intensity() != Intensity.GRAVE && !phrase.registers().equals(Set.of(Register.PLAYFUL));
                case LIGHT -> phrase.intensity() != Intensity.GRAVE;
            };
        }

        // The id's family is the first and narrowest of the phrase's situations.
        private static @Nullable Situation family(Phrase phrase) {
            String id = phrase.id();
            String family = id.substring(id.indexOf('/') + 1, id.lastIndexOf('-'));
            for (Situation situation : phrase.situations()) {
                if (situation.id().equals(family)) {
                    return situation;
                }
            }
            return null;
        }

        private boolean company(Phrase phrase) {
            if (phrase.relationships().isEmpty()) {
                return true;
            }
            return phrase.relationships()
                    .contains(circumstances.atWork() ? Relationship.COWORKER : Relationship.FRIEND);
        }

        double weigh(ScoredPhrase found) {
            Phrase phrase = found.phrase();
            return weights.gesture() * gesture(phrase)
                    + weights.heals() * heals(phrase)
                    + weights.situation() * (phrase.fitsAnywhere() ? 0.5 : 1)
                    + weights.register() * register(phrase)
                    + weights.intensity() * intensity(phrase)
                    + weights.length() * length(phrase)
                    + weights.named() * named(phrase)
                    + weights.nearness() * nearness(found)
                    + weights.variety() * chance(moment.draft().bid().last(), phrase);
        }

        // Below that, being near says nothing.
        private double nearness(ScoredPhrase found) {
            return found.meaning() >= weights.nearTold() ? found.score() : 0;
        }

        // Advice nobody asked for becomes an offer.
        private double gesture(Phrase phrase) {
            boolean advice = moment.verdict().tactics().stream().anyMatch(f -> ADVICE.contains(f.tactic()));
            if (advice && phrase.gesture() == Gesture.OFFER_HELP) {
                return 1.5;
            }
            return answering.getOrDefault(phrase.gesture(), 0.0);
        }

        private double heals(Phrase phrase) {
            if (phrase.heals().isEmpty()) {
                return 0.5;
            }
            return moment.verdict().tactics().stream()
                    .filter(f -> phrase.heals().contains(f.tactic()))
                    .mapToDouble(Finding::score)
                    .max()
                    .orElse(0);
        }

        private double register(Phrase phrase) {
            boolean forWork = phrase.registers().contains(Register.WORK)
                    || phrase.registers().contains(Register.FORMAL);
            if (circumstances.atWork()) {
                return forWork ? 1 : 0;
            }
            if (circumstances.playful() && phrase.registers().contains(Register.PLAYFUL)) {
                return 1.2;
            }
            return phrase.registers().contains(Register.PLAIN)
                            || phrase.registers().contains(Register.TENDER)
                    ? 1
                    : 0;
        }

        private double intensity(Phrase phrase) {
            return 1
                    - Math.abs(phrase.intensity().ordinal()
                                    - circumstances.gravity().ordinal())
                            / 2.0;
        }

        private double length(Phrase phrase) {
            int wanted = Math.clamp(words(cut.span().in(moment.draft().text())), 4, 14);
            return 1 - Math.min(1, Math.abs(words(phrase.text()) - wanted) / 12.0);
        }

        private static int words(String text) {
            return text.isBlank() ? 0 : text.strip().split("\\s+").length;
        }

        private static double named(Phrase phrase) {
            return phrase.slots().contains(Slot.FEELING) || phrase.slots().contains(Slot.THING) ? 1 : 0;
        }
    }

    /** 0 to 1, by chance as it were, but always the same for the same text and phrase. */
    static double chance(String text, Phrase phrase) {
        int mixed = (text + '\n' + phrase.id()).hashCode() * 0x9E3779B9;
        mixed = (mixed ^ (mixed >>> 15)) * 0x85EBCA6B;
        return (mixed >>> 8) / (double) (1 << 24);
    }
}
