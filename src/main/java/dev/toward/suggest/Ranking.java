package dev.toward.suggest;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.phrase.Intensity;
import dev.toward.phrase.Meaning;
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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the phrases of the bank that fit a moment and puts them in order. Stateless but for the bank; threads may share it. */
final class Ranking {
    /** A phrase for so many sorts of things suits each of them less. */
    private static final int ANY_SORT = 3;

    private static final double BROAD_NEARNESS = 0.4;
    private static final int CANDIDATES = 200;
    /** Slots by which a phrase names something of theirs. */
    static final Set<Slot> NAMING = EnumSet.of(Slot.FEELING, Slot.THING, Slot.EVENT);

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
    List<Fit> rank(Moment moment, Cut cut, Fillings fillings, List<Phrase> general) {
        BidKind bid = Circumstances.answered(moment);
        Map<Gesture, Double> answering = weights.answering(bid);
        String said = String.join("\n", moment.draft().bid().utterances());
        PhraseQuery query = PhraseQuery.near(
                        bid == null
                                ? moment.draft().text()
                                : moment.draft().bid().last(),
                        CANDIDATES)
                .bids(bid == null ? Set.of(BidKind.NONE) : Set.of(bid))
                .gestures(answering.keySet())
                .fillable(bid == null ? Set.of() : fillings.texts().keySet());
        Meaning meaning = meaning(moment, query);
        Circumstances circumstances =
                Circumstances.of(said, moment.draft().text(), bid, moment.bid() == null ? null : meaning);
        boolean torn = Circumstances.isTorn(moment);
        Scale scale = new Scale(weights, moment, cut, circumstances, answering, fillings);
        Stream<Fit> near = bank.search(query, meaning).stream()
                // what was written for just such a message knows what it is
                .filter(found -> !torn || found.meaning() >= weights.nearCertain())
                .filter(scale::fits)
                .map(found -> Fit.of(found.phrase(), scale.weigh(found, false)));
        Stream<Fit> always = general.stream()
                .filter(p -> answering.containsKey(p.gesture()) && scale.weightFits(p) && scale.company(p))
                .map(p -> Fit.of(p, scale.weigh(new ScoredPhrase(p, 0, 0), true)));
        return Stream.concat(near, always).sorted(Fit.BEST_FIRST).toList();
    }

    /** What counts against a phrase because it is offered so often; 0 or less. */
    double heldBack(Phrase phrase) {
        return weights.of(Part.COMMON) * weights.heldBack(phrase);
    }

    /** Phrases that are right after any message of a kind, neither grave nor playful; those near to the draft's words. */
    List<Phrase> fittingAny(BidKind bid, Moment moment) {
        PhraseQuery query = PhraseQuery.near(moment.draft().text(), CANDIDATES)
                .bids(Set.of(bid))
                .gestures(weights.answering(null).keySet())
                .situations(Set.of(Situation.ANY))
                .registers(Set.of(Register.PLAIN))
                .intensities(Set.of(Intensity.MEDIUM))
                .fillable(Set.of());
        return bank.search(query, bank.meaning(query.context())).stream()
                .map(ScoredPhrase::phrase)
                .filter(p -> p.reach() == Reach.BROAD
                        && p.relationships().isEmpty()
                        && !p.registers().contains(Register.FORMAL))
                .toList();
    }

    private Meaning meaning(Moment moment, PhraseQuery query) {
        Meaning known = moment.meaning();
        return known != null ? known : bank.meaning(query.context());
    }

    /** Weighs phrases for one moment. */
    private record Scale(
            Weights weights,
            Moment moment,
            Cut cut,
            Circumstances circumstances,
            Map<Gesture, Double> answering,
            Fillings fillings) {

        boolean fits(ScoredPhrase found) {
            Phrase phrase = found.phrase();
            return circumstances.ready().contains(phrase.gesture())
                    && answering.containsKey(phrase.gesture())
                    && (phrase.gesture() != Gesture.REPAIR || needsNoMiss(phrase))
                    && fillings.fill(phrase)
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

        Map<Part, Double> weigh(ScoredPhrase found, boolean general) {
            Phrase phrase = found.phrase();
            Map<Part, Double> parts = new EnumMap<>(Part.class);
            put(parts, Part.GESTURE, gesture(phrase));
            put(parts, Part.HEALS, heals(phrase));
            put(parts, Part.SITUATION, phrase.fitsAnywhere() ? 0.5 : 1);
            put(parts, Part.REGISTER, register(phrase));
            put(parts, Part.INTENSITY, intensity(phrase));
            put(parts, Part.LENGTH, length(phrase));
            put(parts, Part.NAMED, named(phrase));
            put(parts, Part.NEARNESS, nearness(found));
            put(parts, Part.VARIETY, chance(moment.draft().bid().last(), phrase));
            put(parts, Part.GENERAL, general ? 1 : 0);
            parts.put(Part.COMMON, weights.of(Part.COMMON) * weights.heldBack(phrase));
            return parts;
        }

        private void put(Map<Part, Double> parts, Part part, double value) {
            parts.put(part, weights.of(part) * value);
        }

        // Below that, being near says nothing; and little of a phrase that fits any message.
        private double nearness(ScoredPhrase found) {
            double near = found.meaning() >= weights.nearTold() ? found.score() : 0;
            return found.phrase().reach() == Reach.BROAD ? BROAD_NEARNESS * near : near;
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

        // Of a thing that nobody can tell to be good or bad, less can be said.
        private double named(Phrase phrase) {
            if (phrase.slots().stream().noneMatch(NAMING::contains)) {
                return 0;
            }
            boolean unsure =
                    phrase.slots().contains(Slot.THING) && fillings.sorts().get(Slot.THING) == Sort.OTHER;
            boolean sorted = phrase.sorts().isEmpty() || phrase.sorts().size() < ANY_SORT;
            return unsure ? 0.5 : sorted ? 1 : 0.75;
        }
    }

    /** 0 to 1, by chance as it were, but always the same for the same text and phrase. */
    static double chance(String text, Phrase phrase) {
        int mixed = (text + '\n' + phrase.id()).hashCode() * 0x9E3779B9;
        mixed = (mixed ^ (mixed >>> 15)) * 0x85EBCA6B;
        return (mixed >>> 8) / (double) (1 << 24);
    }
}
