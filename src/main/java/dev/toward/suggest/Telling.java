package dev.toward.suggest;

import dev.toward.annotate.ParsedToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parts a sentence that tells something into its clauses: between marks and linking words, without what merely opens or trails off. */
final class Telling {
    private static final Set<String> OPENING = Retelling.listed("opening");
    private static final Set<String> ENDING = Retelling.listed("ending");
    private static final Set<String> VOCATIVE = Retelling.listed("vocative");
    private static final Set<String> FELT_LIKE = Retelling.listed("felt-like");
    private static final Set<String> JOINING = Set.of("and", "but", "so");
    private static final Set<String> QUOTES =
            Set.of("'", "\"", "\u2018", "\u2019", "\u201c", "\u201d", "``", "''", "`");
    private static final Set<String> NOT_BEFORE_VOCATIVE = Set.of("PRP$", "DT", "IN", "TO");
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}'’-]+|\\d{1,3}(?:k|th|st|nd|rd|am|pm)?", Pattern.CASE_INSENSITIVE);
    private static final int SHORTEST = 2;
    private static final Set<String> ADDING = Set.of("and", "but");

    /** After these a noun is told apart from others, which is lost without what follows: "the one who pays". */
    private static final Set<String> NARROWING = Set.of("who", "where");

    private static final Set<String> ASKING = Set.of("if", "whether", "how", "what", "which", "why");
    private static final Set<String> FINDING_OUT = Set.of("see", "know", "tell", "check", "ask", "wonder", "sure");
    private static final Set<String> LIKENED = Set.of("this", "that", "these", "those", "it");

    private final List<List<ParsedToken>> clauses = new ArrayList<>();
    private List<ParsedToken> clause = new ArrayList<>();
    private boolean told;
    private boolean linked;

    /** Whether the clause goes on from the one before, whose subject may be meant: "she saw it and didn't reply". */
    private boolean joined;

    /** Whether what goes on with the same subject belongs to the clause: "borrowed my car and brought it back empty". */
    private final boolean whole;

    private Telling(boolean whole) {
        this.whole = whole;
    }

    /** None of a question. */
    static List<List<ParsedToken>> clauses(List<ParsedToken> sentence) {
        return told(sentence, false);
    }

    /** The same, each with all that is told of its subject. */
    static List<List<ParsedToken>> stretches(List<ParsedToken> sentence) {
        return told(sentence, true);
    }

    private static List<List<ParsedToken>> told(List<ParsedToken> sentence, boolean whole) {
        if (sentence.isEmpty() || Words.lower(sentence.get(sentence.size() - 1)).endsWith("?")) {
            return List.of();
        }
        Telling telling = new Telling(whole);
        for (int at = 0; at < sentence.size(); at++) {
            telling.take(sentence, at);
        }
        telling.end();
        return telling.clauses;
    }

    private void take(List<ParsedToken> sentence, int at) {
        ParsedToken token = sentence.get(at);
        String word = Words.lower(token);
        if (clause.size() == 3 && FELT_LIKE.contains(said())) {
            clause.clear();
            told = false;
        }
        boolean mark = !PLAIN.matcher(token.text()).matches();
        if (mark || (told && ends(sentence, at))) {
            boolean quote = QUOTES.contains(word);
            if (quote || breaks(sentence, at)) {
                clause.clear();
            }
            end();
            linked = quote || (!mark && !JOINING.contains(word));
            joined = !mark;
        } else if (!clause.isEmpty() || !OPENING.contains(word)) {
            clause.add(token);
            told |= Words.isVerb(token);
        }
    }

    // What stands before is half of what is said: "the under 15s", "I can't live like this", "you only call when you
    // need me".
    private boolean breaks(List<ParsedToken> sentence, int at) {
        String word = Words.lower(sentence.get(at));
        String next = at + 1 < sentence.size() ? Words.lower(sentence.get(at + 1)) : "";
        ParsedToken last = clause.isEmpty() ? null : clause.get(clause.size() - 1);
        boolean figure = word.chars().anyMatch(Character::isDigit)
                && last != null
                && last.pos().matches("IN|DT|JJ|TO|CD|PRP\\$");
        boolean asked = ASKING.contains(word) && last != null && FINDING_OUT.contains(Words.lower(last));
        boolean only = ENDING.contains(word)
                && !JOINING.contains(word)
                && clause.stream().anyMatch(t -> Words.lower(t).equals("only"));
        boolean narrowed =
                NARROWING.contains(word) && last != null && last.pos().matches("NN.*|CD");
        return figure || asked || only || narrowed || (word.equals("like") && LIKENED.contains(next));
    }

    // "so hard" goes on, "so I left" does not.
    private boolean ends(List<ParsedToken> sentence, int at) {
        String word = Words.lower(sentence.get(at));
        String next = at + 1 < sentence.size() ? sentence.get(at + 1).pos() : "";
        boolean degree = word.equals("so") && (next.startsWith("JJ") || next.startsWith("RB"));
        boolean felt = word.equals("like")
                && clause.size() == 2
                && clause.get(1).lemma().equals("feel");
        String second = at + 2 < sentence.size() ? sentence.get(at + 2).pos() : "";
        boolean verb = next.startsWith("VB") || (next.startsWith("RB") && second.startsWith("VB"));
        boolean goesOn = whole && ADDING.contains(word) && verb;
        boolean without = word.equals("but") && next.equals("PRP") && at + 2 >= sentence.size();
        boolean half = word.equals("and")
                && at + 2 < sentence.size()
                && Words.lower(sentence.get(at + 1)).equals("a")
                && Words.lower(sentence.get(at + 2)).equals("half");
        boolean liked = word.equals("like") && sentence.get(at).pos().startsWith("VB");
        return ENDING.contains(word) && !degree && !felt && !without && !goesOn && !half && !liked;
    }

    // "because he left" leans on what stood before, and is told less surely.
    private void end() {
        dropVocative();
        boolean leans = linked || (joined && !clause.isEmpty() && Words.isVerb(clause.get(0)));
        if (!leans && clause.size() >= SHORTEST) {
            clauses.add(List.copyOf(clause));
        }
        clause = new ArrayList<>();
        told = false;
    }

    // "Can't stop shaking mum": who is shaken, or who is told? Not sure, so not told.
    private void dropVocative() {
        int last = clause.size() - 1;
        if (last > 1 && VOCATIVE.contains(Words.lower(clause.get(last)))) {
            String before = clause.get(last - 1).pos();
            if (before.equals("VBG")) {
                clause.clear();
            } else if (!NOT_BEFORE_VOCATIVE.contains(before) && !before.startsWith("JJ") && !before.startsWith("VB")) {
                clause.remove(last);
            }
        }
    }

    private String said() {
        return clause.stream().map(Words::lower).collect(Collectors.joining(" "));
    }
}
