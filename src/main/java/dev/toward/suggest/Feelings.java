package dev.toward.suggest;

import dev.toward.annotate.Parsed;
import dev.toward.annotate.ParsedToken;
import dev.toward.cue.BidKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the feeling that the writer of a message says they have, now, in so many words: "I'm so tired", "feeling low today".
 * Never one that is denied, asked about, wished for, past, or somebody else's.
 */
final class Feelings {
    /** {@code said} is what may be said back. */
    private record Feeling(String said, boolean glad) {}

    private static final Map<String, Feeling> KNOWN = known();
    private static final Set<String> LINKS =
            Set.of("am", "'m", "’m", "m", "im", "i'm", "i’m", "feel", "feeling", "been", "getting", "get");
    private static final Set<String> BETWEEN = Set.of(
            "so",
            "really",
            "just",
            "pretty",
            "very",
            "kinda",
            "kind",
            "of",
            "sorta",
            "sort",
            "a",
            "bit",
            "little",
            "too",
            "still",
            "also",
            "super",
            "absolutely",
            "completely",
            "totally",
            "utterly",
            "honestly",
            "extremely",
            "incredibly",
            "this",
            "fucking",
            "freaking",
            "damn",
            "quite",
            "even",
            "more",
            "soo",
            "sooo",
            "soooo",
            "genuinely",
            "always",
            "all",
            "lot");
    private static final Set<String> HEARSAY = Set.of("say", "tell", "claim", "think", "ask", "call", "mean", "guess");
    private static final Set<String> UNREAL =
            Set.of("if", "would", "could", "should", "might", "may", "wish", "'d", "’d", "id");
    private static final Set<String> PAUSES =
            Set.of(",", ";", "but", "and", "because", "though", ".", "!", "—", "–", "-");

    private Feelings() {}

    private static Map<String, Feeling> known() {
        Map<String, Feeling> known = new HashMap<>();
        Lexicon.sections("feelings.txt").forEach((section, items) -> {
            for (String item : items) {
                String[] pair = item.split(": ", 2);
                known.put(pair[0], new Feeling(pair[1], section.equals("glad")));
            }
        });
        return Map.copyOf(known);
    }

    /** The word to say back, or nothing when not sure. */
    static Optional<String> in(Parsed message, @Nullable BidKind bid) {
        for (List<ParsedToken> sentence : message.sentences()) {
            boolean asked = Words.lower(sentence.get(sentence.size() - 1)).endsWith("?");
            for (int i = 0; !asked && i < sentence.size(); i++) {
                Feeling feeling = at(sentence, i);
                if (feeling != null && fits(feeling, bid) && theirs(sentence, i)) {
                    return Optional.of(feeling.said());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean fits(Feeling feeling, @Nullable BidKind bid) {
        if (bid == null) {
            return false;
        }
        return switch (bid) {
            case DISTRESS, CONFLICT, HELP, REPAIR -> !feeling.glad();
            case GOOD_NEWS, SHARE, AFFECTION, APPRECIATION -> feeling.glad();
            case QUESTION, NONE -> true;
        };
    }

    // The longest that starts here: "worn out" before "worn".
    private static @Nullable Feeling at(List<ParsedToken> sentence, int i) {
        StringBuilder words = new StringBuilder();
        Feeling found = null;
        for (int j = i; j < Math.min(i + 3, sentence.size()); j++) {
            words.append(j > i ? " " : "").append(Words.lower(sentence.get(j)));
            Feeling longer = KNOWN.get(words.toString());
            found = longer != null ? longer : found;
        }
        String pos = sentence.get(i).pos();
        boolean describes = pos.startsWith("JJ")
                || pos.startsWith("VB")
                || pos.startsWith("RB")
                || pos.equals("RP")
                || pos.equals("IN");
        return describes ? found : null;
    }

    private static boolean theirs(List<ParsedToken> sentence, int at) {
        int i = at - 1;
        while (i >= 0 && BETWEEN.contains(Words.lower(sentence.get(i)))) {
            i--;
        }
        if (i < 0) {
            // "Tired again.", "so sad rn": nobody named, and no noun that it could describe
            return sentence.get(at).pos().startsWith("JJ") && !describesNoun(sentence, at);
        }
        if (!LINKS.contains(Words.lower(sentence.get(i)))) {
            return false;
        }
        boolean someone = false;
        for (; i >= 0; i--) {
            String word = Words.lower(sentence.get(i));
            if (PAUSES.contains(word) && someone) {
                break;
            }
            if (Words.negates(sentence.get(i))
                    || UNREAL.contains(word)
                    || HEARSAY.contains(sentence.get(i).lemma())) {
                return false;
            }
            someone |= Words.isWriter(sentence.get(i));
            if (!someone && isOther(sentence.get(i))) {
                return false;
            }
        }
        // "feeling low today": the subject is left out
        return someone || LINKS.contains(Words.lower(sentence.get(0)));
    }

    private static boolean isOther(ParsedToken token) {
        return token.pos().startsWith("PRP")
                || token.pos().startsWith("NN")
                || token.pos().equals("VBD");
    }

    private static boolean describesNoun(List<ParsedToken> sentence, int at) {
        return sentence.get(at).relation().equals("amod")
                || (at + 1 < sentence.size() && sentence.get(at + 1).pos().startsWith("NN"));
    }
}
