package dev.toward.match;

import dev.toward.cue.Tactic;
import dev.toward.verdict.Label;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What clients switch on and off: one for each tactic, and two for what is only likely. Ids never change.
 *
 * @param tactic null where none is sure
 */
public record Rule(String id, Label label, @Nullable Tactic tactic) {
    /** The one category that all are in. */
    public static final String CATEGORY = "TURNING_AWAY";

    public static final String CATEGORY_NAME = "Turning away";

    /** Not of some words but of the whole answer beside what it answers. */
    private static final Set<Tactic> OF_THE_WHOLE = EnumSet.of(Tactic.TOKEN_REPLY, Tactic.TOPIC_CHANGE);

    private static final Rule PERHAPS_DISMISSIVE = new Rule("DISMISSIVE_PERHAPS", Label.DISMISSIVE, null);
    private static final Rule PERHAPS_MINIMIZING = new Rule("MINIMIZING_PERHAPS", Label.MINIMIZING, null);

    public static Rule of(Tactic tactic) {
        Label label = tactic.way() == Tactic.Way.SHRINKS ? Label.MINIMIZING : Label.DISMISSIVE;
        return new Rule(label.name() + "_" + tactic.name(), label, tactic);
    }

    /** For what may turn away, and is told only to those who want to hear more. */
    public static Rule perhaps(boolean minimizing) {
        return minimizing ? PERHAPS_MINIMIZING : PERHAPS_DISMISSIVE;
    }

    /** All of them, the tactics' first. */
    public static List<Rule> all() {
        List<Rule> all = new ArrayList<>();
        for (Tactic tactic : Tactic.values()) {
            all.add(of(tactic));
        }
        all.add(PERHAPS_DISMISSIVE);
        all.add(PERHAPS_MINIMIZING);
        return all;
    }

    /** Told only at {@code level=picky}. */
    public boolean isPicky() {
        return tactic == null;
    }

    /** True for what is said of a whole text, false for what is said of a sentence. */
    public boolean isOfTheWhole() {
        return tactic == null || OF_THE_WHOLE.contains(tactic);
    }

    /** In words, as {@code Minimizing: at least}. */
    public String description() {
        String kind =
                label.id().substring(0, 1).toUpperCase(Locale.ROOT) + label.id().substring(1);
        return kind + ": " + (tactic == null ? "perhaps" : tactic.id().replace('-', ' '));
    }

    /** A name of ITS 2.0: what makes small is style, what is cold is register. */
    public String issueType() {
        return label == Label.MINIMIZING ? "style" : "register";
    }

    /** Why it lands as it does. */
    public String why() {
        return tactic == null ? "Some would hear this as turning away." : tactic.why();
    }
}
