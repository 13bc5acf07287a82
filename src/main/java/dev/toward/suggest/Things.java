package dev.toward.suggest;

import dev.toward.annotate.Parsed;
import dev.toward.annotate.ParsedToken;
import dev.toward.cue.BidKind;
import dev.toward.phrase.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds something of theirs in a message that can be named back to them: "my mom's surgery" becomes "your mom's surgery", "an
 * interview" becomes "the interview". Nouns of a list first, of which it is known what may be said; else what they call "my" or "the"
 * something, of which nobody can tell. Always with a determiner that can be turned for sure; never a pronoun, a clause, or anything
 * that is said not to be.
 */
final class Things {
    private static final Map<String, List<String>> NOUNS = Lexicon.sections("things.txt");
    private static final Set<String> TROUBLE = listed("trouble");
    private static final Set<String> TEST = listed("test");
    private static final Set<String> LOST = listed("lost");
    private static final Set<String> GLAD = listed("glad");
    private static final Set<String> WON = listed("won");
    private static final Set<String> LOSING = listed("losing");
    private static final Set<String> WINNING = listed("winning");
    private static final Set<String> VAGUE = listed("vague");
    private static final Set<String> GRAVE = listed("grave");
    private static final int SURE = 1;
    private static final int UNSURE = 3;
    private static final Set<String> BEFORE = Set.of("about", "for", "over", "of");
    private static final Set<String> KEPT_ADJECTIVES =
            Set.of("new", "final", "first", "second", "last", "old", "big", "best");

    /** Where the word before makes something else of the noun: "the silent treatment" is none. */
    private static final Pattern MISLEADING = Pattern.compile(
            "silent treatment|blind date|(?:phone|power|hair|pay) cut|front row|bad part|(?:big|good|hard|best|worst|fun|funny) part|(?:birthday|wedding) card");

