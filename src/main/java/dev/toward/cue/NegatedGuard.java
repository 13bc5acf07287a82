package dev.toward.cue;

import java.util.Set;
import java.util.regex.Pattern;

/** Holds where the draft denies what its words would say: "I'm not saying it's no big deal" (rule 5). */
final class NegatedGuard {
    private static final Set<String> NOT = Set.of("not", "n't", "nt", "never");

    private static final Pattern DENIED = Pattern.compile(
            " (?:not|n't|nt|never|hardly|without|stop|hate|hates|hated|sick of|tired of|no one should|nobody should|instead of|rather than) "
                    + "(?:\\S+ ){0,2}?(?:saying|say|says|said|tell|telling|told|mean|means|meant|think|thinks|believe|have|has|need|needs|had|"
                    + "wanna|want|supposed|expecting|asking|trying|going|gon|to|being)"
                    + " (?:\\S+ ){0,4}$");

    private NegatedGuard() {}

    static boolean holds(Place place) {
        String lead = place.lead();
        if (lead.startsWith(" why ") || lead.contains(" why do ") || lead.contains(" why don't ")) {
            return false; // "why don't you just get over it" says it
        }
        return lead.startsWith(" none of ")
                || lead.contains(" not your ")
                || DENIED.matcher(lead).find()
                || aboveIsDenied(place);
    }

    private static boolean aboveIsDenied(Place place) {
        int at = place.head();
        for (int steps = 0; at >= 0 && steps < 3; steps++) {
            if (deniedBefore(place, at)) {
                return true;
            }
            String relation = place.sentence().get(at).relation();
            at = relation.equals("xcomp") || relation.equals("ccomp")
                    ? place.sentence().get(at).head()
                    : -1;
        }
        return false;
    }

    private static boolean deniedBefore(Place place, int verb) {
        for (int i = place.clauseStart(); i < place.first(); i++) {
            if (place.sentence().get(i).head() == verb && NOT.contains(place.word(i))) {
                return true;
            }
        }
        return false;
    }
}
