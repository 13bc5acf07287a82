package dev.toward.suggest;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.phrase.Intensity;
import dev.toward.phrase.Meaning;
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
 * @param playful whether the message is light and somebody in the talk is laughing
 * @param ready gestures that need something said before them, and had it said
 */
record Circumstances(
        Set<Situation> situations, Intensity gravity, boolean atWork, boolean playful, Set<Gesture> ready) {
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
     * @param meaning of the last message that is answered, or null when it was not found
     */
    static Circumstances of(String context, String draft, @Nullable BidKind bid, @Nullable Meaning meaning) {
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
        Intensity gravity = gravity(said, bid, Gravity.shipped().of(meaning));
        boolean playful = gravity == Intensity.LIGHT && (has("playful", said) || has("playful", Lexicon.plain(draft)));
        return new Circumstances(situations, gravity, atWork, playful, ready);
    }

    private static Intensity gravity(String said, @Nullable BidKind bid, Intensity meant) {
        boolean heavy = bid == BidKind.DISTRESS || bid == BidKind.CONFLICT || bid == BidKind.REPAIR;
        if (heavy && (meant == Intensity.GRAVE || has("grave", said))) {
            return Intensity.GRAVE;
        }
        if (heavy || bid == BidKind.GOOD_NEWS || bid == BidKind.HELP || bid == null) {
            boolean light = meant == Intensity.LIGHT || has("light", said);
            return bid == BidKind.DISTRESS && light ? Intensity.LIGHT : Intensity.MEDIUM;
        }
        return Intensity.LIGHT;
    }

    /**
     * What kind of bid the moment's message is answered as, or null when none is known. A message of a death is no good news,
     * however it was read, and one that glad words were shrunk in no trouble.
     */
    static @Nullable BidKind answered(Moment moment) {
        if (moment.bid() == null) {
            return null;
        }
        BidKind read = moment.verdict().bid();
        String said = Lexicon.plain(moment.draft().bid().last());
        boolean grave = has("grave", said);
        if (grave && (read == BidKind.GOOD_NEWS || read == BidKind.NONE)) {
            return BidKind.DISTRESS;
        }
        if (has("hurt", said) && (read == BidKind.SHARE || read == BidKind.NONE)) {
            return BidKind.DISTRESS;
        }
        if (read == BidKind.QUESTION
                && moment.verdict().tactics().stream()
                        .anyMatch(f -> f.tactic() == Tactic.FEELING_ORDER || f.tactic() == Tactic.FEELING_JUDGMENT)) {
            return BidKind.CONFLICT;
        }
        if (!grave && read == BidKind.DISTRESS && (isShrunk(moment) || has("glad", said))) {
            return BidKind.GOOD_NEWS;
        }
        return read;
    }

    /** Whether the message may be glad or heavy, and no word in it tells which; people cry for both. */
    static boolean isTorn(Moment moment) {
        if (!moment.torn() || isShrunk(moment)) {
            return false;
        }
        String said = Lexicon.plain(moment.draft().bid().last());
        return !has("grave", said) && !has("glad", said);
    }

    private static boolean isShrunk(Moment moment) {
        return moment.verdict().tactics().stream().anyMatch(f -> f.tactic() == Tactic.JOY_SHRINK);
    }

    /** True when words of a draft are worth keeping beside warmer ones: a plan, a person, a kindness. */
    static boolean worthKeeping(String words) {
        return words.codePoints().anyMatch(Character::isDigit) || has("stays", Lexicon.plain(words)) || isErrand(words);
    }

    /** True when words ask or tell what must be asked or told, whatever else is going on. */
    static boolean isErrand(String words) {
        return has("errand", Lexicon.plain(words));
    }

    private static boolean has(String sign, String said) {
        return Lexicon.anyIn(SIGNS.getOrDefault(sign, Set.of()), said);
    }
}
