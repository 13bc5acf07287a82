package dev.toward.cue;

import static dev.toward.cue.Tactic.Way.AGAINST;
import static dev.toward.cue.Tactic.Way.AWAY;
import static dev.toward.cue.Tactic.Way.SHRINKS;

import java.util.Locale;

/**
 * A way of turning away from a bid or against the one who made it (taxonomy, section 2). The order is that of the reader's
 * output. Each says why it lands as it does, about the words and never about whoever wrote them.
 */
public enum Tactic {
    BRUSH_OFF(AWAY, "It can sound as if this were not worth the time."),
    SHUT_DOWN(AWAY, "It closes the talk while the other one is still in it."),
    FEELING_ORDER(AWAY, "A feeling told to stop seldom does; it mostly feels unheard."),
    FEELING_JUDGMENT(AGAINST, "It speaks of the feeling as wrong or too much, instead of what it is about."),
    PERCEPTION_DENIAL(AGAINST, "It tells them that what they saw or felt was not so."),
    BLAME(AGAINST, "It looks for whose fault it is while it still hurts."),
    MOCKERY(AGAINST, "A joke at a sore moment can feel like being laughed at."),
    UNASKED_FIX(AWAY, "A fix before the hurt is heard can feel like the end of the talk."),
    TOPIC_CHANGE(AWAY, "It speaks of something else, so what they said is left lying."),
    SELF_SHIFT(AWAY, "It moves the talk from their story to another one."),
    TOKEN_REPLY(AWAY, "So few words where more was hoped for can read as no interest."),
    DEFENSIVE(AGAINST, "It turns their hurt into a charge to be answered, and they are left holding both."),
    INVALIDATING_BUT(AWAY, "The but takes back the kind half of the sentence."),
    INTERROGATION(AGAINST, "It asks them to prove the feeling before it is believed."),
    AT_LEAST(SHRINKS, "A bright side offered before the hurt is heard."),
    COMPARISON(SHRINKS, "Measured against somebody else, their own trouble seems not to count."),
    SHRINKING(SHRINKS, "It makes the thing smaller than it feels to them."),
    FORCED_POSITIVITY(SHRINKS, "It asks for a good mood where there is none yet."),
    TIME_HEALS(SHRINKS, "It points to a later day, and they are in this one."),
    REPLACEABLE(SHRINKS, "It speaks of a next one while this one is missed."),
    NORMALIZING_AWAY(SHRINKS, "That it happens to everyone does not make it hurt less."),
    FAITH_BYPASS(SHRINKS, "A higher reason can close a talk that has hardly begun."),
    JOY_SHRINK(SHRINKS, "It takes a little off their good news.");

    /** Where a tactic turns, and with it the label that it speaks for. */
    public enum Way {
        /** Away from the bid: dismissive. */
        AWAY,
        /** Against the person: dismissive. */
        AGAINST,
        /** Away by making it small: minimizing. */
        SHRINKS
    }

    private final Way way;
    private final String why;

    Tactic(Way way, String why) {
        this.way = way;
        this.why = why;
    }

    /** The id that callers see, as {@code at-least}; never changes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Way way() {
        return way;
    }

    /** Why it lands so, in plain words. */
    public String why() {
        return why;
    }

    /** @throws IllegalArgumentException for an id that is none of ours */
    public static Tactic of(String id) {
        for (Tactic tactic : values()) {
            if (tactic.id().equals(id)) {
                return tactic;
            }
        }
        throw new IllegalArgumentException("no such tactic; the ids are those of the taxonomy");
    }
}
