package dev.toward.suggest;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.phrase.Intensity;
import dev.toward.phrase.Situation;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a message is about, how heavy it is, and in what company it is said, as far as its words show.
 *
 * @param atWork whether colleagues seem to speak, not merely whether work is spoken of
 * @param ready gestures that need something said before them, and had it said
 */
record Circumstances(Set<Situation> situations, Intensity gravity, boolean atWork, Set<Gesture> ready) {
    private static final Map<Situation, Set<String>> SITUATIONS = situationTerms();
    private static final Map<String, Set<String>> SIGNS = Lexicon.terms("signs.txt");

    Circumstances {
        situations = Set.copyOf(situations);
        ready = Set.copyOf(ready);
    }

    private static Map<Situation, Set<String>> situationTerms() {
        Map<Situation, Set<String>> terms = new EnumMap<>(Situation.class);
        Map<String, Set<String>> listed = Lexicon.terms("situations.txt");
        for (Situation situation : Situation.values()) {
            terms.put(situation, listed.getOrDefault(situation.id(), Set.of()));
        }
        return terms;
    }

    /**
     * Reads them off what was said.
     *
     * @param context what is answered, all of it
     * @param draft the answer, which tells of the company too
     */
    static Circumstances of(String context, String draft, @Nullable BidKind bid) {
        String said = Lexicon.plain(context);
        Set<Situation> situations = EnumSet.noneOf(Situation.class);
        SITUATIONS.forEach((situation, terms) -> {
            if (Lexicon.anyIn(terms, said)) {
                situations.add(situation);
            }
        });
        Set<Gesture> ready = EnumSet.noneOf(Gesture.class);
        for (Gesture gesture : Gesture.values()) {
            Set<String> needed = SIGNS.get(gesture.id());
            if (needed == null || Lexicon.anyIn(needed, said)) {
                ready.add(gesture);
            }
        }
        boolean atWork = has("at-work", said) || has("at-work", Lexicon.plain(draft));
        return new Circumstances(situations, gravity(said, bid), atWork, ready);
    }

    private static Intensity gravity(String said, @Nullable BidKind bid) {
        boolean heavy = bid == BidKind.DISTRESS || bid == BidKind.CONFLICT || bid == BidKind.REPAIR;
        if (heavy && has("grave", said)) {
            return Intensity.GRAVE;
        }
        if (heavy || bid == BidKind.GOOD_NEWS || bid == BidKind.HELP || bid == null) {
            return bid == BidKind.DISTRESS && has("light", said) ? Intensity.LIGHT : Intensity.MEDIUM;
        }
        return Intensity.LIGHT;
    }

    private static boolean has(String sign, String said) {
        return Lexicon.anyIn(SIGNS.getOrDefault(sign, Set.of()), said);
    }
}
