package dev.toward.suggest;

import dev.toward.annotate.Parsed;
import dev.toward.cue.BidKind;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.Slot;
import dev.toward.phrase.Sort;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to fill the slots of a phrase with, found in the message that is answered. What is not sure is left out.
 *
 * @param texts what fills each slot
 * @param sorts of what sort it is, for slots that have sorts
 */
record Fillings(Map<Slot, String> texts, Map<Slot, Sort> sorts) {
    private static final int LONGEST_NAME = 40;

    static final Fillings NONE = new Fillings(Map.of(), Map.of());

    Fillings {
        texts = Map.copyOf(texts);
        sorts = Map.copyOf(sorts);
    }

    static Fillings of(Moment moment, Hearing hearing) {
        Map<Slot, String> texts = new EnumMap<>(Slot.class);
        Map<Slot, Sort> sorts = new EnumMap<>(Slot.class);
        String them = moment.them();
        if (them != null && isName(them.strip())) {
            texts.put(Slot.NAME, them.strip());
        }
        Parsed bid = moment.bid();
        if (bid != null) {
            BidKind kind = Circumstances.answered(moment);
            Feelings.in(bid, kind).ifPresent(f -> texts.put(Slot.FEELING, f));
            Things.in(bid, kind).ifPresent(t -> {
                texts.put(Slot.THING, t.text());
                sorts.put(Slot.THING, t.sort());
            });
            Times.in(bid).ifPresent(t -> texts.put(Slot.TIME, t));
            boolean named = texts.containsKey(Slot.FEELING)
                    || (sorts.containsKey(Slot.THING) && sorts.get(Slot.THING) != Sort.OTHER);
            Retelling.in(bid, kind)
                    .or(() -> named || kind == null ? Optional.empty() : Heard.in(bid, kind, hearing))
                    .ifPresent(t -> {
                        texts.put(Slot.EVENT, t.text());
                        sorts.put(Slot.EVENT, t.sort());
                    });
        }
        return new Fillings(texts, sorts);
    }

    /** Whether there is something for every slot of the phrase, and of a sort that it may be. */
    boolean fill(Phrase phrase) {
        return texts.keySet().containsAll(phrase.slots())
                && phrase.slots().stream()
                        .allMatch(s -> !sorts.containsKey(s) || phrase.sorts().contains(sorts.get(s)));
    }

    // Whatever it is made of is shown as written; only what could not stand in a line is no name.
    private static boolean isName(String them) {
        return !them.isEmpty()
                && them.codePointCount(0, them.length()) <= LONGEST_NAME
                && them.codePoints().noneMatch(Character::isISOControl);
    }
}
