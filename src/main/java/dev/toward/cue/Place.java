package dev.toward.cue;

import dev.toward.annotate.Parsed;
import dev.toward.annotate.ParsedToken;
import dev.toward.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Some words of a draft in the sentence they stand in.
 *
 * @param sentence its tokens; empty when the span holds none
 * @param first index of the first word
 * @param last index of the last word
 */
record Place(List<ParsedToken> sentence, int first, int last) {
    private static final Set<String> MARKS = Set.of(",", ";", ":", "-", "\u2013", "\u2014", ".", "!", "?", "but");

    static Place of(Parsed parsed, Span span) {
        for (List<ParsedToken> sentence : parsed.sentences()) {
            int first = -1;
            int last = -1;
            for (int i = 0; i < sentence.size(); i++) {
                if (sentence.get(i).span().overlaps(span)) {
                    first = first < 0 ? i : first;
                    last = i;
                }
            }
            if (first >= 0) {
                return new Place(sentence, first, last);
            }
        }
        return new Place(List.of(), 0, -1);
    }

    boolean holds(int i) {
        return first <= i && i <= last;
    }

    String word(int i) {
        return i < 0 || i >= sentence.size()
                ? ""
                : sentence.get(i).text().replace('\u2019', '\'').toLowerCase(Locale.ROOT);
    }

    String lemma(int i) {
        return sentence.get(i).lemma();
    }

    /** The word that all others in the place depend on, or -1. */
    int head() {
        for (int i = first; i <= last; i++) {
            int head = sentence.get(i).head();
            if (head < first || head > last) {
                if (!sentence.get(i).relation().equals("punct")) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The subject of a word, or -1. */
    int subject(int of) {
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.get(i).head() == of && sentence.get(i).relation().startsWith("nsubj")) {
                return i;
            }
        }
        return -1;
    }

    /** Where the clause before the place begins: behind the last mark or "but" before it. */
    int clauseStart() {
        int i = first;
        while (i > 0 && !MARKS.contains(word(i - 1))) {
            i--;
        }
        return i;
    }

    /** The words between the clause's beginning and the place, with a space round each. */
    String lead() {
        StringBuilder lead = new StringBuilder(" ");
        for (int i = clauseStart(); i < first; i++) {
            lead.append(word(i)).append(' ');
        }
        return lead.toString();
    }
}
