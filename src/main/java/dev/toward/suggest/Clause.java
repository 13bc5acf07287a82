package dev.toward.suggest;

import dev.toward.annotate.Parsed;
import dev.toward.annotate.ParsedToken;
import dev.toward.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A stretch of a sentence that can stand or fall by itself.
 *
 * @param span from its first word to the end of its last token, closing marks left out unless they end the sentence
 * @param sentence which sentence of the text it is in
 * @param tokens what it is made of, a leading conjunction left out
 * @param conjunction the word before it that ties it to the clause before, lower case, or the empty text
 */
record Clause(Span span, int sentence, List<ParsedToken> tokens, String conjunction) {
    private static final Set<String> CONJUNCTIONS = Set.of("and", "but", "so", "or", "yet", "plus", "n", "&");
    private static final Set<String> SUBORDINATORS = Set.of(
            "if",
            "when",
            "because",
            "since",
            "unless",
            "although",
            "though",
            "once",
            "after",
            "before",
            "as",
            "while",
            "until",
            "til",
            "till",
            "which",
            "who",
            "that",
            "whenever",
            "cause",
            "cuz",
            "bc",
            "coz",
            "'cause",
            "where");
    private static final Set<String> FILLERS = Set.of(
            "lol",
            "lmao",
            "haha",
            "hahaha",
            "well",
            "ok",
            "okay",
            "k",
            "oh",
            "ah",
            "ugh",
            "omg",
            "honestly",
            "look",
            "listen",
            "yeah",
            "yep",
            "yea",
            "sure",
            "like",
            "so",
            "anyway",
            "anyways",
            "dude",
            "bro",
            "man",
            "girl",
            "come",
            "on",
            "tbh",
            "imo",
            "ngl",
            "smh",
            "right",
            "whatever",
            "then",
            "now",
            "just",
            "and",
            "but",
            "geez",
            "jeez",
            "wow",
            "hm",
            "hmm",
            "meh",
            "sorry",
            "really",
            "seriously",
            "fine",
            "cool",
            "huh",
            "eh",
            "you",
            "know",
            "idk",
            "though",
            "tho",
            "too");

    /** The clauses of a text in order. Marks that belong to none lie between them. */
    static List<Clause> of(Parsed text) {
        List<Clause> clauses = new ArrayList<>();
        for (int i = 0; i < text.sentences().size(); i++) {
            cut(text.sentences().get(i), i, clauses);
        }
        return clauses;
    }

    private static void cut(List<ParsedToken> sentence, int index, List<Clause> clauses) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 1; i < sentence.size(); i++) {
            boolean tied = ties(sentence, i);
            boolean marked = marks(sentence.get(i - 1)) && !tied;
            if ((tied || marked) && i > starts.get(starts.size() - 1)) {
                starts.add(i);
            }
        }
        for (int s = 0; s < starts.size(); s++) {
            int end = s + 1 < starts.size() ? starts.get(s + 1) : sentence.size();
            add(sentence.subList(starts.get(s), end), index, s > 0, s + 1 == starts.size(), clauses);
        }
    }

    private static boolean marks(ParsedToken token) {
        return switch (token.text()) {
            case ",", ";", ":", "-", "--", "–", "—", "...", "…" -> true;
            default -> false;
        };
    }

    /** A conjunction with a verb before it and, up to the next mark, after it. */
    private static boolean ties(List<ParsedToken> sentence, int at) {
        if (!CONJUNCTIONS.contains(Words.lower(sentence.get(at)))) {
            return false;
        }
        boolean before =
                marks(sentence.get(at - 1)) || sentence.subList(0, at).stream().anyMatch(Words::isVerb);
        boolean after = false;
        for (int i = at + 1; i < sentence.size() && !marks(sentence.get(i)); i++) {
            after |= Words.isVerb(sentence.get(i));
        }
        // "so sad", "so much": a degree, not a tie
        boolean degree = Words.lower(sentence.get(at)).equals("so")
                && at + 1 < sentence.size()
                && (sentence.get(at + 1).pos().startsWith("JJ")
                        || sentence.get(at + 1).pos().startsWith("RB"));
        return before && after && !degree;
    }

    private static void add(
            List<ParsedToken> tokens, int index, boolean tiedBefore, boolean last, List<Clause> clauses) {
        int from = 0;
        String conjunction = "";
        if (tiedBefore && tokens.size() > 1 && CONJUNCTIONS.contains(Words.lower(tokens.get(0)))) {
            conjunction = Words.lower(tokens.get(0));
            from = 1;
        }
        int to = tokens.size();
        while (!last && to > from + 1 && !Words.isWord(tokens.get(to - 1))) {
            to--;
        }
        List<ParsedToken> own = List.copyOf(tokens.subList(from, to));
        clauses.add(new Clause(Words.span(own), index, own, conjunction));
    }

    boolean hasVerb() {
        return tokens.stream().anyMatch(Words::isVerb);
    }

    int words() {
        return (int) tokens.stream().filter(Words::isWord).count();
    }

    /** Says nothing by itself: "lol", "oh well", a row of emoji. */
    boolean isFiller() {
        return words() <= 3 && tokens.stream().filter(Words::isWord).allMatch(t -> FILLERS.contains(Words.lower(t)));
    }

    /** Hangs on the clause beside it: "if you ask me", "which is sad". */
    boolean hangs() {
        return SUBORDINATORS.contains(Words.lower(tokens.get(0)));
    }
}
