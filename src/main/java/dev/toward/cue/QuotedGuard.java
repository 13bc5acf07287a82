package dev.toward.cue;

import dev.toward.annotate.Parsed;
import dev.toward.text.Span;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds for somebody else's words: in quotation marks, or under a verb of saying whose subject is not the writer (rule 4). */
final class QuotedGuard {
    private static final Pattern QUOTATION =
            Pattern.compile("\"[^\"\\n]{1,300}\"|\u201c[^\u201d\\n]{1,300}\u201d|\u00ab[^\u00bb\\n]{1,300}\u00bb"
                    + "|(?<![\\p{L}\\p{N}])['\u2018](?![\\s])[^\\n\"]{1,200}?(?<!\\s)['\u2019](?![\\p{L}\\p{N}])");

    private static final Set<String> SAYING = Set.of(
            "say", "tell", "claim", "ask", "text", "insist", "imply", "suggest", "reckon", "yell", "shout", "hear",
            "write", "call", "reply", "comment", "mutter", "act");

    private static final Set<String> QUESTION =
            Set.of("how", "are", "is", "do", "did", "have", "can", "could", "r", "you", "u", "was", "were", "has");

    private static final Set<String> WRITER = Set.of("i", "we");

    /** The same on the words before the place, for sentences that the parser was not made for. */
    private static final Pattern REPORTED = Pattern.compile(
            " (?:(?!i |we )\\S+) (?:just |always |never |even |literally |keeps |kept |basically |had the nerve to |to )*"
                    + "(?:said|says|saying|say|told|tells|telling|tell|goes|claims|claimed|insists|thinks|asked|(?:was|is|were|'s) like)"
                    + " (?:(?:you|me|us|him|her|them|people|everyone|someone|to|that|it|like|just|u|ya|about|how)"
                    + " )*$");

    /** "Calm down is what he said", "man up?? you could hardly breathe": the words are named or echoed, not said. */
    private static final Pattern NAMED =
            Pattern.compile("^(?:[\"\u201d'\u2019]? (?:is|was|isn't|wasn't|isnt|by) |[!?]*\\?[!?]*\\s+\\S)");

    private QuotedGuard() {}

    static boolean holds(Parsed reply, Span span, Place place) {
        return inQuotation(reply.text(), span) || named(reply.text(), span, place) || reported(place);
    }

    private static boolean inQuotation(String text, Span span) {
        for (Matcher m = QUOTATION.matcher(text); m.find(); ) {
            // The whole draft in quotation marks is the draft.
            boolean all = text.substring(0, m.start()).isBlank()
                    && text.substring(m.end()).isBlank();
            if (!all && new Span(m.start(), m.end()).contains(span)) {
                return true;
            }
        }
        return false;
    }

    private static boolean named(String text, Span span, Place place) {
        boolean opens = place.first() == 0 || place.clauseStart() == place.first();
        return opens
                && span.length() < 40
                && NAMED.matcher(text.substring(span.end())).find()
                && !isQuestion(place);
    }

    private static boolean isQuestion(Place place) {
        for (int i = place.first(); i <= place.last(); i++) {
            String word = place.word(i);
            if (word.startsWith("wh") || QUESTION.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean reported(Place place) {
        String lead = place.lead();
        if (REPORTED.matcher(lead).find() && !lead.contains(" i told ") && !lead.contains(" i said ")) {
            return true;
        }
        int at = place.head();
        for (int steps = 0; at >= 0 && steps < 4; steps++) {
            String relation = place.sentence().get(at).relation();
            int above = place.sentence().get(at).head();
            if (above < 0 || !(relation.equals("ccomp") || relation.equals("xcomp") || relation.equals("cop"))) {
                return false;
            }
            if (above < place.first() && SAYING.contains(place.lemma(above))) {
                int subject = place.subject(above);
                return subject < 0 || !WRITER.contains(place.word(subject));
            }
            at = above;
        }
        return false;
    }
}
