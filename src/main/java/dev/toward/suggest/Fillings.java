package dev.toward.suggest;

import dev.toward.annotate.Parsed;
import dev.toward.cue.BidKind;
import dev.toward.phrase.Slot;
import java.util.EnumMap;
import java.util.Map;

/** What there is to fill the slots of a phrase with, found in the message that is answered. What is not sure is left out. */
final class Fillings {
    private static final int LONGEST_NAME = 40;

    private Fillings() {}

    static Map<Slot, String> of(Moment moment) {
        Map<Slot, String> fillings = new EnumMap<>(Slot.class);
        String them = moment.them();
        if (them != null && isName(them.strip())) {
            fillings.put(Slot.NAME, them.strip());
        }
        Parsed bid = moment.bid();
        if (bid != null) {
            BidKind kind = Circumstances.answered(moment);
            Feelings.in(bid, kind).ifPresent(f -> fillings.put(Slot.FEELING, f));
            Things.in(bid, kind).ifPresent(t -> fillings.put(Slot.THING, t.text()));
            Times.in(bid).ifPresent(t -> fillings.put(Slot.TIME, t));
        }
        return fillings;
    }

    // Whatever it is made of is shown as written; only what could not stand in a line is no name.
    private static boolean isName(String them) {
        return !them.isEmpty()
                && them.codePointCount(0, them.length()) <= LONGEST_NAME
                && them.codePoints().noneMatch(Character::isISOControl);
    }
}
