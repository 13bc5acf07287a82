package dev.toward.phrase;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A phrase made from little, with what was not said taken from its neighbours of the same gesture. */
public final class Phrases {
    /** A kind of bid that at least this share of a gesture's phrases answer is one that the gesture answers. */
    private static final double USUAL = 0.25;

    private final List<Phrase> all;

    /** @param all those that there are */
    public Phrases(Collection<Phrase> all) {
        this.all = List.copyOf(all);
    }

    /**
     * A new phrase with an id that is free.
     *
     * @param bids what the gesture usually answers when empty
     * @param situations any when empty
     * @param registers tender and plain when empty
     * @param example a message that it answers well, or null to take one that phrases of this gesture answer
     * @throws IllegalArgumentException when the text is no phrase; the message says why
     */
    public Phrase like(
            String text,
            Gesture gesture,
            Collection<BidKind> bids,
            Collection<Situation> situations,
            Collection<Tactic> heals,
            Collection<Register> registers,
            Intensity intensity,
            @Nullable String example) {
        Set<BidKind> answers = bids.isEmpty() ? usual(gesture) : Set.copyOf(bids);
        Set<Slot> slots = Wording.of(text).slots();
        Map<Slot, String> fillings = new EnumMap<>(Slot.class);
        slots.forEach(slot -> fillings.put(
                slot,
                switch (slot) {
                    case NAME -> "Sam";
                    case FEELING -> answers.contains(BidKind.DISTRESS) ? "tired" : "excited";
                    case THING -> "that";
                    case TIME -> "tomorrow";
                    case EVENT -> "you told me";
                }));
        return new Phrase(
                OwnPhrases.freeId(gesture.id(), all),
                text,
                gesture,
                answers,
                situations.isEmpty() ? Set.of(Situation.ANY) : Set.copyOf(situations),
                Set.copyOf(heals),
                registers.isEmpty() ? EnumSet.of(Register.TENDER, Register.PLAIN) : Set.copyOf(registers),
                Set.of(),
                slots,
                slots.contains(Slot.THING) || slots.contains(Slot.EVENT)
                        ? EnumSet.complementOf(EnumSet.of(Sort.CHARGE))
                        : Set.of(),
                intensity,
                Length.of(text),
                example == null ? Reach.BROAD : Reach.NEAR,
                new Phrase.Example(example == null ? message(gesture, answers) : example, fillings),
                null);
    }

    private Set<BidKind> usual(Gesture gesture) {
        List<Phrase> same = all.stream().filter(p -> p.gesture() == gesture).toList();
        Map<BidKind, Long> counts = same.stream()
                .flatMap(p -> p.bids().stream())
                .collect(Collectors.groupingBy(b -> b, Collectors.counting()));
        Set<BidKind> usual = new HashSet<>();
        counts.forEach((bid, n) -> {
            if (n >= USUAL * same.size()) {
                usual.add(bid);
            }
        });
        return usual.isEmpty() ? Set.of(BidKind.DISTRESS) : usual;
    }

    private String message(Gesture gesture, Set<BidKind> bids) {
        return all.stream()
                .filter(p -> p.gesture() == gesture && p.bids().stream().anyMatch(bids::contains))
                .filter(p -> p.slots().isEmpty())
                .min(Comparator.comparing(Phrase::id))
                .map(p -> p.example().context())
                .orElse("It has been a long day");
    }
}
