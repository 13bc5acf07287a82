package dev.toward.suggest;

import dev.toward.phrase.Phrase;
import dev.toward.phrase.Slot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which phrases answer any message of their kinds of bid, and which none at all; read from {@code broad.txt}. Whatever it does not
 * list, phrases that users add among them, answers a message that is near to the one it was written for.
 */
final class Broad {
    private static final String NEVER = "never";
    private static final Map<String, Set<String>> SECTIONS = sections();

    private Broad() {}

    private static Map<String, Set<String>> sections() {
        Map<String, Set<String>> sections = new HashMap<>();
        for (Map.Entry<String, List<String>> section :
                Lexicon.sections("broad.txt").entrySet()) {
            sections.put(section.getKey(), Set.copyOf(section.getValue()));
        }
        return Map.copyOf(sections);
    }

    /** Every id that is listed. */
    static Set<String> ids() {
        Set<String> ids = new HashSet<>();
        SECTIONS.values().forEach(ids::addAll);
        return ids;
    }

    /** True when it takes something for granted that nobody can know, as what was said weeks ago. */
    static boolean never(Phrase phrase) {
        return in(NEVER, phrase);
    }

    /**
     * True when it answers any message of its kinds of bid.
     *
     * @param sort of the thing that would fill its slot; {@code "none"} when there is none
     */
    static boolean fits(Phrase phrase, String sort) {
        Set<Slot> slots = phrase.slots();
        if (slots.contains(Slot.THING)) {
            return in(sort, phrase);
        }
        if (slots.contains(Slot.TIME)) {
            return in("time", phrase);
        }
        return in(slots.contains(Slot.FEELING) ? "feeling" : "nothing", phrase);
    }

    private static boolean in(String section, Phrase phrase) {
        return SECTIONS.getOrDefault(section, Set.of()).contains(phrase.id());
    }
}