    private static final Set<String> PASSING_ON = Set.of(
            "told", "tell", "telling", "joke", "jokes", "joked", "joking", "posted", "laughed", "gossip", "gossiping");
    private static final Set<String> HOPING = Set.of(
            "shortlisted",
            "longlisted",
            "nominated",
            "applied",
            "applying",
            "up",
            "considered",
            "waitlisted",
            "auditioned");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}'’ -]+");
    private static final int LONGEST = 5;

    private Things() {}

    private static Set<String> listed(String section) {
        return Set.copyOf(NOUNS.getOrDefault(section, List.of()));
    }

    /** The noun phrase as it is said to them; {@code rank} is lower for what is more worth naming. */
    record Thing(String text, Sort sort, int rank) {}

    /** What is most worth naming, or nothing when not sure. */
    static Optional<Thing> in(Parsed message, @Nullable BidKind bid) {
        Thing best = null;
        for (List<ParsedToken> sentence : message.sentences()) {
            for (int i = 0; i < sentence.size(); i++) {
                Thing found = at(sentence, i, bid);
                if (found != null && (best == null || found.rank() < best.rank())) {
                    best = found;
                }
            }
        }
        Optional<Thing> event = Events.in(message, bid);
        if (best != null && best.rank() <= SURE && event.filter(Things::isGrave).isEmpty()) {
            return Optional.of(best);
        }
        return event.isPresent() ? event : Optional.ofNullable(best);
    }

    /** A loss or an illness comes before an appointment that is spoken of with it. */
    private static boolean isGrave(Thing event) {
        return event.text().startsWith("losing ") || GRAVE.contains(event.text());
    }

    private static @Nullable Thing at(List<ParsedToken> sentence, int start, @Nullable BidKind bid) {
        String determiner = Words.lower(sentence.get(start));
        String turned =
                switch (determiner) {
                    case "my" -> "your";
                    case "the" -> "the";
                    case "this", "that" -> "that";
                    case "a", "an" -> "the";
                    default -> "";
                };
        if (turned.isEmpty() || !(isDeterminer(sentence.get(start)))) {
            return null;
        }
        int end = start + 1;
        while (end < sentence.size() && inside(sentence.get(end))) {
            end++;
        }
        while (end > start + 1 && !sentence.get(end - 1).pos().startsWith("NN")) {
            end--;
        }
        int head = end - 1;
        if (head <= start || head - start > LONGEST) {
            return null;
        }
        String noun = sentence.get(head).lemma().toLowerCase(Locale.ROOT);
        boolean indefinite = determiner.startsWith("a");
        Sort known = sort(noun, bid, sentence, start, head);
        Sort sort = known == null && isWorthNaming(sentence, start, head, bid) ? Sort.OTHER : known;
        if (bid == null
                || sort == null
                || !speaksOfIt(sentence, start)
                || (sort == Sort.GLAD && isPartOfIt(sentence, start))
                || !hangsTogether(sentence, start, head)
                || denied(sentence, start, indefinite)) {
            return null;
        }
        String text = text(turned, sentence.subList(start + 1, end), isShouted(sentence.get(start)));
        if (!PLAIN.matcher(text).matches()
                || MISLEADING.matcher(lastTwo(sentence, head)).matches()) {
            return null;
        }
        boolean owned = determiner.equals("my");
        return new Thing(text, sort, (owned ? 0 : 1) + (known == null ? UNSURE : 0));
    }

    /**
     * Theirs, or what the sentence speaks of; where something is shown, what it is done to as well. Not where something is felt: what
     * is merely mentioned is seldom what it is about.
     */
    private static boolean isWorthNaming(List<ParsedToken> sentence, int start, int head, @Nullable BidKind bid) {
        String determiner = Words.lower(sentence.get(start));
        String noun = sentence.get(head).lemma().toLowerCase(Locale.ROOT);
        String relation = sentence.get(head).relation();
        boolean subject = relation.startsWith("nsubj");
        boolean felt = bid != BidKind.SHARE && bid != BidKind.HELP && bid != BidKind.AFFECTION;
        boolean spokenOf = determiner.equals("my")
                || (determiner.equals("the") && (subject || bid == BidKind.HELP))
                || (bid == BidKind.SHARE && (subject || relation.equals("obj") || relation.equals("dobj")));
        return spokenOf
                && !felt
                && !determiner.startsWith("a")
                && (start == 0 || !sentence.get(start - 1).pos().equals("IN") || determiner.equals("my"))
                && (start == 0 || !sentence.get(start - 1).lemma().equals("have"))
                && noun.length() > 2
                && sentence.get(head).pos().matches("NNS?")
                && !VAGUE.contains(noun)
                && !VAGUE.contains(Words.lower(sentence.get(head)));
    }

    private static @Nullable Sort sort(
            String noun, @Nullable BidKind bid, List<ParsedToken> sentence, int start, int head) {
        if (bid == null) {
            return null;
        }
        return switch (bid) {
            case DISTRESS, CONFLICT, HELP, REPAIR -> {
                if (bid == BidKind.CONFLICT && isPassedOn(sentence, start)) {
                    yield null;
                }
                if (TROUBLE.contains(noun)) {
                    yield Sort.TROUBLE;
                }
                if (LOST.contains(noun) && (after(LOSING, sentence, start) || isSubject(sentence, start, head))) {
                    // who is reproached may have done it: "you ruined the trip"
                    yield bid == BidKind.CONFLICT ? Sort.OTHER : Sort.LOST;
                }
                yield TEST.contains(noun) ? Sort.TEST : null;
            }
            case GOOD_NEWS ->
                GLAD.contains(noun) || (WON.contains(noun) && after(WINNING, sentence, start)) ? Sort.GLAD : null;
            case SHARE, AFFECTION, APPRECIATION -> GLAD.contains(noun) ? Sort.GLAD : null;
            case QUESTION, NONE -> null;
        };
    }

    /** Told to others: "you told the whole table about my divorce" is not about the divorce. */
    private static boolean isPassedOn(List<ParsedToken> sentence, int start) {
        if (start == 0 || !Words.lower(sentence.get(start - 1)).equals("about")) {
            return false;
        }
        for (int i = 0; i < start; i++) {
            boolean own = i > 0 && Words.lower(sentence.get(i - 1)).equals("i");
            if (!own && PASSING_ON.contains(Words.lower(sentence.get(i)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean after(Set<String> verbs, List<ParsedToken> sentence, int start) {
        return start > 0 && verbs.contains(Words.lower(sentence.get(start - 1)));
    }

    /** The sentence opens with it and goes on to say something of it: "my job sucks". */
    private static boolean isSubject(List<ParsedToken> sentence, int start, int head) {
        return start == 0 && head + 1 < sentence.size() && Words.isVerb(sentence.get(head + 1));
    }

    /** Not where something else happened: "on my shift", "before the exam". */
    private static boolean speaksOfIt(List<ParsedToken> sentence, int start) {
        if (start == 0) {
            return true;
        }
        ParsedToken before = sentence.get(start - 1);
        boolean preposition = before.pos().equals("IN") || before.pos().equals("TO");
        return !preposition || BEFORE.contains(Words.lower(before));
    }

    /** Not the whole of it: "the first page of my novel" is no novel yet, nor "shortlisted for a prize" a prize. */
    private static boolean isPartOfIt(List<ParsedToken> sentence, int start) {
        if (start < 2) {
            return false;
        }
        String before = Words.lower(sentence.get(start - 1));
        ParsedToken earlier = sentence.get(start - 2);
        return (before.equals("of") && earlier.pos().startsWith("NN"))
                || (before.equals("for") && HOPING.contains(Words.lower(earlier)));
    }

    private static boolean isDeterminer(ParsedToken token) {
        return token.pos().equals("DT") || token.pos().equals("PRP$");
    }

    private static boolean inside(ParsedToken token) {
        String pos = token.pos();
        return pos.startsWith("NN") || pos.startsWith("JJ") || pos.equals("POS");
    }

    /** The parse agrees that the determiner belongs to this noun, or to one that owns it. */
    private static boolean hangsTogether(List<ParsedToken> sentence, int start, int head) {
        int up = sentence.get(start).head();
        boolean belongs = up > start && up <= head;
        int over = sentence.get(head).head();
        boolean isHead = over < start || over > head;
        boolean compound = sentence.get(head).relation().equals("compound");
        return belongs && isHead && !compound;
    }

    /**
     * "it's not my job"; and "don't have an exam", where what is spoken of may not be at all. "I didn't get the job" still speaks of
     * a job that there is.
     */
    private static boolean denied(List<ParsedToken> sentence, int start, boolean indefinite) {
        int back = indefinite ? 4 : 1;
        for (int i = start - 1; i >= 0 && i >= start - back; i--) {
            if (!Words.isWord(sentence.get(i)) && !Words.negates(sentence.get(i))) {
                return false;
            }
            if (Words.negates(sentence.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static String lastTwo(List<ParsedToken> sentence, int head) {
        return Words.lower(sentence.get(head - 1)) + " " + Words.lower(sentence.get(head));
    }

    private static boolean isShouted(ParsedToken determiner) {
        String text = determiner.text();
        return text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT));
    }

    private static String text(String turned, List<ParsedToken> rest, boolean shouted) {
        StringBuilder text = new StringBuilder(turned);
        List<ParsedToken> kept = new ArrayList<>();
        for (ParsedToken token : rest) {
            if (!token.pos().startsWith("JJ") || KEPT_ADJECTIVES.contains(Words.lower(token))) {
                kept.add(token);
            }
        }
        for (ParsedToken token : kept) {
            text.append(token.pos().equals("POS") ? "" : " ").append(shouted ? Words.lower(token) : token.text());
        }
        return text.toString();
    }
}
