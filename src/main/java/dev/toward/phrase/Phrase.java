package dev.toward.phrase;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words that turn toward, written by hand, with what they fit.
 *
 * @param id gesture, slash, family, dash, number: {@code mirror-feeling/loss-014}; never changes
 * @param text one or two whole sentences, with slots in braces
 * @param bids what it can answer; {@link BidKind#NONE} when it also fits where no context is known
 * @param heals what it is a good replacement for; empty when it can replace anything
 * @param relationships between whom it fits; empty when between any
 * @param sorts of what {@link Slot#THING} or {@link Slot#EVENT} in it may be; empty without these slots
 * @param note for whoever tends the phrases
 */
public record Phrase(
        String id,
        String text,
        Gesture gesture,
        Set<BidKind> bids,
        Set<Situation> situations,
        Set<Tactic> heals,
        Set<Register> registers,
        Set<Relationship> relationships,
        Set<Slot> slots,
        Set<Sort> sorts,
        Intensity intensity,
        Length length,
        Reach reach,
        Example example,
        @Nullable String note) {
    /**
     * A made-up message that the phrase answers well.
     *
     * @param slots what fills the phrase's slots there
     */
    public record Example(String context, Map<Slot, String> slots) {
        public Example {
            slots = Map.copyOf(slots);
        }
    }

    public Phrase {
        bids = Set.copyOf(bids);
        situations = Set.copyOf(situations);
        heals = Set.copyOf(heals);
        registers = Set.copyOf(registers);
        relationships = Set.copyOf(relationships);
        slots = Set.copyOf(slots);
        sorts = Set.copyOf(sorts);
        check(!id.isBlank(), "id: expected gesture/family-number");
        check(!text.isBlank(), "text: expected words");
        check(!bids.isEmpty(), "bids: expected one or more");
        check(!situations.isEmpty(), "situations: expected one or more");
        check(!situations.contains(Situation.ANY) || situations.size() == 1, "situations: expected any to stand alone");
        check(!registers.isEmpty(), "registers: expected one or more");
        Set<Slot> inText = Wording.of(text).slots();
        check(inText.equals(slots), "slots: expected the slots that stand in the text, " + ids(inText));
        boolean sorted = slots.contains(Slot.THING) || slots.contains(Slot.EVENT);
        check(
                sorts.isEmpty() != sorted,
                "sorts: expected one or more where {thing} or {event} stands in the text, and none where neither does");
        check(length == Length.of(text), "length: expected " + Length.of(text).id());
        check(
                example.slots().keySet().equals(slots),
                "example.slots: expected one filling for each slot of the text, " + ids(inText));
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static String ids(Set<Slot> slots) {
        return slots.isEmpty()
                ? "none"
                : EnumSet.copyOf(slots).stream().map(Slot::id).toList().toString();
    }

    public Wording wording() {
        return Wording.of(text);
    }

    /** True when it fits whatever the message is about. */
    public boolean fitsAnywhere() {
        return situations.contains(Situation.ANY);
    }

    /** The text as it answers its own example. */
    public String inItsExample() {
        return wording().fill(example.slots());
    }
}
