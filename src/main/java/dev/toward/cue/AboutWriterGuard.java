package dev.toward.cue;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds where the words speak of the writer: "I should just get over it", "my leg isn't that bad" (rule 3). Patterns that are
 * about the writer by their nature, as "I told you so", hold the "I" in themselves and stand.
 */
final class AboutWriterGuard {
    private static final Set<String> WRITER = Set.of("i", "we", "me", "us", "myself", "mine");
    private static final Set<String> OWN = Set.of("my", "our", "mine");
    private static final Pattern SELF = Pattern.compile(
            " (?:i|we|im|me) (?:(?!(?:you|u|ya|think|hope|know|mean|swear|guess|told|said|say|bet|feel|wish|reckon|promise|"
                    + "suppose|want|need) )\\S+ ){0,9}$");
    private static final Pattern MY = Pattern.compile(" (?:my|our) (?:\\S+ ){1,3}$");

    private AboutWriterGuard() {}

    static boolean holds(Place place) {
        for (int i = place.first(); i <= place.last(); i++) {
            String word = place.word(i);
            if (word.equals("you") || word.equals("u") || word.equals("your") || word.equals("ur")) {
                return false;
            }
        }
        String lead = place.lead();
        if (leansOnWriter(place)) {
            return true;
        }
        return SELF.matcher(lead).find() || (MY.matcher(lead).find() && hasVerb(place)) || byGrammar(place);
    }

    /** "At least I still have my job, could be worse": the clause has no subject, and the sentence is about the writer. */
    private static boolean leansOnWriter(Place place) {
        boolean writer = false;
        for (int i = 0; i < place.sentence().size(); i++) {
            String word = place.word(i);
            if (word.equals("you") || word.equals("u") || word.equals("your") || word.equals("ur")) {
                return false;
            }
            writer |= i < place.first() && (word.equals("i") || word.equals("my"));
        }
        return writer && place.sentence().get(place.first()).pos().equals("MD");
    }

    private static boolean hasVerb(Place place) {
        for (int i = place.first(); i <= place.last(); i++) {
            if (place.sentence().get(i).pos().startsWith("VB") || place.word(i).startsWith("'")) {
                return true;
            }
        }
        return false;
    }

    private static boolean byGrammar(Place place) {
        int at = place.head();
        for (int steps = 0; at >= 0 && steps < 3; steps++) {
            int subject = place.subject(at);
            if (subject >= 0) {
                return !place.holds(subject) && subject < place.first() && isWriter(place, subject);
            }
            String relation = place.sentence().get(at).relation();
            at = relation.equals("xcomp") || relation.equals("conj")
                    ? place.sentence().get(at).head()
                    : -1;
        }
        return false;
    }

    private static boolean isWriter(Place place, int subject) {
        if (WRITER.contains(place.word(subject))) {
            return true;
        }
        for (int i = 0; i < place.sentence().size(); i++) {
            if (place.sentence().get(i).head() == subject && OWN.contains(place.word(i))) {
                return true;
            }
        }
        return false;
    }
}
