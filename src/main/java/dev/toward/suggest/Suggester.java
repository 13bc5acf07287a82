package dev.toward.suggest;

import dev.toward.cue.BidKind;
import dev.toward.cue.Tactic;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseFile;
import dev.toward.phrase.PhraseSource;
import dev.toward.verdict.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Offers warmer words for the cold part of a draft. Every rewritten draft is read again, and none that would itself be flagged
 * is shown. Threads may share it when they may share the bank and the reading.
 */
public final class Suggester {
    private final Weights weights;
    private final Ranking ranking;
    private final Reading reading;
    private final Hearing hearing;
    private final List<Phrase> general;
    private final List<Phrase> either;
    private final List<Phrase> care;

    /**
     * @param reading reads a rewritten draft as the draft itself was read; given at most {@code 3 * wanted + 2} drafts for one
     *     moment
     */
    public Suggester(PhraseSource bank, Reading reading) {
        this(bank, reading, Hearing.NOTHING, Weights.shipped());
    }

    /**
     * @param hearing tells which words of a message to say back where no list does
     * @param weights what counts for how much when phrases are ranked, by the names of {@code weights.properties}
     * @throws IllegalArgumentException when one is missing or is no number; the message names it
     */
    public Suggester(PhraseSource bank, Reading reading, Hearing hearing, Properties weights) {
        this.weights = Weights.of(weights);
        this.ranking = new Ranking(bank, this.weights);
        this.reading = reading;
        this.hearing = hearing;
        this.general = phrases("general.jsonl");
        this.either = phrases("either.jsonl");
        this.care = phrases("care.jsonl");
    }

    private Suggester(Suggester like, Reading reading) {
        this.weights = like.weights;
        this.ranking = like.ranking;
        this.reading = reading;
        this.hearing = like.hearing;
        this.general = like.general;
        this.either = like.either;
        this.care = like.care;
    }

    /** The same, where rewritten drafts are read otherwise. */
    public Suggester with(Reading other) {
        return new Suggester(this, other);
    }

    /** What counts for how much where nothing else is said, by name. */
    public static Properties shippedWeights() {
        return Weights.shipped();
    }

    private static List<Phrase> phrases(String name) {
        try (InputStream in = Lexicon.open(name)) {
            return PhraseFile.read(Path.of(name), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Warmer wordings, best first; the first three have three gestures. None for a draft that is not flagged. In danger, none of
     * the ordinary phrases.
     */
    public List<Suggestion> suggest(Moment moment) {
        if (moment.wanted() == 0 || !moment.verdict().label().isFlag()) {
            return List.of();
        }
        Gate gate = new Gate(moment, reading, weights);
        if (moment.danger()) {
            return gate.choose(fits(care), List.of(), Fillings.NONE);
        }
        Fillings fillings = Fillings.of(moment, hearing);
        List<Phrase> anyway = anyway(moment);
        List<Fit> always = mixed(anyway, moment);
        if (moment.bid() == null) {
            // With no message to go by, what fits any message of its kind is all there is.
            List<Fit> any = new ArrayList<>(always);
            any.addAll(mixed(ranking.fittingAny(likely(moment), moment), moment));
            any.sort(Fit.BEST_FIRST);
            return gate.choose(any, List.of(), fillings);
        }
        return gate.choose(ranking.rank(moment, gate.cut(), fillings, anyway), always, fillings);
    }

    private List<Phrase> fallback(Moment moment) {
        BidKind bid = moment.bid() == null ? likely(moment) : Circumstances.answered(moment);
        BidKind kind = bid == null ? BidKind.NONE : bid;
        return general.stream().filter(p -> p.bids().contains(kind)).toList();
    }

    // Nothing hurts like being consoled for good news, or cheered for bad.
    private List<Phrase> anyway(Moment moment) {
        return Circumstances.isTorn(moment) ? either : fallback(moment);
    }

    /** What a draft whose message is not known most likely answers, by what it does to it. */
    private static BidKind likely(Moment moment) {
        for (Finding finding : moment.verdict().tactics()) {
            if (finding.tactic() == Tactic.JOY_SHRINK) {
                return BidKind.GOOD_NEWS;
            }
            if (finding.tactic() == Tactic.DEFENSIVE) {
                return BidKind.CONFLICT;
            }
        }
        return BidKind.DISTRESS;
    }

    // None is better than another, so each message gets an order of its own.
    private List<Fit> mixed(List<Phrase> phrases, Moment moment) {
        String said = moment.draft().bid().last() + moment.draft().text();
        return phrases.stream()
                .map(p -> Fit.of(p, Map.of(Part.VARIETY, Ranking.chance(said, p), Part.COMMON, ranking.heldBack(p))))
                .sorted(Fit.BEST_FIRST)
                .toList();
    }

    // In the order of the file, which is the order of preference.
    private static List<Fit> fits(List<Phrase> phrases) {
        return phrases.stream().map(p -> Fit.of(p, Map.of())).toList();
    }
}
