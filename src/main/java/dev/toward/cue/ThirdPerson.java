package dev.toward.cue;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells an order from a report: "calm down" orders, "she'll calm down" and "when they calm down" do not. */
final class ThirdPerson {
    private static final Set<Tactic> ORDERS = EnumSet.of(Tactic.FEELING_ORDER, Tactic.SHUT_DOWN, Tactic.UNASKED_FIX);
    private static final Pattern SUBJECT = Pattern.compile(
            "(?: (?:he|she|they|it|who|everyone|everybody|kids|people|him|her|them|himself|myself|i|we|us|me|to|and then)"
                    + "(?: (?:will|'ll|ll|would|'d|should|can|could|might|may|must|has|have|needs|need|just|finally|to|does|n't|nt|not))*"
                    + "| (?:it'll|he'll|she'll|they'll)) $");

    private static final Pattern TOLD =
            Pattern.compile(" (?:you|u) (?:(?:just|really|do|all) )*(?:need|have|got|ought) to ");

    private ThirdPerson() {}

    static boolean isOrdered(Tactic tactic, Place place) {
        return ORDERS.contains(tactic)
                && !TOLD.matcher(place.lead()).find()
                && SUBJECT.matcher(place.lead()).find();
    }
}
