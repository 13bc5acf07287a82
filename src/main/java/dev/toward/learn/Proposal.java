package dev.toward.learn;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.phrase.Intensity;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.Phrases;
import dev.toward.phrase.Register;
import dev.toward.phrase.Situation;
import dev.toward.phrase.Sort;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words that somebody turned toward others with, as a phrase that could be kept, and what it was guessed to fit. Holds nothing that
 * others wrote.
 *
 * @param sort of the thing in it, or null where it has no such slot
 * @param times in how many answers it was said, near copies included
 * @param warmth 0 to 1: how surely these answers were read as validating, on average
 */
public record Proposal(
        String text,
        Gesture gesture,
        Set<BidKind> bids,
        Set<Situation> situations,
        Set<Register> registers,
        Intensity intensity,
        @Nullable Sort sort,
        int times,
        double warmth) {
    public Proposal {
        bids = Set.copyOf(bids);
        situations = Set.copyOf(situations);
        registers = Set.copyOf(registers);
    }

    /** The same, in other words. */
    public Proposal with(String otherText) {
        Sort kept = otherText.contains("{thing}") ? sort : null;
        return new Proposal(otherText, gesture, bids, situations, registers, intensity, kept, times, warmth);
    }

    /**
     * The phrase, with an id that none of {@code taken} has, and an example that one of those has.
     *
     * @throws IllegalArgumentException when the text is no phrase; the message says why
     */
    public Phrase as(Collection<Phrase> taken) {
        Phrase like = new Phrases(taken).like(text, gesture, bids, situations, List.of(), registers, intensity, null);
        return sort == null
                ? like
                : new Phrase(
                        like.id(),
                        like.text(),
                        like.gesture(),
                        like.bids(),
                        like.situations(),
                        like.heals(),
                        like.registers(),
                        like.relationships(),
                        like.slots(),
                        Set.of(sort),
                        like.intensity(),
                        like.length(),
                        like.reach(),
                        like.example(),
                        like.note());
    }
}
