package dev.toward.phrase;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The text of a phrase, taken apart into what is written and what is to be filled in. What fills a slot is put in as it is and
 * never looked at again, so braces in somebody's name stay braces.
 */
public final class Wording {
    private sealed interface Part {
        record Written(String text) implements Part {}

        record Gap(Slot slot) implements Part {}
    }

    private final List<Part> parts;
    private final Set<Slot> slots;

    private Wording(List<Part> parts, Set<Slot> slots) {
        this.parts = parts;
        this.slots = slots;
    }

    /** @throws IllegalArgumentException for a brace that is not part of a slot */
    public static Wording of(String text) {
        List<Part> parts = new ArrayList<>();
        Set<Slot> slots = EnumSet.noneOf(Slot.class);
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            String written = open < 0 ? text.substring(at) : text.substring(at, open);
            if (written.indexOf('}') >= 0) {
                throw new IllegalArgumentException("a closing brace without an opening one");
            }
            if (!written.isEmpty()) {
                parts.add(new Part.Written(written));
            }
            if (open < 0) {
                break;
            }
            int close = text.indexOf('}', open);
            Slot slot = slot(close < 0 ? "" : text.substring(open + 1, close));
            parts.add(new Part.Gap(slot));
            slots.add(slot);
            at = close + 1;
        }
        return new Wording(List.copyOf(parts), Set.copyOf(slots));
    }

    private static Slot slot(String id) {
        for (Slot slot : Slot.values()) {
            if (slot.id().equals(id)) {
                return slot;
            }
        }
        throw new IllegalArgumentException("expected one of {name}, {feeling}, {thing}, {time}, {event} after a brace");
    }

    public Set<Slot> slots() {
        return slots;
    }

    /** True when nothing is written before the first slot. */
    public boolean opensWithSlot() {
        return !parts.isEmpty() && parts.get(0) instanceof Part.Gap;
    }

    /** The slot that it opens with or any other, filled in; see {@link #fill(Map, UnaryOperator)}. */
    public String fill(Map<Slot, String> fillings) {
        return fill(fillings, UnaryOperator.identity());
    }

    /**
     * The text with its slots filled.
     *
     * @param fillings what fills each of {@link #slots()}
     * @param style applied to each stretch that is written, never to what fills a slot
     * @throws IllegalArgumentException when nothing is given for a slot
     */
    public String fill(Map<Slot, String> fillings, UnaryOperator<String> style) {
        StringBuilder filled = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Written written -> filled.append(style.apply(written.text()));
                case Part.Gap gap -> {
                    String filling = fillings.get(gap.slot());
                    if (filling == null) {
                        throw new IllegalArgumentException(
                                "nothing to fill the slot " + gap.slot().id());
                    }
                    filled.append(filling);
                }
            }
        }
        return filled.toString();
    }
}
