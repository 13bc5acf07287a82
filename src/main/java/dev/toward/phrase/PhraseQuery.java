package dev.toward.phrase;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is asked of the bank. An empty set asks nothing of its tag, except {@code fillable}: a phrase with a slot that is not in
 * it is left out.
 *
 * @param context the message that is answered; its end counts when it is very long
 * @param bids phrases that can answer one of these
 * @param situations phrases that fit one of these, or anywhere
 * @param heals phrases that can replace one of these, or anything
 * @param limit how many at most, 1 or more
 */
public record PhraseQuery(
        String context,
        Set<BidKind> bids,
        Set<Gesture> gestures,
        Set<Situation> situations,
        Set<Tactic> heals,
        Set<Register> registers,
        Set<Intensity> intensities,
        Set<Slot> fillable,
        int limit) {
    public PhraseQuery {
        bids = Set.copyOf(bids);
        gestures = Set.copyOf(gestures);
        situations = Set.copyOf(situations);
        heals = Set.copyOf(heals);
        registers = Set.copyOf(registers);
        intensities = Set.copyOf(intensities);
        fillable = Set.copyOf(fillable);
        if (limit < 1) {
            throw new IllegalArgumentException("limit: expected 1 or more, got " + limit);
        }
    }

    /** Phrases near to a message, whatever their tags and slots. */
    public static PhraseQuery near(String context, int limit) {
        return new PhraseQuery(
                context, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), EnumSet.allOf(Slot.class), limit);
    }

    public PhraseQuery bids(Set<BidKind> some) {
        return new PhraseQuery(context, some, gestures, situations, heals, registers, intensities, fillable, limit);
    }

    public PhraseQuery gestures(Set<Gesture> some) {
        return new PhraseQuery(context, bids, some, situations, heals, registers, intensities, fillable, limit);
    }

    public PhraseQuery situations(Set<Situation> some) {
        return new PhraseQuery(context, bids, gestures, some, heals, registers, intensities, fillable, limit);
    }

    public PhraseQuery heals(Set<Tactic> some) {
        return new PhraseQuery(context, bids, gestures, situations, some, registers, intensities, fillable, limit);
    }

    public PhraseQuery registers(Set<Register> some) {
        return new PhraseQuery(context, bids, gestures, situations, heals, some, intensities, fillable, limit);
    }

    public PhraseQuery intensities(Set<Intensity> some) {
        return new PhraseQuery(context, bids, gestures, situations, heals, registers, some, fillable, limit);
    }

    public PhraseQuery fillable(Set<Slot> some) {
        return new PhraseQuery(context, bids, gestures, situations, heals, registers, intensities, some, limit);
    }
}
